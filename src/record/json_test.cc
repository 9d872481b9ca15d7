// The border of the record: offsets, escapes, and what is absent, null or always there.
#include "record/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "record/code_points.h"
#include "record/ids.h"
#include "record/json_writer.h"

namespace verbale {
namespace {

using nlohmann::json;

json read_back(const Document& doc) {
  std::string line;
  write_record(doc, line);
  EXPECT_EQ(line.back(), '\n');
  EXPECT_EQ(line.find('\n'), line.size() - 1) << "a record is one line";
  return json::parse(line);
}

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  return article;
}

TEST(CodePoints, CountsAstralCharactersOnce) {
  const std::string text = "a𝄞é€z";  // 1 + 4 + 2 + 3 + 1 bytes
  const CodePointMap points(text);
  EXPECT_EQ(points(Span{0, 1}), (Span{0, 1}));
  EXPECT_EQ(points(Span{1, 5}), (Span{1, 2}));
  EXPECT_EQ(points(Span{5, 11}), (Span{2, 5}));
}

TEST(CodePoints, AgreesWithCountingFromTheStart) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += i % 3 == 0 ? "𝄞" : i % 3 == 1 ? "é" : "ab";
  const CodePointMap points(text);
  uint32_t counted = 0;
  for (uint32_t byte = 0; byte <= text.size(); ++byte) {
    if (byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    EXPECT_EQ(points(byte), counted) << byte;
    ++counted;
  }
}

TEST(JsonWriter, EscapesWhatJsonForbids) {
  std::string out;
  Json(out).text(std::string_view("a\"b\\c\n\t\x01\0é", 11));
  EXPECT_EQ(out, "\"a\\\"b\\\\c\\n\\t\\u0001\\u0000é\"");
}

TEST(JsonWriter, WritesNumbersWithoutNoise) {
  std::string out;
  Json json(out);
  json.begin_array();
  for (double value : {0.1, 50.45466, 3.0, -0.0, 1.0 / 0.0}) json.number(value);
  json.end_array();
  EXPECT_EQ(out, "[0.1,50.45466,3,0,null]");
}

TEST(Record, KeepsEveryListWhenNothingIsFound) {
  const Article article = article_of("Nothing.");
  const Document doc(article);
  const json record = read_back(doc);
  for (const char* list :
       {"sentences", "entities", "places", "times", "statements", "events", "intentions", "signals", "notes"})
    EXPECT_EQ(record.at(list), json::array()) << list;
  for (const char* absent : {"url", "title", "byline", "publisher", "language", "published", "modified", "dateline"})
    EXPECT_FALSE(record["article"].contains(absent)) << absent;
  EXPECT_EQ(record["article"]["kind"], "unknown");
}

TEST(Record, HoldsArticleAndNotesAloneForAnUnreadLanguage) {
  Article article = article_of("Der Minister reiste ab.");
  article.notes.push_back({NoteKind::unsupported_language, "German", std::nullopt});
  const Document doc(article);
  const json record = read_back(doc);
  EXPECT_EQ(record.size(), 3u);
  EXPECT_EQ(record["notes"][0]["kind"], "unsupported_language");
  EXPECT_FALSE(record["notes"][0].contains("span"));
}

TEST(Record, WritesAnEventWithItsNullsAndAbsences) {
  const Article article = article_of("𝄞 Police dispersed protesters.");
  Document doc(article);
  doc.sentences.push_back({});
  doc.entities.emplace_back().name = "Police";
  Event event;
  event.type = "PROTEST";
  event.trigger = {12, 21};
  event.actors.push_back({0, {5, 11}, kNone});
  event.counts.push_back({CountKind::dead, 12.0, std::nullopt, {5, 11}});
  event.counts.push_back({CountKind::dead, 3.0, 3.0, {12, 21}});
  doc.events.push_back(event);
  const json written = read_back(doc)["events"][0];

  EXPECT_EQ(written["trigger"], json({9, 18}));
  EXPECT_EQ(written["actors"], json::parse(R"([{"entity": "e1", "span": [2, 8]}])"));
  EXPECT_TRUE(written["said_by"].is_null());
  EXPECT_EQ(written["counts"], json::parse(R"({"dead": {"low": 12, "span": [2, 8]}})"));
  for (const char* absent : {"mode", "cameo", "time", "place", "rule", "quad"})
    EXPECT_FALSE(written.contains(absent)) << absent;
  for (const char* list : {"contexts", "cues", "recipients", "others", "items"})
    EXPECT_EQ(written.at(list), json::array());
}

TEST(Record, TrimsSentencesAndCountsThemInCodePoints) {
  const std::string text = "\xC2\xA0 Tschüss.\xE2\x80\x83\n";
  EXPECT_EQ(trim_span(text, {0, uint32_t(text.size())}), (Span{3, 12}));
  EXPECT_TRUE(trim_span(" \n", {0, 2}).empty());
}

TEST(Ids, FollowContentAlone) {
  const Article article = article_of("The same words.");
  Article elsewhere = article;
  elsewhere.url = "https://example.org/a";
  EXPECT_EQ(record_ids(Document(article)).article, record_ids(Document(article)).article);
  EXPECT_NE(record_ids(Document(article)).article, record_ids(Document(elsewhere)).article);
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Ids, StayUniqueWithinAnArticle) {
  const Article article = article_of("Twice the same.");
  Document doc(article);
  Event event;
  event.type = "AID";
  event.trigger = {0, 5};
  doc.events.push_back(event);
  doc.events.push_back(event);
  const RecordIds ids = record_ids(doc);
  EXPECT_NE(ids.events[0], ids.events[1]);
  EXPECT_TRUE(ids.events[0].starts_with("v_"));
  EXPECT_EQ(ids.events[0].size(), 14u);
}

}  // namespace
}  // namespace verbale
