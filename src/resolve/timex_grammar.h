// The forms of time expressions, by concept. Each reader looks at the token `at` and gives the longest expression of
// its form that starts there, or nothing. They call each other: "the end of the first quarter of last year".
#pragma once

#include <optional>

#include "timex_cursor.h"
#include "timex_expression.h"

namespace verbale {

using MaybeTime = std::optional<TimeExpression>;

TimeExpression make_time(TokenId begin, TokenId end, TimeKind kind);
// The longer of the two; the first when they are equally long.
MaybeTime longer(MaybeTime a, MaybeTime b);

// timex_years.cc: "1990", "the 1970s", "480 BC"
bool is_era(const TimeCursor& cursor, TokenId at);
// "1500 soldiers", "2000 km": the number counts what follows.
bool counts_noun(const TimeCursor& cursor, TokenId at);
MaybeTime read_year(const TimeCursor& cursor, TokenId at);

// timex_clock.cc: "18:00 UTC"
MaybeTime read_clock(const TimeCursor& cursor, TokenId at);
void read_zone(const TimeCursor& cursor, TimeExpression& time);

// timex_dates.cc: "4 April 2023", "Thursday night", "yesterday", and all of the above
MaybeTime read_date(const TimeCursor& cursor, TokenId at);
// Lengthens a date by the part of the day or the clock time that follows it.
void read_time_of_day(const TimeCursor& cursor, TimeExpression& date);

// timex_periods.cc: "last September", "the same day", "the first half of 2022", "the spring of next year"
MaybeTime read_relation(const TimeCursor& cursor, TokenId at);
MaybeTime read_season(const TimeCursor& cursor, TokenId at);
MaybeTime read_ordinal_part(const TimeCursor& cursor, TokenId at);

// timex_edges.cc: "early May", "the end of March", "the morning of April 19", "at night"
MaybeTime read_edge(const TimeCursor& cursor, TokenId at);
MaybeTime read_day_part(const TimeCursor& cursor, TokenId at);
// Any calendar or relative expression: what may follow "the end of".
MaybeTime read_period(const TimeCursor& cursor, TokenId at);

// timex_quantities.cc: "three days ago", "nearly five months", "every Monday", "a week", "annual"
struct CountRead {
  Quantity quantity;
  TokenId end = 0;
};
std::optional<CountRead> read_count(const TimeCursor& cursor, TokenId at);
MaybeTime read_quantity(const TimeCursor& cursor, TokenId at);
MaybeTime read_set(const TimeCursor& cursor, TokenId at);

// timex_phrases.cc: "right now", "at the time", "Good Friday"
MaybeTime read_reference(const TimeCursor& cursor, TokenId at);
MaybeTime read_holiday(const TimeCursor& cursor, TokenId at);

}  // namespace verbale
