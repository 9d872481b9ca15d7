// Dates by month, weekday and day; years are in timex_years.cc, times by the clock in timex_clock.cc.
#include "timex_grammar.h"

namespace verbale {
namespace {

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

// "Thursday of next week"
void read_week_tail(const TimeCursor& c, TimeExpression& date) {
  if (c.lower(date.tokens.end) != "of") return;
  const MaybeTime week = read_relation(c, date.tokens.end + 1);
  if (!week || week->kind != TimeKind::relative || week->unit != TimeUnit::week) return;
  date.relation = week->relation;
  date.unit = TimeUnit::week;
  date.tokens.end = week->tokens.end;
}

MaybeTime read_weekday(const TimeCursor& c, TokenId at) {
  if (!is_weekday(c, at)) return std::nullopt;
  TimeExpression date = make_time(at, at + 1, TimeKind::calendar);
  date.weekday = c.value(at, TimeClass::weekday);
  const TokenId next = at + (c.lower(at + 1) == "," ? 2 : 1);
  MaybeTime rest = longer(read_day_month(c, next), read_month(c, next));
  if (!rest || (rest->day == 0)) {
    read_week_tail(c, date);
    return date;
  }
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

}  // namespace

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
