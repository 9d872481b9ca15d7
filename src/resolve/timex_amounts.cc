// Values that are no calendar interval: durations, repetitions, and words for the present, the past and the future.
#include <cstdio>

#include "timex_resolvers.h"

namespace verbale {
namespace {

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

}  // namespace

TimeMeaning resolve_duration(const TimeExpression& e) {
  TimeMeaning meaning = unresolved("amount of time");
  meaning.type = TimexType::duration;
  meaning.value = amount_text(e.unit, e.quantity);
  return meaning;
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

}  // namespace verbale
