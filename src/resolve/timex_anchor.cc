// One function for each way in which news leaves something out of a date.
#include "timex_anchor.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace verbale {
namespace {

using std::chrono::days;

bool told_from_writing(std::string_view anchor) { return anchor == "published" || anchor == "dateline"; }

struct Base {
  Period period;
  std::string_view anchor;
};

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

// From where "last year", "in May" are told: the day of writing, in histories the date told last.
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

// ---- choosing among the repetitions of a date ------------------------------------------------------------------

// Among the occurrences before and after the base, the one that the tense asks for; `next` is the first one that does
// not end before the base, `before` the one before it.
bool takes_earlier(const Period& before, const Period& next, const Period& base, TimeTense tense) {
  const Day day = first_day(base);
  const bool now = first_day(next) <= day;
  if (tense == TimeTense::past) return !now;
  if (tense == TimeTense::future || now) return false;
  return day - last_day(before) < first_day(next) - day;
}

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

Period choose(const Recurring& recurring, const Base& base, TimeTense tense) {
  if (base.period.bc) {
    Period same = recurring.in_year(base.period.year);
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
  return from_base(choose(recurring, *base, tense), *base, tense);
}

// ---- weekdays and numbered days --------------------------------------------------------------------------------

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

TimeMeaning resolve_weekday(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  const auto base = base_of(e.relation, anchor);
  if (!base) return unresolved("no publication date to tell the day from");
  if (base->period.grain != Grain::day) return unresolved("the date told before it is too coarse");
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

// ---- holidays --------------------------------------------------------------------------------------------------

int rule_number(std::string_view rule, size_t at) { return std::atoi(std::string(rule.substr(at)).c_str()); }

Day nth_weekday(int year, int month, int weekday, int nth) {
  if (nth > 0) {
    const Day first = make_day(year, month, 1);
    return first + days((weekday - weekday_of(first) + 7) % 7 + 7 * (nth - 1));
  }
  const Day last = make_day(year, month, 31);
  return last - days((weekday_of(last) - weekday + 7) % 7);
}

// requires: a rule that tells a day of every year
Day holiday_in(std::string_view rule, int year) {
  if (rule.starts_with("easter")) return easter_sunday(year) + days(rule_number(rule, 6));
  if (rule[2] == '-') return make_day(year, rule_number(rule, 0), rule_number(rule, 3));
  return nth_weekday(year, rule_number(rule, 0), rule_number(rule, 3), rule_number(rule, 5));
}

TimeMeaning resolve_holiday(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
  if (e.text.empty()) return unresolved("named day whose date is not computed");
  if (const auto fixed = parse_day(e.text)) return of_period(day_period(*fixed), "", "named day");
  if (e.year) return of_period(day_period(holiday_in(e.text, *e.year)), "", "holiday of the year");
  const auto base = base_of(e.relation, anchor);
  if (!base || base->period.bc) return unresolved("no publication date to tell the year from");
  if (base->period.grain < Grain::year) return unresolved("the date told before it is too coarse");
  const int year = widened(base->period, Grain::year).year;
  if (base->period.grain == Grain::year)
    return of_period(day_period(holiday_in(e.text, year)), base->anchor, "holiday of the year told before it");
  const int step = step_of(e.relation);
  int at = year - 1;
  while (holiday_in(e.text, at) < first_day(base->period)) ++at;
  const Period before = day_period(holiday_in(e.text, at - 1)), next = day_period(holiday_in(e.text, at));
  const bool earlier = step < 0 || (step == 0 && takes_earlier(before, next, base->period, tense));
  return from_base(earlier ? before : next, *base, tense);
}

// ---- relations and offsets -------------------------------------------------------------------------------------

TimeMeaning resolve_relative(const TimeExpression& e, const TimeAnchor& anchor) {
  const bool last_night = e.day_part == "NI" && e.relation == TimeRelation::last;
  const bool the_day = e.relation == TimeRelation::definite && e.unit == TimeUnit::day && anchor.running &&
                       anchor.running->grain == Grain::day;
  auto base = the_day ? running_base(anchor) : base_of(e.relation, anchor);
  if (!base) return unresolved("no publication date to tell it from");
  const Grain grain = grain_of(e.unit);
  const bool too_coarse =
      base->period.grain < grain || (base->period.bc && grain > Grain::year && base->period.grain != grain);
  if (too_coarse) {
    const bool from_now =
        e.relation == TimeRelation::last || e.relation == TimeRelation::present || e.relation == TimeRelation::next;
    const bool fits = base->anchor == "running" && (from_now || !anchor.narrative) && anchor.published.has_value();
    if (!fits) return unresolved("the date told before it is too coarse");
    base = published_base(anchor);
  }
  const Period period = shifted(widened(base->period, grain), last_night ? -1 : step_of(e.relation));
  const bool published = told_from_writing(base->anchor);
  TimeMeaning meaning =
      of_period(period, base->anchor, published ? "told from the publication date" : "told from the date before it");
  return meaning;
}

// A year before the part of the year that was told last; of days only the year is sure.
TimeMeaning resolve_same_part(const TimeExpression& e, const TimeAnchor& anchor) {
  const auto base = running_base(anchor);
  if (!base) return unresolved("no date to tell it from");
  Period period = base->period;
  if (e.unit == TimeUnit::month || e.unit == TimeUnit::quarter) period = widened(period, grain_of(e.unit));
  const bool part = period.grain == Grain::month || period.grain == Grain::quarter || period.grain == Grain::half ||
                    period.grain == Grain::season;
  if (!part)
    return of_period(shifted(widened(period, Grain::year), -1), base->anchor,
                     "the year before the date told before it");
  period.year += period.bc ? 1 : -1;
  return of_period(period, base->anchor, "the same part of the year before");
}

double signed_amount(const TimeExpression& e) {
  const bool back = e.direction == TimeDirection::ago || e.direction == TimeDirection::earlier;
  return back ? -e.quantity.number : e.quantity.number;
}

TimeMeaning vague_offset(const TimeExpression& e) {
  const bool back = e.direction == TimeDirection::ago || e.direction == TimeDirection::earlier;
  TimeMeaning meaning = unresolved("an amount that is not told, before or after another time");
  meaning.value = back ? "PAST_REF" : "FUTURE_REF";
  return meaning;
}

TimeMeaning resolve_offset(const TimeExpression& e, const TimeAnchor& anchor) {
  if (e.quantity.unknown) return vague_offset(e);
  const bool from_now = e.direction == TimeDirection::ago || e.direction == TimeDirection::from_now;
  const auto base = from_now ? telling_base(anchor) : running_base(anchor);
  if (!base) return unresolved("no date to count from");
  double amount = signed_amount(e);
  Grain grain = grain_of(e.unit);
  if (e.unit == TimeUnit::fortnight) amount *= 2;
  if (e.unit == TimeUnit::hour && std::fmod(amount, 24) == 0)
    amount /= 24;
  else if (e.unit < TimeUnit::day)
    return unresolved("counted in hours or less from a time that is not told");
  if (std::fabs(amount) > 9000) return unresolved("counted out of the calendar");
  if (grain == Grain::year && amount != std::floor(amount)) {
    grain = Grain::month;
    amount *= 12;
  }
  if (base->period.grain < grain || (base->period.bc && grain > Grain::year))
    return unresolved("the date it counts from is too coarse");
  const Period period = shifted(widened(base->period, grain), int(amount));
  if (!period.bc && period.year <= 0 && grain <= Grain::year) return unresolved("counted out of the calendar");
  return of_period(period, base->anchor,
                   from_now ? "counted from the publication date" : "counted from the date before it");
}

TimeMeaning resolve_day_offset(const TimeExpression& e, const TimeAnchor& anchor) {
  const auto base = anchor.narrative ? std::nullopt : published_base(anchor);
  if (!base && anchor.narrative && *e.day_offset == 0 && e.day_part.empty()) {
    TimeMeaning meaning = unresolved("the present of the writer");
    meaning.value = "PRESENT_REF";
    return meaning;
  }
  if (!base) return unresolved("no publication date to count from");
  return of_period(day_period(base->period.day + days(*e.day_offset)), base->anchor,
                   "counted from the publication date");
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

// ---- amounts ---------------------------------------------------------------------------------------------------

std::string number_text(double number) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%g", number);
  return buffer;
}

std::string amount_text(TimeUnit unit, Quantity quantity) {
  static constexpr std::string_view kCodes[] = {"", "S", "M", "H", "D", "W", "WE", "W", "M", "Q", "Y", "Y", "Y"};
  double number = quantity.number;
  if (unit == TimeUnit::fortnight) number *= 2;
  if (unit == TimeUnit::decade) number *= 10;
  if (unit == TimeUnit::century) number *= 100;
  std::string_view code = kCodes[size_t(unit)];
  if (number == 0.5 && unit == TimeUnit::year) number = 6, code = "M";
  if (number == 0.5 && unit == TimeUnit::hour) number = 30, code = "M";
  const bool clock = unit <= TimeUnit::hour;
  return (clock ? "PT" : "P") + (quantity.unknown ? "X" : number_text(number)) + std::string(code);
}

TimeMeaning resolve_duration(const TimeExpression& e) {
  TimeMeaning meaning = unresolved("amount of time");
  meaning.type = TimexType::duration;
  meaning.value = amount_text(e.unit, e.quantity);
  return meaning;
}

std::string set_text(const TimeExpression& e) {
  static constexpr std::string_view kSeasons[] = {"SP", "SU", "FA", "WI"};
  if (!e.text.empty()) return std::string(e.text);
  char buffer[24];
  if (e.weekday > 0) {
    std::snprintf(buffer, sizeof buffer, "XXXX-WXX-%d", e.weekday);
    return buffer + (e.day_part.empty() ? "" : "T" + std::string(e.day_part));
  }
  if (e.month > 0) {
    std::snprintf(buffer, sizeof buffer, "XXXX-%02d", e.month);
    return buffer;
  }
  if (e.season >= 0) return "XXXX-" + std::string(kSeasons[e.season]);
  if (!e.day_part.empty()) return "XXXX-XX-XXT" + std::string(e.day_part);
  return e.unit == TimeUnit::weekend ? "XXXX-WXX-WE" : amount_text(e.unit, e.quantity);
}

TimeMeaning resolve_set(const TimeExpression& e) {
  TimeMeaning meaning = unresolved("repetition");
  meaning.type = TimexType::set;
  meaning.value = set_text(e);
  return meaning;
}

TimeMeaning resolve_reference(const TimeExpression& e, TimeTense tense) {
  TimeMeaning meaning = unresolved("word for the present, the past or the future");
  meaning.value = e.text;
  if (e.text != "TENSE_REF") return meaning;
  meaning.value = tense == TimeTense::past ? "PAST_REF" : tense == TimeTense::future ? "FUTURE_REF" : "PRESENT_REF";
  meaning.reason = "by the tense of its clause";
  return meaning;
}

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
  return distant >= 3 && distant > recent && distant > 2 * deictic;
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
      return add_time(e, resolve_relative(e, anchor));
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
