// Who acts in an article: fills doc.mentions and doc.entities, and their look-ups.
//
//   ActorTables tables = *ActorTables::open(knowledge);
//   find_entities(tables, doc);
//   doc.entities[doc.mentions[doc.mention_covering(token)].entity].codes
//
// requires: tokens, sentences and names of the language layer; doc.boilerplate, where nobody is mentioned; the places,
//           where police and crowds get their country from
// ensures:  one entity per actor that the text allows to tell apart; every entity has mentions and a reason; mentions
//           are in text order, entities in the order of their first mention; codes hold on the publication day.
#pragma once

#include <vector>

#include "record/document.h"
#include "resolve/actor_tables.h"

namespace verbale {

void find_entities(const ActorTables& tables, Document& doc);

// What is spoken of in the same words or by a pronoun, things and events as well as actors: for measuring, since the
// record holds actors only. Leaves the document as it is.
std::vector<std::vector<TokenRange>> find_chains(const ActorTables& tables, Document& doc);

}  // namespace verbale
