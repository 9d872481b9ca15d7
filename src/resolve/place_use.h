// Whether a country or a capital is written as a place, or as the one who acts.
//
// "A state is an entity where it acts and a place where something happens": "in Ukraine", "visited Ukraine", "Ukraine's
// border" are places; in "Ukraine asked", "Russia's invasion", "talks with Ukraine" nobody is anywhere. Towns, regions
// and sites are always places, except a capital that speaks ("Moscow said").
#pragma once

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {

// The words that decided it, for the trace: "in", "visit", "border"; "" when nothing makes it a place.
std::string_view place_use_of_country(const Gazetteer& gazetteer, const Document& doc, TokenRange name);

// "Moscow said", "Kyiv and Moscow agreed": the capital is the subject of a verb of speech.
bool is_government(const Gazetteer& gazetteer, const Document& doc, TokenRange name);

}  // namespace verbale
