// Golden cases of entities, and what a reader of the record relies on: look-ups, order, boilerplate, explanations.
#include "resolve/entities.h"

#include <gtest/gtest.h>

#include "resolve/places.h"
#include "resolve/test_gazetteer.h"
#include "support/golden_stage.h"

namespace verbale {
namespace {

const ActorTables& tables() {
  static const Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  static const Result<ActorTables> opened = ActorTables::open(*knowledge);
  return *opened;
}

constexpr const char* kKinds[] = {"state", "organisation", "person", "group", "place", "facility", "document", "other"};
constexpr const char* kMarks[] = {"", "-", "~"};
constexpr const char* kFor[] = {"self", "office", "citizenship"};

std::string describe(const Document& doc, const Entity& entity) {
  std::string line = std::string(kKinds[size_t(entity.kind)]) + "  " + std::string(entity.name);
  if (!entity.key.empty()) line += "  [" + std::string(entity.key) + "]";
  for (const ActorCode& code : entity.codes)
    line += "  " + std::string(code.country.empty() ? "-" : code.country) + " " +
            std::string(code.sector.empty() ? "-" : code.sector) + " " + kFor[size_t(code.code_for)];
  line += "  :";
  for (MentionId id : entity.mentions)
    line += std::string(" | ") + kMarks[size_t(doc.mentions[id].form)] + std::string(doc.words(doc.mentions[id].span));
  return line;
}

TEST(Entities, GoldenCases) {
  testing::check_golden_cases("entities", [](Document& doc) {
    resolve_places(testing::test_gazetteer(), doc);
    find_entities(tables(), doc);
    std::vector<std::string> found;
    for (const Entity& entity : doc.entities) found.push_back(describe(doc, entity));
    return found;
  });
}

TEST(Entities, LookUpsAndOrderHold) {
  const auto document = testing::read_parsed(testing::parsed_lines("entities").front());
  Document& doc = *document->doc;
  find_entities(tables(), doc);
  ASSERT_FALSE(doc.mentions.empty());
  for (MentionId id = 0; id < doc.mentions.size(); ++id) {
    const Mention& mention = doc.mentions[id];
    ASSERT_LT(mention.entity, doc.entities.size());
    EXPECT_TRUE(mention.tokens.contains(mention.head));
    EXPECT_NE(doc.mention_covering(mention.head), kNone);
    if (id > 0) {
      EXPECT_LE(doc.mentions[id - 1].span.begin, mention.span.begin);
    }
  }
  for (const Entity& entity : doc.entities) {
    EXPECT_FALSE(entity.reason.empty());
    EXPECT_FALSE(entity.mentions.empty());
  }
}

TEST(Entities, NobodyIsMentionedInBoilerplate) {
  const auto document = testing::read_parsed(testing::parsed_lines("entities").front());
  document->doc->boilerplate.push_back({0, uint32_t(document->article.text.size())});
  find_entities(tables(), *document->doc);
  EXPECT_TRUE(document->doc->mentions.empty());
  EXPECT_TRUE(document->doc->entities.empty());
}

TEST(Entities, ExplainsWhenAsked) {
  const auto document = testing::read_parsed(testing::parsed_lines("entities").front());
  document->doc->explaining = true;
  find_entities(tables(), *document->doc);
  ASSERT_FALSE(document->doc->trace.empty());
  EXPECT_EQ(document->doc->trace.front().stage, "entity");
}

TEST(Entities, AnEmptyDocumentHasNone) {
  Article article;
  Document doc(article);
  find_entities(tables(), doc);
  EXPECT_TRUE(doc.entities.empty());
}

}  // namespace
}  // namespace verbale
