// Golden cases of places, and what a reader of the record relies on: order, spans, explanations, the same answer twice.
#include "resolve/places.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>

#include "resolve/test_gazetteer.h"
#include "support/case_file.h"
#include "support/parsed_document.h"

namespace verbale {
namespace {

constexpr const char* kPrecisions[] = {"point", "city", "district", "province", "country", "region"};

std::string describe(const Document& doc, const Place& place) {
  std::string line = std::string(place.name) + "  " + std::to_string(place.geonames) + "  " +
                     (place.country.empty() ? "-" : std::string(place.country)) + "  " +
                     (place.located ? kPrecisions[size_t(place.precision)] : "unlocated") + "  " +
                     std::string(place.reason) + "  :";
  for (uint32_t id : place.mentions) line += " | " + std::string(doc.words(doc.place_mentions[id].span));
  return line;
}

std::vector<std::string> found_in(const Document& doc) {
  std::vector<std::string> found;
  if (doc.dateline)
    found.push_back("dateline  " + std::string(doc.words(*doc.dateline)) + "  " +
                    (doc.dateline_place ? std::string(doc.places[*doc.dateline_place].name) : "-"));
  for (const Place& place : doc.places) found.push_back(describe(doc, place));
  return found;
}

std::vector<std::string> parsed_lines() {
  std::vector<std::string> lines;
  std::ifstream in(VERBALE_ROOT "/tests/golden/resolve/places.parsed.jsonl");
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// With VERBALE_CASE_TEXTS set, prints the texts for tools/oracle/parse.py; with VERBALE_CASE_FOUND, what is found now.
TEST(Places, GoldenCases) {
  const auto cases = testing::read_cases(VERBALE_ROOT "/tests/golden/resolve/places.case");
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
    resolve_places(testing::test_gazetteer(), *document->doc);
    const std::vector<std::string> found = found_in(*document->doc);
    if (std::getenv("VERBALE_CASE_FOUND")) {
      std::cout << "== " << cases[i].title << "\n";
      for (const std::string& line : found) std::cout << "> " << line << "\n";
      continue;
    }
    EXPECT_EQ(found, cases[i].expected) << "places.case:" << cases[i].line << " " << cases[i].title;
  }
}

TEST(Places, MentionsAreInTextOrderAndPointBack) {
  for (const std::string& line : parsed_lines()) {
    const auto document = testing::read_parsed(line);
    resolve_places(testing::test_gazetteer(), *document->doc);
    const Document& doc = *document->doc;
    for (uint32_t i = 0; i < doc.place_mentions.size(); ++i) {
      if (i > 0) {
        EXPECT_LE(doc.place_mentions[i - 1].span.end, doc.place_mentions[i].span.begin);
      }
      const auto& mentions = doc.places[doc.place_mentions[i].place].mentions;
      EXPECT_NE(std::find(mentions.begin(), mentions.end(), i), mentions.end());
    }
  }
}

TEST(Places, EveryPlaceHasAReasonAndAnUnlocatedOneNoConfidence) {
  for (const std::string& line : parsed_lines()) {
    const auto document = testing::read_parsed(line);
    resolve_places(testing::test_gazetteer(), *document->doc);
    for (const Place& place : document->doc->places) {
      EXPECT_FALSE(place.reason.empty());
      EXPECT_FALSE(place.mentions.empty());
      EXPECT_EQ(place.located, place.confidence > 0) << place.name;
      EXPECT_LE(place.confidence, 0.99);
    }
  }
}

TEST(Places, ExplainsAlternatives) {
  const auto parsed = parsed_lines();
  ASSERT_GT(parsed.size(), 4u);
  const auto document = testing::read_parsed(parsed[4]);  // "The conference opened in Paris on Tuesday."
  document->doc->explaining = true;
  resolve_places(testing::test_gazetteer(), *document->doc);
  ASSERT_FALSE(document->doc->trace.empty());
  EXPECT_EQ(document->doc->trace.front().stage, "place");
  EXPECT_NE(document->doc->trace.front().text.find("FRA"), std::string::npos);
  EXPECT_NE(document->doc->trace.front().text.find("Texas"), std::string::npos);
}

TEST(Places, EmptyTextHasNone) {
  const Article article;
  Document doc(article);
  resolve_places(testing::test_gazetteer(), doc);
  EXPECT_TRUE(doc.places.empty());
  EXPECT_FALSE(doc.dateline);
}

}  // namespace
}  // namespace verbale
