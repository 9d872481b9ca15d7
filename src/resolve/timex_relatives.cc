// Times told by their distance from another: the publication date, or the date told before.
#include <cmath>

#include "timex_resolvers.h"

namespace verbale {
namespace {

using std::chrono::days;

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

}  // namespace

TimeMeaning resolve_relative(const TimeExpression& e, TimeTense tense, const TimeAnchor& anchor) {
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
  Period period = shifted(widened(base->period, grain), last_night ? -1 : step_of(e.relation));
  // "since the weekend", told on a Wednesday, is the one before.
  const bool past_weekend = e.relation == TimeRelation::definite && grain == Grain::weekend && tense == TimeTense::past;
  if (past_weekend && first_day(period) > first_day(base->period)) period = shifted(period, -1);
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

}  // namespace verbale
