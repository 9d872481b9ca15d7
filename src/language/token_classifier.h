// The classes of each token by one linear layer over the encoder's rows: what taggers, morphologizers, edit trees and
// sentence recognisers have in common.
//
//   Result<TokenClassifier> classifier = TokenClassifier::open(package, "tagger", encoder.width());
//   classifier->classify(rows, 1, scores, classes);          one class a row
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "kernels/layers.h"
#include "language/margins.h"
#include "language/package.h"

namespace verbale {

class TokenClassifier {
 public:
  // width: floats in a row of the encoder that the component looks at.
  static Result<TokenClassifier> open(const Package& package, std::string_view component, size_t width);

  // An error of the component's cfg unless there is a class for each label.
  Status expect_labels(const Package& package, std::string_view component, size_t labels) const;

  size_t classes() const { return layer_.outputs; }

  // chosen[i * choices + k] = the k-th best class of row i; of classes with equal scores, the first comes first. scores
  // is scratch.
  // requires: 1 <= choices <= classes()
  void classify(std::span<const float> rows, size_t choices, std::vector<float>& scores,
                std::vector<uint16_t>& chosen) const;

  // The distance between the two best scores of each row.
  void note_margins(std::span<const float> rows, std::vector<float>& scores, DecisionMargins& margins) const;

 private:
  // Calls use(row's number, its scores).
  template <class Use>
  void score_rows(std::span<const float> rows, std::vector<float>& scores, Use use) const;

  LinearLayer layer_;
};

// The strings that the component's cfg lists as its labels, in the order of the classes.
Result<std::vector<std::string>> read_labels(const Package& package, std::string_view component);

}  // namespace verbale
