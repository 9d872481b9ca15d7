// Acronyms that the article itself explains: "the Rapid Support Forces (RSF)". What it says outranks the tables, where
// RSF is somebody else.
//
//   obey_definitions(doc, scan);      every RSF of scan.pieces is now the Rapid Support Forces
//
// An acronym of a name that the tables do not know is no longer a known name at all.
#pragma once

#include "resolve/actor_scan.h"

namespace verbale {

void obey_definitions(const Document& doc, ActorScan& scan);

}  // namespace verbale
