// The record of the actors: entities in the order of their first mention, with code, roles, name and reason.
#include <algorithm>

#include "resolve/entity_drafts.h"

namespace verbale {
namespace {

class Writer {
 public:
  Writer(const ActorTables& tables, EntityDrafts& drafts, Document& doc)
      : tables_(tables), drafts_(drafts), doc_(doc) {}

  void write() {
    drop_things();
    std::vector<EntityId> written(drafts_.entities.size(), kNone);
    for (const Candidate& c : drafts_.candidates) {
      if (c.entity == kNone) continue;
      if (written[c.entity] == kNone) {
        written[c.entity] = EntityId(doc_.entities.size());
        doc_.entities.push_back(to_entity(draft(c.entity), c));
      }
      write_mention(c, written[c.entity]);
    }
    for (EntityId id = 0; id < drafts_.entities.size(); ++id)
      if (written[id] != kNone) write_roles(draft(id), doc_.entities[written[id]], written);
    doc_.index_mentions();
    for (Entity& entity : doc_.entities) name_by_mentions(entity);
  }

 private:
  // A pronoun for a thing is not recorded either.
  void drop_things() {
    std::vector<bool> is_actor(drafts_.entities.size());
    for (const Candidate& c : drafts_.candidates)
      if (c.entity != kNone && c.is_recorded && c.form != MentionForm::pronoun) is_actor[c.entity] = true;
    std::erase_if(drafts_.candidates,
                  [&](const Candidate& c) { return !c.is_recorded || c.entity == kNone || !is_actor[c.entity]; });
  }

  EntityDraft& draft(EntityId id) { return drafts_.entities[id]; }

  void write_mention(const Candidate& c, EntityId id) {
    doc_.entities[id].mentions.push_back(MentionId(doc_.mentions.size()));
    const Span span = doc_.span_of(c.tokens);
    doc_.mentions.push_back({span, c.tokens, c.head, c.form, id, c.plural});
    if (c.form == MentionForm::name || doc_.entities[id].mentions.size() == 1) return;
    doc_.explain("entity", span, [&] {
      const std::string_view first = doc_.words(doc_.mentions[doc_.entities[id].mentions.front()].span);
      return std::string(c.form == MentionForm::pronoun ? "pronoun for \"" : "points back to \"") + std::string(first) +
             "\"";
    });
  }

  Entity to_entity(const EntityDraft& from, const Candidate& first) {
    Entity entity;
    entity.kind = from.kind;
    entity.reason = doc_.keep(from.reason);
    if (from.person != kNone) {
      const Person& person = tables_.person(from.person);
      entity.key = person.key, entity.name = person.name, entity.wikidata = person.wikidata,
      entity.country = person.citizenship;
    } else if (from.body != kNone) {
      const Body& body = tables_.body(from.body);
      entity.key = body.key, entity.name = body.common_name, entity.wikidata = body.wikidata;
    }
    write_code(from, entity);
    doc_.explain("entity", doc_.span_of(first.tokens), [&] { return from.reason; });
    return entity;
  }

  void write_code(const EntityDraft& from, Entity& entity) const {
    ActorCode code{from.reading.country, from.reading.sector, from.reading.code_for};
    if (from.body != kNone) {
      const Body& body = tables_.body(from.body);
      code = {body.country,
              from.kind == EntityKind::state && body.sector.empty() ? std::string_view("GOV") : body.sector,
              CodeFor::self};
    }
    if (!code.country.empty() || (!code.sector.empty() && code.sector != "UNK")) entity.codes.push_back(code);
  }

  void write_roles(const EntityDraft& from, Entity& entity, const std::vector<EntityId>& written) {
    if (from.kind != EntityKind::person) return;
    for (const RoleDraft& role : from.roles) {
      const Span span = doc_.span_of(role.title);
      entity.roles.push_back({doc_.words(span), entity_of_body(role.owner, written), span});
    }
  }

  EntityId entity_of_body(uint32_t body, const std::vector<EntityId>& written) {
    for (EntityId id = 0; body != kNone && id < drafts_.entities.size(); ++id)
      if (draft(id).body == body) return written[id];
    return kNone;
  }

  // What the tables do not name goes by its longest proper name, else by its first phrase without the article.
  void name_by_mentions(Entity& entity) {
    if (!entity.name.empty()) return;
    for (MentionId id : entity.mentions) {
      const std::string_view name = proper_name(doc_.mentions[id]);
      if (name.size() > entity.name.size()) entity.name = name;
    }
    for (MentionId id : entity.mentions)
      if (entity.name.empty() && doc_.mentions[id].form != MentionForm::pronoun)
        entity.name = without_article(doc_.words(doc_.mentions[id].span));
  }

  std::string_view proper_name(const Mention& mention) const {
    for (const Candidate& c : drafts_.candidates)
      if (c.tokens.begin == mention.tokens.begin && c.tokens.end == mention.tokens.end && c.name.size())
        return doc_.words(doc_.span_of(c.name));
    return {};
  }

  static std::string_view without_article(std::string_view words) {
    for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
      if (words.starts_with(article)) return words.substr(article.size());
    return words;
  }

  const ActorTables& tables_;
  EntityDrafts& drafts_;
  Document& doc_;
};

}  // namespace

void write_entities(const ActorTables& tables, EntityDrafts& drafts, Document& doc) {
  Writer(tables, drafts, doc).write();
}

}  // namespace verbale
