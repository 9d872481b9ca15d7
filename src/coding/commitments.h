// What somebody says they will do is said for certain: "the rebels said they will release a doctor" is a promise
// (AGREE), "will not accept refugees" a refusal (REJECT), "will attack" a threat (THREATEN), whatever becomes of the
// deed.
//
//   Result<Commitments> commitments = Commitments::open(knowledge);
//   commitments->code(index, doc);     after the events; adds one before each deed that its actor commits to
//
// data/commitments/words.tsv: the word that commits ("will", "willing"), the types of deeds, the type that committing
// to them is, and whether only the actor's own words commit; forecasts.tsv: verbs by which nobody commits. Errors name
// file and line.
#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "coding/confidence.h"
#include "coding/predicates.h"
#include "coding/relations.h"
#include "pack/table.h"

namespace verbale {

class Commitments {
 public:
  // requires: the Knowledge outlives the commitments, which keep views into it
  static Result<Commitments> open(const Knowledge& knowledge);

  void code(const PredicateIndex& index, Document& doc) const;

 private:
  friend class CommitmentReader;

  struct Row {
    std::string_view word;  // lemma or form
    bool negated = false;   // "will not", "not willing"
    std::vector<std::string_view> deeds;
    std::string_view type;
    std::string_view mode;
    bool own_words = false;  // holds only where the actor speaks
    std::string name;        // "words.tsv:3", as rules are named
    PloverRelation relation;
  };

  std::vector<Row> rows_;
  std::unordered_set<std::string_view> forecasts_;  // lemmas: "predict"
};

}  // namespace verbale
