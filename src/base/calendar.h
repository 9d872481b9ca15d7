// Calendar days, as the record writes them. No clock: a day always comes from the article or from the caller.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace verbale {

using Day = std::chrono::sys_days;

// "2023-04-20" -> the day; nothing when the text is not a valid full ISO 8601 date. A time part after 'T' is ignored.
std::optional<Day> parse_day(std::string_view iso);

// The day -> "2023-04-20".
std::string format_day(Day day);

}  // namespace verbale
