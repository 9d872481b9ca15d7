// A dateline is short, begins with capitalised words, holds besides them only a date and an agency, and ends in a dash.
#include "record/dateline_form.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr uint32_t kDatelineTokensMax = 18;

bool is_dash(std::string_view word) {
  return word == "—" || word == "–" || word == "--" || word == "-" || word == "―" || word == ".-" || word == "_";
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool starts_upper(std::string_view word) {
  return !word.empty() &&
         ((word.front() >= 'A' && word.front() <= 'Z') || static_cast<unsigned char>(word.front()) >= 0xC3);
}

bool is_month(std::string_view lower) {
  if (!lower.empty() && lower.back() == '.') lower.remove_suffix(1);
  static constexpr std::string_view kMonths[] = {"january", "february", "march",     "april",   "may",      "june",
                                                 "july",    "august",   "september", "october", "november", "december",
                                                 "jan",     "feb",      "mar",       "apr",     "jun",      "jul",
                                                 "aug",     "sep",      "sept",      "oct",     "nov",      "dec"};
  return std::find(std::begin(kMonths), std::end(kMonths), lower) != std::end(kMonths);
}

class FormReader {
 public:
  explicit FormReader(const Document& doc) : doc_(doc) {}

  std::optional<DatelineForm> read(TokenId begin) const {
    const TokenId dash = find_dash(begin);
    if (dash == kNone) return std::nullopt;
    const TokenId end = place_end(begin, dash);
    if (end == begin || !only_date_and_agency({end, dash})) return std::nullopt;
    return DatelineForm{{begin, dash}, {begin, end}};
  }

 private:
  TokenId find_dash(TokenId begin) const {
    const TokenId end = std::min<TokenId>(TokenId(doc_.tokens.size()), begin + kDatelineTokensMax);
    for (TokenId t = begin + 1; t < end; ++t)
      if ((is_dash(doc_.words(t)) && stands_free(t)) || (doc_.words(t) == ":" && is_in_capitals(doc_.words(begin))))
        return t;
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

  bool only_date_and_agency(TokenRange range) const {
    bool in_parentheses = false;
    for (TokenId t = range.begin; t < range.end; ++t) {
      const std::string_view word = doc_.words(t);
      if (word == "(") in_parentheses = true;
      const bool has_letters = std::any_of(word.begin(), word.end(), is_ascii_letter);
      const bool starts_with_digit = word.front() >= '0' && word.front() <= '9';
      if (!in_parentheses && has_letters && !starts_with_digit && !is_month(doc_.tokens[t].lower) &&
          !is_in_capitals(word))
        return false;
      if (word == ")") in_parentheses = false;
    }
    return true;
  }

  const Document& doc_;
};

}  // namespace

bool is_in_capitals(std::string_view word) {
  return starts_upper(word) && std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

std::optional<DatelineForm> read_dateline_form(const Document& doc, TokenId begin) {
  return FormReader(doc).read(begin);
}

}  // namespace verbale
