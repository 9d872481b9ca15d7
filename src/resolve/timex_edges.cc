// The edge of a period ("the end of March", "early May", "late last year") and the part of a day ("the morning of April
// 19").
#include "timex_grammar.h"

namespace verbale {
namespace {

TimeEdge edge_at(const TimeCursor& c, TokenId t) {
  return c.is(t, TimeClass::edge) ? TimeEdge(c.value(t, TimeClass::edge)) : TimeEdge::none;
}

MaybeTime with_edge(MaybeTime period, TokenId begin, TimeEdge edge) {
  if (!period || period->kind == TimeKind::duration || period->kind == TimeKind::set) return std::nullopt;
  if (period->kind == TimeKind::reference || period->kind == TimeKind::offset) return std::nullopt;
  if (period->kind == TimeKind::same_part) return std::nullopt;
  period->tokens.begin = begin;
  period->edge = edge;
  return period;
}

// "early May", "mid-September", "early in 1914", "later this year", "late Thursday night"
MaybeTime read_adjective_edge(const TimeCursor& c, TokenId at) {
  const TokenId word = at + (c.lower(at) == "the" ? 1 : 0);
  const TimeEdge edge = edge_at(c, word);
  if (edge == TimeEdge::none) return std::nullopt;
  const TimeUse use = c.use(word, TimeClass::edge);
  if (use != TimeUse::plain && use != TimeUse::loose) return std::nullopt;
  TokenId t = word + 1;
  if (c.dash(t))
    ++t;
  else if (word == at && c.lower(t) == "in")
    ++t;
  MaybeTime period = read_period(c, t);
  if (period && word > at && period->month > 0 && c.modifies_noun(period->tokens.end - 1)) return std::nullopt;
  if (!period || (use == TimeUse::loose && period->kind == TimeKind::calendar && !period->day_offset && t == word + 1 &&
                  period->relation == TimeRelation::none))
    return std::nullopt;
  return with_edge(period, at, edge);
}

// "the end of March", "the middle of August", "the latter part of the year", "the early days of 1990"
MaybeTime read_noun_edge(const TimeCursor& c, TokenId at) {
  TokenId word = at + (c.lower(at) == "the" ? 1 : 0);
  if (c.lower(word) == "very") ++word;
  TimeEdge edge = edge_at(c, word);
  if (edge == TimeEdge::none || c.one_of(word, {"rest", "remainder"})) {
    if (!c.one_of(word, {"rest", "remainder"})) return std::nullopt;
    edge = TimeEdge::none;
  }
  TokenId of = word + 1;
  const bool part = c.one_of(of, {"part", "days", "months", "weeks", "years", "stages", "half"});
  if (c.use(word, TimeClass::edge) == TimeUse::noun ? part : !part) return std::nullopt;
  of += part;
  if (c.lower(of) != "of") return std::nullopt;
  MaybeTime period = read_period(c, of + 1);
  if (period && c.lower(of - 1) == "half" && period->year && period->month == 0 && period->season < 0)
    period->half = edge == TimeEdge::end ? 2 : 1;
  return with_edge(period, at, edge);
}

// "year's end", "month's end"
MaybeTime read_possessive_end(const TimeCursor& c, TokenId at) {
  const TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  if (!c.one_of(t, {"year", "month"}) || !c.one_of(t + 1, {"'s", "’s"}) || c.lower(t + 2) != "end") return std::nullopt;
  TimeExpression period = make_time(at, t + 3, TimeKind::relative);
  period.relation = TimeRelation::definite;
  period.unit = c.unit(t);
  period.edge = TimeEdge::end;
  return period;
}

// "the morning of April 19", "the night of 20 June 1791"
MaybeTime read_part_of_day(const TimeCursor& c, TokenId at) {
  TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  if (c.one_of(t, {"early", "late"}) && c.is(t + 1, TimeClass::daypart)) ++t;
  if (!c.is(t, TimeClass::daypart)) return std::nullopt;
  const TokenId of = t + (c.lower(t + 1) == "hours" ? 2 : 1);
  if (!c.one_of(of, {"of", "on"})) return std::nullopt;
  MaybeTime day = longer(read_date(c, of + 1), read_relation(c, of + 1));
  if (!day || !(day->names_day() || day->unit == TimeUnit::day) || !day->day_part.empty()) return std::nullopt;
  if (c.lower(of) == "on" && c.use(t, TimeClass::daypart) != TimeUse::point) return std::nullopt;
  day->day_part = c.word(t).word->text;
  day->tokens.begin = at;
  return day;
}

}  // namespace

MaybeTime read_edge(const TimeCursor& c, TokenId at) {
  MaybeTime best = longer(read_adjective_edge(c, at), read_noun_edge(c, at));
  best = longer(best, read_possessive_end(c, at));
  const TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  if (!c.shape(t, NumberShape::edge_year)) return best;
  const TokenWord& w = c.word(t);
  TimeExpression year = make_time(at, t + 1, TimeKind::calendar);
  year.year_grain = w.third != 0 ? Grain::decade : Grain::year;
  year.year = w.third != 0 ? int(w.number) / 10 : int(w.number);
  year.edge = TimeEdge(w.second);
  return longer(best, year);
}

// "at night", "in the morning", "overnight", "midnight"
MaybeTime read_day_part(const TimeCursor& c, TokenId at) {
  if (MaybeTime whole = read_part_of_day(c, at)) return whole;
  const TokenId t = at + (c.lower(at) == "the" ? 1 : 0);
  if (!c.is(t, TimeClass::daypart) || c.use(t, TimeClass::daypart) == TimeUse::plural) return std::nullopt;
  if (c.tag(t).starts_with("V") || (c.capitalised(t) && c.name_of(t, {"ORG", "PERSON", "WORK_OF_ART", "FAC", "EVENT"})))
    return std::nullopt;
  if (c.lower(t + 1) == "of" && !c.one_of(t, {"overnight"})) return std::nullopt;
  TimeExpression part = make_time(at, t + 1, TimeKind::calendar);
  part.day_part = c.word(t).word->text;
  part.relation = t > at ? TimeRelation::definite : TimeRelation::none;
  return part;
}

MaybeTime read_period(const TimeCursor& c, TokenId at) {
  const DepthGuard guard(c);
  if (!guard.allowed) return std::nullopt;
  MaybeTime best = longer(read_holiday(c, at), read_date(c, at));
  best = longer(best, read_relation(c, at));
  best = longer(best, read_season(c, at));
  best = longer(best, read_ordinal_part(c, at));
  best = longer(best, read_edge(c, at));
  return longer(best, read_day_part(c, at));
}

}  // namespace verbale
