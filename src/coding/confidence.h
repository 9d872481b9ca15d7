// How sure an event is: a logistic model over plain facts about how it was found.
//
//   Result<ConfidenceModel> model = ConfidenceModel::open(knowledge);
//   event.confidence = model->of(doc, event, model_events->probability_of(event));
//
// The confidence of an event is the probability, in (0, 1), that its type, all its actors, all its recipients and its
// status are right (record.md). The weights stand in data/confidence/weights.tsv, one fact a row; tools/train writes
// them from gold sentences, and bench/quality/calibration tells whether they mean what they say. A fact without a
// weight changes nothing. Errors of the table name file and line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

// What is known about how the event was found: "nominal", "no recipient", "type ASSAULT", …. `model_says` is what the
// relation model gives the event's own relation, where it was asked.
std::vector<std::string> confidence_facts(const Document& doc, const Event& event, std::optional<double> model_says);

class ConfidenceModel {
 public:
  // requires: the Knowledge outlives the model, which keeps views into it
  static Result<ConfidenceModel> open(const Knowledge& knowledge);

  double of(const Document& doc, const Event& event, std::optional<double> model_says) const;

 private:
  std::unordered_map<std::string_view, double> weights_;
};

}  // namespace verbale
