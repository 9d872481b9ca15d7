// The best combination of part of speech and features of each token.
//
//   Result<Morphologizer> morphologizer = Morphologizer::open(package, "morphologizer", encoder.width());
//   morphologizer->analyse(rows, scores, classes);
//   morphologizer->labels()[classes[0]].feats;               "Case=Nom|Gender=Fem|Number=Sing"
//
// The component's settings "overwrite" and "extend" say what happens to features that are there already. Pipelines in
// which an earlier component sets any are refused (components.h), so neither setting changes a decision.
#pragma once

#include "language/token_classifier.h"
#include "record/token.h"

namespace verbale {

class Morphologizer {
 public:
  struct Label {
    std::string feats;  // as the package writes them
    Pos pos = Pos::none;
  };

  static Result<Morphologizer> open(const Package& package, std::string_view component, size_t width);

  const std::vector<Label>& labels() const { return labels_; }

  // classes[i] = the label with the greatest score for row i, the first of equals. scores is scratch.
  void analyse(std::span<const float> rows, std::vector<float>& scores, std::vector<uint16_t>& classes) const {
    classifier_.classify(rows, 1, scores, classes);
  }

 private:
  std::vector<Label> labels_;
  TokenClassifier classifier_;
};

}  // namespace verbale
