// Dates by month, weekday, year, decade, and times by the clock.
#include "timex_grammar.h"

namespace verbale {
namespace {

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

bool evidence_beside_month(const TimeCursor& c, TokenId t) {
  if (c.month_day(t + 1) > 0 || c.full_year(t + 1) > 0) return true;
  if (c.lower(t + 1) == "," && c.full_year(t + 2) > 0) return true;
  return t > 0 && c.month_day(t - 1) > 0;
}

bool context_before_month(const TimeCursor& c, TokenId t) {
  if (t == 0) return false;
  return c.time_preposition(t - 1) || c.is(t - 1, TimeClass::relation) || c.is(t - 1, TimeClass::edge) ||
         (c.dash(t - 1) && t > 1 && c.is(t - 2, TimeClass::edge)) ||
         (c.one_of(t - 1, {"and", "or", "-", "–", "to"}) && t > 1 &&
          (c.is(t - 2, TimeClass::month) || c.full_year(t - 2) > 0));
}

bool is_month(const TimeCursor& c, TokenId t) {
  if (!c.is(t, TimeClass::month) || !c.capitalised(t)) return false;
  if (evidence_beside_month(c, t)) return true;
  const bool named = c.name_of(t, {"PERSON", "ORG", "FAC", "WORK_OF_ART", "PRODUCT"}) ||
                     (c.lower(t + 1) == "of" && c.capitalised(t + 2));  // "March of Dimes"
  switch (c.use(t, TimeClass::month)) {
    case TimeUse::shortened:
      return false;
    case TimeUse::common:
      return context_before_month(c, t) && !c.tag(t).starts_with("V") && c.tag(t) != "MD" && !named;
    default:
      return !named || context_before_month(c, t);
  }
}

bool is_weekday(const TimeCursor& c, TokenId t) {
  if (!c.is(t, TimeClass::weekday) || !c.capitalised(t)) return false;
  switch (c.use(t, TimeClass::weekday)) {
    case TimeUse::plural:
      return false;
    case TimeUse::shortened:
      return c.month_day(t + 1) > 0 || (c.is(t + 1, TimeClass::month) && c.capitalised(t + 1)) ||
             (c.lower(t + 1) == "," && (c.month_day(t + 2) > 0 || c.is(t + 2, TimeClass::month)));
    default:
      return !c.name_of(t, {"PERSON", "WORK_OF_ART"});
  }
}

// Reads ", 2023", "of 2023", "2023", "'99" or "480 BC" at `at` into the date.
// "of that year", "last year", "of the same month" behind a date: the period that the date lies in.
void read_relation_tail(const TimeCursor& c, TokenId at, TimeExpression& date) {
  const MaybeTime whole = read_relation(c, at + (c.lower(at) == "of" ? 1 : 0));
  if (!whole || whole->kind != TimeKind::relative) return;
  if (whole->unit != TimeUnit::year || whole->relation == TimeRelation::none) return;
  date.relation = whole->relation;
  date.unit = TimeUnit::year;
  date.tokens.end = whole->tokens.end;
}

void read_year_tail(const TimeCursor& c, TokenId at, TimeExpression& date) {
  const TokenId number = at + (c.one_of(at, {",", "of", "in"}) ? 1 : 0);
  const bool era = is_era(c, number + 1) && c.shape(number, NumberShape::whole);
  const bool told =
      c.full_year(number) > 0 && (date.day > 0 ? !c.is(number + 1, TimeClass::unit) : !counts_noun(c, number));
  if (era || told) {
    date.year = int(c.word(number).number);
    date.bc = era;
    date.tokens.end = number + 1 + era;
  } else if (number == at && c.shape(number, NumberShape::short_year)) {
    date.year = 1900 + int(c.word(number).number);
    date.tokens.end = number + 1;
  } else {
    read_relation_tail(c, at, date);
  }
}

// "4 April", "the 4th of April", "fourth of April"
MaybeTime read_day_month(const TimeCursor& c, TokenId at) {
  TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  const int day = c.month_day(t);
  if (day == 0) return std::nullopt;
  const bool of = c.lower(t + 1) == "of";
  const TokenId month = t + (of ? 2 : 1);
  if (!is_month(c, month)) return std::nullopt;
  TimeExpression date = make_time(at, month + 1, TimeKind::calendar);
  date.day = day;
  date.month = c.value(month, TimeClass::month);
  read_year_tail(c, month + 1, date);
  return date;
}

// "April", "April 4", "April the 4th", "April 2023"
MaybeTime read_month(const TimeCursor& c, TokenId at) {
  if (!is_month(c, at)) return std::nullopt;
  TimeExpression date = make_time(at, at + 1, TimeKind::calendar);
  date.month = c.value(at, TimeClass::month);
  const TokenId day = at + (c.lower(at + 1) == "the" ? 2 : 1);
  const bool digits = c.shape(day, NumberShape::whole) || c.shape(day, NumberShape::ordinal);
  if (c.month_day(day) > 0 && digits && !is_era(c, day + 1) && !c.is(day + 1, TimeClass::unit)) {
    date.day = c.month_day(day);
    date.tokens.end = day + 1;
  }
  read_year_tail(c, date.tokens.end, date);
  return date;
}

MaybeTime read_weekday(const TimeCursor& c, TokenId at) {
  if (!is_weekday(c, at)) return std::nullopt;
  TimeExpression date = make_time(at, at + 1, TimeKind::calendar);
  date.weekday = c.value(at, TimeClass::weekday);
  const TokenId next = at + (c.lower(at + 1) == "," ? 2 : 1);
  MaybeTime rest = longer(read_day_month(c, next), read_month(c, next));
  if (!rest || (rest->day == 0)) return date;
  rest->weekday = date.weekday;
  rest->tokens.begin = at;
  return rest;
}

// "2023-04-20" in five tokens
MaybeTime read_split_iso(const TimeCursor& c, TokenId at) {
  if (c.full_year(at) == 0 || c.lower(at + 1) != "-" || c.lower(at + 3) != "-") return std::nullopt;
  const TokenWord &month = c.word(at + 2), &day = c.word(at + 4);
  const bool digits =
      month.shape == NumberShape::whole && month.digits == 2 && day.shape == NumberShape::whole && day.digits == 2;
  if (!digits || !is_date(c.full_year(at), int(month.number), int(day.number))) return std::nullopt;
  TimeExpression date = make_time(at, at + 5, TimeKind::calendar);
  date.year = c.full_year(at);
  date.month = int(month.number);
  date.day = int(day.number);
  return date;
}

MaybeTime read_digits_date(const TimeCursor& c, TokenId at) {
  if (MaybeTime split = read_split_iso(c, at)) return split;
  const TokenWord& w = c.word(at);
  if (w.shape != NumberShape::iso_date && w.shape != NumberShape::slash_date) return std::nullopt;
  TimeExpression date = make_time(at, at + 1, TimeKind::calendar);
  date.year = int(w.number);
  const bool day_first = w.shape == NumberShape::slash_date && w.second > 12;
  date.month = day_first ? w.third : w.second;
  date.day = day_first ? w.second : w.third;
  if (!is_date(*date.year, date.month, date.day)) return std::nullopt;
  return date;
}

MaybeTime read_deictic(const TimeCursor& c, TokenId at) {
  if (!c.is(at, TimeClass::deictic)) return std::nullopt;
  const bool opens = at == 0 || c.doc.tokens[at - 1].sentence != c.doc.tokens[at].sentence;
  const std::string_view name = c.doc.tokens[at].name_type;
  if (c.capitalised(at) && !opens && !name.empty() && name != "DATE" && name != "TIME") return std::nullopt;
  TimeExpression date = make_time(at, at + 1, TimeKind::calendar);
  date.day_offset = c.value(at, TimeClass::deictic);
  if (c.lower(at) == "tonight") date.day_part = "NI";
  return date;
}

// "the day before yesterday", "the day after tomorrow"
MaybeTime read_day_around(const TimeCursor& c, TokenId at) {
  if (c.lower(at) != "the" || c.lower(at + 1) != "day") return std::nullopt;
  const bool before = c.lower(at + 2) == "before" && c.lower(at + 3) == "yesterday";
  const bool after = c.lower(at + 2) == "after" && c.lower(at + 3) == "tomorrow";
  if (!before && !after) return std::nullopt;
  TimeExpression date = make_time(at, at + 4, TimeKind::calendar);
  date.day_offset = before ? -2 : 2;
  return date;
}

bool upper_case(std::string_view words) {
  for (const char letter : words)
    if (letter >= 'a' && letter <= 'z') return false;
  return true;
}

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

MaybeTime read_clock(const TimeCursor& c, TokenId at) {
  MaybeTime time = read_clock_digits(c, at);
  if (time) read_zone(c, *time);
  return time;
}

MaybeTime read_day(const TimeCursor& c, TokenId at) {
  MaybeTime best = longer(read_day_month(c, at), read_month(c, at));
  best = longer(best, read_weekday(c, at));
  best = longer(best, read_digits_date(c, at));
  best = longer(best, read_deictic(c, at));
  return longer(best, read_day_around(c, at));
}

// "12:00 UTC Monday", "9:34 p.m., March 19"
MaybeTime read_clock_date(const TimeCursor& c, TokenId at) {
  MaybeTime clock = read_clock(c, at);
  if (!clock) return clock;
  const TokenId next = clock->tokens.end + (c.lower(clock->tokens.end) == "," ? 1 : 0);
  MaybeTime day = read_day(c, next);
  if (!day || !day->names_day()) return clock;
  day->minute = clock->minute;
  day->zone = clock->zone;
  day->tokens.begin = at;
  if (!day->zone) read_zone(c, *day);
  return day;
}

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

void read_time_of_day(const TimeCursor& c, TimeExpression& date) {
  if (!date.names_day() || !date.day_part.empty() || date.minute >= 0) return;
  const TokenId next = date.tokens.end;
  if (c.is(next, TimeClass::daypart) && c.use(next, TimeClass::daypart) == TimeUse::plain) {
    date.day_part = c.word(next).word->text;
    date.tokens.end = next + 1;
    return;
  }
  if (const MaybeTime clock = read_clock(c, next)) {
    date.minute = clock->minute;
    date.zone = clock->zone;
    date.tokens.end = clock->tokens.end;
  }
}

MaybeTime read_date(const TimeCursor& c, TokenId at) {
  MaybeTime date = longer(read_day(c, at), read_clock_date(c, at));
  if (date) read_time_of_day(c, *date);
  return longer(date, read_year(c, at));
}

}  // namespace verbale
