// Whose act is waited for: "will not lift the embargo until X undertakes reforms".
#pragma once

#include <vector>

#include "coding/predicates.h"

namespace verbale {

// "will not lift the embargo until X undertakes reforms", "would close the border unless X pays": whose act is waited
// for, in the clause that hangs on the verb or on one below it. Those who wait are left out.
std::vector<Participant> awaited_by(const Document& doc, const PredicateIndex& index, TokenId verb,
                                    const std::vector<Participant>& waiting);

}  // namespace verbale
