// Fixed phrases: references without a date, and holidays.
#include <algorithm>

#include "timex_grammar.h"

namespace verbale {
namespace {

bool matches(const TimeCursor& c, TokenId at, const TimePhrase& phrase) {
  for (size_t i = 0; i < phrase.words.size(); ++i)
    if (c.lower(at + TokenId(i)) != phrase.words[i]) return false;
  return true;
}

const TimePhrase* find_phrase(const TimeCursor& c, TokenId at, const TimeLexicon::Phrases& phrases) {
  const auto by_first = phrases.find(c.lower(at));
  if (by_first == phrases.end()) return nullptr;
  const auto found = std::find_if(by_first->second.begin(), by_first->second.end(),
                                  [&](const TimePhrase& phrase) { return matches(c, at, phrase); });
  return found == by_first->second.end() ? nullptr : &*found;
}

// "the time of the landing", "the time that he left" tell of an event, not of a known time.
bool is_continued(const TimeCursor& c, TokenId end) {
  return c.one_of(end, {"of", "that", "when", "where", "being"}) ||
         (end < c.size() && c.doc.tokens[end].dep == Dep::nsubj && c.doc.tokens[end].head > end &&
          c.doc.tokens[c.doc.tokens[end].head].dep == Dep::relcl);
}

}  // namespace

MaybeTime read_reference(const TimeCursor& c, TokenId at) {
  if (!c.word(at).opens_phrase) return std::nullopt;
  const TimePhrase* phrase = find_phrase(c, at, c.lexicon.references());
  if (phrase == nullptr) return std::nullopt;
  const TokenId end = at + TokenId(phrase->marked_end);
  if (phrase->value == "TENSE_REF" && is_continued(c, end)) return std::nullopt;
  if (c.dash(end) && !c.doc.tokens[end - 1].space_after) return std::nullopt;  // "the now-cancelled deal"
  if (phrase->words.size() == 1 && c.name_of(at, {"ORG", "WORK_OF_ART", "PERSON"}) && c.capitalised(at))
    return std::nullopt;
  TimeExpression reference = make_time(at + TokenId(phrase->marked), end, TimeKind::reference);
  reference.text = phrase->value;
  reference.only_ahead = phrase->ahead;
  if (phrase->ahead && c.one_of(end, {"after", "afterward", "afterwards", "as", "before", "-"})) return std::nullopt;
  if (phrase->ahead && at > 0 && c.one_of(at - 1, {"as", "too", "so", "how"})) return std::nullopt;
  const bool adjective = end - at > 1 && c.lower(at) == "the" && c.doc.tokens[end - 1].dep == Dep::amod;
  if (adjective) reference.tokens.begin = end - 1;  // "the future border"
  return reference;
}

MaybeTime read_holiday(const TimeCursor& c, TokenId at) {
  if (!c.word(at).opens_phrase || !(c.capitalised(at) || c.lower(at) == "9/11")) return std::nullopt;
  const TimePhrase* phrase = find_phrase(c, at, c.lexicon.holidays());
  if (phrase == nullptr) return std::nullopt;
  TimeExpression holiday = make_time(at, at + TokenId(phrase->marked_end), TimeKind::holiday);
  holiday.text = phrase->value;
  const TokenId year = holiday.tokens.end + (c.lower(holiday.tokens.end) == "," ? 1 : 0);
  if (c.full_year(year) > 0) {
    holiday.year = c.full_year(year);
    holiday.tokens.end = year + 1;
  }
  read_time_of_day(c, holiday);
  return holiday;
}

}  // namespace verbale
