// Every move consumes one token, so the state is one position and at most one open name. A name that the document's end
// leaves open is dropped.
#include "language/name_recogniser.h"

#include <algorithm>

#include "language/transition_moves.h"

namespace verbale {
namespace {

constexpr size_t kFeatures = 3;

}  // namespace

Result<NameRecogniser> NameRecogniser::open(const Package& package, std::string_view component, size_t width) {
  const std::string folder(component);
  Result<std::vector<TransitionClass>> classes = read_transition_classes(package, folder + "/moves", kActions - 1);
  if (!classes) return std::move(classes).error();

  NameRecogniser recogniser;
  for (const TransitionClass& entry : *classes) {
    const auto action = Action(entry.action);
    if (action == kMissing || (action == kOutsideMove && !entry.label.empty())) continue;
    if (entry.label.empty()) {
      recogniser.classes_.push_back({action, kOutside});
      continue;
    }
    auto found = std::find(recogniser.labels_.begin(), recogniser.labels_.end(), entry.label);
    if (found == recogniser.labels_.end()) found = recogniser.labels_.insert(found, entry.label);
    recogniser.classes_.push_back({action, uint16_t(found - recogniser.labels_.begin())});
  }
  if (recogniser.labels_.size() >= kOutside) return package.error(folder + "/moves", "moves", "too many labels");
  Result<TransitionNetwork> network =
      TransitionNetwork::open(package, folder + "/model", width, kFeatures, recogniser.classes_.size());
  if (!network) return std::move(network).error();
  recogniser.network_ = *std::move(network);
  return recogniser;
}

int NameRecogniser::best_class(const State& state, bool may_begin, bool may_go_on,
                               std::span<const float> scores) const {
  int best = -1;
  for (size_t i = 0; i < classes_.size(); ++i) {
    const Class& candidate = classes_[i];
    const bool labelled = candidate.label != kOutside, closed = state.open == kOutside;
    bool valid = false;
    switch (candidate.action) {
      case kBegin:
        valid = closed && labelled && may_begin && may_go_on;
        break;
      case kInside:
        valid = !closed && candidate.label == state.open && may_go_on;
        break;
      case kLast:
        valid = !closed && candidate.label == state.open;
        break;
      case kUnit:
        valid = closed && labelled && may_begin;
        break;
      case kOutsideMove:
        valid = closed;
        break;
      case kMissing:
      case kActions:
        break;
    }
    if (valid && (best < 0 || scores[i] > scores[size_t(best)])) best = int(i);
  }
  return best;
}

float NameRecogniser::margin(const State& state, bool may_begin, bool may_go_on, std::span<const float> scores,
                             int best) const {
  std::vector<float> others(scores.begin(), scores.end());
  others[size_t(best)] = -DecisionMargins::kNoChoice;
  return scores[size_t(best)] - others[size_t(best_class(state, may_begin, may_go_on, others))];
}

void NameRecogniser::recognise(std::span<const float> rows, std::span<const uint8_t> is_space,
                               std::span<const uint8_t> starts, TransitionScratch& scratch,
                               std::vector<uint16_t>& types, std::vector<uint8_t>& begins,
                               DecisionMargins* margins) const {
  const auto tokens = uint32_t(is_space.size());
  types.assign(tokens, kOutside);
  begins.assign(tokens, 0);
  scratch.begin(network_, rows);

  State state;
  for (; state.at < tokens; ++state.at) {
    const bool inside = state.open != kOutside;
    const int32_t described[kFeatures] = {int32_t(state.at), inside ? int32_t(state.begin) : TransitionNetwork::kAbsent,
                                          inside ? int32_t(state.at) - 1 : TransitionNetwork::kAbsent};
    scratch.forget_before(inside ? state.begin : state.at);
    const bool may_go_on = state.at + 1 < tokens && !starts[state.at + 1];
    const std::span<const float> scores = network_.score(described, scratch);
    const int best = best_class(state, !is_space[state.at], may_go_on, scores);
    if (best < 0) return;
    if (margins != nullptr) [[unlikely]]
      margins->note(margins->name, state.at, margin(state, !is_space[state.at], may_go_on, scores, best));

    const Class& chosen = classes_[size_t(best)];
    if (chosen.action == kBegin || chosen.action == kUnit) {
      state.begin = state.at;
      state.open = chosen.label;
    }
    if (chosen.action != kLast && chosen.action != kUnit) continue;
    std::fill(types.begin() + state.begin, types.begin() + state.at + 1, state.open);
    begins[state.begin] = 1;
    state.open = kOutside;
  }
}

}  // namespace verbale
