// Shapes are read by hand from the bytes: regular expressions would cost more than the whole budget of a token.
#include "timex_words.h"

#include <array>
#include <charconv>

namespace verbale {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads digits from the front of the text.
struct Digits {
  int value = 0;
  uint8_t count = 0;
};

Digits take_digits(std::string_view& text) {
  Digits digits;
  while (!text.empty() && is_digit(text[0]) && digits.count < 9) {
    digits.value = digits.value * 10 + (text[0] - '0');
    ++digits.count;
    text.remove_prefix(1);
  }
  return digits;
}

bool take(std::string_view& text, std::string_view opening) {
  if (!text.starts_with(opening)) return false;
  text.remove_prefix(opening.size());
  return true;
}

bool take_dash(std::string_view& text) { return take(text, "-") || take(text, "–") || take(text, "—"); }
bool take_apostrophe(std::string_view& text) { return take(text, "'") || take(text, "’") || take(text, "‘"); }

// 1914 and 18 -> 1918; 1999 and 02 -> 2002; a full year stays.
int complete_year(int first, Digits second) {
  if (second.count >= 3) return second.value;
  const int base = second.count == 1 ? 10 : 100;
  const int year = first / base * base + second.value;
  return year < first ? year + base : year;
}

// Two digits of a year, as journalists write them now: 00-29 are of this century.
int expand_year(int two_digits) { return two_digits < 30 ? 2000 + two_digits : 1900 + two_digits; }

void read_clock(Digits hour, std::string_view rest, TokenWord& word) {
  const Digits minute = take_digits(rest);
  if (minute.count != 2 || minute.value > 59 || hour.value > 24 || hour.count > 2) return;
  if (!rest.empty() && !rest.starts_with(":") && rest != "hrs" && rest != "h" && rest != "am" && rest != "pm") return;
  word.shape = NumberShape::clock;
  word.number = hour.value * 60 + minute.value;
  if (rest == "pm" && hour.value < 12) word.number += 720;
}

void read_iso_date(Digits year, Digits month, std::string_view rest, TokenWord& word) {
  const Digits day = take_digits(rest);
  if (year.count != 4 || month.count != 2 || day.count != 2) return;
  if (!rest.empty() && rest[0] != 't') return;
  word.shape = NumberShape::iso_date;
  word.number = year.value;
  word.second = month.value;
  word.third = day.value;
}

void read_slash_date(Digits month, std::string_view rest, TokenWord& word) {
  const Digits day = take_digits(rest);
  if (!take(rest, "/")) return;
  const Digits year = take_digits(rest);
  if (!rest.empty() || (year.count != 2 && year.count != 4) || day.count == 0 || day.count > 2) return;
  word.shape = NumberShape::slash_date;
  word.number = year.count == 2 ? expand_year(year.value) : year.value;
  word.second = month.value;
  word.third = day.value;
}

void read_after_dash(const TimeLexicon& lexicon, Digits first, std::string_view rest, TokenWord& word) {
  if (const TimeWord* unit = lexicon.find(rest); unit != nullptr && unit->is(TimeClass::unit)) {
    word.shape = NumberShape::quantity;
    word.number = first.value;
    word.second = unit->value(TimeClass::unit);
    return;
  }
  const Digits second = take_digits(rest);
  if (second.count == 0) return;
  if (take(rest, "-")) return read_iso_date(first, second, rest, word);
  if (!rest.empty()) return;
  const bool years = first.count == 4 && first.value < 2200 && (second.count == 2 || second.count == 4);
  word.shape = years ? NumberShape::year_range : NumberShape::pair;
  word.number = first.value;
  word.digits = first.count;
  word.second = years ? complete_year(first.value, second) : second.value;
}

void read_digits(const TimeLexicon& lexicon, std::string_view text, TokenWord& word) {
  std::string_view rest = text;
  const Digits first = take_digits(rest);
  word.number = first.value;
  word.digits = first.count;
  if (rest.empty())
    word.shape = NumberShape::whole;
  else if (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")
    word.shape = NumberShape::ordinal;
  else if (rest == "s" || rest == "'s" || rest == "’s")
    word.shape = NumberShape::decade;
  else if (take(rest, ":"))
    read_clock(first, rest, word);
  else if (take(rest, "/"))
    read_slash_date(first, rest, word);
  else if (take_dash(rest))
    read_after_dash(lexicon, first, rest, word);
  else if (rest[0] == '.' || rest[0] == ',') {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || rest[0] == ',') return;
    word.shape = NumberShape::decimal;
    word.number = value;
  } else if (rest == "hrs" && first.count == 4) {
    word.shape = NumberShape::clock;
    word.number = first.value / 100 * 60 + first.value % 100;
  }
}

void read_apostrophe(std::string_view text, TokenWord& word) {
  const Digits year = take_digits(text);
  if (year.count != 2) return;
  if (text.empty())
    word.shape = NumberShape::short_year;
  else if (text == "s")
    word.shape = NumberShape::decade;
  word.number = year.value;
  word.digits = 2;
}

// "mid-2011", and "q3", "h1".
void read_letters(const TimeLexicon& lexicon, std::string_view text, TokenWord& word) {
  if (text.size() == 2 && (text[0] == 'q' || text[0] == 'h') && text[1] >= '1' &&
      text[1] <= (text[0] == 'q' ? '4' : '2')) {
    word.shape = text[0] == 'q' ? NumberShape::quarter : NumberShape::half;
    word.number = text[1] - '0';
    return;
  }
  const size_t dash = text.find('-');
  if (dash == std::string_view::npos || dash + 1 >= text.size() || !is_digit(text[dash + 1])) return;
  const TimeWord* edge = lexicon.find(text.substr(0, dash));
  std::string_view rest = text.substr(dash + 1);
  const Digits year = take_digits(rest);
  if (edge != nullptr && edge->is(TimeClass::month) && year.count <= 2 && rest.empty()) {
    word.shape = NumberShape::month_day;
    word.number = year.value;
    word.second = edge->value(TimeClass::month);
    return;
  }
  const bool is_decade = rest == "s";
  if (edge == nullptr || !edge->is(TimeClass::edge) || year.count != 4 || !(rest.empty() || is_decade)) return;
  word.shape = NumberShape::edge_year;
  word.number = year.value;
  word.second = edge->value(TimeClass::edge);
  word.third = is_decade;
}

bool may_have_shape(std::string_view lower) {
  const char first = lower.empty() ? 'a' : lower[0];
  return is_digit(first) || first == '\'' || (first & 0x80) != 0 || (lower.size() > 1 && is_digit(lower.back())) ||
         (lower.size() > 5 && is_digit(lower[lower.size() - 2]));
}

}  // namespace

void read_token_words(const TimeLexicon& lexicon, const Document& doc, std::vector<TokenWord>& words) {
  words.assign(doc.tokens.size(), {});
  for (size_t t = 0; t < words.size(); ++t) {
    const std::string_view lower = doc.tokens[t].lower;
    words[t].word = lexicon.find(lower);
    words[t].opens_phrase = lexicon.opens_phrase(lower);
    if (!may_have_shape(lower)) continue;
    std::string_view rest = lower;
    if (is_digit(lower[0]))
      read_digits(lexicon, lower, words[t]);
    else if (take_apostrophe(rest))
      read_apostrophe(rest, words[t]);
    else
      read_letters(lexicon, lower, words[t]);
  }
}

}  // namespace verbale
