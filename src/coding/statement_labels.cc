#include "coding/statement_labels.h"

#include <algorithm>
#include <cctype>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr uint32_t kLabelWordsMax = 4;
constexpr uint32_t kSignatureWordsMax = 12;

class LabelReader {
 public:
  LabelReader(const Document& doc, const std::vector<PlacedQuotation>& quotations)
      : doc_(doc), quotations_(quotations) {}

  std::vector<LabelledSpeech> read() {
    TokenId begin = 0;
    for (TokenId t = 0; t <= doc_.tokens.size(); ++t) {
      if (t < doc_.tokens.size() && !is_line_break(doc_, t)) continue;
      read_line({begin, t});
      begin = t + 1;
    }
    for (const PlacedQuotation& placed : quotations_) read_signature(placed);
    return std::move(found_);
  }

 private:
  void read_line(TokenRange line) {
    while (line.begin < line.end &&
           (doc_.tokens[line.begin].pos == Pos::punct || doc_.tokens[line.begin].pos == Pos::space))
      ++line.begin;
    TokenId colon = line.begin;
    while (colon < line.end && is_capital(colon)) ++colon;
    const uint32_t words = colon - line.begin;
    if (words == 0 || words > kLabelWordsMax || colon + 1 >= line.end || doc_.tokens[colon].lower != ":") return;
    if (doc_.in_boilerplate(doc_.tokens[line.begin].span)) return;
    found_.push_back({{line.begin, colon}, colon, without_edges(doc_, {colon + 1, line.end})});
  }

  // Transcripts write the names of speakers in capitals.
  bool is_capital(TokenId t) const {
    const std::string_view word = doc_.words(t);
    const auto letters = std::count_if(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    return letters > 1 && std::none_of(word.begin(), word.end(), [](unsigned char c) { return std::islower(c) != 0; });
  }

  // A dash and a name to the end of the line, after a quotation that nobody has claimed.
  void read_signature(const PlacedQuotation& placed) {
    const TokenId dash = placed.tokens.end;
    if (placed.cue != kNone || placed.fragment || dash >= doc_.tokens.size() || !is_dash(dash)) return;
    TokenId end = dash + 1;
    while (end < doc_.tokens.size() && !is_line_break(doc_, end) && doc_.tokens[end].pos != Pos::verb) ++end;
    const bool whole_line = end == doc_.tokens.size() || is_line_break(doc_, end);
    if (!whole_line || end - dash > kSignatureWordsMax || end == dash + 1 || doc_.tokens[dash + 1].pos != Pos::propn)
      return;
    found_.push_back({without_edges(doc_, {dash + 1, end}), dash, placed.tokens});
  }

  bool is_dash(TokenId t) const {
    const std::string_view word = doc_.tokens[t].lower;
    return word == "-" || word == "--" || word == "–" || word == "—" || word == "―";
  }

  const Document& doc_;
  const std::vector<PlacedQuotation>& quotations_;
  std::vector<LabelledSpeech> found_;
};

}  // namespace

std::vector<LabelledSpeech> find_labelled_speech(const Document& doc, const std::vector<PlacedQuotation>& quotations) {
  return LabelReader(doc, quotations).read();
}

}  // namespace verbale
