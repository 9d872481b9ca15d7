// Scans from left to right; at each token the longest reading wins, and the scan goes on behind it.
#include "timex_reader.h"

#include "timex_grammar.h"

namespace verbale {

TimeExpression make_time(TokenId begin, TokenId end, TimeKind kind) {
  TimeExpression expression;
  expression.tokens = {begin, end};
  expression.kind = kind;
  return expression;
}

MaybeTime longer(MaybeTime a, MaybeTime b) {
  if (!a) return b;
  return b && b->tokens.end > a->tokens.end ? b : a;
}

namespace {

// Words that may open an expression without being about time themselves.
bool is_opener(std::string_view lower) {
  switch (lower.size()) {
    case 1:
      return lower == "a" || lower == "'";
    case 2:
      return lower == "an" || lower == "ad";
    case 3:
      return lower == "the" || lower == "per" || lower == "’" || lower == "‘";
    case 4:
      return lower == "each" || lower == "half";
    case 5:
      return lower == "every" || lower == "these" || lower == "those";
    case 6:
      return lower == "fiscal";
    case 7:
      return lower == "another";
    case 9:
      return lower == "financial";
    default:
      return false;
  }
}

bool may_open(const TimeCursor& c, TokenId t) {
  if (c.word(t).says_time()) return true;
  if (!is_opener(c.lower(t))) return false;
  for (TokenId next = t + 1; next < t + 5; ++next)
    if (c.word(next).says_time() || c.one_of(next, {"half"})) return true;
  return false;
}

MaybeTime read_expression(const TimeCursor& c, TokenId at) {
  if (at > 0 && c.lower(at - 1) == "operation" && c.capitalised(at)) return std::nullopt;
  MaybeTime best = read_period(c, at);
  best = longer(best, read_quantity(c, at));
  best = longer(best, read_set(c, at));
  return longer(best, read_reference(c, at));
}

// An approximation before a date belongs to it: "around March 1981", "ca. 466 BC".
void add_approximation(const TimeCursor& c, TimeExpression& date) {
  const TokenId begin = date.tokens.begin;
  if (begin == 0 || date.kind != TimeKind::calendar || date.minute >= 0) return;
  if (c.one_of(begin - 1, {"around", "circa", "ca.", "c.", "ca"}) || (date.month == 0 && c.lower(begin - 1) == "about"))
    date.tokens.begin = begin - 1;
  else if (begin > 1 && c.lower(begin - 1) == "." && c.one_of(begin - 2, {"ca", "c"}))
    date.tokens.begin = begin - 2;
}

// True when the words are part of a longer name that is not a time: "Sunday Times", "the Six-Day War", "March" of a
// person.
bool inside_name(const TimeCursor& c, const TimeExpression& found) {
  const Token& first = c.doc.tokens[found.tokens.begin];
  const bool dated = found.year.has_value() || (found.month > 0 && found.day > 0);
  if (dated || found.minute >= 0 || first.name_type.empty()) return false;
  const bool name = c.name_of(found.tokens.begin, {"ORG", "PERSON", "WORK_OF_ART", "PRODUCT", "FAC"}) ||
                    (c.name_of(found.tokens.begin, {"EVENT", "LAW"}) && found.kind == TimeKind::duration);
  if (!name) return false;
  const bool goes_on = found.tokens.end < c.size() && !c.doc.tokens[found.tokens.end].name_begin &&
                       c.doc.tokens[found.tokens.end].name_type == first.name_type;
  const bool before = !first.name_begin;
  return (goes_on || before) && c.capitalised(found.tokens.begin);
}

// "1914–18" and "3–5" are one token and two dates.
bool split_range(const TimeCursor& c, TokenId at, std::vector<TimeExpression>& found) {
  const TokenWord& w = c.word(at);
  if (w.shape != NumberShape::year_range) return false;
  if (w.number < 1000 || w.second <= w.number || w.second > w.number + 150) return false;
  const Span whole = c.doc.tokens[at].span;
  const std::string_view text = c.doc.words(at);
  TimeExpression first = make_time(at, at + 1, TimeKind::calendar);
  TimeExpression last = first;
  first.year = int(w.number);
  last.year = w.second;
  first.span = {whole.begin, whole.begin + 4};
  const size_t digits = text.find_first_of("0123456789", 4);
  last.span = {whole.begin + uint32_t(digits), whole.end};
  last.range_end = true;
  found.push_back(first);
  found.push_back(last);
  return true;
}

// "14 August-24 August": the token in the middle closes one date and opens the next. Gives the token to go on from.
TokenId split_month_day(const TimeCursor& c, TokenId at, std::vector<TimeExpression>& found) {
  const TokenWord& w = c.word(at);
  if (w.shape != NumberShape::month_day || !c.capitalised(at)) return at;
  const Span whole = c.doc.tokens[at].span;
  const uint32_t digits = uint32_t(c.doc.words(at).find_first_of("0123456789"));
  const uint32_t dash = uint32_t(c.doc.words(at).find_first_of("-\xe2"));
  MaybeTime last = read_date(c, at + 1);
  if (!last || last->month == 0 || last->day > 0) return at;
  last->tokens.begin = at;
  last->day = int(w.number);
  last->range_end = true;
  last->span = {whole.begin + digits, c.doc.tokens[last->tokens.end - 1].span.end};
  TimeExpression first = make_time(at, at + 1, TimeKind::calendar);
  first.month = w.second;
  first.year = last->year;
  const bool day = at > 0 && c.month_day(at - 1) > 0 && (found.empty() || found.back().tokens.end < at);
  first.day = day ? c.month_day(at - 1) : 0;
  first.tokens.begin = at - (day ? 1 : 0);
  first.span = {c.doc.tokens[first.tokens.begin].span.begin, whole.begin + dash};
  found.push_back(first);
  found.push_back(*last);
  return last->tokens.end;
}

bool is_connector(const TimeCursor& c, TokenId t) {
  return c.one_of(t, {"to", "and", "or", "-", "–", "—", "until", "through", "till", ","});
}

bool is_range_connector(const TimeCursor& c, TokenId t) {
  return c.one_of(t, {"to", "and", "or", "-", "–", "—", "until", "through", "till"});
}

// "15 and 22 February", "3-5 May": the number before a connector is a day of the month that follows.
void add_leading_day(const TimeCursor& c, const TimeExpression& date, std::vector<TimeExpression>& found) {
  const TokenId begin = date.tokens.begin;
  if (date.day == 0 || date.month == 0 || begin < 2 || !is_connector(c, begin - 1)) return;
  TokenId number = begin - 2;
  if (c.lower(begin - 1) == "and" && c.lower(number) == ",") return;
  if (!c.shape(number, NumberShape::whole) || c.month_day(number) == 0) return;
  if (!found.empty() && found.back().tokens.end > number) return;
  if (c.lower(date.tokens.begin) == "the" || c.is(begin, TimeClass::month)) return;
  TimeExpression day = date;
  day.tokens = {number, number + 1};
  day.day = c.month_day(number);
  day.weekday = 0;
  if (day.day < date.day || c.lower(begin - 1) != ",") found.push_back(day);
}

// "May 3-5", "May 3 to 5", "February 15 and 22": the number behind a connector is a day of the same month.
TokenId add_trailing_days(const TimeCursor& c, size_t date_at, std::vector<TimeExpression>& found) {
  const TimeExpression date = found[date_at];
  TokenId end = date.tokens.end;
  const bool month_first = date.day > 0 && date.month > 0 && end > 1 && c.month_day(end - 1) == date.day;
  if (!month_first || !is_range_connector(c, end)) return end;
  const TokenId number = end + 1;
  if (!c.shape(number, NumberShape::whole) || c.month_day(number) <= date.day) return end;
  if (c.is(number + 1, TimeClass::month) || c.tag(number + 1).starts_with("NN") || c.dash(number + 1)) return end;
  TimeExpression day = date;
  day.tokens = {number, number + 1};
  day.day = c.month_day(number);
  day.weekday = 0;
  const TokenId year = number + (c.lower(number + 1) == "," ? 2 : 1);
  if (c.full_year(year) > 0) {
    day.year = c.full_year(year);
    day.tokens.end = year + 1;
    found[date_at].year = day.year;
  }
  found.push_back(day);
  return day.tokens.end;
}

// "from May to July 1990", "499 to 493 BC": what the first leaves out, the second says.
void inherit_year(const TimeCursor& c, TimeExpression& first, const TimeExpression& second) {
  if (first.kind != TimeKind::calendar || second.kind != TimeKind::calendar || !second.year) return;
  if (second.tokens.begin != first.tokens.end + 1 || !is_range_connector(c, first.tokens.end)) return;
  if (first.year && second.bc && !first.bc && first.year_grain == second.year_grain) first.bc = true;
  if (first.year || second.year_grain != Grain::year || first.relation != TimeRelation::none) return;
  const bool partial = (first.month > 0 && second.month > 0) || (first.season >= 0 && second.season >= 0) ||
                       (first.quarter > 0 && second.quarter > 0);
  if (!partial) return;
  first.year = *second.year - (first.month > second.month ? 1 : 0);
  first.bc = second.bc;
}

// "from 499 to 493 BC": a number of two or three digits before a connector and a year before Christ.
void add_leading_bc(const TimeCursor& c, const TimeExpression& date, std::vector<TimeExpression>& found) {
  const TokenId begin = date.tokens.begin;
  if (!date.bc || date.year_grain != Grain::year || date.month > 0 || begin < 2 || !is_range_connector(c, begin - 1))
    return;
  const TokenWord& w = c.word(begin - 2);
  if (w.shape != NumberShape::whole || w.number <= *date.year) return;
  if (!found.empty() && found.back().tokens.end > begin - 2) return;
  TimeExpression first = make_time(begin - 2, begin - 1, TimeKind::calendar);
  first.year = int(w.number);
  first.bc = true;
  found.push_back(first);
}

// "1990 to 1994", "1948-49": a second year behind a connector.
TokenId add_trailing_year(const TimeCursor& c, size_t date_at, std::vector<TimeExpression>& found) {
  const TimeExpression date = found[date_at];
  const TokenId end = date.tokens.end;
  if (date.kind != TimeKind::calendar || !date.year || date.bc || date.year_grain != Grain::year) return end;
  if (!c.dash(end) && !(c.one_of(end, {"to", "and"}) && c.full_year(end + 1) > 0)) return end;
  const TokenWord& w = c.word(end + 1);
  const bool full = c.full_year(end + 1) > *date.year;
  const bool shortened = c.dash(end) && w.shape == NumberShape::whole && w.digits == 2 && w.number > *date.year % 100;
  if ((!full && !shortened) || c.tag(end + 2) == "NNS" || date.month > 0 || c.dash(end + 2)) return end;
  TimeExpression year = make_time(end + 1, end + 2, TimeKind::calendar);
  year.year = full ? int(w.number) : *date.year / 100 * 100 + int(w.number);
  year.range_end = true;
  found.push_back(year);
  return end + 2;
}

// "at 18:00 on Tuesday" are two expressions; the clock is that of the day.
void borrow_day(const TimeCursor& c, TimeExpression& clock, const TimeExpression& day) {
  const bool alone = clock.kind == TimeKind::calendar && clock.minute >= 0 && !clock.names_day();
  const bool beside = day.kind == TimeKind::calendar && day.names_day() && day.minute < 0 && day.day_part.empty() &&
                      day.tokens.begin == clock.tokens.end + 1 && c.one_of(clock.tokens.end, {"on", ","});
  if (!alone || !beside) return;
  TimeExpression borrowed = day;
  borrowed.tokens = clock.tokens;
  borrowed.span = clock.span;
  borrowed.minute = clock.minute;
  borrowed.zone = clock.zone;
  clock = borrowed;
}

}  // namespace

void read_expressions(const TimeLexicon& lexicon, const Document& doc, const std::vector<TokenWord>& words,
                      std::vector<TimeExpression>& found) {
  const TimeCursor c(lexicon, doc, words);
  found.clear();
  for (TokenId t = 0; t < c.size();) {
    if (!may_open(c, t)) {
      ++t;
      continue;
    }
    if (split_range(c, t, found)) {
      ++t;
      continue;
    }
    if (const TokenId next = split_month_day(c, t, found); next > t) {
      t = next;
      continue;
    }
    MaybeTime read = read_expression(c, t);
    if (!read || inside_name(c, *read)) {
      ++t;
      continue;
    }
    if (found.empty() || found.back().tokens.end < read->tokens.begin) add_approximation(c, *read);
    add_leading_day(c, *read, found);
    add_leading_bc(c, *read, found);
    found.push_back(*read);
    const size_t at = found.size() - 1;
    t = std::max(add_trailing_days(c, at, found), read->tokens.end);
    t = std::max(add_trailing_year(c, at, found), t);
  }
  for (size_t i = 0; i + 1 < found.size(); ++i) {
    inherit_year(c, found[i], found[i + 1]);
    borrow_day(c, found[i], found[i + 1]);
  }
  for (TimeExpression& expression : found) {
    const TokenRange tokens = expression.tokens;
    if (expression.span.empty()) expression.span = doc.span_of(tokens);
    expression.bracketed = tokens.begin > 0 && c.lower(tokens.begin - 1) == "(" && c.lower(tokens.end) == ")";
  }
}

}  // namespace verbale
