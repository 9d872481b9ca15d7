// Dates of the tables, as precise as they are known.
#include "resolve/actor_tables.h"

namespace verbale {

std::optional<Day> first_day_of(std::string_view partial_date) {
  if (partial_date.size() == 4) return parse_day(std::string(partial_date) + "-01-01");
  if (partial_date.size() == 7) return parse_day(std::string(partial_date) + "-01");
  return parse_day(partial_date);
}

std::optional<Day> last_day_of(std::string_view partial_date) {
  if (partial_date.size() == 4) return parse_day(std::string(partial_date) + "-12-31");
  if (partial_date.size() != 7) return parse_day(partial_date);
  const auto first = first_day_of(partial_date);
  if (!first) return std::nullopt;
  const std::chrono::year_month_day date{*first};
  return Day{date.year() / date.month() / std::chrono::last};
}

}  // namespace verbale
