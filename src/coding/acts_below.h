// Acts that are told in the clause below a predicate: what is said, agreed, refused or threatened.
//
// For match.cc. The clause below is matched with the codebook as any other; what stands in it then tells whom the upper
// event concerns ("refused to lift sanctions on X"), and whether plain speech demands something ("said X must leave").
#pragma once

#include <vector>

#include "coding/codebook.h"
#include "coding/match.h"
#include "coding/predicates.h"

namespace verbale {

// True when the clause headed by `verb` is such as the row wants it below the actors' predicate.
bool is_clause_wanted(const Document& doc, const PredicateIndex& index, TokenId verb, const ClauseBelow& wanted,
                      const std::vector<Participant>& actors);

// Whom an event about another act concerns, read off that act; nobody for events of other types.
std::vector<Participant> concerned_by_acts_below(const Document& doc, const Codebook& codebook,
                                                 const PredicateIndex& index, const Predicate& predicate,
                                                 const Match& match);

// "refused to attack X" rejects nothing of X's; "agreed to attack X" was agreed with somebody else: takes such
// recipients out.
void drop_whom_hostility_spares(const Document& doc, const Codebook& codebook, const PredicateIndex& index,
                                const Predicate& predicate, Match& match);

}  // namespace verbale
