// Where times are told from, and which resolver an expression needs; absolute dates and parts of the day are resolved
// here.
#include "timex_anchor.h"

#include <cstdio>
#include <cstdlib>

#include "timex_resolvers.h"

namespace verbale {

bool told_from_writing(std::string_view anchor) { return anchor == "published" || anchor == "dateline"; }

Grain grain_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return Grain::week;
    case TimeUnit::weekend:
      return Grain::weekend;
    case TimeUnit::month:
      return Grain::month;
    case TimeUnit::quarter:
      return Grain::quarter;
    case TimeUnit::year:
      return Grain::year;
    case TimeUnit::decade:
      return Grain::decade;
    case TimeUnit::century:
      return Grain::century;
    default:
      return Grain::day;
  }
}

std::optional<Base> published_base(const TimeAnchor& anchor) {
  if (!anchor.published) return std::nullopt;
  return Base{day_period(*anchor.published), anchor.published_by};
}

std::optional<Base> running_base(const TimeAnchor& anchor) {
  if (anchor.running) return Base{*anchor.running, "running"};
  return published_base(anchor);
}

std::optional<Base> telling_base(const TimeAnchor& anchor) {
  return anchor.narrative ? running_base(anchor) : published_base(anchor);
}

std::optional<Base> base_of(TimeRelation relation, const TimeAnchor& anchor) {
  switch (relation) {
    case TimeRelation::previous:
    case TimeRelation::same:
    case TimeRelation::following:
      return running_base(anchor);
    default:
      return telling_base(anchor);
  }
}

int step_of(TimeRelation relation) {
  switch (relation) {
    case TimeRelation::last:
    case TimeRelation::previous:
    case TimeRelation::past:
      return -1;
    case TimeRelation::next:
    case TimeRelation::following:
    case TimeRelation::coming:
      return 1;
    default:
      return 0;
  }
}

TimeMeaning unresolved(std::string_view reason) {
  TimeMeaning meaning;
  meaning.reason = reason;
  return meaning;
}

TimeMeaning of_period(const Period& period, std::string_view anchor, std::string_view reason) {
  TimeMeaning meaning;
  meaning.value = format_period(period);
  meaning.period = period;
  meaning.anchor = anchor;
  meaning.reason = reason;
  meaning.moves_running = true;
  return meaning;
}

// Among the occurrences before and after the base, the one that the tense asks for; `next` is the first one that does
// not end before the base, `before` the one before it.
bool takes_earlier(const Period& before, const Period& next, const Period& base, TimeTense tense) {
  const Day day = first_day(base);
  const bool now = first_day(next) <= day;
  if (tense == TimeTense::past) return !now;
  if (tense == TimeTense::future || now) return false;
  return day - last_day(before) < first_day(next) - day;
}

TimeMeaning from_base(const Period& period, const Base& base, TimeTense tense) {
  const bool published = told_from_writing(base.anchor);
  std::string_view reason = "nearest to the date told before it";
  if (published && tense == TimeTense::past)
    reason = "latest on or before the publication date, past tense";
  else if (published && tense == TimeTense::future)
    reason = "first on or after the publication date, future";
  else if (published)
    reason = "nearest to the publication date";
  return of_period(period, base.anchor, reason);
}

namespace {

// ---- absolute dates --------------------------------------------------------------------------------------------

TimeMeaning resolve_decade_name(const TimeExpression& e, const TimeAnchor& anchor) {
  const auto base = telling_base(anchor);
  const int century = base && !base->period.bc ? widened(base->period, Grain::century).year : 19;
  const int digit = *e.year % 10;
  const int decade = (anchor.narrative ? century : digit >= 3 ? 19 : century) * 10 + digit;
  return of_period({Grain::decade, false, decade, 0, {}}, "", "decade of the last century that had it");
}

TimeMeaning resolve_absolute(const TimeExpression& e, const TimeAnchor& anchor) {
  if (e.short_decade) return resolve_decade_name(e, anchor);
  if (e.fiscal) {
    TimeMeaning meaning = unresolved("fiscal year, whose days the text does not tell");
    char buffer[16];
    std::snprintf(buffer, sizeof buffer, "FY%04d", *e.year);
    meaning.value = buffer;
    return meaning;
  }
  Period period{e.year_grain, e.bc, *e.year, 0, {}};
  if (e.month > 0 && e.day > 0) {
    if (e.bc) return of_period({Grain::month, true, *e.year, e.month, {}}, "", "explicit date");
    if (!is_date(*e.year, e.month, e.day)) return unresolved("no such day in the calendar");
    period = day_period(make_day(*e.year, e.month, e.day));
  } else if (e.month > 0) {
    period = {Grain::month, e.bc, *e.year, e.month, {}};
  } else if (e.season >= 0) {
    period = {Grain::season, e.bc, *e.year, e.season, {}};
  } else if (e.quarter > 0) {
    period = {Grain::quarter, e.bc, *e.year, e.quarter, {}};
  } else if (e.half > 0) {
    period = {Grain::half, e.bc, *e.year, e.half, {}};
  }
  return of_period(period, "", "explicit date");
}

// "the last week of March": the whole is resolved, this picks the part.
TimeMeaning pick_part(const TimeExpression& e, TimeMeaning whole) {
  if (!whole.period || whole.period->bc) return whole;
  const Day first = first_day(*whole.period), last = last_day(*whole.period);
  Period part = period_of(first, grain_of(e.unit));
  if (e.ordinal > 0) {
    if (part.grain != Grain::day && first_day(part) < first) part = shifted(part, 1);
    part = shifted(part, e.ordinal - 1);
  } else {
    part = period_of(last, grain_of(e.unit));
    if (last_day(part) > last) part = shifted(part, -1);
  }
  if (first_day(part) > last) return unresolved("the period has no such part");
  return of_period(part, whole.anchor, "part counted inside its period");
}

// ---- parts of the day ------------------------------------------------------------------------------------------

std::string clock_text(const TimeExpression& e) {
  char buffer[24];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d", e.minute / 60, e.minute % 60);
  std::string text = buffer;
  if (!e.zone) return text;
  if (*e.zone == 0) return text + "Z";
  std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", *e.zone < 0 ? '-' : '+', std::abs(*e.zone) / 60,
                std::abs(*e.zone) % 60);
  return text + buffer;
}

TimeMeaning without_day(std::string_view time, std::string_view reason) {
  TimeMeaning meaning = unresolved(reason);
  meaning.type = TimexType::time;
  meaning.value = "XXXX-XX-XX" + std::string(time);
  return meaning;
}

TimeMeaning add_time(const TimeExpression& e, TimeMeaning day) {
  if (e.minute < 0 && e.day_part.empty()) return day;
  const std::string time = e.minute >= 0 ? clock_text(e) : "T" + std::string(e.day_part);
  if (!day.period || day.period->grain != Grain::day) return without_day(time, day.reason);
  day.type = TimexType::time;
  day.value += time;
  return day;
}

// A clock time or part of the day alone: of the day told last, when the text points at one.
TimeMeaning resolve_lone_time(const TimeExpression& e, const TimeAnchor& anchor) {
  const std::string time = e.minute >= 0 ? clock_text(e) : "T" + std::string(e.day_part);
  const bool pointing = e.minute >= 0 || e.relation == TimeRelation::definite;
  const auto base = running_base(anchor);
  if (!pointing || !base || base->period.grain != Grain::day)
    return without_day(time, "part of a day that is not told");
  TimeMeaning meaning = of_period(base->period, base->anchor, "of the day told before it");
  meaning.type = TimexType::time;
  meaning.value += time;
  meaning.moves_running = false;
  return meaning;
}

// ---- the thread of the story ------------------------------------------------------------------------------------

constexpr int kAsideYears = 5;

int signed_year(const Period& period) {
  const int year = widened(period, Grain::year).year;
  return period.bc ? -year : year;
}

int years_between(const Period& a, const Period& b) { return std::abs(signed_year(a) - signed_year(b)); }

bool is_lone_time(const TimeExpression& e) {
  return !e.year && !e.day_offset && e.month == 0 && e.day == 0 && e.weekday == 0 && e.season < 0 && e.quarter == 0 &&
         e.half == 0;
}

TimeMeaning resolve_calendar(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  if (e.year) return resolve_absolute(e, anchor);
  if (e.day_offset) return resolve_day_offset(e, anchor);
  if (e.day > 0 && e.month == 0) return resolve_day_number(e, tense, anchor);
  if (e.month > 0 || e.season >= 0 || e.quarter > 0 || e.half > 0) return resolve_recurring(e, tense, anchor);
  return resolve_weekday(e, tense, anchor);
}

}  // namespace

bool is_narrative(const std::vector<TimeExpression>& expressions, const std::optional<Day>& published) {
  size_t distant = 0, recent = 0, deictic = 0;
  const int now = published ? day_period(*published).year : 0;
  for (const TimeExpression& e : expressions) {
    const bool from_now =
        e.relation == TimeRelation::last || e.relation == TimeRelation::present || e.relation == TimeRelation::next;
    if (e.day_offset || from_now || (e.weekday > 0 && e.month == 0)) ++deictic;
    if (!e.year || e.year_grain != Grain::year || e.bracketed) continue;
    const int year = e.bc ? -*e.year : *e.year;
    ++(!published || year < now - 1 ? distant : recent);
  }
  return distant >= 3 && distant > recent && distant > 5 * deictic;
}

void move_running(TimeAnchor& anchor, const TimeExpression& e, TimeTense tense, const TimeMeaning& meaning) {
  if (!meaning.moves_running || !meaning.period || meaning.period->grain < Grain::year || e.range_end) return;
  const Period& period = *meaning.period;
  if (anchor.narrative && tense == TimeTense::future) return;
  const bool bare_year = e.year && period.grain == Grain::year;
  if (anchor.narrative && bare_year && anchor.running && years_between(*anchor.running, period) > kAsideYears) {
    const bool again = anchor.aside && years_between(*anchor.aside, period) <= kAsideYears;
    anchor.aside = period;
    if (!again) return;
  }
  anchor.running = period;
}

TimeMeaning resolve_expression(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  switch (e.kind) {
    case TimeKind::duration:
      return resolve_duration(e);
    case TimeKind::set:
      return resolve_set(e);
    case TimeKind::reference:
      return resolve_reference(e, tense);
    case TimeKind::offset:
      return resolve_offset(e, anchor);
    case TimeKind::relative:
      return add_time(e, resolve_relative(e, tense, anchor));
    case TimeKind::same_part:
      return resolve_same_part(e, anchor);
    case TimeKind::holiday:
      return add_time(e, resolve_holiday(e, tense, anchor));
    case TimeKind::calendar:
      break;
  }
  if (is_lone_time(e)) return resolve_lone_time(e, anchor);
  TimeMeaning meaning = resolve_calendar(e, tense, anchor);
  if (e.ordinal != 0) return pick_part(e, std::move(meaning));
  return add_time(e, std::move(meaning));
}

}  // namespace verbale
