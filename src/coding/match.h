// Fits codebook rows to a predicate: constraints first, then who stands where.
#pragma once

#include <string>
#include <vector>

#include "coding/codebook.h"
#include "coding/predicates.h"

namespace verbale {

struct Match {
  const CodebookRow* row = nullptr;
  std::vector<Participant> actors;
  std::vector<Participant> recipients;
  std::vector<TokenId>
      consumed;  // words that a positive constraint held: they are part of this event, not one of their own
  int score = 0;
};

// The best row for the predicate, or a match without a row. `rejected` gets a line for every row that did not fit and
// why, when somebody asks for explanations.
Match match_predicate(const Document& doc, const Codebook& codebook, const PredicateIndex& index,
                      const Predicate& predicate, std::vector<std::string>* rejected = nullptr);

}  // namespace verbale
