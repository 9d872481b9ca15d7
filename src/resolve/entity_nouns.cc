// Nouns for actors: an apposition explains the name beside it, a definite noun points back to the one actor that it can
// mean, and what points nowhere is a group of its own. A link that leaves two readings open is not made.
#include <algorithm>
#include <array>

#include "resolve/actor_office.h"
#include "resolve/entity_drafts.h"

namespace verbale {
namespace {

std::vector<std::string_view> words_in(std::string_view folded) { return split_list(folded, ' '); }

bool has_word(std::string_view folded, std::string_view word) {
  const auto words = words_in(folded);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool codes_agree(const ActorReading& later, const ActorReading& earlier) {
  return (later.country.empty() || later.country == earlier.country) &&
         (later.sector.empty() || earlier.sector.empty() || later.sector == earlier.sector);
}

class NounLinker {
 public:
  NounLinker(const ActorTables& tables, const Document& doc, const PhraseContext& context, EntityDrafts& drafts)
      : tables_(tables), doc_(doc), context_(context), drafts_(drafts) {}

  void link() {
    for (Candidate& c : drafts_.candidates)
      if (c.entity == kNone && c.form != MentionForm::pronoun) join_noun(c);
  }

 private:
  EntityDraft& draft(EntityId id) { return drafts_.entities[id]; }
  const EntityDraft& draft(EntityId id) const { return drafts_.entities[id]; }
  EntityId add(const Candidate& c, std::string reason) { return add_entity(drafts_, c, std::move(reason)); }
  void join(Candidate& c, EntityId id) { join_entity(tables_, drafts_, c, id); }

  void join_noun(Candidate& c) {
    if (c.apposed_to != kNone && join_apposition(c)) return;
    if (c.definite && !c.plural)
      if (const EntityId id = antecedent_of(c); id != kNone) return join(c, id);
    if (c.kind == EntityKind::document) return add_document(c);
    if (!is_nameless(c.kind) || is_open_state(c)) return;
    if (const EntityId id = same_group(c); id != kNone) return join(c, id);
    if (const EntityId id = fighters_meant(c); id != kNone) return join(c, id);
    const EntityId id = add(c, c.reading.reason.empty() ? "people or bodies without a name" : c.reading.reason);
    draft(id).noun = c.noun;
    draft(id).modifiers = c.modifiers;
    join(c, id);
  }

  // Groups, the bases, posts and offices that stand for whoever is in them, and areas that are attacked or taken.
  static bool is_nameless(EntityKind kind) {
    return kind == EntityKind::group || kind == EntityKind::facility || kind == EntityKind::place;
  }

  // "the country" when nobody knows which.
  static bool is_open_state(const Candidate& c) {
    return c.reference && c.reference->refers_to == EntityKind::state && !c.reference->needs_owner && !c.plural;
  }

  void add_document(Candidate& c) {
    const Token& head = doc_.tokens[c.head];
    if (head.dep == Dep::nsubj && tables_.is_agentive(doc_.tokens[head.head].lemma))
      join(c, add(c, "document that speaks"));
  }

  bool join_apposition(Candidate& c) {
    for (const Candidate& other : drafts_.candidates) {
      if (other.entity == kNone || !other.tokens.contains(c.apposed_to) || &other == &c) continue;
      if (other.plural != c.plural || !may_be_apposed(draft(other.entity), c)) return false;
      EntityDraft& entity = draft(other.entity);
      const bool uncoded = !entity.reading.coded() && entity.person == kNone && entity.body == kNone;
      if (uncoded && c.reading.coded()) take_code(entity, c.reading);
      if (entity.person != kNone && !entity.reading.agent) recode_person(entity, c.reading);
      join(c, other.entity);
      return true;
    }
    return false;
  }

  // A person is explained by a noun for people, a body by one for bodies.
  static bool may_be_apposed(const EntityDraft& entity, const Candidate& c) {
    const bool by_person = (c.reading.agent && c.reading.agent->kind == "person") ||
                           (c.reference && c.reference->refers_to == EntityKind::person);
    if (entity.kind == EntityKind::state) return false;
    return entity.kind == EntityKind::group || (entity.kind == EntityKind::person) == by_person;
  }

  // "John Smith, the former minister": the apposition may tell which office counts.
  void recode_person(EntityDraft& entity, const ActorReading& title) {
    if (!title.agent || title.agent->kind != "person") return;
    entity.reading.agent = title.agent;
    entity.reading.former = title.former;
    code_person(tables_, context_, entity.reading);
    entity.reason += "; described as " + title.agent->phrase + ": " + entity.reading.reason;
  }

  static void take_code(EntityDraft& entity, const ActorReading& reading) {
    entity.reading = reading;
    if (entity.kind == EntityKind::person) entity.reading.code_for = CodeFor::office;
    entity.reason += "; described as " + reading.reason;
  }

  // The actor that a definite singular noun points back to.
  EntityId antecedent_of(const Candidate& c) {
    if (c.reference && c.reference->refers_to == EntityKind::state) return state_meant(c);
    if (const EntityId person = person_meant(c); person != kNone) return person;
    if (c.reference && c.reference->refers_to == EntityKind::organisation && c.reading.owner == kNone)
      return organisation_meant(c);
    return kNone;
  }

  // "the Russian government" acts as Russia does; "the government" alone may be anybody's.
  EntityId state_meant(const Candidate& c) {
    if (!c.reference->needs_owner)
      return nearest(c, 2, [](const EntityDraft& e) { return e.kind == EntityKind::state; });
    if (c.reading.owner == kNone || tables_.body(c.reading.owner).entity_kind != EntityKind::state) return kNone;
    for (EntityId id = 0; id < drafts_.entities.size(); ++id)
      if (draft(id).body == c.reading.owner) return id;
    Candidate state = c;
    state.kind = EntityKind::state;
    const EntityId id = add(state, "government of a state of the actor tables");
    draft(id).body = c.reading.owner;
    return id;
  }

  EntityId organisation_meant(const Candidate& c) {
    const EntityId named = nearest(c, 100, [&](const EntityDraft& e) {
      return e.kind == EntityKind::organisation &&
             std::any_of(e.names.begin(), e.names.end(),
                         [&](const std::string& name) { return has_word(name, c.noun); });
    });
    if (named != kNone || !c.modifiers.empty()) return named;
    return nearest(c, 1, [&](const EntityDraft& e) {
      return e.kind == EntityKind::organisation && may_be_called(e, c.reading.sector);
    });
  }

  // "the company" is no court, "the party" no ministry; what the noun leaves open may be any body.
  static bool may_be_called(const EntityDraft& body, std::string_view sector) {
    if (sector.empty() || sector == "UNK") return true;
    return body.reading.sector == sector ||
           (sector == "BUS" && body.reading.sector.empty() && body.reading.country.empty());
  }

  EntityId person_meant(const Candidate& c) {
    const bool by_title = c.reading.agent && c.reading.agent->kind == "person";
    const bool by_noun = c.reference && c.reference->refers_to == EntityKind::person;
    if (!by_title && !by_noun) return kNone;
    std::vector<EntityId> meant;
    for (EntityId id = 0; id < drafts_.entities.size(); ++id) {
      const EntityDraft& entity = draft(id);
      if (entity.kind != EntityKind::person || (c.gender && entity.gender && c.gender != entity.gender)) continue;
      if ((by_title && holds(entity, c)) || (by_noun && describes(entity, c))) meant.push_back(id);
    }
    if (meant.size() == 1) return meant.front();
    return kNone;
  }

  // "the president", "the Ukrainian president": the title is the person's, in the text or in the tables.
  bool holds(const EntityDraft& entity, const Candidate& c) const {
    const std::string_view country =
        c.reading.owner == kNone ? std::string_view{} : tables_.body(c.reading.owner).country;
    if (!country.empty() && entity.reading.country != country) return false;
    if (has_title(tables_, entity, c.reading.agent->phrase)) return true;
    if (entity.person == kNone) return false;
    const Person& person = tables_.person(entity.person);
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      return (!context_.day || office.days.contains(*context_.day)) &&
             titles_agree(tables_, c.reading.agent->phrase, office.title);
    });
  }

  // "the Norwegian politician", "the head of the Alliance": nationality, or the body that the person acts for.
  bool describes(const EntityDraft& entity, const Candidate& c) const {
    if (c.reading.owner == kNone) return false;
    const Body& owner = tables_.body(c.reading.owner);
    if (entity.person != kNone && tables_.person(entity.person).citizenship == owner.country &&
        owner.entity_kind == EntityKind::state)
      return true;
    return std::any_of(entity.roles.begin(), entity.roles.end(),
                       [&](const RoleDraft& role) { return role.owner == c.reading.owner; });
  }

  // The nearest earlier mention, at most so many sentences back, of an entity that passes the test.
  template <class Test>
  EntityId nearest(const Candidate& c, uint32_t sentences_back, Test test) {
    const uint32_t sentence = doc_.tokens[c.head].sentence;
    for (auto it = drafts_.candidates.rbegin(); it != drafts_.candidates.rend(); ++it) {
      if (it->tokens.begin >= c.tokens.begin || it->entity == kNone) continue;
      if (doc_.tokens[it->head].sentence + sentences_back < sentence) break;
      if (test(draft(it->entity))) return it->entity;
    }
    return kNone;
  }

  // "the rebels" after the one armed group that the article names.
  EntityId fighters_meant(const Candidate& c) const {
    if (!c.definite || !c.plural || !c.modifiers.empty() || !c.reading.agent || c.reading.owner != kNone) return kNone;
    if (!is_armed(c.reading.agent->sector) || c.noun == "party") return kNone;  // "the warring parties" are several
    EntityId only = kNone;
    for (EntityId id = 0; id < drafts_.entities.size(); ++id) {
      const EntityDraft& e = draft(id);
      const std::string_view sector = e.body == kNone ? e.reading.sector : tables_.body(e.body).sector;
      if (e.kind != EntityKind::organisation || !is_armed(sector)) continue;
      if (only != kNone) return kNone;
      only = id;
    }
    return only != kNone && is_mentioned_before(only, c) ? only : kNone;
  }

  static bool is_armed(std::string_view sector) {
    constexpr std::array<std::string_view, 3> kArmed{"REB", "PRM", "UAF"};
    return std::find(kArmed.begin(), kArmed.end(), sector) != kArmed.end();
  }

  bool is_mentioned_before(EntityId id, const Candidate& c) const {
    return std::any_of(drafts_.candidates.begin(), drafts_.candidates.end(), [&](const Candidate& other) {
      return other.entity == id && other.tokens.begin < c.tokens.begin;
    });
  }

  // "police", "Indonesian navy": a body that a country has once is the same without an article.
  bool is_one_of_its_kind(const Candidate& c) const {
    if (!c.reading.agent || c.reading.agent->kind == "person" || doc_.tokens[c.head].tag == "NNS") return false;
    const std::string_view first = doc_.tokens[c.tokens.begin].lower;
    if (first == "a" || first == "an" || first == "another" || first == "one") return false;
    return c.modifiers.empty() || c.reading.owner != kNone;
  }

  // Groups are one when they are called alike: the same noun, and nothing that tells them apart.
  EntityId same_group(const Candidate& c) {
    if (!c.definite && !is_one_of_its_kind(c) && c.form != MentionForm::name) return kNone;
    return nearest(c, 100, [&](const EntityDraft& e) {
      if (e.kind != c.kind || e.noun != c.noun || !codes_agree(c.reading, e.reading)) return false;
      if (are_of_other_kinds(c, e)) return false;
      if (c.modifiers == e.modifiers && c.reading.country == e.reading.country) return true;
      return e.plural == c.plural && adds_nothing(c, e);
    });
  }

  // "the doctors' union" and "the teachers' union": known kinds of one noun.
  static bool are_of_other_kinds(const Candidate& c, const EntityDraft& e) {
    const auto is_longer = [&](const Agent* agent) { return agent && agent->phrase.find(' ') != std::string::npos; };
    return is_longer(c.reading.agent) && is_longer(e.agent) && c.reading.agent != e.agent;
  }

  // "the ministers" after "the Alliance's foreign ministers"; "the allied sources" after "sources from the Alliance".
  static bool adds_nothing(const Candidate& c, const EntityDraft& e) {
    if (c.modifiers.empty()) return c.reading.country.empty();
    return e.modifiers.empty() && !c.reading.country.empty() && c.reading.country == e.reading.country;
  }

  const ActorTables& tables_;
  const Document& doc_;
  const PhraseContext& context_;
  EntityDrafts& drafts_;
};

}  // namespace

void link_nouns(const ActorTables& tables, const Document& doc, const PhraseContext& context, EntityDrafts& drafts) {
  NounLinker(tables, doc, context, drafts).link();
}

}  // namespace verbale
