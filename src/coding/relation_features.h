// What the relation model sees of two parties in a sentence.
//
//   RelationFeatures features;
//   describe_pair({doc, index, codebook, sources, targets}, features);
//   model.classify(features);
//
// Two kinds. Sparse features are facts with a name ("path accuse of"), known to the model by a hash alone. Slots are
// bags of lemmas ("the verbs on the path"), which the model reads through word vectors, so that a verb it was never
// shown still stands beside its neighbours. The same code serves training (tools/train) and use; names are only kept
// when somebody asks to see them.
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "coding/codebook.h"
#include "coding/predicates.h"
#include "record/document.h"

namespace verbale {

enum class WordSlot : uint8_t { path_verbs, path_nouns, between, after, sentence, dependents, source, target };
inline constexpr size_t kWordSlots = 8;

// FNV-1a of the bytes: tools/train/relation_student.py computes the same.
constexpr uint64_t kFeatureSeed = 0xCBF29CE484222325ull;
constexpr uint64_t feature_hash(std::string_view bytes, uint64_t seed = kFeatureSeed) {
  for (unsigned char byte : bytes) seed = (seed ^ byte) * 0x100000001B3ull;
  return seed;
}

struct RelationFeatures {
  std::vector<uint64_t> sparse;  // hashes of the names, each once, ascending unless names are kept
  std::array<std::vector<std::string_view>, kWordSlots> slots;
  bool keep_names = false;
  std::vector<std::string> names;  // of `sparse`, when kept

  void clear();
  void add(std::initializer_list<std::string_view> words);
};

struct PartiesInSentence {
  const Document& doc;  // with its events, which are features too
  const PredicateIndex& predicates;
  const Codebook& codebook;
  std::vector<Span> sources;  // where the source is named; may be empty
  std::vector<Span> targets;
};

// Clears `features` first. Without any party it describes the first sentence.
void describe_pair(const PartiesInSentence& pair, RelationFeatures& features);

}  // namespace verbale
