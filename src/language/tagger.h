// The best tag of each token.
#pragma once

#include "language/token_classifier.h"

namespace verbale {

class Tagger {
 public:
  // width: floats in a row of the encoder that the tagger listens to.
  static Result<Tagger> open(const Package& package, std::string_view component, size_t width);

  const std::vector<std::string>& labels() const { return labels_; }

  // tags[i] = the label with the greatest score for row i, the first of equals. scores is scratch.
  void tag(std::span<const float> rows, std::vector<float>& scores, std::vector<uint16_t>& tags) const {
    classifier_.classify(rows, 1, scores, tags);
  }
  void note_margins(std::span<const float> rows, std::vector<float>& scores, DecisionMargins& margins) const {
    classifier_.note_margins(rows, scores, margins);
  }

 private:
  std::vector<std::string> labels_;
  TokenClassifier classifier_;
};

}  // namespace verbale
