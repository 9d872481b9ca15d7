// Whose a thing is: "the business dealings of the bank", "a demand made by the rebels", "ministry websites".
//
// A recipient is often named only by what is his. The phrases that tell so are followed down from noun to noun.
#pragma once

#include <vector>

#include "coding/predicates.h"

namespace verbale {

// The participants that the word names, else the nearest ones that it belongs to. Empty when nobody is told.
std::vector<Participant> parties_behind(const Document& doc, const PredicateIndex& index, TokenId head);

// Only those that it belongs to, whatever the word itself names.
std::vector<Participant> owners_of(const Document& doc, const PredicateIndex& index, TokenId head);

}  // namespace verbale
