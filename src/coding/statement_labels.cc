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
  LabelReader(const StatementTables& tables, const Document& doc, const std::vector<PlacedQuotation>& quotations)
      : tables_(tables), doc_(doc), quotations_(quotations) {}

  std::vector<LabelledSpeech> read() {
    TokenId begin = 0;
    for (TokenId t = 0; t <= doc_.tokens.size(); ++t) {
      if (t < doc_.tokens.size() && !ends_paragraph(doc_, t)) continue;
      read_line({begin, t});
      begin = t + 1;
    }
    for (const PlacedQuotation& placed : quotations_) read_signature(placed);
    return std::move(found_);
  }

 private:
  void read_line(TokenRange line) {
    while (line.begin < line.end && is_blank(line.begin)) ++line.begin;
    TokenId colon = line.begin;
    while (colon < line.end && colon - line.begin <= kLabelWordsMax && doc_.tokens[colon].lower != ":") ++colon;
    const TokenRange label{line.begin, colon};
    if (label.size() == 0 || label.size() > kLabelWordsMax || colon + 1 >= line.end) return;
    if (doc_.in_boilerplate(doc_.tokens[line.begin].span)) return;
    const bool headline = line.begin == 0 && names_speaker(label);
    if (!headline && !is_capital(label)) return;
    found_.push_back(
        {label, colon, doc_.tokens[colon].span, doc_.span_of(without_edges(doc_, {colon + 1, line.end})), !headline});
  }

  bool is_blank(TokenId t) const { return doc_.tokens[t].pos == Pos::punct || doc_.tokens[t].pos == Pos::space; }

  // "Berg: Bridge to Reopen": headlines name a person, a poll or a paper so.
  bool names_speaker(TokenRange label) const {
    for (TokenId t = label.begin; t < label.end; ++t)
      if (!std::isupper(static_cast<unsigned char>(doc_.words(t)[0])) || doc_.tokens[t].pos == Pos::verb) return false;
    const Token& last = doc_.tokens[label.end - 1];
    return last.name_type == "PERSON" || names_person(last.lower) || last.name_type == "ORG" ||
           (label.size() == 1 && tables_.is_document(last.lower));
  }

  // The surname of somebody whom the article names in full.
  bool names_person(std::string_view surname) const {
    return std::any_of(doc_.tokens.begin(), doc_.tokens.end(), [&](const Token& token) {
      return token.lower == surname && token.name_type == "PERSON" && !token.name_begin;
    });
  }

  bool is_capital(TokenRange label) const {
    for (TokenId t = label.begin; t < label.end; ++t)
      if (!is_capital(t)) return false;
    return true;
  }

  // Transcripts write the names of speakers in capitals.
  bool is_capital(TokenId t) const {
    const std::string_view word = doc_.words(t);
    const auto letters = std::count_if(word.begin(), word.end(), [](unsigned char c) { return std::isupper(c) != 0; });
    return letters > 1 && std::none_of(word.begin(), word.end(), [](unsigned char c) { return std::islower(c) != 0; });
  }

  // A dash and a name to the end of the line, after a quotation that nobody has claimed.
  void read_signature(const PlacedQuotation& placed) {
    if (placed.cue != kNone || placed.fragment) return;
    const uint32_t at = skip_spaces(placed.quotation.span.end);
    const TokenId dash = token_at(at);
    if (dash == kNone || !is_dash(at)) return;
    TokenId end = dash + 1;
    while (end < doc_.tokens.size() && !ends_paragraph(doc_, end) && doc_.tokens[end].pos != Pos::verb) ++end;
    const bool whole_line = end == doc_.tokens.size() || ends_paragraph(doc_, end);
    const TokenRange name = without_edges(doc_, {dash + 1, end});
    if (!whole_line || name.size() == 0 || name.size() > kSignatureWordsMax) return;
    if (std::isupper(static_cast<unsigned char>(doc_.words(name.begin)[0])) == 0) return;
    found_.push_back({name, dash, {at, doc_.tokens[dash].span.end}, placed.quotation.span, true});
  }

  uint32_t skip_spaces(uint32_t at) const {
    while (at < doc_.text.size() && doc_.text[at] == ' ') ++at;
    return at;
  }

  TokenId token_at(uint32_t at) const {
    const auto found = std::lower_bound(doc_.tokens.begin(), doc_.tokens.end(), at,
                                        [](const Token& token, uint32_t place) { return token.span.end <= place; });
    return found != doc_.tokens.end() && found->span.begin <= at ? TokenId(found - doc_.tokens.begin())
                                                                 : TokenId{kNone};
  }

  bool is_dash(uint32_t at) const {
    const std::string_view rest = doc_.text.substr(at);
    return rest.starts_with("--") || rest.starts_with("- ") || rest.starts_with("–") || rest.starts_with("—") ||
           rest.starts_with("―");
  }

  const StatementTables& tables_;
  const Document& doc_;
  const std::vector<PlacedQuotation>& quotations_;
  std::vector<LabelledSpeech> found_;
};

}  // namespace

std::vector<LabelledSpeech> find_labelled_speech(const StatementTables& tables, const Document& doc,
                                                 const std::vector<PlacedQuotation>& quotations) {
  return LabelReader(tables, doc, quotations).read();
}

}  // namespace verbale
