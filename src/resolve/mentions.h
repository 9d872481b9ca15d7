// Where an article speaks of somebody: names with their titles, nouns for people and bodies, and pronouns, each with
// what its own words tell about it. Who is the same as whom is decided later (entities.h).
//
//   std::vector<Candidate> candidates = collect_mentions(tables, doc, scan);   in text order
//
// A noun phrase is a candidate when it stands where somebody acts, is acted upon, owns or is spoken of; predicates ("is
// a politician"), modifiers ("police station") and places that only say where are none.
#pragma once

#include <string>
#include <vector>

#include "record/document.h"
#include "resolve/actor_scan.h"

namespace verbale {

struct Candidate {
  TokenRange tokens;
  TokenId head = kNone;
  MentionForm form = MentionForm::name;
  bool plural = false;
  bool definite = false;
  EntityKind kind = EntityKind::other;
  TokenRange name;       // the proper name inside, without title; empty for nouns and pronouns
  std::string name_key;  // folded
  TokenRange title;      // "Secretary General"; empty when there is none
  ActorReading reading;
  const Reference* reference = nullptr;
  std::string noun;            // folded lemma of a nominal's head: "minister"
  std::string modifiers;       // folded words before the head, sorted, without articles: "allied"
  char gender = 0;             // 'm', 'f', or 0 when the words do not tell
  TokenId apposed_to = kNone;  // head of the mention that it explains
  EntityId entity = kNone;     // set by entities.cc
  bool is_recorded = true;     // false: a thing (things.h), which only takes pronouns away from actors
};

std::vector<Candidate> collect_mentions(const ActorTables& tables, const Document& doc, const ActorScan& scan);

}  // namespace verbale
