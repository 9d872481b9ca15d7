// Reads tense from auxiliaries and tags, and from verbs after which something is still to come (planning.tsv).
#include "timex_tense.h"

namespace verbale {
namespace {

// The token of the range whose governor lies outside it.
TokenId head_of(const Document& doc, TokenRange range) {
  for (TokenId t = range.begin; t < range.end; ++t)
    if (!range.contains(doc.tokens[t].head) || doc.tokens[t].head == t) return t;
  return range.begin;
}

bool is_future_word(std::string_view lower) {
  for (const std::string_view word :
       {"will", "shall", "'ll", "’ll", "wo", "would", "could", "should", "might", "may", "can", "must"})
    if (lower == word) return true;
  return false;
}

bool is_verb(const Token& token) { return token.pos == Pos::verb || token.pos == Pos::aux; }

struct Auxiliaries {
  bool future = false, past = false, have = false, to = false, any = false;
};

Auxiliaries auxiliaries_of(const Document& doc, TokenId verb) {
  Auxiliaries found;
  const Token& token = doc.tokens[verb];
  const TokenId begin = std::max<TokenId>(token.left_edge, verb > 12 ? verb - 12 : 0);
  for (TokenId t = begin; t < verb; ++t) {
    const Token& aux = doc.tokens[t];
    if (aux.head != verb || (aux.dep != Dep::aux && aux.dep != Dep::auxpass)) continue;
    found.to |= aux.tag == "TO";
    found.any |= aux.tag != "TO";
    found.future |= is_future_word(aux.lower);
    found.past |= aux.tag == "VBD";
    found.have |= aux.lemma == "have";
  }
  return found;
}

bool is_headline(const Document& doc, const Token& token) {
  const Sentence& sentence = doc.sentences[token.sentence];
  if (token.sentence > 0 || sentence.tokens.size() == 0) return false;
  TokenId last = sentence.tokens.end - 1;
  while (last > sentence.tokens.begin && doc.tokens[last].pos == Pos::space) --last;
  return doc.tokens[last].lower != ".";
}

constexpr int kPlans = 1, kIsPlanned = 2;  // the values of planning.tsv

bool has_planning(const TimeLexicon& lexicon, const Token& token, int value) {
  const TimeWord* word = lexicon.find(token.lemma);
  if (word == nullptr) word = lexicon.find(token.lower);
  return word != nullptr && word->is(TimeClass::planning) && word->value(TimeClass::planning) == value;
}

bool plans_ahead(const TimeLexicon& lexicon, const Token& token) { return has_planning(lexicon, token, kPlans); }

// "announced a march for Monday", "called elections for April"; not "blamed for Monday's attack", "sales for April".
bool is_set_for(const TimeLexicon& lexicon, const Document& doc, TokenRange tokens) {
  if (tokens.begin < 2 || doc.tokens[tokens.begin - 1].lower != "for") return false;
  const bool owns = tokens.end < doc.tokens.size() && doc.tokens[tokens.end].dep == Dep::case_;
  if (owns || doc.tokens[head_of(doc, tokens)].dep != Dep::pobj) return false;
  for (TokenId t = tokens.begin - 1; t-- > doc.sentences[doc.tokens[tokens.begin].sentence].tokens.begin;) {
    if (is_verb(doc.tokens[t])) return false;
    if (doc.tokens[t].pos == Pos::noun) return has_planning(lexicon, doc.tokens[t], kIsPlanned);
  }
  return false;
}

// The tense that this verb shows; unknown when the verb above it decides.
TimeTense tense_of_verb(const TimeLexicon& lexicon, const Document& doc, TokenId verb) {
  const Token& token = doc.tokens[verb];
  const Auxiliaries aux = auxiliaries_of(doc, verb);
  if (aux.future && !aux.have) return TimeTense::future;
  if (aux.to) return token.dep == Dep::acl || token.dep == Dep::relcl ? TimeTense::future : TimeTense::unknown;
  if (plans_ahead(lexicon, token) && token.tag != "VBD") return TimeTense::future;
  if (aux.past || aux.have) return TimeTense::past;
  if (token.tag == "VBD" || (token.tag == "VBN" && !aux.any)) return TimeTense::past;
  if (token.tag == "VBZ" || token.tag == "VBP" || aux.any)
    return is_headline(doc, token) ? TimeTense::past : TimeTense::present;
  return TimeTense::unknown;
}

// "has closed its border until Friday", "remains closed until Friday"
bool has_perfect_or_present(const Document& doc, TokenId verb) {
  const Auxiliaries aux = auxiliaries_of(doc, verb);
  const std::string_view tag = doc.tokens[verb].tag;
  return (aux.have && !aux.past) || (!aux.past && (tag == "VBZ" || tag == "VBP"));
}

}  // namespace

TimeTense tense_around(const TimeLexicon& lexicon, const Document& doc, TokenRange tokens) {
  if (is_set_for(lexicon, doc, tokens)) return TimeTense::future;
  TokenId t = head_of(doc, tokens);
  bool infinitive = false, until = false;
  for (int steps = 0; steps < 24; ++steps) {
    const Token& token = doc.tokens[t];
    if (t >= tokens.end || t < tokens.begin) {
      if (token.lower == "since") return TimeTense::past;
      until |= token.lower == "until" || token.lower == "till";
      if (token.lower == "ahead" || token.lower == "upcoming") return TimeTense::future;
      const bool ahead = plans_ahead(lexicon, token);
      if (is_verb(token) || token.pos == Pos::adj) {
        if (ahead && (infinitive || token.tag == "VBN" || token.pos == Pos::adj)) return TimeTense::future;
        if (is_verb(token)) {
          const TimeTense tense = tense_of_verb(lexicon, doc, t);
          if (until && has_perfect_or_present(doc, t)) return TimeTense::future;
          const bool left_open = until && token.tag == "VBN" && !auxiliaries_of(doc, t).any;  // "closed until Friday"
          if (tense != TimeTense::unknown && !left_open) return tense;
          infinitive = true;
        }
      }
    }
    if (token.head == t) break;
    t = token.head;
  }
  return TimeTense::unknown;
}

}  // namespace verbale
