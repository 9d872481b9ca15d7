// Words as the codebook writes them, where the package cuts or spells them otherwise: "cease-fire", which it cuts in
// three, and lemmas that it errs about ("stag" for "stage").
#pragma once

#include <string>
#include <vector>

#include "coding/codebook.h"
#include "coding/predicates.h"
#include "record/document.h"

namespace verbale {

// In "a cease-fire" the noun is "fire", and "cease" tells it closer: both together are the word, "cease-fire". Empty
// for words without a hyphen.
std::string hyphenated(const Document& doc, TokenId token);

// "cease-fire" and "ceasefire" are one word.
std::string without_hyphen(std::string word);

// The rows for the predicate's head word, or null.
const std::vector<CodebookRow>* rows_for_head(const Document& doc, const Codebook& codebook,
                                              const Predicate& predicate);

}  // namespace verbale
