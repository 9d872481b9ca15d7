// What a verb takes from another clause: control, raising, coordination.
#include <array>

#include "base/words.h"
#include "coding/argument_finder.h"

namespace verbale {
namespace {

// "accused X of shelling", "barred X from leaving", "talked X into leaving", "jailed X for ordering …", "charged X with
// killing …": X acts in the lower clause.
constexpr std::array<std::string_view, 5> kObjectControlPrepositions = {"of", "from", "into", "for", "with"};
// "promised Y to leave", "called Y to congratulate him": the subject does it all the same; but "called in Y to help".
constexpr std::array<std::string_view, 6> kSubjectControlVerbs = {"promise", "threaten",  "call",
                                                                  "phone",   "telephone", "visit"};
// Light verbs by which one makes another act: "had trouble getting a majority to agree".
constexpr std::array<std::string_view, 4> kCausatives = {"get", "make", "have", "lead"};

}  // namespace

void ArgumentFinder::share(const Argument& argument, Slot slot) {
  predicate_.arguments.push_back({slot, argument.preposition, argument.head, true});
}

// Where a verb without a subject of its own takes it from.
void ArgumentFinder::inherit_subject(TokenId verb) {
  if (at(verb).dep == Dep::acl && has_to(doc_, verb))  // "Turkey's decision to close the border"
    if (const TokenId owner = first_child(doc_, at(verb).head, Dep::poss); owner != kNone)
      return add(predicate_.passive ? Slot::object : Slot::subject, owner, {}, true);
  const TokenId head = subject_giver(verb);
  const Predicate* giver = head == kNone ? nullptr : filler_.lender(head);
  if (giver == nullptr) return;
  const Slot taken_as = predicate_.passive ? Slot::object : Slot::subject;
  if (const Argument* asked = asked_to_act(verb, *giver)) return share(*asked, taken_as);
  const Slot wanted = controls_by_object(verb, *giver) ? Slot::object : Slot::subject;
  for (const Argument& argument : giver->with(wanted)) share(argument, taken_as);
}

// "called on X to leave": whoever stands behind the preposition.
const Argument* ArgumentFinder::asked_to_act(TokenId verb, const Predicate& giver) const {
  if (!has_to(doc_, verb)) return nullptr;
  for (const Argument& argument : giver.arguments)
    if (argument.slot == Slot::oblique && argument.head < verb &&
        words_.asks_behind(at(giver.head), argument.preposition))
      return &argument;
  return nullptr;
}

TokenId ArgumentFinder::subject_giver(TokenId verb) const {
  const Token& token = at(verb);
  if (token.head == verb) return kNone;
  switch (token.dep) {
    case Dep::conj: {
      const TokenId partner = coordination_partner(doc_, verb);
      return is_verb(at(partner)) ? partner : kNone;
    }
    case Dep::advcl:
      if (!may_lack_subject(verb)) return kNone;
      [[fallthrough]];
    case Dep::xcomp:
      return is_verb(at(token.head)) ? token.head : adjective_verb(token.head);
    case Dep::ccomp:  // "urged Ukraine to continue": the object sometimes hangs on the lower verb, then it has a
                      // subject
      return token.tag == "VB" || token.tag == "VBG" ? token.head : kNone;
    case Dep::acl:  // "has the right to expel"
      return has_to(doc_, verb) ? holder_of(token.head) : kNone;
    case Dep::pcomp: {
      const TokenId up = at(token.head).head;
      return is_verb(at(up)) ? up : kNone;
    }
    default:
      return kNone;
  }
}

// The verb by which somebody has or makes the thing; kNone where the noun itself may act ("sent troops to guard …").
TokenId ArgumentFinder::holder_of(TokenId thing) const {
  const Token& token = at(thing);
  if (token.dep != Dep::dobj || doc_.mention_headed_by(thing) != kNone || !is_verb(at(token.head))) return kNone;
  return first_child(doc_, token.head, Dep::dative) == kNone ? token.head : kNone;
}

// A participle or an infinitive takes its subject from above; a finite verb that lost its own has been misread.
bool ArgumentFinder::may_lack_subject(TokenId verb) const {
  const std::string_view tag = at(verb).tag;
  return tag == "VBG" || tag == "VB" || (tag == "VBN" && predicate_.passive) ||
         (tag == "VBN" && first_child(doc_, verb, Dep::dobj) == kNone);
}

// "is ready to talk": the infinitive hangs on the adjective, the subject on the copula.
TokenId ArgumentFinder::adjective_verb(TokenId adjective) const {
  const TokenId up = at(adjective).head;
  return up != adjective && is_verb(at(up)) ? up : kNone;
}

// "urged Ukraine to continue", "accused Russia of shelling": the object of the upper verb acts in the lower one.
bool ArgumentFinder::controls_by_object(TokenId verb, const Predicate& giver) const {
  const Dep dep = at(verb).dep;
  if (dep != Dep::xcomp && dep != Dep::ccomp && dep != Dep::pcomp) return false;
  if (giver.particle.empty() && is_one_of(at(giver.head).lemma, kSubjectControlVerbs)) return false;
  if (acts_with_thing(verb, giver)) return false;
  if (dep == Dep::pcomp && !is_one_of(at(at(verb).head).lower, kObjectControlPrepositions)) return false;
  return giver.has(Slot::object);
}

// "started a strike to protest": a light verb's noun does nothing. What other verbs part from it is not sure enough.
bool ArgumentFinder::acts_with_thing(TokenId verb, const Predicate& giver) const {
  if (!has_to(doc_, verb)) return false;
  if (!words_.is_light(at(giver.head)) || is_one_of(at(giver.head).lemma, kCausatives)) return false;
  for (const Argument& object : giver.with(Slot::object)) {
    if (doc_.mention_headed_by(object.head) != kNone) return false;
    for (TokenId between = object.head + 1; between < verb; ++between)
      if (is_verb(at(between))) return false;
  }
  return true;
}

// "attacked and destroyed the depot": the first verb shares the object of the one coordinated with it.
void ArgumentFinder::inherit_object(TokenId verb) {
  if (predicate_.passive) return;
  for (TokenId other : children(doc_, verb, Dep::conj)) {
    if (!is_verb(at(other)) || other > verb + 3) continue;
    for (TokenId object : children(doc_, other, Dep::dobj)) add(Slot::object, object, {}, true);
  }
}

}  // namespace verbale
