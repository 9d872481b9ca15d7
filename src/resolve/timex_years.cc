// Years, decades and eras: "1990", "the 1970s", "480 BC", "fiscal 2022". A bare number is a year only where the words
// around it say so.
#include "timex_grammar.h"

namespace verbale {

bool is_era(const TimeCursor& c, TokenId t) { return c.one_of(t, {"bc", "b.c.", "b.c", "bce", "b.c.e."}); }

// "1500 soldiers", "2000 km": the number counts what follows.
bool counts_noun(const TimeCursor& c, TokenId t) {
  if (t + 1 >= c.size()) return false;
  if (c.is(t + 1, TimeClass::unit) || c.one_of(t + 1, {"%", "percent", "km", "million", "billion", "people"}))
    return true;
  const Token& token = c.doc.tokens[t];
  if (token.dep != Dep::nummod || token.head <= t || token.head > t + 3) return false;
  const bool plural = c.tag(token.head) == "NNS";
  const bool determined = t > 0 && (c.one_of(t - 1, {"the", "its", "his", "their", "'s", "’s"}));
  return plural && !determined;
}

namespace {

// "1960s", "'60s", "the sixties", "the 470s BC"
MaybeTime read_decade(const TimeCursor& c, TokenId at) {
  const TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  const TokenWord& w = c.word(t);
  const bool digits = w.shape == NumberShape::decade && int(w.number) % 10 == 0;
  const bool named = w.is(TimeClass::decade) && t > at;
  if (!digits && !named) return std::nullopt;
  if (w.digits == 2 && at > 0 && (c.tag(at - 1) == "PRP$" || c.tag(at - 1) == "POS"))
    return std::nullopt;  // "in her 60s"
  TimeExpression decade = make_time(at, t + 1, TimeKind::calendar);
  decade.year_grain = Grain::decade;
  decade.bc = is_era(c, t + 1);
  decade.tokens.end += decade.bc;
  decade.year = digits ? int(w.number) / 10 : w.word->value(TimeClass::decade);
  decade.short_decade = named || (w.digits == 2 && !decade.bc);
  return decade;
}

bool year_by_context(const TimeCursor& c, TokenId t) {
  if (counts_noun(c, t)) return false;
  const bool dated = c.name_of(t, {"DATE", "EVENT"});
  if (t == 0) return dated;
  if (c.is(t - 1, TimeClass::not_year) && !c.one_of(t - 1, {"around", "about"})) return false;
  if (c.one_of(t - 1, {"in", "since", "until", "till", "by", "during", "between", "early", "late", "mid", "circa"}))
    return true;
  const bool modern = c.full_year(t) >= 1800 && c.full_year(t) < 2100;
  const bool weak = c.one_of(t - 1, {"of", "from", "to", "through", "and", "before", "after", "(", "-", "–", "the"});
  return dated || (modern && weak && !c.name_of(t, {"CARDINAL", "MONEY", "QUANTITY"}));
}

// "480 BC", "AD 79"
MaybeTime read_era_year(const TimeCursor& c, TokenId at) {
  const TokenId number = at + (c.lower(at) == "ad" && c.capitalised(at) ? 1 : 0);
  if (!c.shape(number, NumberShape::whole)) return std::nullopt;
  const bool bc = is_era(c, number + 1);
  const bool ad = number > at || c.one_of(number + 1, {"ad", "a.d.", "ce"});
  if (!bc && !ad) return std::nullopt;
  TimeExpression year = make_time(at, number + (number > at ? 1 : 2), TimeKind::calendar);
  year.year = int(c.word(number).number);
  year.bc = bc;
  return year;
}

// "fiscal year 2022", "fiscal 2022", "the financial year 2022"
MaybeTime read_fiscal_year(const TimeCursor& c, TokenId at) {
  TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  if (!c.one_of(t, {"fiscal", "financial"})) return std::nullopt;
  t += c.lower(t + 1) == "year" ? 2 : 1;
  if (c.full_year(t) == 0) return std::nullopt;
  TimeExpression year = make_time(at, t + 1, TimeKind::calendar);
  year.year = c.full_year(t);
  year.fiscal = true;
  return year;
}

// "the year 1945"
MaybeTime read_named_year(const TimeCursor& c, TokenId at) {
  const TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  if (!c.one_of(t, {"year", "years"}) || c.full_year(t + 1) == 0) return std::nullopt;
  TimeExpression year = make_time(at, t + 2, TimeKind::calendar);
  year.year = c.full_year(t + 1);
  return year;
}

// "'82" in two tokens
MaybeTime read_short_year(const TimeCursor& c, TokenId at) {
  const bool apostrophe = c.one_of(at, {"'", "’", "‘"}) && !c.doc.tokens[at].space_after;
  if (!apostrophe || !c.shape(at + 1, NumberShape::whole) || c.word(at + 1).digits != 2) return std::nullopt;
  if (at == 0 || !c.one_of(at - 1, {"in", "since", "of", "until", "del", "from"})) return std::nullopt;
  TimeExpression year = make_time(at, at + 2, TimeKind::calendar);
  year.year = 1900 + int(c.word(at + 1).number);
  return year;
}

MaybeTime read_plain_year(const TimeCursor& c, TokenId at) {
  if (MaybeTime split = read_short_year(c, at)) return split;
  const bool shortened = c.shape(at, NumberShape::short_year);
  if (!shortened && (c.full_year(at) == 0 || !year_by_context(c, at))) return std::nullopt;
  TimeExpression year = make_time(at, at + 1, TimeKind::calendar);
  year.year = int(c.word(at).number) + (shortened ? 1900 : 0);
  return year;
}

}  // namespace

MaybeTime read_year(const TimeCursor& c, TokenId at) {
  MaybeTime best = longer(read_era_year(c, at), read_plain_year(c, at));
  best = longer(best, read_decade(c, at));
  best = longer(best, read_fiscal_year(c, at));
  return longer(best, read_named_year(c, at));
}

}  // namespace verbale
