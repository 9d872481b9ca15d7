// The two gold sets of `bench_times`: their texts, and the time expressions that people marked in them.
//
//   for (const GoldText& text : read_wikiwars(folder)) use(text.text, text.times);
//
// WikiWars marks TIMEX2 inline; what is between the tags is the text. MEANTIME lists tokens, which are joined again
// with single spaces, one sentence a line; only its first six sentences are marked, so the text ends there.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace verbale::bench {

struct GoldTime {
  size_t begin = 0;  // bytes in GoldText::text
  size_t end = 0;
  std::string value;  // "" when the annotators gave none
};

struct GoldText {
  std::string name;
  std::string text;
  std::string date;  // publication day, "" when unknown
  std::vector<GoldTime> times;
};

// The folder that holds keyinline/.
std::vector<GoldText> read_wikiwars(const std::filesystem::path& folder);
// The folder that holds intra-doc_annotation/.
std::vector<GoldText> read_meantime(const std::filesystem::path& folder);

}  // namespace verbale::bench
