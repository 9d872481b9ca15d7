// Where: finds the places that an article names, and says which places of the world they are.
//
//   resolve_places(gazetteer, doc);
//   for (const Place& place : doc.places) print(place.name, place.lat, place.lon, place.reason);   "Kyiv", 50.45, 30.52
//
// reads: tokens, sentences, names. fills: places, place_mentions, dateline, dateline_place; traces as "place".
// One place for all spellings of it ("Kiev" and "kyiv"). A place that is not known, or not known well enough, stays
// without coordinates and says why. Degrees are WGS 84; confidence is the probability that the chosen place is the one
// meant.
#pragma once

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {

void resolve_places(const Gazetteer& gazetteer, Document& doc);

}  // namespace verbale
