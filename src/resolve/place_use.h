// Whether a country or a capital is written as the one who acts, and not as a place.
//
// "A state is an entity where it acts and a place where something happens": "in Ukraine", "visited Ukraine", "Ukraine's
// border", "southern Ukraine" are places; in "Ukraine asked", "Russia's invasion", "talks with Ukraine" nobody is
// anywhere. Towns, regions and sites are always places, except a capital that speaks ("Moscow said").
#pragma once

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {

// The country is the doer, the owner of a deed, or the party that a deed is done with.
bool is_actor(const Gazetteer& gazetteer, const Document& doc, TokenRange name);

// "Moscow said", "Kyiv and Moscow agreed": the capital is the subject of a verb of speech.
bool is_government(const Gazetteer& gazetteer, const Document& doc, TokenRange name);

}  // namespace verbale
