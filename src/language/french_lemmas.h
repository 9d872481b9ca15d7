// The procedure of mode "rule" of French packages.
//
// A listed form is its own lemma; then come exceptions, then suffix rules, whose first listed result wins, or else
// their first result at all; at last, as for parts of speech without rules, a table from forms to lemmas.
#pragma once

#include <string>

#include "language/lemma_tables.h"

namespace verbale {

std::string french_lemma(const Lexeme& lexeme, Pos pos, const LemmaTables& tables);

}  // namespace verbale
