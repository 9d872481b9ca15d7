// What every step of find_entities does with a draft: begin one, and let a mention join it with what it tells.
#include "resolve/entity_drafts.h"

#include <algorithm>

#include "resolve/actor_office.h"

namespace verbale {

bool has_title(const ActorTables& tables, const EntityDraft& entity, std::string_view phrase) {
  return std::any_of(entity.titles.begin(), entity.titles.end(),
                     [&](const std::string& title) { return titles_agree(tables, phrase, title); });
}

EntityId add_entity(EntityDrafts& drafts, const Candidate& c, std::string reason) {
  EntityDraft entity;
  entity.kind = c.kind;
  entity.reading = c.reading;
  entity.agent = c.reading.agent;
  entity.plural = c.plural;
  entity.reason = std::move(reason);
  drafts.entities.push_back(std::move(entity));
  return EntityId(drafts.entities.size() - 1);
}

void join_entity(const ActorTables& tables, EntityDrafts& drafts, Candidate& c, EntityId id) {
  c.entity = id;
  EntityDraft& entity = drafts.entities[id];
  if (c.gender) entity.gender = c.gender;
  if (!c.name_key.empty() && std::find(entity.names.begin(), entity.names.end(), c.name_key) == entity.names.end())
    entity.names.push_back(c.name_key);
  if (c.title.size() == 0 || (c.form == MentionForm::nominal && c.apposed_to == kNone)) return;
  const std::string title = c.reading.agent ? c.reading.agent->phrase : std::string{};
  if (has_title(tables, entity, title)) return;
  entity.titles.push_back(title);
  entity.roles.push_back({c.title, c.reading.owner});
}

}  // namespace verbale
