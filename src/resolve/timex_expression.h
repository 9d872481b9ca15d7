// What a time expression says before anything outside it is known: "last September" is a relation and a month, "two
// weeks later" a quantity and a direction. timex_reader finds them, timex_anchor turns them into values.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "record/document.h"
#include "timex_calendar.h"

namespace verbale {

enum class TimeKind : uint8_t {
  calendar,   // fields of a date, perhaps incomplete: "4 April", "Thursday night", "the 1970s", "18:00 UTC"
  relative,   // a relation or article and a unit: "last year", "the same day", "the month"
  same_part,  // "the same period last year", "the same month a year ago"
  offset,     // a quantity and a direction: "three days ago"
  duration,   // "for two years", "the next 48 hours"
  set,        // "every Monday", "annual"
  reference,  // PRESENT_REF and its kin
  holiday     // "Good Friday"
};

enum class TimeRelation : uint8_t {
  none,
  last,
  present,
  next,
  previous,
  same,
  following,
  past,
  coming,
  recent,
  definite
};
enum class TimeDirection : uint8_t { none, ago, later, earlier, from_now };
enum class TimeEdge : uint8_t { none, start, middle, end };

// The units of data/times/units.tsv.
enum class TimeUnit : uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  week,
  weekend,
  fortnight,
  month,
  quarter,
  year,
  decade,
  century
};

// How many: a number, or the X of "several".
struct Quantity {
  double number = 1;
  bool unknown = false;
};

struct TimeExpression {
  TokenRange tokens;
  Span span;
  TimeKind kind = TimeKind::calendar;
  bool range_end = false;  // the second of two, "1914–18"
  bool bracketed = false;  // a year in brackets behind a name or a work: not what the text tells
  TimeRelation relation = TimeRelation::none;
  TimeEdge edge = TimeEdge::none;

  // Fields of a calendar expression.
  std::optional<int> year;
  bool bc = false;
  Grain year_grain = Grain::year;  // century and decade use `year` for their digits
  bool short_decade = false;       // "the sixties": the century is not said
  bool fiscal = false;
  int half = 0, quarter = 0;
  int season = -1;
  int month = 0, day = 0, weekday = 0;
  std::optional<int> day_offset;  // today 0, yesterday -1
  int ordinal = 0;                // "the first week of", -1 the last; its unit is `unit`
  std::string_view day_part;      // "MO"
  int minute = -1;                // of the day
  std::optional<int> zone;        // minutes east of Greenwich

  TimeUnit unit = TimeUnit::none;
  Quantity quantity;
  TimeDirection direction = TimeDirection::none;
  bool only_ahead = false;  // no time at all when its clause is past
  std::string_view text;    // value of a reference, rule of a holiday, period of a set

  bool names_day() const { return day > 0 || weekday > 0 || day_offset.has_value() || kind == TimeKind::holiday; }
};

}  // namespace verbale
