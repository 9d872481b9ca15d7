// Owners are asked for in the order of how surely a phrase tells one: possessors, "of", "by", what stands before the
// noun, then what the noun is about.
#include "coding/parties.h"

#include <array>

#include "coding/participants.h"

namespace verbale {
namespace {

constexpr int kNounsDown = 3;  // "the results of the report of the office of X" is as far as news goes

constexpr std::array<SlotChoice, 9> kOwners = {{{Slot::possessor, {}},
                                                {Slot::oblique, "of"},
                                                {Slot::oblique, "by"},
                                                {Slot::oblique, "from"},
                                                {Slot::modifier, {}},
                                                {Slot::oblique, "for"},
                                                {Slot::oblique, "against"},
                                                {Slot::oblique, "on"},
                                                {Slot::oblique, "into"}}};

std::vector<Participant> owners_within(const Document& doc, const PredicateIndex& index, TokenId head, int nouns_down);

std::vector<Participant> parties_within(const Document& doc, const PredicateIndex& index, TokenId head,
                                        int nouns_down) {
  std::vector<Participant> named = participants_named(doc, index.words(), head);
  return named.empty() ? owners_within(doc, index, head, nouns_down) : named;
}

void add_parties(const Document& doc, const PredicateIndex& index, TokenId head, int nouns_down,
                 std::vector<Participant>& owners) {
  for (Participant& party : parties_within(doc, index, head, nouns_down)) owners.push_back(party);
}

// "the offer made by the rebels", "an order passed by the commissioner", "proposals submitted by the firm".
void add_makers(const Document& doc, const PredicateIndex& index, TokenId noun, int nouns_down,
                std::vector<Participant>& owners) {
  for (TokenId clause : children(doc, noun, Dep::acl)) {
    const Predicate* maker = index.headed_by(clause);
    if (maker == nullptr || !maker->passive) continue;
    for (const Argument& agent : maker->with(Slot::subject)) add_parties(doc, index, agent.head, nouns_down, owners);
  }
}

std::vector<Participant> owners_within(const Document& doc, const PredicateIndex& index, TokenId head, int nouns_down) {
  std::vector<Participant> owners;
  const Predicate* noun = index.headed_by(head);
  if (nouns_down == 0 || noun == nullptr || noun->kind != PredicateKind::noun) return owners;
  for (const SlotChoice& choice : kOwners) {
    for (const Argument& owner : noun->with(choice.slot, choice.preposition))
      if (!owner.inherited) add_parties(doc, index, owner.head, nouns_down - 1, owners);
    if (!owners.empty()) return owners;
  }
  add_makers(doc, index, head, nouns_down - 1, owners);
  return owners;
}

}  // namespace

std::vector<Participant> parties_behind(const Document& doc, const PredicateIndex& index, TokenId head) {
  return parties_within(doc, index, head, kNounsDown);
}

std::vector<Participant> owners_of(const Document& doc, const PredicateIndex& index, TokenId head) {
  return owners_within(doc, index, head, kNounsDown);
}

}  // namespace verbale
