// Finds time expressions in a row of tokens: a small recursive-descent grammar over the words of data/times.
//
//   std::vector<TimeExpression> found;
//   read_expressions(lexicon, doc, words, found);     in text order, without overlap
//
// Nothing is resolved here. Words that only look like times ("may" the verb, "1500 soldiers", "a 28-year-old man",
// parts of names) are left out.
#pragma once

#include <vector>

#include "timex_expression.h"
#include "timex_lexicon.h"
#include "timex_words.h"

namespace verbale {

void read_expressions(const TimeLexicon& lexicon, const Document& doc, const std::vector<TokenWord>& words,
                      std::vector<TimeExpression>& found);

}  // namespace verbale
