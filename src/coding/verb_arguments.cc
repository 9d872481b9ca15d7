// What the parse hangs on a verb, with passives, relative clauses and prepositions undone.
#include <array>

#include "base/words.h"
#include "coding/argument_finder.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 4> kRelativeTags = {"WP", "WDT", "IN", "WP$"};
constexpr std::array<std::string_view, 5> kRelativePronouns = {"who", "which", "that", "whom", "whose"};
constexpr std::array<std::string_view, 3> kFiniteTags = {"VBZ", "VBD", "VBP"};
constexpr std::array<std::string_view, 9> kParticles = {"down", "up",   "out",  "off",  "back",
                                                        "in",   "over", "away", "aside"};

bool is_relative_pronoun(const Token& token) {
  return is_one_of(token.tag, kRelativeTags) && is_one_of(token.lower, kRelativePronouns);
}

}  // namespace

void ArgumentFinder::find_for_verb() {
  const TokenId verb = predicate_.head;
  predicate_.passive = is_passive(verb);
  predicate_.particle = particle_of(verb);

  add_own_arguments(verb);
  const Slot before_verb = predicate_.passive ? Slot::object : Slot::subject;
  if (!predicate_.has(before_verb)) add_mislabelled_subject(verb);
  if (!predicate_.has(before_verb)) inherit_subject(verb);
  if (!predicate_.has(Slot::object)) inherit_object(verb);
}

// "found X guilty": the adjective has a subject of its own.
void ArgumentFinder::find_for_adjective() {
  for (TokenId child : children(doc_, predicate_.head, Dep::nsubj)) add(Slot::subject, child);
}

void ArgumentFinder::add(Slot slot, TokenId head, std::string_view preposition, bool inherited) {
  for (TokenId conjunct : conjuncts(doc_, resolve_relative(head)))
    predicate_.arguments.push_back({slot, preposition, conjunct, inherited});
}

// "X, which …": the pronoun stands for the noun that the relative clause hangs on.
TokenId ArgumentFinder::resolve_relative(TokenId token) const {
  if (!is_relative_pronoun(at(token))) return token;
  for (TokenId up = token; at(up).head != up;) {
    up = at(up).head;
    if (at(up).dep == Dep::relcl) return at(up).head;
  }
  return token;
}

// "stepped down": the parse calls it a particle, or an adverb next to the verb.
std::string_view ArgumentFinder::particle_of(TokenId verb) const {
  if (const TokenId particle = first_child(doc_, verb, Dep::prt); particle != kNone) return at(particle).lower;
  const TokenId next = verb + 1;
  if (next >= doc_.tokens.size() || at(next).head != verb || !is_one_of(at(next).lower, kParticles)) return {};
  // "pulled out of": a preposition that governs another one stands for itself.
  const bool adverb = at(next).dep == Dep::advmod || first_child(doc_, next, Dep::prep) != kNone;
  return adverb ? at(next).lower : std::string_view{};
}

bool ArgumentFinder::is_passive(TokenId verb) const {
  if (first_child(doc_, verb, Dep::auxpass) != kNone || first_child(doc_, verb, Dep::nsubjpass) != kNone) return true;
  const Token& token = at(verb);
  if (token.tag != "VBN") return false;
  if (token.dep == Dep::acl || token.dep == Dep::amod) return true;
  if (first_child(doc_, verb, Dep::agent) != kNone) return true;
  // "was seized and burned": the second participle shares the first one's passive.
  return token.dep == Dep::conj && at(token.head).tag == "VBN" && first_child(doc_, verb, Dep::aux) == kNone &&
         first_child(doc_, verb, Dep::nsubj) == kNone && is_passive(token.head);
}

void ArgumentFinder::add_own_arguments(TokenId verb) {
  for (TokenId child : children(doc_, verb)) add_child(verb, child);
  add_obliques(verb);
  // A reduced relative clause: "soldiers killed in …" (passive), "troops guarding …" (active).
  if (at(verb).dep == Dep::acl && at(verb).tag != "VB") {
    add(predicate_.passive ? Slot::object : Slot::subject, at(verb).head);
    if (!predicate_.passive) add_authors(at(verb).head);
  }
  if (at(verb).dep == Dep::relcl) add_gap(verb);
}

// "[X] put out a report accusing …", "a letter by [X] demanding …": a document says what its authors say.
void ArgumentFinder::add_authors(TokenId document) {
  if (!words_.is_document(at(document))) return;
  for (TokenId author : children(doc_, document, Dep::poss)) add(Slot::subject, author, {}, true);
  for (TokenId preposition : children(doc_, document, Dep::prep))
    if (at(preposition).lower == "by" || at(preposition).lower == "from")
      for (TokenId author : children(doc_, preposition, Dep::pobj)) add(Slot::subject, author, {}, true);
  if (predicate_.arguments.back().inherited || at(document).dep != Dep::dobj) return;
  const Predicate* issuer = filler_.lender(at(document).head);
  if (issuer == nullptr || !words_.issues_documents(at(issuer->head))) return;
  for (const Argument& author : issuer->with(Slot::subject)) share(author, Slot::subject);
  predicate_.carrier = issuer->head;  // "will file a suit accusing …": nobody is accused yet
}

void ArgumentFinder::add_child(TokenId verb, TokenId child) {
  switch (at(child).dep) {
    case Dep::nsubj:
    case Dep::csubj:
      return add(Slot::subject, child);
    case Dep::dobj:
      if (is_told_before(child)) return;
      [[fallthrough]];
    case Dep::nsubjpass:
    case Dep::csubjpass:
      return add(Slot::object, child);
    case Dep::dative:
      return add_dative(child);
    case Dep::agent:
      return add_prepositional(child, Slot::subject);
    case Dep::acomp:  // "is ready to talk": the infinitive hangs on the adjective
      for (TokenId clause : children(doc_, child, Dep::xcomp)) add(Slot::complement, clause);
      [[fallthrough]];
    case Dep::attr:
    case Dep::oprd:
      return add(Slot::attribute, child);
    case Dep::xcomp:
    case Dep::ccomp:
      return add(Slot::complement, child);
    case Dep::advcl:  // "implored X to go": the parse often takes the infinitive for a purpose
      if (child > verb && has_to(doc_, child)) add(Slot::complement, child);
      return;
    default:
      return;
  }
}

// "Eleven people were injured, among them two officers": the officers are counted already.
bool ArgumentFinder::is_told_before(TokenId object) const {
  const TokenId begin = at(object).left_edge;
  return predicate_.passive && begin >= 2 && at(begin - 1).lower == "them" && at(begin - 2).lower == "among";
}

void ArgumentFinder::add_dative(TokenId child) {
  if (at(child).pos == Pos::adp)
    add_prepositional(child, Slot::oblique);
  else
    add(Slot::dative, child);
}

void ArgumentFinder::add_prepositional(TokenId preposition, Slot slot, bool inherited) {
  const std::string_view word = slot == Slot::oblique ? at(preposition).lower : std::string_view{};
  for (TokenId child : children(doc_, preposition, Dep::pobj)) add(slot, child, word, inherited);
  for (TokenId child : children(doc_, preposition, Dep::pcomp)) {
    add(slot, child, word, inherited);
    // "pleaded with X to go": whom, and what.
    for (TokenId subject : children(doc_, child, Dep::nsubj)) {
      add(slot, subject, word, inherited);
      if (has_to(doc_, child)) add(Slot::complement, child, {}, inherited);
    }
  }
  // "from behind the wall": the inner preposition's object belongs to the outer one as well.
  for (TokenId inner : children(doc_, preposition, Dep::prep))
    for (TokenId child : children(doc_, inner, Dep::pobj)) {
      add(slot, child, word, inherited);
      if (slot == Slot::oblique) add(slot, child, at(inner).lower, inherited);
    }
}

void ArgumentFinder::add_obliques(TokenId governor, bool inherited) {
  for (TokenId child : children(doc_, governor, Dep::prep)) add_prepositional(child, Slot::oblique, inherited);
}

// "the city that X attacked": a relative clause with its own subject and no object lends its noun as object.
void ArgumentFinder::add_gap(TokenId verb) {
  const bool has_subject = subject_of(doc_, verb) != kNone;
  const bool has_object = first_child(doc_, verb, Dep::dobj) != kNone;
  if (!has_subject)
    add(predicate_.passive ? Slot::object : Slot::subject, at(verb).head);
  else if (!has_object && !predicate_.passive)
    add(Slot::object, at(verb).head, {}, true);
}

// A name before a finite verb that the parse hangs on it as a compound is its subject.
void ArgumentFinder::add_mislabelled_subject(TokenId verb) {
  if (!is_one_of(at(verb).tag, kFiniteTags)) return;
  const TokenId name = first_child(doc_, verb, Dep::compound);
  if (name != kNone && name < verb && at(name).pos == Pos::propn) add(Slot::subject, name);
}

}  // namespace verbale
