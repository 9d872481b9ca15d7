// Periods over std::chrono; weeks and their years follow ISO 8601.
#include "timex_calendar.h"

#include <cstdio>

namespace verbale {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr int kFirstMonthOfSeason[] = {3, 6, 9, 12};
constexpr const char* kSeasonCode[] = {"SP", "SU", "FA", "WI"};

int year_of(Day day) { return int(year_month_day(day).year()); }
int month_of(Day day) { return int(unsigned(year_month_day(day).month())); }

Day monday_of(Day day) { return day - days(weekday_of(day) - 1); }

int floor_div(int value, int by) { return value >= 0 ? value / by : -((by - 1 - value) / by); }

Period season_of(Day day) {
  const int month = month_of(day);
  if (month < 3) return {Grain::season, false, year_of(day) - 1, 3, {}};
  return {Grain::season, false, year_of(day), month / 3 - 1, {}};
}

// How many of these sizes make a year, for sizes counted by `index`.
int parts_of_year(Grain grain) {
  if (grain == Grain::half) return 2;
  return grain == Grain::month ? 12 : 4;
}

void shift_part(Period& period, int steps) {
  const int parts = parts_of_year(period.grain);
  const int base = period.grain == Grain::season ? 0 : 1;
  const int total = period.year * parts + period.index - base + steps;
  period.year = floor_div(total, parts);
  period.index = total - period.year * parts + base;
}

int first_month(const Period& period) {
  switch (period.grain) {
    case Grain::half:
      return period.index * 6 - 5;
    case Grain::quarter:
      return period.index * 3 - 2;
    case Grain::season:
      return kFirstMonthOfSeason[period.index];
    case Grain::month:
      return period.index;
    default:
      return 1;
  }
}

std::string format_week(const Period& period) {
  const Day thursday = period.day + days(3);
  const int year = year_of(thursday);
  const int week = int((thursday - make_day(year, 1, 1)).count()) / 7 + 1;
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "%04d-W%02d%s", year, week, period.grain == Grain::weekend ? "-WE" : "");
  return buffer;
}

}  // namespace

int weekday_of(Day day) { return int(std::chrono::weekday(day).iso_encoding()); }

bool is_date(int year, int month, int day) {
  return month > 0 && day > 0 &&
         year_month_day(std::chrono::year(year), std::chrono::month(unsigned(month)), std::chrono::day(unsigned(day)))
             .ok();
}

Day make_day(int year, int month, int day) {
  const auto y = std::chrono::year(year);
  const auto m = std::chrono::month(unsigned(month));
  if (is_date(year, month, day)) return Day(year_month_day(y, m, std::chrono::day(unsigned(day))));
  return Day(year_month_day(y / m / std::chrono::last));
}

Period year_period(int year, bool bc) { return {Grain::year, bc, year, 0, {}}; }
Period month_period(int year, int month) { return {Grain::month, false, year, month, {}}; }
Period day_period(Day day) { return {Grain::day, false, year_of(day), 0, day}; }

Period period_of(Day day, Grain grain) {
  const int year = year_of(day);
  switch (grain) {
    case Grain::century:
      return {grain, false, year / 100, 0, {}};
    case Grain::decade:
      return {grain, false, year / 10, 0, {}};
    case Grain::year:
      return year_period(year);
    case Grain::half:
      return {grain, false, year, (month_of(day) + 5) / 6, {}};
    case Grain::quarter:
      return {grain, false, year, (month_of(day) + 2) / 3, {}};
    case Grain::season:
      return season_of(day);
    case Grain::month:
      return month_period(year, month_of(day));
    case Grain::week:
    case Grain::weekend:
      return {grain, false, year, 0, monday_of(day)};
    case Grain::day:
      break;
  }
  return day_period(day);
}

Period widened(const Period& period, Grain grain) {
  if (grain >= period.grain) return period;
  if (!period.bc) return period_of(first_day(period), grain);
  const int years = period.grain == Grain::decade ? period.year * 10 : period.year;
  if (grain == Grain::century) return {grain, true, years / 100, 0, {}};
  return grain == Grain::decade ? Period{grain, true, years / 10, 0, {}} : period;
}

Period shifted(Period period, int steps) {
  switch (period.grain) {
    case Grain::century:
    case Grain::decade:
    case Grain::year:
      period.year += period.bc ? -steps : steps;
      break;
    case Grain::half:
    case Grain::quarter:
    case Grain::season:
    case Grain::month:
      shift_part(period, steps);
      break;
    case Grain::week:
    case Grain::weekend:
      period.day += days(7 * steps);
      break;
    case Grain::day:
      period.day += days(steps);
      break;
  }
  return period;
}

Day first_day(const Period& period) {
  switch (period.grain) {
    case Grain::century:
      return make_day(period.year * 100, 1, 1);
    case Grain::decade:
      return make_day(period.year * 10, 1, 1);
    case Grain::week:
    case Grain::day:
      return period.day;
    case Grain::weekend:
      return period.day + days(5);
    default:
      return make_day(period.year, first_month(period), 1);
  }
}

Day last_day(const Period& period) {
  if (period.grain == Grain::weekend) return period.day + days(6);
  return first_day(shifted(period, 1)) - days(1);
}

std::string format_period(const Period& period) {
  if (period.grain == Grain::week || period.grain == Grain::weekend) return format_week(period);
  if (period.grain == Grain::day) return format_day(period.day);
  const char* era = period.bc ? "BC" : "";
  char buffer[24];
  switch (period.grain) {
    case Grain::century:
      std::snprintf(buffer, sizeof buffer, "%s%02d", era, period.year);
      break;
    case Grain::decade:
      std::snprintf(buffer, sizeof buffer, "%s%03d", era, period.year);
      break;
    case Grain::half:
      std::snprintf(buffer, sizeof buffer, "%s%04d-H%d", era, period.year, period.index);
      break;
    case Grain::quarter:
      std::snprintf(buffer, sizeof buffer, "%s%04d-Q%d", era, period.year, period.index);
      break;
    case Grain::season:
      std::snprintf(buffer, sizeof buffer, "%s%04d-%s", era, period.year, kSeasonCode[period.index]);
      break;
    case Grain::month:
      std::snprintf(buffer, sizeof buffer, "%s%04d-%02d", era, period.year, period.index);
      break;
    default:
      std::snprintf(buffer, sizeof buffer, "%s%04d", era, period.year);
      break;
  }
  return buffer;
}

// The anonymous Gregorian computus (Meeus, Jones, Butcher).
Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int sum = h + l - 7 * m + 114;
  return make_day(year, sum / 31, sum % 31 + 1);
}

}  // namespace verbale
