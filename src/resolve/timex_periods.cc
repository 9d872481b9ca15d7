// Periods told by a relation ("last", "that"), an ordinal ("the third quarter"), or a season.
#include "timex_grammar.h"

namespace verbale {
namespace {

bool plural_unit(const TimeCursor& c, TokenId t) {
  return c.is(t, TimeClass::unit) && c.use(t, TimeClass::unit) == TimeUse::plural;
}

bool season_at(const TimeCursor& c, TokenId t) {
  if (!c.is(t, TimeClass::season) || !c.tag(t).starts_with("N")) return false;
  if (c.use(t, TimeClass::season) != TimeUse::common) return true;
  const bool of_year = c.lower(t + 1) == "of" && c.full_year(t + 2) > 0;
  const bool named = t > 0 && (c.is(t - 1, TimeClass::relation) || c.is(t - 1, TimeClass::edge));
  const bool in_the = t > 1 && c.lower(t - 1) == "the" && c.one_of(t - 2, {"in", "by", "during", "since", "until"});
  return of_year || c.full_year(t + 1) > 0 || ((named || in_the) && c.lower(t + 1) != "of");
}

// The relation that starts at `at`: "last", "the previous", "that same", "this past".
struct RelationRead {
  TimeRelation relation = TimeRelation::none;
  TokenId end = 0;
};

std::optional<RelationRead> read_relation_words(const TimeCursor& c, TokenId at) {
  TokenId t = at + (c.one_of(at, {"the", "these", "those"}) ? 1 : 0);
  if (t > at && c.lower(t) == "very") ++t;
  if (!c.is(t, TimeClass::relation)) return std::nullopt;
  const bool owned = t == at && at > 0 && (c.tag(at - 1) == "PRP$" || c.tag(at - 1) == "POS");
  if (owned && c.value(t, TimeClass::relation) <= 3) return std::nullopt;  // "his last night"
  RelationRead read{TimeRelation(c.value(t, TimeClass::relation)), t + 1};
  if (c.is(t + 1, TimeClass::relation)) {  // "that same", "this past", "this coming"
    read.relation = TimeRelation(c.value(t + 1, TimeClass::relation));
    ++read.end;
  }
  const bool the = t > at && c.lower(at) == "the";
  if (the && read.relation == TimeRelation::next) read.relation = TimeRelation::following;
  return read;
}

// "the next 48 hours", "the past five trading days", "the last few months", "recent years"
MaybeTime read_stretch(const TimeCursor& c, TokenId at, const RelationRead& relation) {
  TokenId t = relation.end;
  const auto count = read_count(c, t);
  if (count) t = count->end;
  while (c.is(t, TimeClass::adjective) || c.dash(t)) ++t;
  if (!c.is(t, TimeClass::unit) || (!count && !plural_unit(c, t))) return std::nullopt;
  TimeExpression stretch = make_time(at, t + 1, TimeKind::duration);
  stretch.unit = c.unit(t);
  stretch.relation = relation.relation;
  stretch.quantity = count ? count->quantity : Quantity{0, true};
  if (count || (relation.relation != TimeRelation::recent && relation.relation != TimeRelation::coming)) return stretch;
  stretch.kind = TimeKind::reference;
  stretch.text = relation.relation == TimeRelation::recent ? "PAST_REF" : "FUTURE_REF";
  return stretch;
}

// "the same period last year", "the same quarter a year earlier"
MaybeTime read_same_part(const TimeCursor& c, TokenId at, const RelationRead& relation) {
  const TokenId t = relation.end;
  const bool part = c.one_of(t, {"period", "time", "point"}) || c.unit(t) >= TimeUnit::day;
  if (relation.relation != TimeRelation::same || !part) return std::nullopt;
  const TokenId year = t + (c.one_of(t + 1, {"of", "in"}) ? 2 : 1);
  const bool ago =
      c.one_of(year, {"a", "one"}) && c.lower(year + 1) == "year" && c.one_of(year + 2, {"ago", "earlier", "before"});
  const auto related = read_relation_words(c, year);
  const bool last = related && c.lower(related->end) == "year" &&
                    (related->relation == TimeRelation::last || related->relation == TimeRelation::previous);
  if (!ago && !last) return std::nullopt;
  TimeExpression same = make_time(at, ago ? year + 3 : related->end + 1, TimeKind::same_part);
  same.unit = c.unit(t);
  return same;
}

MaybeTime read_related_unit(const TimeCursor& c, TokenId at, const RelationRead& relation) {
  TokenId t = relation.end;
  const bool fiscal = c.one_of(t, {"fiscal", "financial", "calendar"}) && c.lower(t + 1) == "year";
  t += fiscal;
  if (!c.is(t, TimeClass::unit) || plural_unit(c, t) || relation.relation == TimeRelation::recent) return std::nullopt;
  if (c.unit(t) < TimeUnit::day) return std::nullopt;
  TimeExpression period = make_time(at, t + 1, TimeKind::relative);
  period.relation = relation.relation;
  period.unit = c.unit(t);
  if (period.relation == TimeRelation::past && period.unit != TimeUnit::weekend) period.kind = TimeKind::duration;
  return period;
}

MaybeTime read_related_name(const TimeCursor& c, TokenId at, const RelationRead& relation) {
  const TokenId t = relation.end;
  MaybeTime date;
  if (season_at(c, t))
    date = read_season(c, t);
  else if (c.is(t, TimeClass::month) || c.is(t, TimeClass::weekday))
    date = read_date(c, t);
  else
    date = read_holiday(c, t);
  if (!date || date->tokens.begin != t) return std::nullopt;
  date->tokens.begin = at;
  date->relation = relation.relation;
  return date;
}

// "last night", "this morning", "that afternoon", "the next morning"
MaybeTime read_related_day_part(const TimeCursor& c, TokenId at, const RelationRead& relation) {
  const TokenId t = relation.end;
  if (!c.is(t, TimeClass::daypart) || c.use(t, TimeClass::daypart) != TimeUse::plain) return std::nullopt;
  TimeExpression date = make_time(at, t + 1, TimeKind::relative);
  date.relation = relation.relation;
  date.unit = TimeUnit::day;
  date.day_part = c.word(t).word->text;
  return date;
}

bool is_described(const TimeCursor& c, TokenId noun) {
  if (c.one_of(noun + 1, {"of", "when", "that", "he", "she", "they", "-"})) return true;
  return noun + 1 < c.size() && c.doc.tokens[noun + 1].head == noun && !c.one_of(noun + 1, {",", ".", "'s", "’s"});
}

// "the year", "the weekend", after a preposition: a period that is already known
MaybeTime read_definite_unit(const TimeCursor& c, TokenId at) {
  if (c.lower(at) != "the") return std::nullopt;
  const TokenId t = at + 1 + (c.one_of(at + 1, {"entire", "whole"}) ? 1 : 0);
  const TimeUnit unit = c.unit(t);
  if (unit < TimeUnit::day || unit == TimeUnit::fortnight || unit == TimeUnit::quarter || plural_unit(c, t))
    return std::nullopt;
  const bool governed =
      at > 0 && c.one_of(at - 1, {"of", "in", "for", "during", "on", "throughout", "over", "through", "within", "end",
                                  "ended", "ending", "finish", "finished", "closed", "started"});
  if ((!governed && unit != TimeUnit::weekend) || is_described(c, t) || c.capitalised(t)) return std::nullopt;
  TimeExpression period = make_time(at, t + 1, TimeKind::relative);
  period.relation = TimeRelation::definite;
  period.unit = unit;
  return period;
}

// "the day before", "the year previous", "the week after", where nothing follows that would tell of an event
MaybeTime read_unit_relation(const TimeCursor& c, TokenId at) {
  const TokenId t = at + 1;
  if (c.lower(at) != "the" || c.unit(t) < TimeUnit::day || plural_unit(c, t)) return std::nullopt;
  const bool before = c.one_of(t + 1, {"before", "previous", "earlier"});
  const bool after = c.one_of(t + 1, {"after", "following"});
  if ((!before && !after) || !c.one_of(t + 2, {",", ".", ";", ")", "and", "\n", "\n\n"})) return std::nullopt;
  TimeExpression period = make_time(at, t + 2, TimeKind::relative);
  period.relation = before ? TimeRelation::previous : TimeRelation::following;
  period.unit = c.unit(t);
  return period;
}

// "the first ten months of 1915", "the last two weeks": a stretch counted from an end of a period
MaybeTime read_counted_part(const TimeCursor& c, TokenId at, TokenId ordinal_end) {
  const auto count = read_count(c, ordinal_end);
  if (!count || !c.is(count->end, TimeClass::unit) || c.lower(at) != "the") return std::nullopt;
  TimeExpression stretch = make_time(at, count->end + 1, TimeKind::duration);
  stretch.unit = c.unit(count->end);
  stretch.quantity = count->quantity;
  const MaybeTime whole = c.lower(count->end + 1) == "of" ? read_period(c, count->end + 2) : std::nullopt;
  if (whole) stretch.tokens.end = whole->tokens.end;
  return stretch;
}

// Fills the year of a part of a year from "of 2022", "2022", "of last year", "of the year".
bool read_year_of(const TimeCursor& c, TimeExpression& part) {
  const TokenId end = part.tokens.end;
  const TokenId t = end + (c.one_of(end, {"of", ",", "in"}) ? 1 : 0);
  MaybeTime year = read_year(c, t);
  if (!year && c.lower(end) == "of") {
    if (const auto relation = read_relation_words(c, t)) year = read_related_unit(c, t, *relation);
    if (!year) year = read_definite_unit(c, t);
  }
  if (!year && t == end)
    if (const auto relation = read_relation_words(c, t)) year = read_related_unit(c, t, *relation);
  if (!year || year->year_grain != Grain::year) return false;
  if (year->kind == TimeKind::relative && year->unit != TimeUnit::year) return false;
  part.year = year->year;
  part.bc = year->bc;
  part.relation = year->kind == TimeKind::relative ? year->relation : part.relation;
  part.unit = year->kind == TimeKind::relative ? TimeUnit::year : part.unit;
  part.tokens.end = year->tokens.end;
  return true;
}

struct OrdinalRead {
  int value = 0;
  TokenId end = 0;
};

std::optional<OrdinalRead> read_ordinal(const TimeCursor& c, TokenId t) {
  if (c.is(t, TimeClass::ordinal)) return OrdinalRead{c.value(t, TimeClass::ordinal), t + 1};
  if (c.shape(t, NumberShape::ordinal)) return OrdinalRead{int(c.word(t).number), t + 1};
  const bool joined = c.is(t, TimeClass::number) && c.use(t, TimeClass::number) == TimeUse::tens && c.dash(t + 1) &&
                      c.is(t + 2, TimeClass::ordinal);  // "twenty-first"
  if (!joined) return std::nullopt;
  return OrdinalRead{c.value(t, TimeClass::number) + c.value(t + 2, TimeClass::ordinal), t + 3};
}

MaybeTime read_century(const TimeCursor& c, TokenId at, const OrdinalRead& ordinal) {
  const TokenId t = ordinal.end + c.dash(ordinal.end);
  if (!c.one_of(t, {"century", "centuries"}) || ordinal.value < 1) return std::nullopt;
  TimeExpression century = make_time(at, t + 1, TimeKind::calendar);
  century.year_grain = Grain::century;
  century.year = ordinal.value - 1;
  century.bc = c.one_of(t + 1, {"bc", "b.c.", "bce", "b.c"});
  century.tokens.end += century.bc;
  return century;
}

MaybeTime read_part_of_year(const TimeCursor& c, TokenId at, const OrdinalRead& ordinal) {
  const TokenId t = ordinal.end + c.dash(ordinal.end);
  const bool quarter = c.lower(t) == "quarter", half = c.lower(t) == "half";
  const int parts = quarter ? 4 : 2;
  if ((!quarter && !half) || ordinal.value > parts) return std::nullopt;
  TimeExpression part = make_time(at, t + 1, TimeKind::calendar);
  (quarter ? part.quarter : part.half) = ordinal.value < 0 ? parts : ordinal.value;
  const bool ranked = c.is(ordinal.end - 1, TimeClass::relation);  // "the last quarter": the one before this
  if (read_year_of(c, part)) return part;
  if (half || ranked || c.lower(t + 1) == "of" || !(c.lower(at) == "the" || c.dash(ordinal.end))) return std::nullopt;
  return part;
}

// "the last week of March", "the first day of the month"
MaybeTime read_part_of_period(const TimeCursor& c, TokenId at, const OrdinalRead& ordinal) {
  const TimeUnit unit = c.unit(ordinal.end);
  if (unit != TimeUnit::day && unit != TimeUnit::week && unit != TimeUnit::weekend) return std::nullopt;
  if (plural_unit(c, ordinal.end) || c.lower(ordinal.end + 1) != "of") return std::nullopt;
  MaybeTime whole = read_period(c, ordinal.end + 2);
  if (!whole || whole->names_day() || whole->edge != TimeEdge::none) return std::nullopt;
  if (whole->kind != TimeKind::calendar && whole->kind != TimeKind::relative) return std::nullopt;
  whole->ordinal = ordinal.value;
  whole->tokens.begin = at;
  if (whole->kind == TimeKind::calendar)
    whole->unit = unit;
  else
    return std::nullopt;
  return whole;
}

// "Q3 2022", "H1"
MaybeTime read_short_part(const TimeCursor& c, TokenId at) {
  const bool quarter = c.shape(at, NumberShape::quarter);
  if (!quarter && !c.shape(at, NumberShape::half)) return std::nullopt;
  TimeExpression part = make_time(at, at + 1, TimeKind::calendar);
  (quarter ? part.quarter : part.half) = int(c.word(at).number);
  if (!read_year_of(c, part) && !quarter) return std::nullopt;
  return part;
}

// "the 20th": a day of the month that was told last
MaybeTime read_day_number(const TimeCursor& c, TokenId at) {
  const bool ordinal = c.lower(at) == "the" && c.shape(at + 1, NumberShape::ordinal) && c.month_day(at + 1) > 0;
  const bool follows = at > 0 && c.one_of(at - 1, {"on", "by", "until", "from", "to", "and", "since", "of"});
  if (!ordinal || !follows || c.tag(at + 2).starts_with("N") || c.tag(at + 2).starts_with("J")) return std::nullopt;
  if (c.dash(at + 2) || c.lower(at + 2) == "and") return std::nullopt;
  TimeExpression date = make_time(at, at + 2, TimeKind::calendar);
  date.day = c.month_day(at + 1);
  return date;
}

}  // namespace

MaybeTime read_relation(const TimeCursor& c, TokenId at) {
  const DepthGuard guard(c);
  if (!guard.allowed) return std::nullopt;
  const auto relation = read_relation_words(c, at);
  if (!relation) return longer(read_definite_unit(c, at), read_unit_relation(c, at));
  MaybeTime best = longer(read_stretch(c, at, *relation), read_related_unit(c, at, *relation));
  best = longer(best, read_same_part(c, at, *relation));
  best = longer(best, read_related_name(c, at, *relation));
  return longer(best, read_related_day_part(c, at, *relation));
}

MaybeTime read_season(const TimeCursor& c, TokenId at) {
  if (c.full_year(at) > 0 && season_at(c, at + 1)) {  // "the 1982 summer"
    TimeExpression season = make_time(at, at + 2, TimeKind::calendar);
    season.season = c.value(at + 1, TimeClass::season);
    season.year = c.full_year(at);
    return season;
  }
  const TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  if (!season_at(c, t) || (t > at && c.modifies_noun(t))) return std::nullopt;
  TimeExpression season = make_time(at, t + 1, TimeKind::calendar);
  season.season = c.value(t, TimeClass::season);
  read_year_of(c, season);
  return season;
}

MaybeTime read_ordinal_part(const TimeCursor& c, TokenId at) {
  MaybeTime best = longer(read_short_part(c, at), read_day_number(c, at));
  const TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  const auto ordinal = read_ordinal(c, t);
  if (!ordinal) return best;
  best = longer(best, read_century(c, at, *ordinal));
  best = longer(best, read_part_of_year(c, at, *ordinal));
  best = longer(best, read_counted_part(c, at, ordinal->end));
  return longer(best, read_part_of_period(c, at, *ordinal));
}

}  // namespace verbale
