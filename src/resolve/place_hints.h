// Where an article plays, told by more than the places that it names: the state in "Indiana State Police", and the
// institutions that only one country has ("sheriff", "borough council").
//
//   for (PlaceHint hint : gather_hints(gazetteer, doc)) …      row of Indiana, 2 times
//
// A hint is no place of the record; it only speaks for the candidates that lie in it.
#pragma once

#include <vector>

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {

struct PlaceHint {
  uint32_t row = kNoRow;  // a country or a first-order division
  uint32_t times = 0;     // different words that hint at it
};

std::vector<PlaceHint> gather_hints(const Gazetteer& gazetteer, const Document& doc);

}  // namespace verbale
