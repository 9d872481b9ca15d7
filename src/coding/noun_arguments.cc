// What hangs on a noun, and what it takes from the verb that carries its tense.
#include <array>

#include "base/words.h"
#include "coding/argument_finder.h"

namespace verbale {
namespace {

// "is at war with …", "was on a visit to …", "is in talks with …".
constexpr std::array<std::string_view, 4> kStatePrepositions = {"at", "on", "in", "under"};

constexpr std::array<std::string_view, 3> kJourneyPrepositions = {"for", "from", "on"};

}  // namespace

void ArgumentFinder::find_for_noun() {
  const TokenId noun = predicate_.head;
  for (TokenId child : children(doc_, noun)) {
    switch (at(child).dep) {
      case Dep::poss:
        add(Slot::possessor, child);
        break;
      case Dep::compound:
      case Dep::amod:
      case Dep::nmod:
        add(Slot::modifier, child);
        break;
      case Dep::acl:
        if (at(child).tag != "VBN") add(Slot::complement, child);
        break;
      case Dep::ccomp:
        add(Slot::complement, child);
        break;
      default:
        break;
    }
  }
  add_obliques(noun);
  add_carrier(noun);
  if (predicate_.carrier == kNone) add_traveller(noun);
}

// The verb that carries a noun's tense and gives it a subject.
void ArgumentFinder::add_carrier(TokenId noun) {
  const TokenId verb = carrier_of(noun);
  if (verb == kNone || !is_verb(at(verb))) return;
  if (at(verb).lemma != "be" && !words_.is_light(at(verb)) && !words_.tells_occurrence(at(verb))) return;
  predicate_.carrier = verb;
  if (at(coordination_head(doc_, noun)).dep == Dep::nsubj) return add_obliques(verb, true);
  const Predicate* carrier = filler_.lender(verb);
  if (carrier == nullptr) return;
  for (const Argument& argument : carrier->arguments) {
    if (argument.head == noun) continue;
    if (argument.slot == Slot::subject || argument.slot == Slot::oblique || argument.slot == Slot::dative)
      share(argument, argument.slot);
  }
}

// "flew to Lima for talks with X", "returned from a visit to X": who flew will talk. The tense is the journey's, so
// nothing else is lent.
void ArgumentFinder::add_traveller(TokenId noun) {
  const Token& first = at(coordination_head(doc_, noun));
  if (first.dep != Dep::pobj || !is_one_of(at(first.head).lower, kJourneyPrepositions)) return;
  const TokenId verb = at(first.head).head;
  const bool is_way = at(first.head).lower == "on" && first.head < verb;  // ", on a visit to X, said"
  if (at(first.head).lower == "on" && is_nominal(at(verb)) && doc_.mention_headed_by(verb) != kNone)
    return add(Slot::subject, verb, {}, true);
  const Predicate* journey =
      (is_way && is_verb(at(verb))) || words_.tells_journey(at(verb)) ? filler_.lender(verb) : nullptr;
  if (journey == nullptr) return;
  for (const Argument& argument : journey->arguments)
    if (argument.slot == Slot::subject) share(argument, Slot::subject);
}

TokenId ArgumentFinder::carrier_of(TokenId noun) const {
  const TokenId first = coordination_head(doc_, noun);
  const Token& token = at(first);
  if (token.dep == Dep::dobj || token.dep == Dep::nsubjpass || token.dep == Dep::attr) return token.head;
  if (token.dep == Dep::nsubj && words_.tells_occurrence(at(token.head))) return token.head;
  if (const TokenId verb = relative_carrier(noun); verb != kNone) return verb;
  return token.dep == Dep::pobj ? prepositional_carrier(first) : kNone;
}

// Only the copula lends its subject across a preposition.
TokenId ArgumentFinder::prepositional_carrier(TokenId noun) const {
  const TokenId preposition = at(noun).head;
  const TokenId verb = at(preposition).head;
  if (!is_one_of(at(preposition).lower, kStatePrepositions) || at(verb).lemma != "be") return kNone;
  return first_child(doc_, verb, Dep::attr) == kNone ? verb : kNone;
}

// "a summit that will take place in July", "talks held in Geneva".
TokenId ArgumentFinder::relative_carrier(TokenId noun) const {
  for (Dep dep : {Dep::relcl, Dep::acl})
    for (TokenId verb : children(doc_, noun, dep))
      if (words_.is_light(at(verb)) || words_.tells_occurrence(at(verb))) return verb;
  return carrier_behind_complement(noun);
}

// "a summit of [leaders that will take place in July]": people do not take place, whatever the parse says.
TokenId ArgumentFinder::carrier_behind_complement(TokenId noun) const {
  for (TokenId preposition : children(doc_, noun, Dep::prep))
    for (TokenId inner : children(doc_, preposition, Dep::pobj))
      for (TokenId verb : children(doc_, inner, Dep::relcl))
        if (at(verb).lemma == "occur" || at(verb).lemma == "happen" || takes_place(verb)) return verb;
  return kNone;
}

bool ArgumentFinder::takes_place(TokenId verb) const {
  const TokenId object = first_child(doc_, verb, Dep::dobj);
  return at(verb).lemma == "take" && object != kNone && at(object).lower == "place";
}

}  // namespace verbale
