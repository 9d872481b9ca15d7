// A model small enough to write by hand: two facts, one word, and what must come of them.
#include "coding/relation_model.h"

#include <gtest/gtest.h>

#include <cmath>

namespace verbale {
namespace {

constexpr size_t kLanes = 16;
constexpr size_t kAccuse = 7, kReject = 8;
constexpr uint32_t kBuckets = 64;

template <class T>
void put(std::string& bytes, const T& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

void put_row(std::string& bytes, size_t lane, float value) {
  for (size_t i = 0; i < kLanes; ++i) put(bytes, i == lane ? value : 0.0f);
}

uint64_t fact(std::string_view words) { return feature_hash(" ", feature_hash(words)); }

// "sue" speaks for ACCUSE by 2, the word "refuse" among the verbs on the path for REJECT by 3.
std::string small_model(float slope = 1) {
  std::string bytes = "VRM2";
  for (uint32_t number : {kBuckets, 16u, uint32_t(kWordSlots), 1u, 1u, 1u}) put(bytes, number);
  put(bytes, 1.0f / 127);                                      // scale of the word vectors
  put(bytes, 1.0f);                                            // temperature
  put(bytes, slope);                                           // of the calibration
  put(bytes, 0.0f);                                            // its offset
  for (size_t i = 0; i < kLanes; ++i) put(bytes, 2.0f / 100);  // scale of the weights
  put_row(bytes, 0, 0);                                        // bias
  put_row(bytes, kReject, 3);                                  // the slot of verbs on the path
  for (size_t slot = 1; slot < kWordSlots; ++slot) put_row(bytes, 0, 0);
  put(bytes, feature_hash("refuse"));
  put(bytes, int8_t(127));
  put(bytes, uint16_t(fact("sue") % kBuckets));
  for (size_t i = 0; i < kLanes; ++i) put(bytes, int8_t(i == kAccuse ? 100 : 0));
  return bytes;
}

RelationModel model() {
  auto read = RelationModel::read(small_model());
  EXPECT_TRUE(read) << (read ? "" : read.error().what());
  return *std::move(read);
}

TEST(RelationModel, AddsUpTheWeightsOfFacts) {
  RelationFeatures features;
  features.add({"sue"});
  const RelationGuess guess = model().classify(features);
  EXPECT_EQ(guess.root, "ACCUSE");
  EXPECT_NEAR(guess.probability, std::exp(2) / (std::exp(2) + 14), 1e-5);
}

TEST(RelationModel, SaysHowOftenSuchGuessesAreRight) {
  RelationFeatures features;
  features.add({"sue"});
  auto doubtful = RelationModel::read(small_model(0));
  ASSERT_TRUE(doubtful);
  const RelationGuess guess = doubtful->classify(features);
  EXPECT_EQ(guess.root, "ACCUSE");
  EXPECT_NEAR(guess.probability, 0.5, 1e-5);
  EXPECT_NEAR(guess.probabilities[kReject], 0.5 / 14, 1e-5) << "the others share the rest";
}

TEST(RelationModel, ReadsWordsThroughTheirVectors) {
  RelationFeatures features;
  features.add({"sue"});
  features.slots[size_t(WordSlot::path_verbs)] = {"refuse", "unheard-of"};
  EXPECT_EQ(model().classify(features).root, "REJECT");
  features.slots[size_t(WordSlot::path_verbs)].clear();
  features.slots[size_t(WordSlot::path_nouns)] = {"refuse"};
  EXPECT_EQ(model().classify(features).root, "ACCUSE") << "the slot matters";
}

TEST(RelationModel, TellsWhatDecided) {
  RelationFeatures features;
  features.keep_names = true;
  features.add({"sue"});
  features.slots[size_t(WordSlot::path_verbs)] = {"refuse"};
  const RelationModel small = model();
  const auto reasons = small.reasons(features, small.classify(features), 2);
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].fact, "the verbs on the path");
  EXPECT_NEAR(reasons[0].weight, 3 - 3.0 / 15, 1e-4);
  EXPECT_LT(reasons[1].weight, reasons[0].weight);
}

TEST(RelationModel, RefusesWhatIsNoModel) {
  EXPECT_FALSE(RelationModel::read(""));
  EXPECT_FALSE(RelationModel::read("VRM9"));
  const std::string whole = small_model();
  EXPECT_FALSE(RelationModel::read(whole + "x"));
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(RelationModel::read(std::string_view(whole).substr(0, size))) << size;
  std::string wrong = whole;
  wrong[4] = 0;  // no buckets
  EXPECT_FALSE(RelationModel::read(wrong));
}

}  // namespace
}  // namespace verbale
