// Dates that come again: months, seasons and quarters without a year, weekdays, days of the month. The tense and the
// date they are told from choose one of them.
#include "timex_resolvers.h"

namespace verbale {
namespace {

using std::chrono::days;

// A history goes forward more often than back: the nearer of the two, with a little favour for the one to come.
bool narrative_takes_earlier(const Period& before, const Period& next, const Period& base) {
  const Day day = first_day(base);
  if (first_day(next) <= last_day(base)) return false;
  const auto ahead = first_day(next) - day;
  const auto behind = day - first_day(before);
  return behind * 4 < ahead * 3;
}

struct Recurring {
  const TimeExpression& e;

  Period in_year(int year) const {
    if (e.quarter > 0) return {Grain::quarter, false, year, e.quarter, {}};
    if (e.half > 0) return {Grain::half, false, year, e.half, {}};
    if (e.season >= 0) return {Grain::season, false, year, e.season, {}};
    if (e.day > 0) return day_period(make_day(year, e.month, e.day));
    return month_period(year, e.month);
  }
};

Period choose(const Recurring& recurring, const Base& base, TimeTense tense) {
  if (base.period.bc) {
    const bool day = recurring.e.day > 0;  // days before Christ are told by their month
    Period same = day ? month_period(base.period.year, recurring.e.month) : recurring.in_year(base.period.year);
    same.bc = true;
    return same;
  }
  const int year = widened(base.period, Grain::year).year;
  if (base.period.grain <= Grain::year) return recurring.in_year(year);
  int at = year - 1;
  while (last_day(recurring.in_year(at)) < first_day(base.period)) ++at;
  const Period before = recurring.in_year(at - 1), next = recurring.in_year(at);
  const bool earlier = base.anchor == "running" ? narrative_takes_earlier(before, next, base.period)
                                                : takes_earlier(before, next, base.period, tense);
  return earlier ? before : next;
}

// "last September", "next March": whole occurrences strictly before or after.
Period choose_related(const Recurring& recurring, const Base& base, int step) {
  int year = widened(base.period, Grain::year).year;
  const Day day = first_day(base.period);
  if (step < 0) {
    while (last_day(recurring.in_year(year)) >= day) --year;
  } else {
    while (first_day(recurring.in_year(year)) <= day) ++year;
  }
  return recurring.in_year(year);
}

// 29 February: the next or the last year that has it.
std::optional<int> nearest_year_with_day(const TimeExpression& e, int year, TimeTense tense) {
  for (int distance = 1; distance <= 8; ++distance) {
    const int other = tense == TimeTense::future ? year + distance : year - distance;
    if (is_date(other, e.month, e.day)) return other;
  }
  return std::nullopt;
}

Day weekday_near(const TimeExpression& e, Day day, TimeTense tense) {
  const int back = (weekday_of(day) - e.weekday + 7) % 7;
  const int ahead = (e.weekday - weekday_of(day) + 7) % 7;
  switch (e.relation) {
    case TimeRelation::last:
    case TimeRelation::previous:
    case TimeRelation::past:
      return day - days(back == 0 ? 7 : back);
    case TimeRelation::next:
    case TimeRelation::following:
    case TimeRelation::coming:
      return day + days(ahead == 0 ? 7 : ahead);
    default:
      break;
  }
  if (tense == TimeTense::past) return day - days(back);
  if (tense == TimeTense::future || tense == TimeTense::present) return day + days(ahead);
  return back <= ahead ? day - days(back) : day + days(ahead);
}

std::string_view weekday_reason(const Base& base, TimeTense tense, TimeRelation relation) {
  if (base.anchor == "running") return "weekday next to the date told before it";
  if (relation != TimeRelation::none) return "weekday told by its relation";
  if (tense == TimeTense::past) return "weekday on or before the publication date, past tense";
  if (tense == TimeTense::unknown) return "weekday nearest to the publication date";
  return "weekday on or after the publication date, future";
}

}  // namespace

TimeMeaning resolve_recurring(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  const bool beside = anchor.beside && tense == TimeTense::past && e.relation == TimeRelation::none;
  const auto base = beside ? running_base(anchor) : base_of(e.relation, anchor);
  if (!base) return unresolved("no publication date to tell the year from");
  const Recurring recurring{e};
  const int step = step_of(e.relation);
  if (e.unit == TimeUnit::year && !base->period.bc)  // "the first quarter of last year"
    return of_period(recurring.in_year(widened(base->period, Grain::year).year + step), base->anchor,
                     "part of a year told by its relation");
  const bool ordered = step != 0 && !base->period.bc && base->period.grain > Grain::decade;
  if (ordered) return of_period(choose_related(recurring, *base, step), base->anchor, "told by its relation");
  if (e.relation == TimeRelation::present && !base->period.bc && base->period.grain > Grain::decade)
    return of_period(recurring.in_year(widened(base->period, Grain::year).year), base->anchor, "of the current year");
  if (base->period.grain < Grain::year) return unresolved("the date told before it is too coarse");
  const Period chosen = choose(recurring, *base, tense);
  if (e.day == 0 || chosen.bc || is_date(chosen.year, e.month, e.day)) return from_base(chosen, *base, tense);
  const auto leap = nearest_year_with_day(e, chosen.year, tense);
  if (!leap) return unresolved("no such day in the calendar");
  return from_base(recurring.in_year(*leap), *base, tense);
}

TimeMeaning resolve_weekday(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  const auto base = base_of(e.relation, anchor);
  if (!base) return unresolved("no publication date to tell the day from");
  if (base->period.grain != Grain::day) return unresolved("the date told before it is too coarse");
  if (e.unit == TimeUnit::week) {
    const Period week = shifted(widened(base->period, Grain::week), step_of(e.relation));
    return of_period(day_period(first_day(week) + std::chrono::days(e.weekday - 1)), base->anchor, "day of that week");
  }
  if (base->anchor == "running") tense = TimeTense::unknown;
  const Day day = weekday_near(e, base->period.day, tense);
  return of_period(day_period(day), base->anchor, weekday_reason(*base, tense, e.relation));
}

// "the 20th", told of the month at hand
TimeMeaning resolve_day_number(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  const auto base = running_base(anchor);
  if (!base || base->period.bc || base->period.grain < Grain::month || base->period.grain == Grain::week)
    return unresolved("no month to count the day in");
  Period month = widened(base->period, Grain::month);
  if (told_from_writing(base->anchor)) {
    const Day day = make_day(month.year, month.index, e.day);
    if (tense == TimeTense::past && day > base->period.day) month = shifted(month, -1);
    if (tense == TimeTense::future && day < base->period.day) month = shifted(month, 1);
  }
  if (!is_date(month.year, month.index, e.day)) return unresolved("the month has no such day");
  return of_period(day_period(make_day(month.year, month.index, e.day)), base->anchor,
                   "day of the month told before it");
}

}  // namespace verbale
