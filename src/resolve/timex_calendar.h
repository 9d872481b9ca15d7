// Calendar periods of every size that news speaks of, and the arithmetic between them: "last quarter", "the 1970s",
// "the winter of 1941", "480 BC". Years before Christ count upwards from 1 and have `bc` set; they have no days here,
// because proleptic days of antiquity would claim a precision that no text carries.
//
//   Period march = period_of(day, Grain::month);
//   format_period(shifted(march, -1));   "2023-02"
#pragma once

#include <cstdint>
#include <string>

#include "base/calendar.h"

namespace verbale {

enum class Grain : uint8_t { century, decade, year, half, quarter, season, month, week, weekend, day };

struct Period {
  Grain grain = Grain::day;
  bool bc = false;
  int year = 0;   // the year; of a decade its first three digits (197), of a century its first two (19)
  int index = 0;  // half 1-2, quarter 1-4, season 0-3 from spring, month 1-12
  Day day{};      // the day; of a week or weekend its Monday
};

Period year_period(int year, bool bc = false);
Period month_period(int year, int month);
Period day_period(Day day);

// The period of that size which holds the day.
Period period_of(Day day, Grain grain);
// The period of a coarser size which holds the first day of this one; the period itself when that is not coarser.
Period widened(const Period& period, Grain grain);
Period shifted(Period period, int steps);

// requires: !period.bc
Day first_day(const Period& period);
Day last_day(const Period& period);

// As TIMEX3 writes it: "19", "197", "1975", "1975-H1", "1975-Q3", "1975-SU", "1975-04", "1975-W16", "1975-W16-WE",
// "1975-04-20", "BC0480".
std::string format_period(const Period& period);

// ISO numbers: 1 is Monday.
int weekday_of(Day day);
// Easter Sunday of the Gregorian calendar.
Day easter_sunday(int year);
// The day, or the last day of its month when the month is shorter.
Day make_day(int year, int month, int day);
bool is_date(int year, int month, int day);

}  // namespace verbale
