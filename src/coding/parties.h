// Whose a thing is: "the business dealings of the bank", "a demand made by the rebels", "ministry websites".
//
// A recipient is often named only by what is his. The phrases that tell so are followed down from noun to noun.
#pragma once

#include <vector>

#include "coding/predicates.h"

namespace verbale {

// How far a thing tells whose it is: only who does it ("the arrest by X", never "the arrest of Y"), whoever made or has
// it ("the policy of X"), or whomever it is about as well ("an extradition request for X", "sanctions on X").
enum class Behind : uint8_t { doers, makers, anybody };

// The participants that the word names, else the nearest ones that it belongs to. Empty when nobody is told.
std::vector<Participant> parties_behind(const Document& doc, const PredicateIndex& index, TokenId head,
                                        Behind behind = Behind::anybody);

// Only those on or against whom a thing was made: "a probe directed against the bank".
std::vector<Participant> parties_aimed_at(const Document& doc, const PredicateIndex& index, TokenId head);

}  // namespace verbale
