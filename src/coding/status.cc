// Walks from the event up the tree, asking of every word on the way what it does to the truth of what it governs.
//
// A nominal event that is new to the reader ("merger talks", "an attack") lies in the scope of the clause that it is
// the object of: "did not make an offer", "could lead to war". One that is known ("the attack") is taken for granted.
#include "coding/status.h"

#include <algorithm>

#include "coding/status_reader.h"

namespace verbale {
namespace {

// How far a status takes an event from being a plain fact: on a path, the farthest wins.
int distance_from_fact(EventStatus status) {
  constexpr int kDistance[] = {0, 1, 2, 3, 4, 7, 6, 5};
  return kDistance[size_t(status)];
}

}  // namespace

void StatusReading::apply(EventStatus farther, Span cue) {
  if (distance_from_fact(farther) <= distance_from_fact(status)) return;
  status = farther;
  cues.push_back({false, cue});
}

StatusReading StatusReader::read() {
  if (predicate_.kind == PredicateKind::noun) clause_.read_modifiers(predicate_.head);
  const TokenId anchor = predicate_.anchor();
  if (is_verb(at(anchor))) clause_.read_own(anchor);
  if (reading_.negated && looks_ahead(anchor)) reading_.negated = false;
  climb(anchor);
  read_question();
  return std::move(reading_);
}

// "agreed not to attack", "said it would not attack": what is not to be done is no denial of what is said to be done.
bool StatusReader::looks_ahead(TokenId verb) const {
  for (TokenId aux : children(doc_, verb, Dep::aux))
    if (at(aux).lower == "to" || (tables_.modal(at(aux).lower) && !has_perfect(doc_, verb))) return true;
  return false;
}

// Up the tree, until a boundary: a finite clause that stands for itself.
void StatusReader::climb(TokenId token) {
  for (int steps = 0; steps < 12 && at(token).head != token; ++steps) {
    const TokenId governor = at(token).head;
    if (!pass(token, governor)) return;
    token = governor;
  }
}

// Reads what the governor does to its dependent; false when the path ends here.
bool StatusReader::pass(TokenId token, TokenId governor) {
  switch (at(token).dep) {
    case Dep::conj:
      return !is_finite(token) || is_finite(governor);
    case Dep::xcomp:
    case Dep::ccomp:
    case Dep::acomp:
    case Dep::attr:
    case Dep::oprd:
      return pass_embedding(token, governor, "comp");
    case Dep::dobj:
    case Dep::nsubjpass:
      return token != predicate_.carrier && pass_embedding(token, governor, "obj");
    case Dep::nsubj:
      return token != predicate_.carrier && pass_embedding(token, governor, "subj");
    case Dep::pobj:
    case Dep::pcomp:
      return pass_preposition(token, governor);
    case Dep::acl:
      return pass_noun_clause(token, governor);
    case Dep::relcl:
      if (clause_.has_to(token) || (tables_.embedding(at(governor), "comp") != nullptr && !has_gap(token, governor)))
        return pass_noun_clause(token, governor);
      if (clause_.is_negated(governor)) apply(EventStatus::not_happened, governor);
      if (is_of_any(governor)) apply(EventStatus::possible, governor);
      return false;
    case Dep::advcl:
      return pass_adverbial(token, governor);
    default:
      return false;
  }
}

bool StatusReader::is_finite(TokenId verb) const {
  return at(verb).tag == "VBD" || at(verb).tag == "VBZ" || at(verb).tag == "VBP";
}

// "a plan to attack", "the first leader to visit", "a report that …", "no proof linking …".
bool StatusReader::pass_noun_clause(TokenId token, TokenId governor) {
  const bool to = clause_.has_to(token);
  const StatusTables::Embedding* row = tables_.embedding(at(governor), "comp");
  const bool states_content = to || at(token).dep == Dep::relcl || first_child(doc_, token, Dep::mark) != kNone;
  if (row != nullptr && states_content) {
    if (clause_.is_negated(governor))
      apply(row->negated, governor);
    else if (!row->transparent)
      apply(row->status, governor);
    clause_.read_modifiers(governor);
    climb(governor);
    return false;
  }
  if (clause_.is_negated(governor)) apply(EventStatus::not_happened, governor);
  if (to && !has_ordinal(governor)) apply(EventStatus::possible, token);
  if (!to && states_content) climb(governor);
  return false;
}

// "an allegation that the army rejected" is no content of the allegation: the noun is what was rejected.
bool StatusReader::has_gap(TokenId clause, TokenId noun) const {
  if (at(noun).lemma == "time" || at(noun).lemma == "reason") return true;  // "the first time that X was allowed"
  return clause == predicate_.anchor() && first_child(doc_, clause, Dep::mark) == kNone &&
         std::any_of(predicate_.arguments.begin(), predicate_.arguments.end(), [&](const Argument& argument) {
           return argument.head == noun && (argument.slot == Slot::subject || argument.slot == Slot::object);
         });
}

// "any commander who obstructed aid": whether there is one is not told.
bool StatusReader::is_of_any(TokenId noun) const {
  const TokenId determiner = first_child(doc_, noun, Dep::det);
  return at(noun).lower == "anyone" || at(noun).lower == "anybody" ||
         (determiner != kNone && at(determiner).lower == "any");
}

bool StatusReader::has_ordinal(TokenId noun) const {
  for (TokenId child : children(doc_, noun, Dep::amod))
    if (at(child).lower == "first" || at(child).lower == "last" || at(child).lower == "only" ||
        at(child).lower == "latest")
      return true;
  return false;
}

// A purpose is intended, not done; a participle shares its clause's fate; other clauses stand for themselves.
bool StatusReader::pass_adverbial(TokenId token, TokenId governor) {
  if (holds_word(governor, "too") && clause_.has_to(token)) return apply(EventStatus::not_happened, governor), false;
  if (!clause_.has_to(token)) return pass_participle(token, governor);
  if (tables_.embedding(at(governor), "comp") != nullptr) return pass_embedding(token, governor, "comp");
  if (is_done_thereby(token, governor)) return pass_embedding(token, governor, "purpose");
  apply(EventStatus::planned, token);
  if (is_verb(at(governor)) && clause_.is_negated(governor)) apply(EventStatus::not_happened, governor);
  return false;
}

// "gathered to protest": whoever comes together for it does it.
bool StatusReader::is_done_thereby(TokenId token, TokenId governor) const {
  return tables_.embedding(at(governor), "purpose") != nullptr && tables_.embedding(at(token), "aloud") != nullptr;
}

bool StatusReader::pass_participle(TokenId token, TokenId governor) {
  if (at(token).tag == "VBG" && follows_particle(token, governor)) return pass_embedding(token, governor, "obj");
  const bool bare = at(token).tag == "VBG" && first_child(doc_, token, Dep::mark) == kNone &&
                    first_child(doc_, token, Dep::nsubj) == kNone;
  if (!bare || token < governor || !is_verb(at(governor))) return false;
  clause_.read_governing(governor);
  return true;
}

// "ruled out stepping down": the gerund is the object of the verb with its particle.
bool StatusReader::follows_particle(TokenId token, TokenId governor) const {
  const TokenId particle = first_child(doc_, governor, Dep::prt);
  return particle != kNone && particle + 1 == at(token).left_edge;
}

// A question asserts nothing.
void StatusReader::read_question() {
  const Sentence& sentence = doc_.sentences[at(predicate_.head).sentence];
  for (TokenId t = sentence.tokens.end; t-- > sentence.tokens.begin;) {
    if (at(t).pos != Pos::punct && at(t).pos != Pos::space) return;
    if (at(t).lower == "?") return apply(EventStatus::unclear, t);
  }
}

StatusReading StatusTables::read(const Document& doc, const Predicate& predicate) const {
  return StatusReader(*this, doc, predicate).read();
}

}  // namespace verbale
