// The MEANTIME articles: their text, and what people marked in it.
//
//   for (const MeantimeArticle& article : read_meantime_articles(folder)) use(article.text, article.events);
//
// The set lists tokens, which are joined again with single spaces, one sentence a line. Only the first six sentences
// are marked, so the text ends there. Offsets are bytes of the text.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace verbale::bench {

struct MeantimeTime {
  size_t begin = 0;
  size_t end = 0;
  std::string value;  // "" when the annotators gave none
};

struct MeantimeEvent {
  size_t begin = 0;
  size_t end = 0;
  std::string certainty;  // CERTAIN PROBABLE POSSIBLE UNDERSPECIFIED, "" when not judged
  std::string polarity;   // POS NEG UNDERSPECIFIED
  std::string time;       // NON_FUTURE FUTURE UNDERSPECIFIED
};

// "said" reports "merged": indices into the events.
struct MeantimeQuotation {
  size_t cue = 0;
  size_t reported = 0;
};

struct MeantimeArticle {
  std::string name;
  std::string text;
  std::string date;  // publication day, "" when unknown
  std::vector<MeantimeTime> times;
  std::vector<MeantimeEvent> events;
  std::vector<MeantimeQuotation> quotations;
};

// The folder that holds intra-doc_annotation/.
std::vector<MeantimeArticle> read_meantime_articles(const std::filesystem::path& folder);

}  // namespace verbale::bench
