// Events that the codebook has no row for: the relation model speaks where it is sure.
//
//   Result<ModelEvents> events = ModelEvents::open(knowledge, packs / "relations.model");
//   for (ModelMatch& found : events->find(doc, index, codebook, status)) add(found);
//
// reads: what events read, and doc.events as the codebook made them. A verb without an event of its own is asked about
// when one resolved actor is its subject and another is acted on, when it is no verb of saying, and when what it tells
// of is going on or has happened: what the model calls a promise or a threat is often a plan, and plans are told by
// status. The rule of such an event is "relations.model"; explanations name the facts that spoke for it, and the
// relations that came next.
//
// The events of rows it only weighs: how likely their own relation is between their own parties.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "coding/match.h"
#include "coding/relation_model.h"
#include "coding/status.h"

namespace verbale {

struct ModelMatch {
  const Predicate* predicate = nullptr;
  Match match;            // its row is the model's own, with a type and no more
  double confidence = 0;  // that the whole event is right
};

class ModelEvents {
 public:
  // requires: the Knowledge outlives what is opened
  static Result<ModelEvents> open(const Knowledge& knowledge, const std::filesystem::path& model);

  // In text order. Explains what it finds and what it is not sure of.
  std::vector<ModelMatch> find(Document& doc, const PredicateIndex& index, const Codebook& codebook,
                               const StatusTables& status) const;

  // Nothing for what did not happen: the model knows relations, no status. `features` is scratch.
  std::optional<double> probability_of(const Event& event, Document& doc, const PredicateIndex& index,
                                       const Codebook& codebook, RelationFeatures& features) const;

 private:
  friend class ModelReader;
  ModelEvents(RelationModel model, std::vector<CodebookRow> rows) : model_(std::move(model)), rows_(std::move(rows)) {}

  RelationModel model_;
  std::vector<CodebookRow> rows_;  // one a root, in the model's order
};

}  // namespace verbale
