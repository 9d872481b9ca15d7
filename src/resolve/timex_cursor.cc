// Small questions about one token.
#include "timex_cursor.h"

#include <algorithm>

namespace verbale {

const TokenWord TimeCursor::kNothing{};

bool TimeCursor::capitalised(TokenId t) const {
  const std::string_view word = t < size() ? doc.words(t) : std::string_view();
  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
}

bool TimeCursor::dash(TokenId t) const { return one_of(t, {"-", "–", "—"}); }

bool TimeCursor::one_of(TokenId t, std::initializer_list<std::string_view> choices) const {
  return std::find(choices.begin(), choices.end(), lower(t)) != choices.end();
}

bool TimeCursor::time_preposition(TokenId t) const {
  return one_of(t, {"in",     "on",    "since",   "until",   "till",       "by",     "from",  "during",
                    "before", "after", "between", "through", "throughout", "of",     "to",    "for",
                    "around", "circa", "late",    "early",   "mid",        "within", "around"});
}

bool TimeCursor::name_of(TokenId t, std::initializer_list<std::string_view> types) const {
  if (t >= size()) return false;
  return std::find(types.begin(), types.end(), doc.tokens[t].name_type) != types.end();
}

bool TimeCursor::modifies_noun(TokenId t) const {
  const Token& token = doc.tokens[t];
  return token.head > t && (token.dep == Dep::compound || token.dep == Dep::amod || token.dep == Dep::nmod) &&
         tag(token.head).starts_with("N");
}

int TimeCursor::month_day(TokenId t) const {
  const TokenWord& w = word(t);
  const bool digits = (w.shape == NumberShape::whole && w.digits <= 2) || w.shape == NumberShape::ordinal;
  if (digits && w.number >= 1 && w.number <= 31) return int(w.number);
  if (w.is(TimeClass::ordinal) && w.word->use(TimeClass::ordinal) == TimeUse::plain)
    return w.word->value(TimeClass::ordinal);
  return 0;
}

int TimeCursor::full_year(TokenId t) const {
  const TokenWord& w = word(t);
  const bool year = w.shape == NumberShape::whole && w.digits == 4 && w.number >= 1000 && w.number < 2200;
  return year ? int(w.number) : 0;
}

}  // namespace verbale
