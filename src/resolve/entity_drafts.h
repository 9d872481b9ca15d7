// Entities while they are being put together: the mentions found so far, and what they tell about one actor.
// Shared by the steps of find_entities (entities.cc) and by the resolution of pronouns (coreference.cc).
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

// Sets `entity` of the pronouns whose antecedent is clear; leaves the others at kNone.
void resolve_pronouns(const ActorTables& tables, const Document& doc, EntityDrafts& drafts);

}  // namespace verbale
