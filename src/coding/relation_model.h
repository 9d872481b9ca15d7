// Which of fifteen relations holds between two parties: softmax regression over the facts of relation_features.h.
//
//   Result<RelationModel> model = RelationModel::open("packs/relations.model");
//   const RelationGuess guess = model->classify(features);
//   guess.root          "ACCUSE"; "YIELD" stands for CONCEDE and RETREAT
//   guess.probability   calibrated on held-out sentences (bench/quality/calibration.cc)
//
// Trained by tools/train on marked sentences; 8-bit weights, hashed, and 8-bit word vectors for the slots. Why a linear
// model: a guess costs a few microseconds and can be taken apart into the facts that made it. Immutable, shared.
// Errors: Error::Kind::knowledge for a file that is missing, of another format, or shorter than its header says.
#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coding/relation_features.h"

namespace verbale {

inline constexpr size_t kRelationRoots = 15;
inline constexpr std::array<std::string_view, kRelationRoots> kRelationRootNames = {
    "AGREE",  "CONSULT",  "SUPPORT", "YIELD",    "COOPERATE", "AID",    "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",  "COERCE", "ASSAULT"};

// How events and relations that no row of the codebook gives name their origin.
inline constexpr std::string_view kModelRule = "relations.model";

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

  Logits logits(const RelationFeatures& features) const;
  struct Word {
    uint64_t hash = 0;  // of the lemma
    uint32_t row = 0;   // of its vector, from 1; 0 is a free place
  };

  void place_words(const std::vector<uint64_t>& hashes);
  const int8_t* vector_of(std::string_view word) const;  // null when it has none
  void calibrate(RelationGuess& guess) const;
  bool average(const std::vector<std::string_view>& slot, float* out) const;
  void add_slot(size_t slot, const float* average, Logits& logits) const;

  size_t buckets_ = 0;
  size_t width_ = 0;   // of a word vector
  size_t stride_ = 0;  // width_, rounded up to what is added at once
  float word_scale_ = 0;
  float temperature_ = 1;
  float slope_ = 1;  // from the logit of a guess to the logit of its being right
  float offset_ = 0;
  Logits scale_{};
  Logits bias_{};
  std::vector<float> dense_;     // [slots * width][lanes]
  std::vector<int8_t> sparse_;   // [buckets][lanes]
  std::vector<int8_t> vectors_;  // rows of stride_ numbers, those behind width_ are 0
  std::vector<Word> words_;      // open addressing; a power of two of places, at most half of them taken
};

}  // namespace verbale
