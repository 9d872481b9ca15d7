// Auxiliaries stand beside the first of several coordinated verbs; what stands beside the verb itself counts as well.
#include "coding/status_clause.h"

#include <algorithm>
#include <array>

#include "base/words.h"
namespace verbale {
namespace {

bool is_negation(const Token& token) {
  return token.dep == Dep::neg || token.lower == "never" || token.lower == "no" || token.lower == "nobody" ||
         token.lower == "none" || token.lower == "neither" || token.lower == "nor" || token.lower == "nothing";
}

constexpr std::array<std::string_view, 7> kConditions = {"if",   "unless",   "whether", "should",
                                                         "lest", "provided", "assuming"};
// Conditions only while they are ahead: "until it leaves", but "until it left".
constexpr std::array<std::string_view, 2> kBounds = {"until", "once"};

bool is_finite_past(const Token& verb) { return verb.tag == "VBD"; }

}  // namespace

void ClauseReader::read_own(TokenId verb) const {
  read(verb, true);
  if (is_progressive(verb)) apply(EventStatus::ongoing, verb);
  if (is_imperative(verb)) apply(EventStatus::wanted, verb);
}

void ClauseReader::read_governing(TokenId verb) const { read(verb, false); }

void ClauseReader::read(TokenId verb, bool own) const {
  const TokenId holder = auxiliary_holder(verb);
  for (TokenId t = at(holder).left_edge; t <= at(holder).right_edge; ++t)
    if (t != holder && at(t).head == holder && (holder == verb || at(t).dep != Dep::dobj)) read_word(t, holder, own);
  if (holder == verb) return;
  for (TokenId t = at(verb).left_edge; t <= at(verb).right_edge; ++t)
    if (t != verb && at(t).head == verb) read_word(t, verb, own);
}

void ClauseReader::read_word(TokenId word, TokenId verb, bool own) const {
  const Token& token = at(word);
  own = own && !is_supposed(verb);
  switch (token.dep) {
    case Dep::neg:
      if (own && !is_partial(word)) negate(word);
      return;
    case Dep::aux:
      if (token.tag == "MD") read_modal(word, verb);
      // "Had they attacked, …": the inversion is an "if".
      if (token.lower == "had" && word < verb && at(verb).dep == Dep::advcl &&
          first_child(doc_, verb, Dep::nsubj) > word && first_child(doc_, verb, Dep::nsubj) != kNone)
        apply(EventStatus::not_happened, word);
      return;
    case Dep::mark:
    case Dep::advmod:
    case Dep::npadvmod:
      if (own && token.lower == "never") return negate(word);
      if (token.dep == Dep::mark) read_condition(word, verb);
      if (const auto status = tables_.adverb(token.lower)) apply(*status, word);
      return;
    case Dep::preconj:
    case Dep::nsubj:
    case Dep::nsubjpass:
    case Dep::dobj:
      if (own) read_negative_argument(word);
      return;
    default:
      return;
  }
}

// "if they do not leave": what is supposed is neither so nor not so.
bool ClauseReader::is_supposed(TokenId verb) const {
  const TokenId mark = first_child(doc_, verb, Dep::mark);
  return mark != kNone && at(verb).dep == Dep::advcl && is_one_of(at(mark).lower, kConditions);
}

void ClauseReader::read_modal(TokenId modal, TokenId verb) const {
  const auto found = tables_.modal(at(modal).lower);
  if (!found) return;
  EventStatus status = *found;
  const bool perfect = is_perfect(verb);
  // "said it would send": the future of a reported past.
  if (at(modal).lower == "would" && !perfect && is_reported(verb)) status = EventStatus::planned;
  // "should have left", "would have left if …" tell what did not come about; "must have left" infers that it did.
  if (perfect && (status == EventStatus::wanted || (at(modal).lower == "would" && has_condition(verb))))
    status = at(modal).lower == "must" ? EventStatus::unclear : EventStatus::not_happened;
  apply(status, modal);
}

void ClauseReader::read_condition(TokenId mark, TokenId verb) const {
  const bool asked = at(mark).lower == "whether" || (at(mark).lower == "if" && at(verb).dep == Dep::ccomp);
  if (asked) return apply(EventStatus::unclear, mark);
  if (is_one_of(at(mark).lower, kConditions)) apply(EventStatus::possible, mark);
  const bool bounds = is_one_of(at(mark).lower, kBounds) && (!is_finite_past(at(verb)) || is_ahead(verb));
  if (bounds) apply(EventStatus::possible, mark);
}

// "would end her boycott once the commission agreed": the past tense is that of the one who said so.
bool ClauseReader::is_ahead(TokenId clause) const {
  if (at(clause).dep != Dep::advcl) return false;
  for (TokenId aux : children(doc_, at(clause).head, Dep::aux))
    if (at(aux).lower == "would" || at(aux).lower == "will") return true;
  return false;
}

// "No soldiers were killed", "made no attack", "Neither side attacked".
void ClauseReader::read_negative_argument(TokenId argument) const {
  if (is_negation(at(argument))) return negate(argument);
  for (TokenId t = at(argument).left_edge; t < argument; ++t)
    if (at(t).head == argument && (at(t).dep == Dep::det || at(t).dep == Dep::preconj) && is_negation(at(t))) negate(t);
}

// "not only attacked": it did.
bool ClauseReader::is_partial(TokenId negation) const {
  if (negation + 1 >= doc_.tokens.size()) return false;
  const std::string_view next = at(negation + 1).lower;
  return next == "only" || next == "just" || next == "merely" || next == "simply";
}

void ClauseReader::negate(TokenId cue) const {
  reading_.negated = true;
  apply(EventStatus::not_happened, cue);
}

void ClauseReader::read_modifiers(TokenId noun) const {
  for (TokenId t = at(noun).left_edge; t < noun; ++t) {
    if (at(t).head != noun) continue;
    if (is_negation(at(t))) negate(t);
    if (const auto status = tables_.modifier(at(t).lower)) apply(*status, t);
  }
}

bool ClauseReader::is_negated(TokenId word) const {
  if (first_child(doc_, word, Dep::neg) != kNone) return true;
  for (TokenId t = at(word).left_edge; t < word; ++t)
    if (at(t).head == word && (at(t).lower == "never" || (at(t).dep == Dep::det && is_negation(at(t))))) return true;
  if (is_verb(at(word)) && has_negative_subject(word)) return true;
  const TokenId holder = is_verb(at(word)) ? auxiliary_holder(word) : word;
  return holder != word && is_negated(holder);
}

bool ClauseReader::has_negative_subject(TokenId verb) const {
  for (Dep dep : {Dep::nsubj, Dep::nsubjpass}) {
    const TokenId subject = first_child(doc_, verb, dep);
    if (subject == kNone) continue;
    if (is_negation(at(subject))) return true;
    for (TokenId t = at(subject).left_edge; t < subject; ++t)
      if (at(t).head == subject && (at(t).dep == Dep::det || at(t).dep == Dep::preconj) && is_negation(at(t)))
        return true;
  }
  return false;
}

bool ClauseReader::has_to(TokenId verb) const { return verbale::has_to(doc_, verb); }

bool ClauseReader::is_reported(TokenId verb) const {
  // "said that the hospital would open and that doctors would train nurses"
  while (at(verb).dep == Dep::conj && is_verb(at(at(verb).head)) && first_child(doc_, verb, Dep::nsubj) != kNone)
    verb = at(verb).head;
  const Token& token = at(verb);
  if (token.dep != Dep::ccomp || token.head == verb) return false;
  return at(token.head).tag == "VBD" || at(token.head).tag == "VBN";
}

bool ClauseReader::is_perfect(TokenId verb) const {
  return (at(verb).tag == "VBN" || at(verb).lemma == "be") && has_perfect(doc_, verb);
}

// "will meet and sign": the second verb has the auxiliaries of the first, unless it has its own.
TokenId ClauseReader::auxiliary_holder(TokenId verb) const {
  const auto is_participle = [](std::string_view tag) { return tag == "VBN" || tag == "VBD"; };
  while (at(verb).dep == Dep::conj && is_verb(at(at(verb).head)) && first_child(doc_, verb, Dep::aux) == kNone &&
         first_child(doc_, verb, Dep::nsubj) == kNone) {
    const std::string_view above = at(at(verb).head).tag;
    if (at(verb).tag != above && !(is_participle(at(verb).tag) && above == "VBN")) return verb;
    verb = at(verb).head;
  }
  return verb;
}

// "is shelling", "have been negotiating"; "have been on strike since Monday".
bool ClauseReader::is_progressive(TokenId verb) const {
  const bool stays = at(verb).lemma == "be" && at(verb).tag == "VBN" && lasts_until_now(verb);
  if (at(verb).tag != "VBG" && !stays) return false;
  for (TokenId aux : children(doc_, verb, Dep::aux)) {
    const bool present = at(aux).tag == "VBZ" || at(aux).tag == "VBP";
    if (present && (at(aux).lemma == "be" || at(aux).lemma == "have")) return true;
  }
  return false;
}

bool ClauseReader::lasts_until_now(TokenId verb) const {
  for (TokenId preposition : children(doc_, verb, Dep::prep))
    if (at(preposition).lower == "since" || at(preposition).lower == "for") return true;
  return false;
}

// "Stop the war": a bare verb that opens its sentence and has nobody who does it.
bool ClauseReader::is_imperative(TokenId verb) const {
  if (at(verb).tag != "VB" || at(verb).head != verb) return false;
  if (first_child(doc_, verb, Dep::nsubj) != kNone || first_child(doc_, verb, Dep::aux) != kNone) return false;
  for (TokenId t = doc_.sentences[at(verb).sentence].tokens.begin; t < verb; ++t)
    if (at(t).pos != Pos::punct && at(t).pos != Pos::space && at(t).lower != "please") return false;
  return true;
}

bool ClauseReader::has_condition(TokenId verb) const {
  for (TokenId clause : children(doc_, verb, Dep::advcl)) {
    const TokenId mark = first_child(doc_, clause, Dep::mark);
    if (mark != kNone && is_one_of(at(mark).lower, kConditions)) return true;
    if (at(clause).tag == "VBN" && clause < verb && mark == kNone && at(at(clause).left_edge).lower == "had")
      return true;
  }
  return false;
}

}  // namespace verbale
