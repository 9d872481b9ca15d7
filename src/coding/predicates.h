// Who does what in a clause, read off the parse: a predicate and its arguments in active terms.
//
//   const PredicateIndex index(doc, words);
//   for (const Predicate& predicate : index.all())
//     for (const Argument& subject : predicate.with(Slot::subject)) use(subject.head);
//
// The work behind it is to undo what syntax does to arguments: passives ("was hit by X"), relative and reduced
// relative clauses ("X, which hit Y"; "soldiers killed in Z"), control and raising ("X agreed to help Y"),
// coordination of verbs and of arguments, possessives and nominalisations ("Y's invasion of X"), and light verbs
// ("X launched an attack on Y"). What a slot then means for a relation is the codebook's business.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "coding/argument_words.h"
#include "coding/clauses.h"
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

// Where a role or a content is looked for: a slot of the predicate, or of its complement.
struct SlotChoice {
  Slot slot = Slot::subject;
  std::string_view preposition;  // for obliques
  bool of_complement = false;    // the slot of the complement's verb, not of the predicate itself

  bool matches(const Argument& argument) const {
    return argument.slot == slot && (slot != Slot::oblique || argument.preposition == preposition);
  }
};

// The arguments that stand in one slot; a range to walk over, valid as long as the predicate is.
class ArgumentsIn {
 public:
  class Iterator {
   public:
    Iterator(const Argument* at, const Argument* end, SlotChoice wanted) : at_(at), end_(end), wanted_(wanted) {
      skip();
    }
    const Argument& operator*() const { return *at_; }
    Iterator& operator++() {
      ++at_;
      skip();
      return *this;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void skip() {
      while (at_ != end_ && !wanted_.matches(*at_)) ++at_;
    }
    const Argument* at_;
    const Argument* end_;
    SlotChoice wanted_;
  };

  ArgumentsIn(const std::vector<Argument>& arguments, SlotChoice wanted)
      : begin_(arguments.data(), arguments.data() + arguments.size(), wanted),
        end_(arguments.data() + arguments.size(), arguments.data() + arguments.size(), wanted) {}

  Iterator begin() const { return begin_; }
  Iterator end() const { return end_; }
  bool empty() const { return begin_ == end_; }
  const Argument& front() const { return *begin_; }  // requires: not empty

 private:
  Iterator begin_;
  Iterator end_;
};

enum class PredicateKind : uint8_t { verb, noun, adjective };

struct Predicate {
  TokenId head = kNone;
  PredicateKind kind = PredicateKind::verb;
  bool passive = false;
  std::string_view particle;  // "out" in "carry out"
  TokenId carrier = kNone;    // for nouns: the light or copular verb that carries tense and subject; for what a
                              // document says: the verb that issues it
  std::vector<Argument> arguments;

  ArgumentsIn with(Slot slot, std::string_view preposition = {}) const { return {arguments, {slot, preposition}}; }
  bool has(Slot slot) const;  // in obliques, whatever the preposition

  // The word that carries the predicate's tense: the carrier, or the head itself.
  TokenId anchor() const { return carrier != kNone ? carrier : head; }
};

// The predicates of a document, found once and asked by every part of the coder.
class PredicateIndex {
 public:
  // Every verb (auxiliaries left out), every noun, and adjectives with a subject of their own, in text order.
  // requires: both outlive the index
  PredicateIndex(const Document& doc, const ArgumentWords& words);

  const std::vector<Predicate>& all() const { return predicates_; }
  // The predicate with this head word, or null.
  const Predicate* headed_by(TokenId head) const;
  // The arguments that a choice names.
  std::vector<Argument> arguments(const Predicate& predicate, const SlotChoice& choice) const;

  const ArgumentWords& words() const { return words_; }

 private:
  const ArgumentWords& words_;
  std::vector<Predicate> predicates_;  // ascending by head
  std::vector<uint32_t> by_head_;      // index into predicates_ for every token, or kNone
};

}  // namespace verbale
