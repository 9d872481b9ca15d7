// How strongly a time or place expression claims an event.
//
// By the tree alone: an expression belongs to the predicate that its phrase hangs on. Distances in the sentence are not
// used, because adjacency misleads wherever two events share a sentence.
#pragma once

#include "coding/predicates.h"

namespace verbale {

enum class Claim : uint8_t { none, sentence, clause, direct };

Claim claim_on(const Document& doc, const Predicate& predicate, TokenId expression_head);

// The predicate-like word that a phrase hangs on: the first verb or noun above it that is not part of the phrase.
TokenId attachment(const Document& doc, TokenId token);

// The word of a range that governs the others.
TokenId top_word(const Document& doc, TokenRange range);

// "has visited" (VBZ, VBP), "had visited" (VBD): the perfect, by the tense of its auxiliary.
bool is_perfect(const Document& doc, TokenId verb, bool of_the_past);
// "has visited", "had visited", "to have visited"
bool is_perfect(const Document& doc, TokenId verb);

}  // namespace verbale
