// Cuts come first, because forms depend on what is a headline.
#include "language/news_reading.h"

#include "language/news_datelines.h"
#include "language/news_lines.h"
#include "language/news_names.h"
#include "language/news_quotes.h"
#include "language/unicode.h"

namespace verbale {

Result<NewsReading> NewsReading::open(const Knowledge& knowledge) {
  Result<NameCase> names = NameCase::open(knowledge);
  if (!names) return std::move(names).error();
  Result<OwnClauses> clauses = OwnClauses::open(knowledge);
  if (!clauses) return std::move(clauses).error();
  return NewsReading(*std::move(names), *std::move(clauses));
}

namespace {

// White space hangs on the word before it, the second mark of a pair on the first; the marker of a list is a sentence
// of its own.
class UnshownTokens {
 public:
  UnshownTokens(Document& doc, const FixedLabels& labels, const ShownText& shown, std::span<uint8_t> starts,
                std::span<Analysis> analyses)
      : doc_(doc), labels_(labels), shown_(shown), starts_(starts), analyses_(analyses) {}

  void complete() {
    for (TokenId at = 0; at < doc_.tokens.size(); ++at)
      if (!shown_[at].is_shown) complete(at);
  }

 private:
  void complete(TokenId at) {
    if (is_space(doc_.words(at))) return hang(at, labels_.space_tag, labels_.dep);
    if (doc_.words(at) == "`") return hang(at, labels_.quote_tag, labels_.punct);
    if (!shown_[at].cut_before) return hang(at, labels_.marker_tag, labels_.punct);
    doc_.tokens[at].head = at;
    starts_[at] = 1;
    analyses_[at].tag = labels_.marker_tag;
    analyses_[at].dep = labels_.root;
  }

  void hang(TokenId at, const Label* tag, const Label* dep) {
    doc_.tokens[at].head = at - 1;
    analyses_[at].tag = tag;
    analyses_[at].dep = dep;
    const bool within_name =
        at + 1 < doc_.tokens.size() && !doc_.tokens[at + 1].name_type.empty() && !doc_.tokens[at + 1].name_begin;
    if (within_name) doc_.tokens[at].name_type = doc_.tokens[at - 1].name_type;
  }

  Document& doc_;
  const FixedLabels& labels_;
  const ShownText& shown_;
  std::span<uint8_t> starts_;
  std::span<Analysis> analyses_;
};

}  // namespace

void NewsReading::complete(Document& doc, const FixedLabels& labels, const ShownText& shown, std::span<uint8_t> starts,
                           std::span<Analysis> analyses) const {
  UnshownTokens(doc, labels, shown, starts, analyses).complete();
  give_back_closing_quotes(doc, labels.punct, starts, analyses);
  join_speech_to_question(doc, labels.ccomp, starts, analyses);
  settle_name_types(doc);
}

void NewsReading::show(const Document& doc, const Lemmatizer& lemmatizer, Lexicon& lexicon, ShownText& shown) const {
  cut_at_paragraphs(doc, shown);
  set_capital_lines_apart(doc, shown);
  set_bylines_apart(doc, shown);
  set_list_markers_apart(doc, shown);
  set_datelines_apart(doc, lexicon, shown);
  part_headlines(doc, shown);
  cut_at_quotes(doc, shown);
  unwrap_lines(doc, shown);
  show_plain_quotes(doc, lexicon, shown);
  show_headlines_as_sentences(doc, {names_, lemmatizer}, lexicon, shown);
}

}  // namespace verbale
