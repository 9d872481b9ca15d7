// A model small enough to write by hand: two facts, one word, and what must come of them.
#include "coding/relation_model.h"

#include <gtest/gtest.h>

#include <cmath>

#include "coding/small_relation_model_test.h"

namespace verbale {
namespace {

using testing::root_named;
using testing::SmallRelationModel;

// "sue" speaks for ACCUSE by 2, the word "refuse" among the verbs on the path for REJECT by 3.
SmallRelationModel small_model() {
  SmallRelationModel model;
  model.facts = {{testing::hash_of_fact({"sue"}), "ACCUSE"}};
  model.verbs = {{word_hash("refuse"), "REJECT"}};
  return model;
}

RelationModel opened(const SmallRelationModel& small) {
  auto read = RelationModel::read(small.bytes());
  EXPECT_TRUE(read) << (read ? "" : read.error().what());
  return *std::move(read);
}

RelationModel model() { return opened(small_model()); }

TEST(RelationModel, AddsUpTheWeightsOfFacts) {
  RelationFeatures features;
  features.add({"sue"});
  features.add({"sue"});
  const RelationGuess guess = model().classify(features);
  EXPECT_EQ(guess.root, "ACCUSE");
  EXPECT_NEAR(guess.probability, std::exp(2) / (std::exp(2) + 14), 1e-5) << "a fact counts once";
}

TEST(RelationModel, SaysHowOftenSuchGuessesAreRight) {
  RelationFeatures features;
  features.add({"sue"});
  SmallRelationModel doubtful = small_model();
  doubtful.slope = 0;
  const RelationGuess guess = opened(doubtful).classify(features);
  EXPECT_EQ(guess.root, "ACCUSE");
  EXPECT_NEAR(guess.probability, 0.5, 1e-5);
  EXPECT_NEAR(guess.probabilities[root_named("REJECT")], 0.5 / 14, 1e-5) << "the others share the rest";
}

TEST(RelationModel, ChoosesTheKindOfRelationFirst) {
  // Two roots of verbal conflict stand against one of material conflict, which alone is likeliest.
  SmallRelationModel torn;
  torn.bias[root_named("ACCUSE")] = torn.bias[root_named("REJECT")] = 2;
  torn.bias[root_named("ASSAULT")] = 2.2f;
  EXPECT_EQ(opened(torn).classify({}).root, "ACCUSE");
}

TEST(RelationModel, ReadsWordsByTheirSlot) {
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
  const std::string whole = small_model().bytes();
  EXPECT_FALSE(RelationModel::read(whole + "x"));
  for (size_t size = 0; size < whole.size(); ++size)
    EXPECT_FALSE(RelationModel::read(std::string_view(whole).substr(0, size))) << size;
  std::string wrong = whole;
  wrong[4] = 0;  // no relations
  EXPECT_FALSE(RelationModel::read(wrong));
}

}  // namespace
}  // namespace verbale
