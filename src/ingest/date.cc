// Reads by shape: the number of digits between the separators decides the precision, the calendar decides validity.
#include "ingest/date.h"

#include <algorithm>

#include "base/calendar.h"

namespace verbale {
namespace {

using std::string_view;

// '0' stands for any digit; everything else for itself.
bool has_shape(string_view words, string_view shape) {
  return words.size() == shape.size() &&
         std::equal(words.begin(), words.end(), shape.begin(),
                    [](char word, char mark) { return mark == '0' ? word >= '0' && word <= '9' : word == mark; });
}

bool is_zone(string_view words) {
  return words.empty() || words == "Z" || has_shape(words, "+00:00") || has_shape(words, "-00:00") ||
         has_shape(words, "+0000") || has_shape(words, "-0000");
}

int two_digits(string_view words, size_t at) { return (words[at] - '0') * 10 + (words[at + 1] - '0'); }

// "08:10", "08:10:00", "08:10:00.123", each with an optional zone: the precision, or "" for what is no time of day.
string_view precision_of_time(string_view words) {
  if (words.size() < 5 || !has_shape(words.substr(0, 5), "00:00")) return "";
  if (two_digits(words, 0) > 23 || two_digits(words, 3) > 59) return "";
  if (is_zone(words.substr(5))) return "minute";
  if (words.size() < 8 || !has_shape(words.substr(5, 3), ":00") || two_digits(words, 6) > 60) return "";
  string_view rest = words.substr(8);
  if (!rest.empty() && rest.front() == '.')
    rest.remove_prefix(std::min(rest.size(), rest.find_first_not_of("0123456789", 1)));
  return is_zone(rest) ? "second" : "";
}

ArticleDate given(std::string value, string_view precision) {
  return {std::move(value), std::string(precision), DateMethod::given};
}

std::optional<ArticleDate> read_day(string_view day, string_view time) {
  if (!parse_day(day)) return std::nullopt;
  if (time.empty()) return given(std::string(day), "day");
  const string_view precision = precision_of_time(time);
  if (precision.empty()) return std::nullopt;
  return given(std::string(day) + "T" + std::string(time), precision);
}

string_view trim(string_view words) {
  while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  return words;
}

}  // namespace

std::optional<ArticleDate> read_date(string_view words) {
  words = trim(words);
  if (has_shape(words, "0000")) return given(std::string(words), "year");
  if (has_shape(words, "0000-00") && two_digits(words, 5) >= 1 && two_digits(words, 5) <= 12)
    return given(std::string(words), "month");
  if (has_shape(words, "00000000"))
    return read_day(
        std::string(words.substr(0, 4)) + "-" + std::string(words.substr(4, 2)) + "-" + std::string(words.substr(6, 2)),
        "");
  if (words.size() < 10) return std::nullopt;
  if (words.size() == 10) return read_day(words, "");
  if (words[10] != 'T' && words[10] != ' ') return std::nullopt;
  return read_day(words.substr(0, 10), trim(words.substr(11)));
}

}  // namespace verbale
