// The classes of a transition system: which action and which label each score of its network stands for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/package.h"

namespace verbale {

struct TransitionClass {
  uint8_t action = 0;
  std::string label;  // "" where the action takes none

  friend bool operator==(const TransitionClass&, const TransitionClass&) = default;
};

// Reads a component's `moves` file. The order of the classes is the order of the network's scores.
// Errors name the file; actions above action_max are an error.
Result<std::vector<TransitionClass>> read_transition_classes(const Package& package, std::string_view file,
                                                             uint8_t action_max);

}  // namespace verbale
