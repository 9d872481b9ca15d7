// From expressions to values: which day, month or year is meant, seen from the publication date or from the last date
// that the text told ("running").
//
// News speaks from its day of publication. A history, whose explicit years lie far before it, speaks from the date it
// has just told; `is_narrative` decides that once for the text.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "timex_calendar.h"
#include "timex_expression.h"
#include "timex_tense.h"

namespace verbale {

struct TimeAnchor {
  std::optional<Day> published;
  std::string_view published_by = "published";  // or "dateline"
  std::optional<Period> running;
  std::optional<Period> aside;  // a far-off year, mentioned once: the story goes on from it only when it comes again
  bool narrative = false;
  bool beside = false;  // an explicit date of long ago has just been told: a past month without a year belongs to it
};

// What became of an expression; `value` is "" when nothing could be told.
struct TimeMeaning {
  TimexType type = TimexType::date;
  std::string value;
  std::optional<Period> period;  // when the value is a calendar interval
  std::string_view anchor;       // "published", "running", ""
  std::string_view reason;
  bool moves_running = false;  // later expressions may be told from this one
};

bool is_narrative(const std::vector<TimeExpression>& expressions, const std::optional<Day>& published);

// Moves the running date to what was just told.
void move_running(TimeAnchor& anchor, const TimeExpression& expression, TimeTense tense, const TimeMeaning& meaning);

TimeMeaning resolve_expression(const TimeExpression& expression, TimeTense tense, const TimeAnchor& anchor);

}  // namespace verbale
