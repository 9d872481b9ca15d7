// The set of facts is open addressing over their hashes: a sentence has some ninety, each seen once or twice.
#include "coding/relation_facts.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr size_t kPlacesMin = 512;
constexpr size_t kFactsMax = 1 << 14;  // more is no sentence

// One word after the other: the order counts.
uint64_t fact_hash(std::initializer_list<FactWord> words) {
  uint64_t hash = 0;
  for (const FactWord& word : words) {
    hash = (hash ^ word.hash) * 0x9E3779B97F4A7C15ull;
    hash ^= hash >> 32;
  }
  return hash;
}

}  // namespace

void RelationFeatures::clear() {
  sparse.clear();
  names.clear();
  for (auto& slot : slots) slot.clear();
  std::fill(places_.begin(), places_.end(), 0);
}

void RelationFeatures::add(std::initializer_list<FactWord> words) {
  if (!is_new(fact_hash(words)) || !keep_names) return;
  std::string& name = names.emplace_back();
  for (const FactWord& word : words) name += (name.empty() ? "" : " ") + std::string(word.text);
}

bool RelationFeatures::is_new(uint64_t fact) {
  if (sparse.size() >= kFactsMax) return false;
  if (2 * sparse.size() >= places_.size()) grow();
  size_t place = fact & (places_.size() - 1);
  for (; places_[place] != 0; place = (place + 1) & (places_.size() - 1))
    if (sparse[places_[place] - 1u] == fact) return false;
  sparse.push_back(fact);
  places_[place] = uint16_t(sparse.size());
  return true;
}

void RelationFeatures::grow() {
  places_.assign(std::max(kPlacesMin, 2 * places_.size()), 0);
  for (size_t i = 0; i < sparse.size(); ++i) {
    size_t place = sparse[i] & (places_.size() - 1);
    while (places_[place] != 0) place = (place + 1) & (places_.size() - 1);
    places_[place] = uint16_t(i + 1);
  }
}

}  // namespace verbale
