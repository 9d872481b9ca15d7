// What the relation model sees of two parties in a sentence.
//
//   RelationFeatures features;
//   describe_pair({doc, index, codebook, sources, targets}, features);
//   model.classify(features);
//
// Two kinds. Sparse features are facts with a name ("path accuse of"), known to the model by a hash alone. Slots are
// bags of lemmas ("the verbs on the path"), which the model reads through word vectors, so that a verb it was never
// shown still stands beside its neighbours. The same code serves training (tools/train) and use.
#pragma once

#include <vector>

#include "coding/codebook.h"
#include "coding/predicates.h"
#include "coding/relation_facts.h"
#include "record/document.h"

namespace verbale {

struct PartiesInSentence {
  const Document& doc;  // with its events, which are features too
  const PredicateIndex& predicates;
  const Codebook& codebook;
  std::vector<Span> sources;  // where the source is named; may be empty
  std::vector<Span> targets;
};

// Clears `features` first. Without any party it describes the first sentence.
void describe_pair(const PartiesInSentence& pair, RelationFeatures& features);

}  // namespace verbale
