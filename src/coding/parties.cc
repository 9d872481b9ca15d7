// Owners are asked for in the order of how surely a phrase tells one: possessors, "of", "by", what stands before the
// noun, then what the noun is about.
#include "coding/parties.h"

#include <array>
#include <span>

#include "coding/participants.h"

namespace verbale {
namespace {

constexpr int kNounsDown = 3;  // "the results of the report of the office of X" is as far as news goes

constexpr std::array<SlotChoice, 10> kOwners = {{{Slot::possessor, {}},
                                                 {Slot::oblique, "by"},
                                                 {Slot::oblique, "from"},
                                                 {Slot::modifier, {}},
                                                 {Slot::oblique, "of"},
                                                 {Slot::oblique, "for"},
                                                 {Slot::oblique, "against"},
                                                 {Slot::oblique, "on"},
                                                 {Slot::oblique, "into"},
                                                 {Slot::oblique, "with"}}};

// How many of them are asked.
size_t owners_asked(Behind behind) {
  constexpr size_t kDoers = 4, kMakers = 5;
  return behind == Behind::doers ? kDoers : behind == Behind::makers ? kMakers : kOwners.size();
}

std::vector<Participant> owners_within(const Document& doc, const PredicateIndex& index, TokenId head, int nouns_down,
                                       Behind behind);

std::vector<Participant> parties_within(const Document& doc, const PredicateIndex& index, TokenId head, int nouns_down,
                                        Behind behind) {
  std::vector<Participant> named = participants_named(doc, index.words(), head);
  return named.empty() ? owners_within(doc, index, head, nouns_down, behind) : named;
}

void add_parties(const Document& doc, const PredicateIndex& index, TokenId head, int nouns_down, Behind behind,
                 std::vector<Participant>& owners) {
  for (Participant& party : parties_within(doc, index, head, nouns_down, behind)) owners.push_back(party);
}

// "the offer made by the rebels", "an order passed by the commissioner", "proposals submitted by the firm".
void add_makers(const Document& doc, const PredicateIndex& index, TokenId noun, int nouns_down, Behind behind,
                std::vector<Participant>& owners) {
  for (TokenId clause : children(doc, noun, Dep::acl)) {
    const Predicate* maker = index.headed_by(clause);
    if (maker == nullptr || !maker->passive) continue;
    for (const Argument& agent : maker->with(Slot::subject))
      add_parties(doc, index, agent.head, nouns_down, behind, owners);
    // "money spent under the fund of the ministry".
    if (behind != Behind::doers)
      for (const Argument& holder : maker->with(Slot::oblique, "under"))
        add_parties(doc, index, holder.head, nouns_down, behind, owners);
    if (behind != Behind::anybody) continue;
    // "sanctions imposed on India", "a probe directed against the bank".
    for (std::string_view preposition : {"on", "against"})
      for (const Argument& party : maker->with(Slot::oblique, preposition))
        add_parties(doc, index, party.head, nouns_down, behind, owners);
  }
}

std::vector<Participant> owners_within(const Document& doc, const PredicateIndex& index, TokenId head, int nouns_down,
                                       Behind behind) {
  std::vector<Participant> owners;
  const Predicate* noun = index.headed_by(head);
  if (nouns_down == 0 || noun == nullptr || noun->kind != PredicateKind::noun) return owners;
  for (const SlotChoice& choice : std::span(kOwners).first(owners_asked(behind))) {
    if (choice.preposition == "with" && !index.words().is_shared(doc.tokens[head])) continue;
    for (const Argument& owner : noun->with(choice.slot, choice.preposition))
      // "its" is mostly the actor's own, and else as hard to tell for the reader.
      if (!owner.inherited && doc.tokens[owner.head].tag != "PRP$")
        add_parties(doc, index, owner.head, nouns_down - 1, behind, owners);
    if (!owners.empty()) return owners;
  }
  add_makers(doc, index, head, nouns_down - 1, behind, owners);
  return owners;
}

}  // namespace

std::vector<Participant> parties_aimed_at(const Document& doc, const PredicateIndex& index, TokenId head) {
  std::vector<Participant> found;
  for (TokenId clause : children(doc, head, Dep::acl)) {
    const Predicate* maker = index.headed_by(clause);
    if (maker == nullptr || !maker->passive) continue;
    for (std::string_view preposition : {"on", "against"})
      for (const Argument& party : maker->with(Slot::oblique, preposition))
        add_parties(doc, index, party.head, 1, Behind::anybody, found);
  }
  return found;
}

std::vector<Participant> parties_behind(const Document& doc, const PredicateIndex& index, TokenId head, Behind behind) {
  return parties_within(doc, index, head, kNounsDown, behind);
}

}  // namespace verbale
