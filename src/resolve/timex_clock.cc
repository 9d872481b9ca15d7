// Times by the clock, with their zone: "18:00 UTC", "5 p.m.", "0800 hours".
#include "timex_grammar.h"

namespace verbale {
namespace {

bool upper_case(std::string_view words) {
  for (const char letter : words)
    if (letter >= 'a' && letter <= 'z') return false;
  return true;
}

bool is_forenoon(const TimeCursor& c, TokenId t) { return c.one_of(t, {"a.m.", "am", "a.m"}); }
bool is_afternoon(const TimeCursor& c, TokenId t) { return c.one_of(t, {"p.m.", "pm", "p.m"}); }

// Minutes after midnight: "18:00", "5 p.m.", "0800" before a zone or "hours"; nothing when it is no clock time.
MaybeTime read_clock_digits(const TimeCursor& c, TokenId at) {
  const TokenWord& w = c.word(at);
  const bool half_day = is_forenoon(c, at + 1) || is_afternoon(c, at + 1);
  const bool hour = w.shape == NumberShape::whole && w.number <= 12 && w.digits <= 2;
  const bool military =
      w.shape == NumberShape::whole && w.digits == 4 && w.number < 2400 && int(w.number) % 100 < 60 &&
      ((c.is(at + 1, TimeClass::zone) && upper_case(c.doc.words(at + 1))) || c.one_of(at + 1, {"hours", "hrs", "hr"}));
  const bool o_clock = c.one_of(at + 1, {"o'clock", "o’clock"}) && (hour || w.is(TimeClass::number));
  if (w.shape != NumberShape::clock && !(hour && half_day) && !military && !o_clock) return std::nullopt;
  TimeExpression time = make_time(at, at + 1, TimeKind::calendar);
  if (w.shape == NumberShape::clock)
    time.minute = int(w.number);
  else if (military)
    time.minute = int(w.number) / 100 * 60 + int(w.number) % 100;
  else
    time.minute = 60 * (w.is(TimeClass::number) ? w.word->value(TimeClass::number) : int(w.number));
  if (half_day) {
    time.minute = time.minute % 720 + (is_afternoon(c, at + 1) ? 720 : 0);
    ++time.tokens.end;
  } else if (o_clock || (military && !c.is(at + 1, TimeClass::zone)) || c.one_of(at + 1, {"hrs", "hours", "hr"})) {
    ++time.tokens.end;
  }
  return time;
}

}  // namespace

// "UTC", "(GMT +8)"
void read_zone(const TimeCursor& c, TimeExpression& time) {
  TokenId t = time.tokens.end;
  const bool bracket = c.lower(t) == "(";
  t += bracket;
  if (!c.is(t, TimeClass::zone) || !upper_case(c.doc.words(t))) return;
  int minutes = c.value(t, TimeClass::zone);
  ++t;
  const std::string_view offset = c.lower(t);
  if (bracket && offset.size() == 2 && (offset[0] == '+' || offset[0] == '-') && offset[1] >= '0' && offset[1] <= '9') {
    minutes += (offset[0] == '+' ? 60 : -60) * (offset[1] - '0');
    ++t;
  }
  if (bracket && c.lower(t) != ")") return;
  time.zone = minutes;
  time.tokens.end = t + bracket;
}

MaybeTime read_clock(const TimeCursor& c, TokenId at) {
  MaybeTime time = read_clock_digits(c, at);
  if (time) read_zone(c, *time);
  return time;
}

}  // namespace verbale
