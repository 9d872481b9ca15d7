// Golden cases of places, and what a reader of the record relies on: order, spans, explanations, the same answer twice.
#include "resolve/places.h"

#include <gtest/gtest.h>

#include "resolve/test_gazetteer.h"
#include "support/golden_stage.h"

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

TEST(Places, GoldenCases) {
  testing::check_golden_cases("places", [](Document& doc) {
    resolve_places(testing::test_gazetteer(), doc);
    return found_in(doc);
  });
}

TEST(Places, MentionsAreInTextOrderAndPointBack) {
  for (const std::string& line : testing::parsed_lines("places")) {
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
  for (const std::string& line : testing::parsed_lines("places")) {
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
  const auto parsed = testing::parsed_lines("places");
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
