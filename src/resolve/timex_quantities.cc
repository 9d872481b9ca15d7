// Amounts of time: durations, offsets from another time, and repetitions.
#include <algorithm>

#include "timex_grammar.h"

namespace verbale {
namespace {

bool plural_unit(const TimeCursor& c, TokenId t) { return c.use(t, TimeClass::unit) == TimeUse::plural; }

// Whole numbers in words: "twenty-five", "two hundred", "a dozen", "forty"
std::optional<CountRead> read_number_words(const TimeCursor& c, TokenId at) {
  TokenId t = at;
  double number = 0;
  if (c.is(t, TimeClass::number)) {
    const bool tens = c.use(t, TimeClass::number) == TimeUse::tens;
    number = c.value(t, TimeClass::number);
    ++t;
    const TokenId digit = t + c.dash(t);
    if (tens && c.is(digit, TimeClass::number) && c.value(digit, TimeClass::number) < 10) {
      number += c.value(digit, TimeClass::number);
      t = digit + 1;
    }
  } else if (c.one_of(t, {"a", "an"}) && c.is(t + 1, TimeClass::number) &&
             c.use(t + 1, TimeClass::number) == TimeUse::times) {
    number = c.value(t + 1, TimeClass::number);
    t += 2;
  } else {
    return std::nullopt;
  }
  if (c.is(t, TimeClass::number) && c.use(t, TimeClass::number) == TimeUse::times && c.lower(t) != "couple") {
    number *= c.value(t, TimeClass::number);
    ++t;
  }
  if (c.lower(t - 1) == "couple" && c.lower(t) == "of") ++t;
  return CountRead{{number, false}, t};
}

std::optional<CountRead> read_vague_count(const TimeCursor& c, TokenId at) {
  TokenId t = at + (c.one_of(at, {"a", "another"}) && c.lower(at + 1) == "few" ? 1 : 0);
  if (t > at && c.is(t + 1, TimeClass::quantity)) ++t;
  if (c.one_of(t, {"dozens", "hundreds", "thousands", "tens"}) && c.lower(t + 1) == "of")
    return CountRead{{0, true}, t + 2};
  if (!c.is(t, TimeClass::quantity)) return std::nullopt;
  const bool two = c.is(t + 1, TimeClass::quantity);  // "many more"
  return CountRead{{0, true}, t + 1 + two};
}

std::optional<CountRead> read_digits_count(const TimeCursor& c, TokenId at) {
  const TokenWord& w = c.word(at);
  if (w.shape == NumberShape::decimal || (w.shape == NumberShape::whole && w.digits <= 4))
    return CountRead{{w.number, false}, at + 1};
  return std::nullopt;
}

// "two and a half": the half after the number
void read_and_a_half(const TimeCursor& c, CountRead& count) {
  const TokenId t = count.end;
  if (c.lower(t) != "and") return;
  const TokenId half = t + (c.lower(t + 1) == "a" ? 2 : 1);
  if (c.lower(half) != "half") return;
  count.quantity.number += 0.5;
  count.end = half + 1;
}

// "a", "one", "another", "half a", "half an"
std::optional<CountRead> read_article(const TimeCursor& c, TokenId at) {
  if (c.lower(at) == "half" && c.one_of(at + 1, {"a", "an"})) return CountRead{{0.5, false}, at + 2};
  if (c.lower(at) == "half" && c.dash(at + 1)) return CountRead{{0.5, false}, at + 2};
  if (c.one_of(at, {"a", "an", "another"})) {
    if (c.lower(at + 1) == "half" && (c.dash(at + 2) || c.is(at + 2, TimeClass::unit)))
      return CountRead{{0.5, false}, at + 2 + TokenId(c.dash(at + 2))};
    const auto number = c.lower(at) == "another" ? read_count(c, at + 1) : std::nullopt;
    return number ? number : CountRead{{1, false}, at + 1};
  }
  return std::nullopt;
}

// The longest approximation at `at`: "more than", "nearly", "at least"; gives the token after it.
TokenId skip_approximation(const TimeCursor& c, TokenId at) {
  const auto phrases = c.lexicon.approximations().find(c.lower(at));
  if (phrases == c.lexicon.approximations().end()) return at;
  if (at < c.size() && c.doc.tokens[at].dep == Dep::prep && c.lower(at + 1) != "than") return at;
  for (const TimePhrase& phrase : phrases->second) {
    size_t i = 0;
    while (i < phrase.words.size() && c.lower(at + TokenId(i)) == phrase.words[i]) ++i;
    if (i == phrase.words.size()) return at + TokenId(i);
  }
  return at;
}

bool is_age(const TimeCursor& c, TokenId at, TokenId end) {
  if (c.one_of(end, {"old", "olds"}) || (c.dash(end) && c.one_of(end + 1, {"old", "olds"}))) return true;
  if (c.lower(end) == "of" && c.lower(end + 1) == "age") return true;
  return at > 0 && c.lower(at - 1) == "aged";
}

// "ago", "later", "earlier", "from now", "before" where nothing follows
void read_direction(const TimeCursor& c, TimeExpression& amount) {
  const TokenId t = amount.tokens.end;
  if (c.lower(t) == "from" && c.lower(t + 1) == "now") {
    amount.kind = TimeKind::offset;
    amount.direction = TimeDirection::from_now;
    amount.tokens.end = t + 2;
    return;
  }
  if (!c.is(t, TimeClass::direction)) return;
  const bool open = c.use(t, TimeClass::direction) == TimeUse::open;
  if (open && !c.one_of(t + 1, {".", ",", ";", ")", "and", "\n", "\n\n"})) return;
  if (c.lower(t) == "later" && c.lower(t + 1) == "than") return;
  amount.kind = TimeKind::offset;
  amount.direction = TimeDirection(c.value(t, TimeClass::direction));
  amount.tokens.end = t + 1;
}

// "$35 billion a year", "twice a week", "five times a day"
bool is_rate(const TimeCursor& c, TokenId at, TokenId unit) {
  if (at == 0 || c.one_of(at - 1, {"for", "in", "within", "over", "after", "of", "about", "under", "once"})) {
    return at > 0 && c.lower(at - 1) == "once";
  }
  const Token& token = c.doc.tokens[unit];
  const bool after_amount =
      c.one_of(at - 1, {"times", "twice", "%", "percent", "million", "billion", "dollars", "euros"}) ||
      c.word(at - 1).shape == NumberShape::whole || c.tag(at - 1) == "CD";
  const bool after_noun = c.tag(at - 1) == "NNS" && token.dep == Dep::npadvmod && token.head == at - 1;
  return after_amount || after_noun;
}

TimeExpression make_amount(const TimeCursor& c, TokenId at, TokenId unit, const Quantity& quantity) {
  TimeExpression amount = make_time(at, unit + 1, TimeKind::duration);
  amount.unit = TimeUnit(c.value(unit, TimeClass::unit));
  amount.quantity = quantity;
  const bool hyphen_long = c.dash(unit + 1) && c.lower(unit + 2) == "long";
  if (hyphen_long)
    amount.tokens.end = unit + 3;
  else if (c.lower(unit + 1) == "long" && !plural_unit(c, unit))
    amount.tokens.end = unit + 2;
  const TokenId half = unit + 1;  // "a month and a half"
  if (c.lower(half) == "and" && c.lower(half + 1) == "a" && c.lower(half + 2) == "half" && quantity.number > 0) {
    amount.quantity.number += 0.5;
    amount.tokens.end = half + 3;
  }
  return amount;
}

bool is_time_unit(const TimeCursor& c, TokenId t, bool after_article) {
  if (!c.is(t, TimeClass::unit)) return false;
  const bool ambiguous = c.one_of(t, {"second", "quarter", "min"}) && after_article;
  return !ambiguous && !c.tag(t).starts_with("V");
}

// "nearly five months", "a four-day", "two and a half years ago"
MaybeTime read_counted(const TimeCursor& c, TokenId at) {
  const TokenId start = skip_approximation(c, at);
  auto count = read_count(c, start);
  const bool counted = count.has_value();
  if (!counted) count = read_article(c, start);
  if (!count) return std::nullopt;
  if (counted) read_and_a_half(c, *count);
  TokenId t = count->end;
  if (c.dash(t) && c.is(t + 1, TimeClass::unit)) ++t;
  for (int adjectives = 0; adjectives < 2 && c.is(t, TimeClass::adjective); ++adjectives) ++t;
  if (!is_time_unit(c, t, !counted)) return std::nullopt;
  if (c.one_of(t, {"weekend"}) && !counted) return std::nullopt;
  const bool long_adjective = !counted && c.dash(t + 1) && c.lower(t + 2) == "long";  // "a month-long": no article
  if (long_adjective) return std::nullopt;
  if (is_age(c, at, t + 1)) return std::nullopt;
  const bool joined = count->end == t || c.dash(count->end);
  if (c.one_of(t, {"quarter", "quarters"}) && joined) {
    if (c.lower(t + 1) == "of" || c.dash(count->end)) return std::nullopt;  // fractions
  }
  TimeExpression amount = make_amount(c, at, t, count->quantity);
  read_direction(c, amount);
  if (!counted && amount.kind == TimeKind::duration && c.doc.tokens[t].dep == Dep::attr) return std::nullopt;
  const bool bare_article = !counted && start == at && c.one_of(at, {"a", "an"}) && t == at + 1;
  if (bare_article && amount.kind == TimeKind::duration && is_rate(c, at, t)) amount.kind = TimeKind::set;
  return amount;
}

// "27-year" in one token
MaybeTime read_joined(const TimeCursor& c, TokenId at) {
  const TokenId t = at;
  if (!c.shape(t, NumberShape::quantity) || is_age(c, at, t + 1)) return std::nullopt;
  TimeExpression amount = make_time(at, t + 1, TimeKind::duration);
  amount.unit = TimeUnit(c.word(t).second);
  amount.quantity.number = c.word(t).number;
  if (c.dash(t + 1) && c.lower(t + 2) == "long") amount.tokens.end = t + 3;
  return amount;
}

// "weeks", "decades-long", "days later"
MaybeTime read_bare_plural(const TimeCursor& c, TokenId at) {
  if (!c.is(at, TimeClass::unit)) return std::nullopt;
  const bool hyphen_long = c.dash(at + 1) && c.lower(at + 2) == "long";
  if (!plural_unit(c, at) && !hyphen_long) return std::nullopt;
  const bool taken =
      at > 0 && !hyphen_long &&
      (c.one_of(at - 1, {"the", "these", "those", "his", "her", "their", "its", "early", "final", "-", "'s"}) ||
       c.tag(at - 1) == "CD" || c.is(at - 1, TimeClass::relation));
  if (taken || c.one_of(at, {"quarters", "seconds", "weekends", "quarter"}) ||
      (c.capitalised(at) && at > 0 && c.capitalised(at - 1)))
    return std::nullopt;
  if (is_age(c, at, at + 1)) return std::nullopt;
  TimeExpression amount = make_amount(c, at, at, plural_unit(c, at) ? Quantity{0, true} : Quantity{1, false});
  read_direction(c, amount);
  return amount;
}

TimeExpression make_set(TokenId at, TokenId end) { return make_time(at, end, TimeKind::set); }

// "every Monday", "each day", "every two years", "per month", "every other week"
MaybeTime read_every(const TimeCursor& c, TokenId at) {
  if (!c.one_of(at, {"every", "each", "per"})) return std::nullopt;
  TokenId t = at + 1;
  TimeExpression set = make_set(at, t);
  if (c.lower(t) == "other") {
    set.quantity.number = 2;
    ++t;
  } else if (const auto count = read_count(c, t)) {
    set.quantity = count->quantity;
    t = count->end;
  }
  set.tokens.end = t + 1;
  if (c.is(t, TimeClass::unit))
    set.unit = TimeUnit(c.value(t, TimeClass::unit));
  else if (c.is(t, TimeClass::weekday) && c.capitalised(t))
    set.weekday = c.value(t, TimeClass::weekday);
  else if (c.is(t, TimeClass::month) && c.capitalised(t))
    set.month = c.value(t, TimeClass::month);
  else if (c.is(t, TimeClass::season))
    set.season = c.value(t, TimeClass::season);
  else if (c.is(t, TimeClass::daypart))
    set.day_part = c.word(t).word->text;
  else
    return std::nullopt;
  if (set.weekday > 0 && c.is(t + 1, TimeClass::daypart)) {
    set.day_part = c.word(t + 1).word->text;
    ++set.tokens.end;
  }
  return set;
}

// "Mondays", "weekends", "mornings"
MaybeTime read_plural_day(const TimeCursor& c, TokenId at) {
  TimeExpression set = make_set(at, at + 1);
  if (c.is(at, TimeClass::weekday) && c.use(at, TimeClass::weekday) == TimeUse::plural && c.capitalised(at))
    set.weekday = c.value(at, TimeClass::weekday);
  else if (c.lower(at) == "weekends")
    set.unit = TimeUnit::weekend;
  else if (c.is(at, TimeClass::daypart) && c.use(at, TimeClass::daypart) == TimeUse::plural)
    set.day_part = c.word(at).word->text;
  else
    return std::nullopt;
  return set;
}

// "annual", "weekly"; not in names such as "Daily Mail"
MaybeTime read_adverb(const TimeCursor& c, TokenId at) {
  if (!c.is(at, TimeClass::set)) return std::nullopt;
  const bool name = c.capitalised(at) && (c.capitalised(at + 1) || (at > 0 && c.capitalised(at - 1)));
  if (name || (c.capitalised(at) && c.name_of(at, {"ORG", "WORK_OF_ART", "PRODUCT"}))) return std::nullopt;
  TimeExpression set = make_set(at, at + 1);
  set.text = c.word(at).word->text;
  return set;
}

}  // namespace

std::optional<CountRead> read_count(const TimeCursor& c, TokenId at) {
  if (auto words = read_number_words(c, at)) return words;
  if (auto vague = read_vague_count(c, at)) return vague;
  return read_digits_count(c, at);
}

MaybeTime read_quantity(const TimeCursor& c, TokenId at) {
  return longer(longer(read_counted(c, at), read_joined(c, at)), read_bare_plural(c, at));
}

MaybeTime read_set(const TimeCursor& c, TokenId at) {
  return longer(longer(read_every(c, at), read_plural_day(c, at)), read_adverb(c, at));
}

}  // namespace verbale
