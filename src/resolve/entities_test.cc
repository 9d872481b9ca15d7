// Golden cases of entities, and what a reader of the record relies on: look-ups, order, boilerplate, explanations.
#include "resolve/entities.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "support/case_file.h"
#include "support/parsed_document.h"

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

std::vector<std::string> parsed_lines() {
  std::vector<std::string> lines;
  std::ifstream in(VERBALE_ROOT "/tests/golden/resolve/entities.parsed.jsonl");
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// With VERBALE_CASE_TEXTS set, prints the texts for tools/oracle/parse.py; with VERBALE_CASE_FOUND, what is found now.
TEST(Entities, GoldenCases) {
  const auto cases = testing::read_cases(VERBALE_ROOT "/tests/golden/resolve/entities.case");
  ASSERT_FALSE(cases.empty());
  if (std::getenv("VERBALE_CASE_TEXTS")) {
    for (const testing::Case& golden : cases) std::cout << testing::to_json_line(golden) << "\n";
    return;
  }
  const auto parsed = parsed_lines();
  ASSERT_EQ(parsed.size(), cases.size());
  for (size_t i = 0; i < cases.size(); ++i) {
    const auto document = testing::read_parsed(parsed[i]);
    ASSERT_EQ(document->article.text, cases[i].text) << "the parse of \"" << cases[i].title << "\" is of another text";
    find_entities(tables(), *document->doc);
    std::vector<std::string> found;
    for (const Entity& entity : document->doc->entities) found.push_back(describe(*document->doc, entity));
    EXPECT_EQ(found, cases[i].expected) << "entities.case:" << cases[i].line << ": " << cases[i].title;
    if (!std::getenv("VERBALE_CASE_FOUND")) continue;
    std::cout << "== " << cases[i].title << "\n";
    for (const std::string& line : found) std::cout << "> " << line << "\n";
  }
}

TEST(Entities, LookUpsAndOrderHold) {
  const auto document = testing::read_parsed(parsed_lines().front());
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
  const auto document = testing::read_parsed(parsed_lines().front());
  document->doc->boilerplate.push_back({0, uint32_t(document->article.text.size())});
  find_entities(tables(), *document->doc);
  EXPECT_TRUE(document->doc->mentions.empty());
  EXPECT_TRUE(document->doc->entities.empty());
}

TEST(Entities, ExplainsWhenAsked) {
  const auto document = testing::read_parsed(parsed_lines().front());
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
