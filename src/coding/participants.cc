// Looks first for a mention headed by the word, then for what a quantity counts, then for the state that a place is in.
#include "coding/participants.h"

#include <algorithm>

#include "coding/clauses.h"

namespace verbale {
namespace {

// "missiles fired by the army", "a bombing by the group", "a Saudi-led strike".
TokenId doer_behind(const Document& doc, TokenId noun) {
  for (TokenId preposition : children(doc, noun, Dep::prep))
    if (doc.tokens[preposition].lower == "by") return first_child(doc, preposition, Dep::pobj);
  for (TokenId clause : children(doc, noun, Dep::acl))
    for (TokenId agent : children(doc, clause, Dep::agent)) return first_child(doc, agent, Dep::pobj);
  for (TokenId led : children(doc, noun, Dep::amod))
    if (doc.tokens[led].lower == "led") return first_child(doc, led, Dep::npadvmod);
  return kNone;
}

// "Gaza airstrikes" fall on Gaza; "Syrian", "NATO" and "U.S. airstrikes" are whose they are.
bool may_own(const Document& doc, TokenId owner, MentionId mention) {
  if (doc.mentions[mention].entity == kNone) return false;
  const Token& token = doc.tokens[owner];
  if (token.dep == Dep::poss || token.pos == Pos::adj || token.pos == Pos::noun) return true;
  const EntityKind kind = doc.entities[doc.mentions[mention].entity].kind;
  if (kind == EntityKind::place) return false;
  const std::string_view name = doc.words(token.span);
  const bool is_acronym = std::none_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return kind != EntityKind::state || is_acronym;
}

// "the army's jets", "Russian missiles": the mention right before an instrument that owns it.
MentionId owner_of_instrument(const Document& doc, const ArgumentWords& words, TokenId head) {
  if (!words.is_instrument(doc, head)) return kNone;
  for (Dep dep : {Dep::poss, Dep::compound, Dep::amod, Dep::nmod})
    for (TokenId owner : children(doc, head, dep))
      if (const MentionId mention = doc.mention_headed_by(owner); mention != kNone && may_own(doc, owner, mention))
        return mention;
  const TokenId doer = doer_behind(doc, head);
  return doer == kNone ? kNone : doc.mention_headed_by(doer);
}

MentionId mention_at(const Document& doc, const ArgumentWords& words, TokenId head) {
  const MentionId headed = doc.mention_headed_by(head);
  if (headed != kNone) return headed;
  // A name whose head the parse sees elsewhere; or what a mention counts: "protesters" in "hundreds of protesters".
  const MentionId covering = doc.mention_covering(head);
  if (covering == kNone) return kNone;
  const Mention& mention = doc.mentions[covering];
  const bool counted = mention.head != kNone && words.counted_noun(doc, mention.head) == head;
  return mention.form == MentionForm::name || counted ? covering : kNone;
}

EntityId state_of_place(const Document& doc, TokenId head) {
  for (const PlaceMention& mention : doc.place_mentions) {
    if (!mention.tokens.contains(head) || mention.place == kNone) continue;
    const std::string_view country = doc.places[mention.place].country;
    for (EntityId id = 0; id < doc.entities.size(); ++id) {
      const std::string_view key = doc.entities[id].key;
      if (key.starts_with("state:") && key.substr(6) == country) return id;
    }
  }
  return kNone;
}

bool owns(Dep dep) { return dep == Dep::poss || dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod; }

// What is coordinated before a noun: "X and Y negotiators". "Representatives of X and Y" are one group.
TokenId first_of_several_owners(const Document& doc, TokenId noun) {
  for (TokenId child : children(doc, noun))
    if (owns(doc.tokens[child].dep) && first_child(doc, child, Dep::conj) != kNone) return child;
  return kNone;
}

// The bodies of several owners are several parties, where the record knows every owner.
std::vector<Participant> several_owners(const Document& doc, TokenId noun) {
  if (doc.tokens[noun].tag != "NNS") return {};
  const TokenId first = first_of_several_owners(doc, noun);
  if (first == kNone) return {};
  std::vector<Participant> parties;
  for (TokenId owner : conjuncts(doc, first)) {
    const MentionId mention = doc.mention_headed_by(owner);
    if (mention == kNone || doc.mentions[mention].entity == kNone) return {};
    parties.push_back({doc.mentions[mention].entity, doc.mentions[mention].span, owner});
  }
  return parties;
}

}  // namespace

bool contains_entity(const std::vector<Participant>& participants, EntityId entity) {
  return std::any_of(participants.begin(), participants.end(),
                     [&](const Participant& one) { return one.entity == entity; });
}

bool share_entity(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  return std::any_of(a.begin(), a.end(), [&](const Participant& one) { return contains_entity(b, one.entity); });
}

std::vector<Participant> without(std::vector<Participant> participants, const std::vector<Participant>& others) {
  std::erase_if(participants, [&](const Participant& one) { return contains_entity(others, one.entity); });
  return participants;
}

std::vector<Participant> participants_named(const Document& doc, const ArgumentWords& words, TokenId head) {
  if (const MentionId mention = mention_at(doc, words, head); mention != kNone) {
    const Mention& found = doc.mentions[mention];
    // Where it was written is nobody's deed: "NAIROBI, Kenya — Kenyan police …".
    if (found.entity == kNone || (doc.dateline && doc.dateline->overlaps(found.span))) return {};
    if (std::vector<Participant> parties = several_owners(doc, head); !parties.empty()) return parties;
    return {{found.entity, found.span, found.head}};
  }
  if (const TokenId counted = words.counted_noun(doc, head); counted != kNone)
    return participants_named(doc, words, counted);
  if (const MentionId owner = owner_of_instrument(doc, words, head);
      owner != kNone && doc.mentions[owner].entity != kNone)
    return {{doc.mentions[owner].entity, doc.mentions[owner].span, head}};
  if (const EntityId state = state_of_place(doc, head); state != kNone) return {{state, doc.tokens[head].span, head}};
  return {};
}

}  // namespace verbale
