// Holidays by the rules of data/times/holidays.tsv: fixed days, weekdays counted in a month, distances from Easter.
#include <cstdlib>
#include <string>

#include "timex_resolvers.h"

namespace verbale {
namespace {

using std::chrono::days;

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

}  // namespace

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

}  // namespace verbale
