// A dateline is short, begins with a known place, holds besides it only a date and an agency, and ends in a dash.
#include "resolve/dateline.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr uint32_t kDatelineTokensMax = 18;
constexpr uint32_t kSentencesTried = 4;

bool is_dash(std::string_view word) {
  return word == "—" || word == "–" || word == "--" || word == "-" || word == "―" || word == ".-" || word == "_";
}

bool starts_upper(std::string_view word) {
  return !word.empty() &&
         ((word.front() >= 'A' && word.front() <= 'Z') || static_cast<unsigned char>(word.front()) >= 0xC3);
}

bool is_upper(std::string_view word) {
  return starts_upper(word) && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_month(std::string_view lower) {
  if (!lower.empty() && lower.back() == '.') lower.remove_suffix(1);
  static constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                                 "july",    "august",   "september", "october", "november", "december",
                                                 "jan",     "feb",      "mar",       "apr",     "jun",      "jul",
                                                 "aug",     "sep",      "sept",      "oct",     "nov",      "dec"};
  return std::find(std::begin(kMonths), std::end(kMonths), lower) != std::end(kMonths);
}

class DatelineReader {
 public:
  DatelineReader(const Gazetteer& gazetteer, const Document& doc) : gazetteer_(gazetteer), doc_(doc) {}

  std::optional<Dateline> read(TokenId begin) const {
    const TokenId dash = find_dash(begin);
    if (dash == kNone) return std::nullopt;
    const TokenId end = place_end(begin, dash);
    if (end == begin || !only_date_and_agency({end, dash})) return std::nullopt;
    if (!names_a_place({begin, first_comma({begin, end})}, dash == end)) return std::nullopt;
    return Dateline{{begin, dash}, {begin, end}};
  }

 private:
  TokenId find_dash(TokenId begin) const {
    const TokenId end = std::min<TokenId>(TokenId(doc_.tokens.size()), begin + kDatelineTokensMax);
    for (TokenId t = begin + 1; t < end; ++t)
      if ((is_dash(doc_.words(t)) && stands_free(t)) || (doc_.words(t) == ":" && is_upper(doc_.words(begin)))) return t;
    return kNone;
  }

  // A dash with space around, not the hyphen of "Bosnia-Herzegovina".
  bool stands_free(TokenId t) const {
    return doc_.words(t) != "-" || doc_.tokens[t - 1].space_after || doc_.words(t - 1) == ")";
  }

  // Capitalised words, with commas between, up to a date, a parenthesis or the dash.
  TokenId place_end(TokenId begin, TokenId dash) const {
    TokenId t = begin;
    while (t < dash && (starts_upper(doc_.words(t)) || ((doc_.words(t) == "," || doc_.words(t) == ".") && t > begin)) &&
           !is_month(doc_.tokens[t].lower))
      ++t;
    while (t > begin && (doc_.words(t - 1) == "," || doc_.words(t - 1) == ".")) --t;
    return t;
  }

  TokenId first_comma(TokenRange range) const {
    for (TokenId t = range.begin; t < range.end; ++t)
      if (doc_.words(t) == ",") return t;
    return range.end;
  }

  bool only_date_and_agency(TokenRange range) const {
    bool in_parentheses = false;
    for (TokenId t = range.begin; t < range.end; ++t) {
      const Token& token = doc_.tokens[t];
      if (doc_.words(t) == "(") in_parentheses = true;
      const bool allowed = in_parentheses || token.pos == Pos::num || token.pos == Pos::punct ||
                           is_month(token.lower) || is_upper(doc_.words(t)) ||
                           (token.lower.front() >= '0' && token.lower.front() <= '9');
      if (!allowed) return false;
      if (doc_.words(t) == ")") in_parentheses = false;
    }
    return true;
  }

  // In capitals any town will do; otherwise, with nothing but a dash behind, it must be a town of its own name.
  bool names_a_place(TokenRange range, bool bare) const {
    const auto found = gazetteer_.lookup(doc_.words(doc_.span_of(range)));
    if (found.empty()) return false;
    if (is_upper(doc_.words(range.begin))) return true;
    return std::any_of(found.begin(), found.end(), [&](GazetteerPosting p) {
      return NameKind(p.kind) <= NameKind::alias && (!bare || gazetteer_.kind(p.row) == PlaceKind::city);
    });
  }

  const Gazetteer& gazetteer_;
  const Document& doc_;
};

}  // namespace

std::optional<Dateline> find_dateline(const Gazetteer& gazetteer, const Document& doc) {
  const DatelineReader reader(gazetteer, doc);
  const auto sentences = std::min<size_t>(doc.sentences.size(), kSentencesTried);
  for (size_t s = 0; s < sentences; ++s) {
    TokenId begin = doc.sentences[s].tokens.begin;
    while (begin < doc.sentences[s].tokens.end && doc.tokens[begin].pos == Pos::space) ++begin;
    if (auto dateline = reader.read(begin)) return dateline;
  }
  return std::nullopt;
}

}  // namespace verbale
