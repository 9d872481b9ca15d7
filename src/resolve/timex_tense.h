// On which side of the moment of writing the clause of a time expression lies.
#pragma once

#include "record/document.h"
#include "timex_lexicon.h"

namespace verbale {

enum class TimeTense : uint8_t { unknown, past, present, future };

// Climbs from the expression to the verb that governs it: "will meet on Monday" is future, "met on Monday" past,
// "a vote scheduled for Monday" future, "since Monday" past. A headline's present tense tells of the past.
TimeTense tense_around(const TimeLexicon& lexicon, const Document& doc, TokenRange tokens);

}  // namespace verbale
