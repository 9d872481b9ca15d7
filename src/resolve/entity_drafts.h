// Entities while they are being put together: the mentions found so far, and what they tell about one actor.
// Shared by the steps of find_entities: names, nouns, pronouns, the record (one file each).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "resolve/mentions.h"

namespace verbale {

struct RoleDraft {
  TokenRange title;
  uint32_t owner = kNone;  // body row whose office it is
};

struct EntityDraft {
  EntityKind kind = EntityKind::other;
  uint32_t body = kNone;
  uint32_t person = kNone;
  const Agent* agent = nullptr;     // the noun or title that it goes by
  std::vector<std::string> names;   // folded
  std::vector<std::string> titles;  // folded phrases: "secretary general"
  std::vector<RoleDraft> roles;
  std::string noun;  // of a group
  std::string modifiers;
  ActorReading reading;  // what codes it
  bool plural = false;
  char gender = 0;
  std::string reason;
};

struct EntityDrafts {
  std::vector<EntityDraft> entities;
  std::vector<Candidate> candidates;  // in text order
};

// Whether a title, folded, may be one that the entity goes by.
bool has_title(const ActorTables& tables, const EntityDraft& entity, std::string_view phrase);

// A new entity that is what this mention says.
EntityId add_entity(EntityDrafts& drafts, const Candidate& c, std::string reason);

// Makes the mention one of the entity, which learns its name, gender and title.
void join_entity(const ActorTables& tables, EntityDrafts& drafts, Candidate& c, EntityId id);

// Sets `entity` of the names: rows of the tables, full names, surnames, short forms and acronyms; codes people.
void link_names(const ActorTables& tables, const Document& doc, const ActorScan& scan, EntityDrafts& drafts);

// Sets `entity` of the nouns that point back to an actor, explain one, or are a group of their own.
void link_nouns(const ActorTables& tables, const Document& doc, const PhraseContext& context, EntityDrafts& drafts);

// "its ambassador", "members of the group", "our country": what the owner tells once nouns and pronouns are resolved.
void code_by_owners(const ActorTables& tables, const Document& doc, EntityDrafts& drafts);

// The country of police, ministries and crowds that no word of theirs tells: from the place beside them, or as a guess
// that the reason marks. Needs the places of the document.
void guess_countries(const ActorTables& tables, const Document& doc, EntityDrafts& drafts);

// Writes the actors and their mentions to the document; things, and pronouns for them, are left out.
void write_entities(const ActorTables& tables, EntityDrafts& drafts, Document& doc);

// Sets `entity` of the pronouns whose antecedent is clear; leaves the others at kNone.
void resolve_pronouns(const ActorTables& tables, const Document& doc, EntityDrafts& drafts);

}  // namespace verbale
