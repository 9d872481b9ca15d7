// Which of fifteen relations holds between two parties: softmax regression over the facts of relation_features.h.
//
//   Result<RelationModel> model = RelationModel::open("packs/relations.model");
//   const RelationGuess guess = model->classify(features);
//   guess.root          "ACCUSE"; "YIELD" stands for CONCEDE and RETREAT
//   guess.probability   calibrated on held-out sentences (bench/quality/calibration.cc)
//
// Trained by tools/train on marked sentences. A fact has a row of weights, a word one for each slot: what its
// vector means there, worked out when the model was made. Why a linear model: a guess is a sum of such rows, costs a
// few microseconds, and can be taken apart into the facts that made it. Immutable, shared. Errors:
// Error::Kind::knowledge for a file that is missing, of another format, or shorter than its header says.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coding/relation_facts.h"

namespace verbale {

inline constexpr size_t kRelationRoots = 15;
inline constexpr std::array<std::string_view, kRelationRoots> kRelationRootNames = {
    "AGREE",  "CONSULT",  "SUPPORT", "YIELD",    "COOPERATE", "AID",    "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",  "COERCE", "ASSAULT"};

// Verbal and material cooperation, verbal and material conflict: 1 to 4.
inline constexpr std::array<uint8_t, kRelationRoots> kRelationQuads = {1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4};

// How events and relations that no row of the codebook gives name their origin.
inline constexpr std::string_view kModelRule = "relations.model";

// The root of a type: YIELD for CONCEDE and RETREAT, else the type itself.
constexpr std::string_view root_of(std::string_view type) {
  return type == "CONCEDE" || type == "RETREAT" ? std::string_view("YIELD") : type;
}

struct RelationGuess {
  size_t index = 0;
  std::string_view root;
  double probability = 0;
  std::array<float, kRelationRoots> probabilities{};
};

struct RelationReason {
  std::string fact;   // "path <nsubj …", or "verbs on the path" for a slot
  double weight = 0;  // what it adds to the logit of the guess, above the mean of the relations
};

class RelationModel {
 public:
  static Result<RelationModel> open(const std::filesystem::path& path);
  // The bytes of such a file: for tests.
  static Result<RelationModel> read(std::string_view bytes);

  RelationGuess classify(const RelationFeatures& features) const;

  // The facts that spoke most for the guess, strongest first. requires: features.keep_names
  std::vector<RelationReason> reasons(const RelationFeatures& features, const RelationGuess& guess, size_t count) const;

 private:
  static constexpr size_t kLanes = 16;  // the relations, padded to a register
  using Logits = std::array<float, kLanes>;

  using Sums = std::array<int32_t, kLanes>;
  struct Word {
    uint64_t hash = 0;  // of the lemma
    uint32_t row = 0;   // of its weights, from 1; 0 is a free place
  };

  void place_facts(const std::vector<uint64_t>& hashes, const std::vector<int8_t>& weights);
  void place_words(const std::vector<uint64_t>& hashes);
  const int8_t* weights_of_fact(uint64_t fact) const;  // null when the fact is unknown
  const int8_t* weights_of_word(uint64_t word) const;  // of all slots; null when the word is unknown
  void prefetch(const RelationFeatures& features) const;
  Logits logits(const RelationFeatures& features) const;
  void add_slot(const RelationFeatures& features, size_t slot, Logits& logits) const;
  void calibrate(RelationGuess& guess) const;

  float temperature_ = 1;
  float slope_ = 1;  // from the logit of a guess to the logit of its being right
  float offset_ = 0;
  Logits bias_{};
  Logits fact_scale_{};
  std::array<Logits, kWordSlots> slot_scale_{};
  // Open addressing, both: a power of two of places, at most half of them taken.
  std::vector<uint32_t> facts_;       // the upper half of the fact's hash, by whose lower half it is found; 0 is free
  std::vector<int8_t> fact_weights_;  // [places of facts_][lanes]
  std::vector<Word> words_;
  std::vector<int8_t> word_weights_;  // [words][slots][lanes]
};

}  // namespace verbale
