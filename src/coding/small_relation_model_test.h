// Relation models small enough to write by hand, as the bytes of their file (docs/formats/relation_model.md).
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "coding/relation_model.h"

namespace verbale::testing {

inline constexpr size_t kRelationLanes = 16;

inline size_t root_named(std::string_view root) {
  return size_t(std::find(kRelationRootNames.begin(), kRelationRootNames.end(), root) - kRelationRootNames.begin());
}

inline uint64_t hash_of_fact(std::initializer_list<FactWord> words) {
  RelationFeatures features;
  features.add(words);
  return features.sparse.front();
}

struct SmallRelationModel {
  struct Row {
    uint64_t hash = 0;
    std::string_view root;  // for which the row speaks
  };
  std::vector<Row> facts;
  std::vector<Row> verbs;  // words in the slot of verbs on the path
  float fact_weight = 2;
  float verb_weight = 3;
  float slope = 1;  // of the calibration
  std::vector<float> bias = std::vector<float>(kRelationLanes, 0.0f);

  std::string bytes() const {
    std::string out = "VRM3";
    for (size_t number : {kRelationLanes, kWordSlots, verbs.size(), facts.size()}) put(out, uint32_t(number));
    for (float number : {1.0f, slope, 0.0f}) put(out, number);  // temperature, slope, offset
    for (float number : bias) put(out, number);
    for (size_t i = 0; i < kRelationLanes; ++i) put(out, fact_weight / 100);
    for (size_t i = 0; i < kWordSlots * kRelationLanes; ++i) put(out, verb_weight / 100);
    for (const Row& row : verbs) put(out, row.hash);
    for (const Row& row : verbs) put_weights(out, row, kWordSlots * kRelationLanes);
    for (const Row& row : facts) put(out, row.hash);
    for (const Row& row : facts) put_weights(out, row, kRelationLanes);
    return out;
  }

 private:
  template <class T>
  static void put(std::string& out, const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof(T));
  }
  static void put_weights(std::string& out, const Row& row, size_t count) {
    for (size_t i = 0; i < count; ++i) put(out, int8_t(i == root_named(row.root) ? 100 : 0));
  }
};

}  // namespace verbale::testing
