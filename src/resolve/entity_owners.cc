// What an owner tells, known only now that nouns and pronouns are resolved: the code of "its ambassador" and "members
// of the group", and which state "our country" and "his government" are.
#include <algorithm>

#include "resolve/entity_drafts.h"

namespace verbale {
namespace {

class OwnerCoder {
 public:
  OwnerCoder(const ActorTables& tables, const Document& doc, EntityDrafts& drafts)
      : tables_(tables), doc_(doc), drafts_(drafts) {}

  void code() {
    for (Candidate& c : drafts_.candidates)
      if (c.entity != kNone && c.form == MentionForm::nominal && !become_state_of_owner(c) && c.is_recorded)
        take_code_of_owner(c);
  }

 private:
  EntityDraft& draft(EntityId id) { return drafts_.entities[id]; }

  // "our country" in a quotation, "his government": the state of whoever the pronoun means.
  bool become_state_of_owner(Candidate& c) {
    if (!c.reference || c.reference->refers_to != EntityKind::state || c.plural) return false;
    if (doc_.tokens[c.tokens.begin].tag != "PRP$" || doc_.tokens[c.tokens.begin].head != c.head) return false;
    const Candidate* owner = pronoun_at(c.tokens.begin);
    if (!owner || owner->entity == kNone || draft(owner->entity).kind != EntityKind::person) return false;
    const Body* state = tables_.state_by_code(draft(owner->entity).reading.country);
    if (!state) return false;
    const EntityId was = c.entity;
    const EntityId is = state_entity(tables_.body_by_key(state->key), c);
    const bool alone = is_owned_by_others(was, state->country);
    for (Candidate& other : drafts_.candidates)
      if (&other == &c ||
          (!alone && other.entity == was && draft(was).body == kNone && draft(was).kind != EntityKind::state))
        other.entity = is, other.is_recorded = true;
    return true;
  }

  // "his government" of one minister, and of another whose country nobody tells: they were joined by their noun alone.
  bool is_owned_by_others(EntityId group, std::string_view country) const {
    return std::any_of(drafts_.candidates.begin(), drafts_.candidates.end(), [&](const Candidate& c) {
      if (c.entity != group || doc_.tokens[c.tokens.begin].tag != "PRP$") return false;
      const Candidate* owner = pronoun_at(c.tokens.begin);
      return owner && owner->entity != kNone && drafts_.entities[owner->entity].reading.country != country;
    });
  }

  const Candidate* pronoun_at(TokenId t) const {
    for (const Candidate& c : drafts_.candidates)
      if (c.form == MentionForm::pronoun && c.head == t) return &c;
    return nullptr;
  }

  EntityId state_entity(uint32_t body, const Candidate& c) {
    for (EntityId id = 0; id < drafts_.entities.size(); ++id)
      if (draft(id).body == body) return id;
    Candidate state = c;
    state.kind = EntityKind::state;
    const EntityId id = add_entity(
        drafts_, state, "the state of \"" + std::string(doc_.words(doc_.tokens[c.tokens.begin].span)) + "\"");
    draft(id).body = body;
    draft(id).reading.country = tables_.body(body).country;
    return id;
  }

  void take_code_of_owner(const Candidate& c) {
    EntityDraft& entity = draft(c.entity);
    const bool is_nameless = entity.kind == EntityKind::group || entity.kind == EntityKind::facility;
    if (!is_nameless || !entity.reading.country.empty()) return;
    for (const Candidate& other : drafts_.candidates) {
      const bool is_inside =
          other.entity != kNone && other.entity != c.entity && c.tokens.contains(other.head) && other.head != c.head;
      if (!is_inside || !owns(other, c)) continue;
      const EntityDraft& owner = draft(other.entity);
      const bool takes_sector =
          owner.kind != EntityKind::state && (entity.reading.sector.empty() || entity.reading.sector == "UNK");
      entity.reading.country = owner.reading.country;
      if (takes_sector) entity.reading.sector = owner.reading.sector;
      if (!owner.reading.country.empty())
        entity.reason += "; of \"" + std::string(doc_.words(doc_.span_of(other.tokens))) + "\"";
      return;
    }
  }

  bool owns(const Candidate& owner, const Candidate& owned) const {
    const Token& head = doc_.tokens[owner.head];
    if (head.dep == Dep::poss) return head.head == owned.head;
    return head.dep == Dep::pobj && doc_.tokens[head.head].head == owned.head;
  }

  const ActorTables& tables_;
  const Document& doc_;
  EntityDrafts& drafts_;
};

}  // namespace

void code_by_owners(const ActorTables& tables, const Document& doc, EntityDrafts& drafts) {
  OwnerCoder(tables, doc, drafts).code();
}

}  // namespace verbale
