// Climbs from the expression to what it hangs on, then asks how near that is to the event.
#include "coding/attachment.h"

#include <array>

#include "base/words.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 8> kPhases = {"start", "beginning", "outbreak", "launch",
                                                     "end",   "eve",       "onset",    "course"};

// "ambushed a bus, killing five": a participle goes on with the clause before it.
bool goes_on(const Document& doc, TokenId verb) {
  const Token& token = doc.tokens[verb];
  return token.dep == Dep::advcl && token.tag == "VBG" && token.head < verb &&
         first_child(doc, verb, Dep::mark) == kNone && first_child(doc, verb, Dep::nsubj) == kNone;
}

// "erupted in April and has killed 400": what has been since is not of that day.
bool changes_to_perfect(const Document& doc, TokenId clause, TokenId next) {
  return is_perfect(doc, next) && !is_perfect(doc, clause);
}

// True for the clause of the event and for the clauses that share its tense: "went to X and met Y on Friday".
bool same_clause(const Document& doc, TokenId clause, TokenId event_clause, TokenId expression) {
  if (clause == event_clause) return true;
  const Dep dep = doc.tokens[event_clause].dep;
  if (dep == Dep::conj && changes_to_perfect(doc, clause, event_clause)) return false;
  if (dep == Dep::conj && expression > clause && subject_of(doc, event_clause) != kNone) return false;
  if (dep == Dep::xcomp || dep == Dep::conj || goes_on(doc, event_clause))
    return doc.tokens[event_clause].head == clause;
  return doc.tokens[clause].dep == Dep::xcomp && doc.tokens[clause].head == event_clause;
}

bool is_phase_of(const Document& doc, TokenId noun, TokenId event) {
  if (!is_one_of(doc.tokens[noun].lemma, kPhases)) return false;
  const TokenId preposition = doc.tokens[event].head;
  return doc.tokens[preposition].lower == "of" && doc.tokens[preposition].head == noun;
}

}  // namespace

TokenId attachment(const Document& doc, TokenId token) {
  while (doc.tokens[token].head != token) {
    token = doc.tokens[token].head;
    const Pos pos = doc.tokens[token].pos;
    if (is_verb(doc.tokens[token]) || pos == Pos::noun || pos == Pos::propn) return token;
  }
  return token;
}

TokenId top_word(const Document& doc, TokenRange range) {
  for (TokenId t = range.begin; t < range.end; ++t)
    if (!range.contains(doc.tokens[t].head) || doc.tokens[t].head == t) return t;
  return range.begin;
}

Claim claim_on(const Document& doc, const Predicate& predicate, TokenId expression_head) {
  const TokenId at = attachment(doc, expression_head);
  if (at == predicate.head || at == predicate.carrier) return Claim::direct;
  // "the start of the invasion in May": the phases of an event carry its time.
  if (is_phase_of(doc, at, predicate.head)) return Claim::direct;
  // "arrived at the port of X on Monday": the expression hangs on an argument of the event.
  for (const Argument& argument : predicate.arguments)
    if (argument.head == at && !argument.inherited) return Claim::clause;
  if (predicate.kind == PredicateKind::verb || predicate.carrier != kNone)
    return same_clause(doc, clause_of(doc, at), clause_of(doc, predicate.anchor()), expression_head) ? Claim::clause
                                                                                                     : Claim::none;
  return Claim::none;
}

bool is_perfect(const Document& doc, TokenId verb, bool of_the_past) {
  for (TokenId aux : children(doc, verb, Dep::aux)) {
    const Token& token = doc.tokens[aux];
    const bool past = token.tag == "VBD" || token.lower == "had";
    if (token.lemma == "have" && past == of_the_past) return true;
  }
  return false;
}

bool is_perfect(const Document& doc, TokenId verb) {
  return is_perfect(doc, verb, true) || is_perfect(doc, verb, false);
}

}  // namespace verbale
