// Who does what in a clause, read off the parse: a predicate and its arguments in active terms.
//
//   const PredicateIndex index(doc);
//   for (const Predicate& predicate : index.all())
//     for (const Argument& subject : predicate.with(Slot::subject)) use(subject.head);
//
// The work of this file is to undo what syntax does to arguments: passives ("was hit by X"), relative and reduced
// relative clauses ("X, which hit Y"; "soldiers killed in Z"), control and raising ("X agreed to help Y"),
// coordination of verbs and of arguments, possessives and nominalisations ("Y's invasion of X"), and light verbs
// ("X launched an attack on Y"). What a slot then means for a relation is the codebook's business.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/document.h"

namespace verbale {

enum class Slot : uint8_t {
  subject,     // who acts, the agent of a passive included
  object,      // what is acted on, the subject of a passive included
  dative,      // the indirect object, without "to"
  oblique,     // governed by a preposition: Argument::preposition
  possessor,   // "Russia's invasion"
  modifier,    // "NATO talks", "Russian troops": compounds and adjectives before a noun
  attribute,   // what a copula says of its subject, or an object's predicate
  complement,  // a clause: "agreed *to develop* …", "said *that* …"
};

struct Argument {
  Slot slot = Slot::subject;
  std::string_view preposition;  // lower-case, for obliques; "" otherwise
  TokenId head = kNone;
  bool inherited = false;  // shared from another clause (control, coordination, a light verb)
};

enum class PredicateKind : uint8_t { verb, noun, adjective };

struct Predicate {
  TokenId head = kNone;
  PredicateKind kind = PredicateKind::verb;
  bool passive = false;
  std::string_view particle;  // "out" in "carry out"
  TokenId carrier = kNone;    // for nouns: the light or copular verb that carries tense and subject
  std::vector<Argument> arguments;

  std::vector<Argument> with(Slot slot, std::string_view preposition = {}) const;
  bool has(Slot slot) const;
};

// Where a role or a content is looked for: a slot of the predicate, or of its complement.
struct SlotChoice {
  Slot slot = Slot::subject;
  std::string_view preposition;  // for obliques
  bool of_complement = false;    // the slot of the complement's verb, not of the predicate itself

  bool matches(const Argument& argument) const {
    return argument.slot == slot && (slot != Slot::oblique || argument.preposition == preposition);
  }
};

// The predicates of a document, found once and asked by every part of the coder.
class PredicateIndex {
 public:
  // Every verb (auxiliaries left out), every noun, and adjectives with a subject of their own, in text order.
  explicit PredicateIndex(const Document& doc);

  const std::vector<Predicate>& all() const { return predicates_; }
  // The predicate with this head word, or null.
  const Predicate* headed_by(TokenId head) const;
  // The arguments that a choice names.
  std::vector<Argument> arguments(const Predicate& predicate, const SlotChoice& choice) const;

 private:
  std::vector<Predicate> predicates_;  // ascending by head
};

// The children of a token, in text order, that hang on it by this relation.
std::vector<TokenId> children(const Document& doc, TokenId token, Dep dep);
TokenId first_child(const Document& doc, TokenId token, Dep dep);  // kNone when there is none

// The token and what is coordinated with it: "A, B and C" gives three.
std::vector<TokenId> conjuncts(const Document& doc, TokenId token);
// The first token of the coordination that this one belongs to.
TokenId coordination_head(const Document& doc, TokenId token);

// What a coordinated verb is really coordinated with: a finite verb that the parse hangs on an infinitive ("demanded
// that X withdraw … and called on Y") belongs to the finite verb above it.
TokenId coordination_partner(const Document& doc, TokenId verb);

// The verb of the clause that holds the token, or the sentence's root when there is no verb.
TokenId clause_of(const Document& doc, TokenId token);

bool has_to(const Document& doc, TokenId verb);  // an infinitive with "to"
bool is_verb(const Token& token);                // main verb, or a copula that is the head of its clause
bool is_nominal(const Token& token);             // noun, proper noun, pronoun, numeral standing for one

}  // namespace verbale
