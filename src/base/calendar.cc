// ISO 8601 calendar dates in and out, over std::chrono.
#include "base/calendar.h"

#include <charconv>
#include <cstdio>

namespace verbale {
namespace {

std::optional<int> parse_digits(std::string_view digits) {
  int value = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Day> parse_day(std::string_view iso) {
  if (iso.size() > 10 && iso[10] == 'T') iso = iso.substr(0, 10);
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;

  const auto year = parse_digits(iso.substr(0, 4));
  const auto month = parse_digits(iso.substr(5, 2));
  const auto day = parse_digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;

  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(unsigned(*month)),
                                         std::chrono::day(unsigned(*day))};
  if (!date.ok()) return std::nullopt;
  return Day(date);
}

std::string format_day(Day day) {
  const std::chrono::year_month_day date(day);
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%04d-%02u-%02u", int(date.year()), unsigned(date.month()),
                unsigned(date.day()));
  return buffer;
}

}  // namespace verbale
