// The procedure of mode "rule" that most languages share, and what English adds to it.
//
// A base form is its own lemma; otherwise suffix rules propose forms, a word list picks among them and exceptions go
// before all.
#pragma once

#include <string>

#include "language/analysis.h"
#include "language/lemma_tables.h"

namespace verbale {

// The lemma of a form by the rules of its part of speech.
std::string lemma_by_rules(const Lexeme& lexeme, Pos pos, const LemmaTables& tables);

// English: forms that need no further analysis. `morphology` may be null.
bool is_english_base_form(Pos pos, const Morphology* morphology);

}  // namespace verbale
