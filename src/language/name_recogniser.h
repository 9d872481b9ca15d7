// Names by BILUO moves: each token begins, continues or ends a name, is one alone, or stands outside.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/margins.h"
#include "language/package.h"
#include "language/transition_network.h"

namespace verbale {

class NameRecogniser {
 public:
  static constexpr uint16_t kOutside = 0xFFFF;

  static Result<NameRecogniser> open(const Package& package, std::string_view component, size_t width);

  const std::vector<std::string>& labels() const { return labels_; }

  // types[i] = index into labels() or kOutside; begins[i] = 1 at the first token of a name. Names never reach into the
  // next sentence and never begin with white space.
  void recognise(std::span<const float> rows, std::span<const uint8_t> is_space, std::span<const uint8_t> starts,
                 TransitionScratch& scratch, std::vector<uint16_t>& types, std::vector<uint8_t>& begins,
                 DecisionMargins* margins = nullptr) const;

 private:
  enum Action : uint8_t { kMissing, kBegin, kInside, kLast, kUnit, kOutsideMove, kActions };

  struct Class {
    Action action = kOutsideMove;
    uint16_t label = kOutside;
  };

  // The name that is open, and what stands before the recogniser.
  struct State {
    uint32_t at = 0;
    uint32_t begin = 0;
    uint16_t open = kOutside;  // label of the open name
  };

  int best_class(const State& state, bool may_begin, bool may_go_on, std::span<const float> scores) const;
  float margin(const State& state, bool may_begin, bool may_go_on, std::span<const float> scores, int best) const;

  std::vector<Class> classes_;
  std::vector<std::string> labels_;
  TransitionNetwork network_;
};

}  // namespace verbale
