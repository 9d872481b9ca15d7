// What the words around a name say against its tag, or without one: a title makes a person, "the town of" a place, and
// who is named in full once is known by the surname everywhere. For actor_scan.cc alone.
#pragma once

#include <span>

#include "resolve/actor_scan.h"

namespace verbale {

// Changes kinds of names that no table knows, and adds names that the tagger has overlooked. `lines` cover the
// document. requires: names and name_of_token are in order
void retag_names(const ActorTables& tables, const Document& doc, std::span<const TokenRange> lines, ActorScan& scan);

}  // namespace verbale
