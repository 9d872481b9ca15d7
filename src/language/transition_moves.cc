// The file holds {action: {label: frequency}} and no order; the order is spaCy's: actions by their number as a string,
// labels by falling frequency, then falling name. Labels added after training carry negative frequencies and come last,
// each with all of its actions.
#include "language/transition_moves.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace verbale {
namespace {

using Frequencies = std::vector<std::pair<int64_t, std::string>>;

void add(std::vector<TransitionClass>& classes, uint8_t action, const std::string& label) {
  TransitionClass added{action, label};
  if (std::find(classes.begin(), classes.end(), added) == classes.end()) classes.push_back(std::move(added));
}

std::vector<TransitionClass> in_order(std::map<std::string, std::pair<uint8_t, Frequencies>>& actions) {
  std::vector<TransitionClass> classes;
  Frequencies late;
  std::map<std::string, std::vector<uint8_t>> late_actions;
  for (auto& [key, entry] : actions) {
    auto& [action, labels] = entry;
    std::sort(labels.rbegin(), labels.rend());
    for (const auto& [frequency, label] : labels) {
      if (frequency >= 0) {
        add(classes, action, label);
        continue;
      }
      late.emplace_back(frequency, label);
      late_actions[label].push_back(action);
    }
  }
  std::sort(late.rbegin(), late.rend());
  for (const auto& [frequency, label] : late)
    for (uint8_t action : late_actions[label]) add(classes, action, label);
  return classes;
}

}  // namespace

Result<std::vector<TransitionClass>> read_transition_classes(const Package& package, std::string_view file,
                                                             uint8_t action_max) {
  Result<PackageData> data = package.read_msgpack(file);
  if (!data) return std::move(data).error();
  const auto moves = data->root()["moves"].text();
  if (!moves) return package.error(file, "moves", "expected a string");
  simdjson::dom::parser parser;
  simdjson::dom::object by_action;
  if (parser.parse(moves->data(), moves->size()).get(by_action) != simdjson::SUCCESS)
    return package.error(file, "moves", "not a JSON object");

  std::map<std::string, std::pair<uint8_t, Frequencies>> actions;
  for (const auto [key, value] : by_action) {
    uint8_t action = 0;
    const auto [end, failure] = std::from_chars(key.data(), key.data() + key.size(), action);
    if (failure != std::errc() || end != key.data() + key.size() || action > action_max)
      return package.error(file, "moves", "unknown action " + std::string(key.substr(0, 20)));
    simdjson::dom::object labels;
    if (value.get(labels) != simdjson::SUCCESS) return package.error(file, "moves", "expected {label: frequency}");
    auto& entry = actions[std::string(key)];
    entry.first = action;
    for (const auto [label, frequency] : labels) {
      int64_t count;
      if (frequency.get(count) != simdjson::SUCCESS) return package.error(file, "moves", "expected {label: frequency}");
      entry.second.emplace_back(count, label);
    }
  }
  return in_order(actions);
}

}  // namespace verbale
