// How close the network's decisions were: for benches that have to explain a difference from spaCy, whose sums are
// rounded in another order. Ordinary work keeps no margins.
//
//   DecisionMargins margins;
//   scratch.watch(&margins);
//   language.parse(doc, scratch);
//   margins.name[token];          1e-6: another order of adding up could have decided otherwise
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

namespace verbale {

// One entry per token: the smallest distance between the two best scores among the decisions about that token.
struct DecisionMargins {
  static constexpr float kNoChoice = std::numeric_limits<float>::infinity();

  std::vector<float> tag, parse, name;

  // Begins a piece of a document; entries of earlier pieces stay.
  void add(size_t tokens) {
    begin_ = tag.size();
    for (auto* margins : {&tag, &parse, &name}) margins->resize(begin_ + tokens, kNoChoice);
  }
  void clear() {
    begin_ = 0;
    for (auto* margins : {&tag, &parse, &name}) margins->clear();
  }

  // Notes a decision about a token of the piece begun last.
  void note(std::vector<float>& margins, size_t token, float margin) const {
    margins[begin_ + token] = std::min(margins[begin_ + token], margin);
  }

 private:
  size_t begin_ = 0;
};

}  // namespace verbale
