// What the resolvers of time share: where an expression is told from, and how a meaning is made. Inside the stage only;
// each resolver has a file of its own concept.
#pragma once

#include "timex_anchor.h"

namespace verbale {

// The period that an expression is told from, and the name of that anchor.
struct Base {
  Period period;
  std::string_view anchor;
};

bool told_from_writing(std::string_view anchor);
Grain grain_of(TimeUnit unit);
std::optional<Base> published_base(const TimeAnchor& anchor);
// The date told last, or the publication date while none has been told.
std::optional<Base> running_base(const TimeAnchor& anchor);
// From where "last year", "in May" are told: the day of writing, in histories the date told last.
std::optional<Base> telling_base(const TimeAnchor& anchor);
std::optional<Base> base_of(TimeRelation relation, const TimeAnchor& anchor);
// "last" -1, "this" 0, "next" 1
int step_of(TimeRelation relation);

TimeMeaning unresolved(std::string_view reason);
TimeMeaning of_period(const Period& period, std::string_view anchor, std::string_view reason);
// A meaning chosen among repetitions; the reason tells how.
TimeMeaning from_base(const Period& period, const Base& base, TimeTense tense);
// True when the occurrence before the base fits the tense better than the next one.
bool takes_earlier(const Period& before, const Period& next, const Period& base, TimeTense tense);

// timex_recurring.cc: "in May", "last September", "on Thursday", "the 20th"
TimeMeaning resolve_recurring(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor);
TimeMeaning resolve_weekday(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor);
TimeMeaning resolve_day_number(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor);

// timex_holidays.cc: "Good Friday"
TimeMeaning resolve_holiday(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor);

// timex_relatives.cc: "last year", "the same period last year", "three days ago", "yesterday"
TimeMeaning resolve_relative(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor);
TimeMeaning resolve_same_part(const TimeExpression& e, const TimeAnchor& anchor);
TimeMeaning resolve_offset(const TimeExpression& e, const TimeAnchor& anchor);
TimeMeaning resolve_day_offset(const TimeExpression& e, const TimeAnchor& anchor);

// timex_amounts.cc: "two years", "every Monday", "now"
TimeMeaning resolve_duration(const TimeExpression& e);
TimeMeaning resolve_set(const TimeExpression& e);
TimeMeaning resolve_reference(const TimeExpression& e, TimeTense tense);

}  // namespace verbale
