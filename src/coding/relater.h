// The relation between two given parties of a sentence: what `verbale relate` answers.
//
//   Result<Relater> relater = Relater::open(engine.knowledge(), packs / "relations.model");
//   engine.read(doc, worker);                       // of pair.text
//   const Relation relation = relater->relate(doc, pair);
//
// Codebook and model decide together: the model weighs what the codebook's rows made of the sentence beside everything
// else that it sees. Where an event between the parties has the relation, the relation takes the event's type, mode,
// status and row; otherwise the type is the model's own and the rule says so.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "coding/codebook.h"
#include "coding/marked_pair.h"
#include "coding/relation_model.h"
#include "coding/status.h"

namespace verbale {

struct Relation {
  std::string_view type;  // one of the 16
  std::string_view mode;  // "" when it is not known
  uint8_t quad = 0;
  EventStatus status = EventStatus::happened;
  double confidence = 0;                // that the root is right; calibrated
  std::string rule;                     // "accuse.tsv:4", or "relations.model" when no row gave it
  std::vector<RelationReason> reasons;  // when they were asked for
};

class Relater {
 public:
  // requires: the Knowledge outlives the relater
  static Result<Relater> open(const Knowledge& knowledge, const std::filesystem::path& model);

  // requires: doc was read by the engine; the spans of the pair are of its text
  Relation relate(const Document& doc, const MarkedPair& pair, bool with_reasons = false) const;

 private:
  Relater(Codebook codebook, StatusTables status, RelationModel model)
      : codebook_(std::move(codebook)), status_(std::move(status)), model_(std::move(model)) {}

  void take_from_event(const Event& event, Relation& relation) const;
  void take_from_model(const Document& doc, const PredicateIndex& predicates, const MarkedPair& pair,
                       const RelationGuess& guess, Relation& relation) const;

  Codebook codebook_;
  StatusTables status_;
  RelationModel model_;
  std::unordered_map<std::string_view, uint8_t> quads_;  // of the types
};

}  // namespace verbale
