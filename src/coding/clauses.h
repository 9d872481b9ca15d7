// Questions about clauses that all of coding asks of the parse: what is a verb, what is coordinated with what, which
// clause a word stands in.
#pragma once

#include <vector>

#include "record/document.h"
#include "record/parse_tree.h"

namespace verbale {

bool is_verb(const Token& token);                     // main verb, or a copula that is the head of its clause
bool is_nominal(const Token& token);                  // noun, proper noun, pronoun, numeral standing for one
bool has_to(const Document& doc, TokenId verb);       // an infinitive with "to"
bool has_perfect(const Document& doc, TokenId verb);  // "would have sent": an auxiliary "have"
bool is_definite(const Document& doc, TokenId noun);  // "the", "this", "that", "these", "those" before it

// The token and what is coordinated with it: "A, B and C" gives three.
std::vector<TokenId> conjuncts(const Document& doc, TokenId token);
// The first token of the coordination that this one belongs to.
TokenId coordination_head(const Document& doc, TokenId token);

// What a coordinated verb is really coordinated with: a finite verb that the parse hangs on an infinitive ("demanded
// that X withdraw … and called on Y") belongs to the finite verb above it.
TokenId coordination_partner(const Document& doc, TokenId verb);

// The verb of the clause that holds the token, or the sentence's root when there is no verb.
TokenId clause_of(const Document& doc, TokenId token);

}  // namespace verbale
