// Whom an event concerns when its own clause names nobody: the clauses around it may.
//
//   match.recipients = concerned_around(doc, codebook, index, predicate, match);
//
// For match.cc. What somebody does for a purpose concerns whom the purpose is about ("sent money to feed X", "mobilised
// troops for an assault against X", "a strike to protest against X"); what waits for another's act concerns that other
// (awaited.h). Only for types where this holds whatever the verb is.
#pragma once

#include <vector>

#include "coding/codebook.h"
#include "coding/match.h"
#include "coding/predicates.h"

namespace verbale {

std::vector<Participant> concerned_around(const Document& doc, const Codebook& codebook, const PredicateIndex& index,
                                          const Predicate& predicate, const Match& match);

}  // namespace verbale
