// Every row of data/commitments/words.tsv makes an event of its type of the word in brackets; nobody else's words do.
#include <gtest/gtest.h>

#include <algorithm>

#include "engine.h"
#include "support/marked_example.h"

namespace verbale {
namespace {

class CommitmentsTest : public ::testing::Test {
 protected:
  // What `use` makes of the text when it is read.
  template <class Use>
  auto read(const std::string& text, Use use) {
    Article article;
    article.text = text;
    Document doc(article);
    Engine::Worker worker(*engine);
    engine->read(doc, worker);
    return use(doc);
  }

  // The rules of the events that the text gives, with their triggers.
  std::vector<std::pair<std::string, std::string>> rules_in(const std::string& text) {
    return read(text, [](const Document& doc) {
      std::vector<std::pair<std::string, std::string>> found;
      for (const Event& event : doc.events) found.emplace_back(event.rule, std::string(doc.words(event.trigger)));
      return found;
    });
  }

  // Whether the commitment that the text gives stands on somebody's word.
  bool is_told(const std::string& text) {
    return read(text, [&](const Document& doc) {
      const auto is_commitment = [](const Event& event) { return event.rule.starts_with("commitments/"); };
      const auto found = std::find_if(doc.events.begin(), doc.events.end(), is_commitment);
      EXPECT_NE(found, doc.events.end()) << text;
      return found != doc.events.end() && found->said_by != kNone;
    });
  }

  Result<Engine> engine = Engine::open({.packs = VERBALE_BUILD "/packs", .overlays = {}});
};

TEST_F(CommitmentsTest, EveryRowReadsItsExample) {
  ASSERT_TRUE(engine) << engine.error().what();
  const Table* table = engine->knowledge().find("commitments/words.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const testing::MarkedExample example = testing::read_mark(table->cell(row, "example"));
    const std::pair expected("commitments/" + table->row_name(row), example.marked);
    const auto found = rules_in(example.text);
    EXPECT_NE(std::find(found.begin(), found.end(), expected), found.end()) << expected.first << ": " << example.text;
  }
}

TEST_F(CommitmentsTest, ForecastsCommitNobody) {
  ASSERT_TRUE(engine) << engine.error().what();
  const Table* table = engine->knowledge().find("commitments/forecasts.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row)
    for (const auto& [rule, trigger] : rules_in(testing::read_mark(table->cell(row, "example")).text))
      EXPECT_FALSE(rule.starts_with("commitments/")) << table->row_name(row) << ": " << rule;
}

TEST_F(CommitmentsTest, WhatOthersSayOrWhatIsSupposedCommitsNobody) {
  ASSERT_TRUE(engine) << engine.error().what();
  for (const char* text :
       {"Germany will send medicine to Sudan next week.", "Analysts said Germany will send medicine to Sudan.",
        "If Germany is willing to send medicine to Sudan, the camp may stay open.",
        "Germany said Sudan will release a doctor."})
    for (const auto& [rule, trigger] : rules_in(text)) EXPECT_FALSE(rule.starts_with("commitments/")) << text;
}

// To say it is to commit: only what somebody else tells of it stands on a word.
TEST_F(CommitmentsTest, OwnWordsAreNotHearsay) {
  ASSERT_TRUE(engine) << engine.error().what();
  EXPECT_FALSE(is_told("Germany said it will send medicine to Sudan."));
  EXPECT_FALSE(is_told("The rebels have said they will not release the hostages."));
  EXPECT_TRUE(is_told("The mayor said the rebels will not release the hostages."));
}

}  // namespace
}  // namespace verbale
