// Models that know one verb: what they may add to a text, and what they must leave alone.
#include "coding/model_events.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "coding/small_relation_model_test.h"
#include "engine.h"

namespace verbale {
namespace {

using testing::SmallRelationModel;

// Reads texts with a model of the test's own.
class ReaderWith {
 public:
  explicit ReaderWith(const SmallRelationModel& model) {
    const auto path = std::filesystem::temp_directory_path() /
                      (std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + ".model");
    std::ofstream(path, std::ios::binary) << model.bytes();
    Result<Engine> engine = Engine::open({.packs = VERBALE_BUILD "/packs", .overlays = {}, .relations = path.string()});
    std::filesystem::remove(path);
    EXPECT_TRUE(engine) << engine.error().what();
    if (engine) engine_ = std::make_unique<Engine>(*std::move(engine));
  }

  // "SUPPORT serenaded: X > Y" for each event that the model gave.
  std::vector<std::string> by_model(std::string_view text) const {
    return in(text, [](const Document& doc, const Event& event, std::vector<std::string>& found) {
      if (event.rule == kModelRule)
        found.push_back(std::string(event.type) + " " + std::string(doc.words(event.trigger)) + ": " +
                        named(doc, event.actors) + " > " + named(doc, event.recipients));
    });
  }

  double confidence_of_first(std::string_view text) const {
    double confidence = 0;
    in(text, [&](const Document&, const Event& event, std::vector<std::string>&) { confidence = event.confidence; });
    return confidence;
  }

 private:
  template <class Take>
  std::vector<std::string> in(std::string_view text, Take&& take) const {
    Article article;
    article.text = text;
    article.published = {"2024-03-04", "day", DateMethod::given};
    Document doc(article);
    Engine::Worker worker(*engine_);
    engine_->read(doc, worker);
    std::vector<std::string> found;
    for (const Event& event : doc.events) take(doc, event, found);
    return found;
  }

  static std::string named(const Document& doc, const std::vector<Participant>& participants) {
    std::string names;
    for (const Participant& one : participants)
      names += (names.empty() ? "" : " & ") + std::string(doc.words(one.span));
    return names;
  }

  std::unique_ptr<Engine> engine_;
};

SmallRelationModel taught(std::initializer_list<std::initializer_list<FactWord>> facts, std::string_view root) {
  SmallRelationModel model;
  model.fact_weight = 100;
  for (const auto& fact : facts) model.facts.push_back({testing::hash_of_fact(fact), root});
  return model;
}

SmallRelationModel knows_serenading() { return taught({{"on path", "serenade"}}, "SUPPORT"); }

using Lines = std::vector<std::string>;

TEST(ModelEvents, TellWhatNoRowKnows) {
  const ReaderWith reader(knows_serenading());
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister serenaded the Kenyan government on Monday."),
            Lines{"SUPPORT serenaded: The Norwegian foreign minister > the Kenyan government"});
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister has serenaded Kenya's decision."),
            Lines{"SUPPORT serenaded: The Norwegian foreign minister > Kenya"});
}

TEST(ModelEvents, AreNotMadeOfWhatDidNotHappen) {
  const ReaderWith reader(knows_serenading());
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister may serenade the Kenyan government."), Lines{});
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister will serenade the Kenyan government."), Lines{});
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister has never serenaded the Kenyan government."), Lines{});
}

TEST(ModelEvents, NeedTwoResolvedActors) {
  const ReaderWith reader(knows_serenading());
  EXPECT_EQ(reader.by_model("The neighbours serenaded the Kenyan government."), Lines{});
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister serenaded Microsoft."), Lines{});
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister serenaded the audience."), Lines{});
  EXPECT_EQ(reader.by_model("Norway serenaded Norway."), Lines{});
}

TEST(ModelEvents, NeedAVerbThatSaysTheSameAlone) {
  const ReaderWith reader(taught({{"w", "lute"}}, "SUPPORT"));
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister serenaded the Kenyan government with a lute."), Lines{});
}

TEST(ModelEvents, LeaveToRowsWhatRowsKnow) {
  const ReaderWith reader(taught({{"on path", "condemn"}, {"on path", "say"}}, "AID"));
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister condemned the Kenyan government."), Lines{});
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister said to the Kenyan government that it rained."), Lines{});
}

TEST(ModelEvents, DoNotChooseBetweenTheTypesThatYield) {
  const ReaderWith reader(taught({{"on path", "serenade"}}, "YIELD"));
  EXPECT_EQ(reader.by_model("The Norwegian foreign minister serenaded the Kenyan government."), Lines{});
}

TEST(ModelEvents, WeighTheEventsOfRows) {
  constexpr std::string_view kText = "The Norwegian foreign minister condemned the Kenyan government.";
  const double agreed = ReaderWith(taught({{"on path", "condemn"}}, "ACCUSE")).confidence_of_first(kText);
  const double rejected = ReaderWith(taught({{"on path", "condemn"}}, "AID")).confidence_of_first(kText);
  EXPECT_GT(agreed, rejected + 0.2);
}

}  // namespace
}  // namespace verbale
