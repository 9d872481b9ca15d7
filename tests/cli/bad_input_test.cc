// Every row of record.md's "Bad input": one answer each, and never an invented event.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/program.h"

namespace verbale::testing {
namespace {

using nlohmann::json;
using namespace std::string_view_literals;

constexpr std::string_view kStory =
    "Police dispersed protesters in Lyon on Friday, officials said. The mayor thanked them.\n";

std::vector<std::string> note_kinds(const json& record) {
  std::vector<std::string> kinds;
  for (const json& note : record["notes"]) kinds.push_back(note["kind"]);
  return kinds;
}

bool has_note(const json& record, const std::string& kind) {
  const auto kinds = note_kinds(record);
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

std::string utf16(std::string_view ascii, bool little) {
  std::string bytes;
  for (char one : ascii) bytes += little ? std::string{one, '\0'} : std::string{'\0', one};
  return bytes;
}

std::string slice(const json& record, const json& span) {
  const std::string text = record["article"]["text"];
  std::string out;
  int point = -1;
  for (char byte : text) {
    point += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    if (point >= span[0] && point < span[1]) out += byte;
  }
  return out;
}

TEST(BadInput, EmptyTextGivesAnEmptyRecord) {
  const Program program;
  program.write("a.txt", "");
  const Ran ran = program.run("$VERBALE read a.txt");
  EXPECT_EQ(ran.code, 0) << ran.error;
  ASSERT_EQ(ran.records().size(), 1u);
  EXPECT_EQ(ran.records()[0]["article"]["text"], "");
  EXPECT_TRUE(ran.records()[0]["events"].empty());
  EXPECT_TRUE(has_note(ran.records()[0], "metadata"));
}

TEST(BadInput, FortyMegabytesAreCutWithANote) {
  const Program program;
  program.write("a.txt", "");
  const Ran ran = program.run(
      "yes 'Police dispersed protesters in Lyon on Friday.' | head -c 40000000 > a.txt; $VERBALE read a.txt");
  EXPECT_EQ(ran.code, 0) << ran.error;
  const json record = ran.records()[0];
  EXPECT_TRUE(has_note(record, "cut"));
  EXPECT_LE(record["article"]["text"].get<std::string>().size(), 1'000'000u);
}

TEST(BadInput, AnEndlessSentenceIsNotedAndNotCoded) {
  const Program program;
  std::string text = "Police";
  for (int i = 0; i < 5000; ++i) text += " and protesters";
  program.write("a.txt", text + " were dispersed.");
  const Ran ran = program.run("$VERBALE read a.txt");
  EXPECT_EQ(ran.code, 0) << ran.error;
  const json record = ran.records()[0];
  EXPECT_TRUE(has_note(record, "cut"));
  for (const json& event : record["events"]) {
    const json sentence = record["sentences"][event["sentence"].get<size_t>()];
    EXPECT_LT(sentence[1].get<int>() - sentence[0].get<int>(), 8000);
  }
}

TEST(BadInput, InvalidUtf8IsReplacedAndNoted) {
  const Program program;
  program.write("a.txt", "Caf\xC3\xA9 \xFF owners: " + std::string(kStory));
  const Ran ran = program.run("$VERBALE read a.txt");
  EXPECT_EQ(ran.code, 0);
  const json record = ran.records()[0];
  EXPECT_TRUE(has_note(record, "encoding"));
  EXPECT_EQ(record["article"]["text"].get<std::string>().substr(0, 11), "Café \uFFFD o");
}

TEST(BadInput, Utf16IsReadWithAndWithoutMark) {
  const Program program;
  program.write("marked.txt", "\xFF\xFE" + utf16(kStory, true));
  program.write("little.txt", utf16(kStory, true));
  program.write("big.txt", utf16(kStory, false));
  for (const char* name : {"marked.txt", "little.txt", "big.txt"}) {
    const Ran ran = program.run(std::string("$VERBALE read ") + name);
    EXPECT_EQ(ran.code, 0) << name;
    EXPECT_EQ(ran.records()[0]["article"]["text"], kStory) << name;
  }
}

TEST(BadInput, NulBytesAreReplacedAndNoted) {
  const Program program;
  program.write("a.txt", std::string("Police\0 waited. "sv) + std::string(kStory));
  const Ran ran = program.run("$VERBALE read a.txt");
  EXPECT_EQ(ran.code, 0);
  EXPECT_TRUE(has_note(ran.records()[0], "encoding"));
  EXPECT_EQ(ran.out.find('\0'), std::string::npos);
}

TEST(BadInput, RightToLeftAndCombiningTextKeepsItsOffsets) {
  const Program program;
  program.write("a.txt", "The e\xCC\x81lite met in \xD7\xAA\xD7\x9C \xD7\x90\xD7\x91\xD7\x99\xD7\x91 \U0001F30D. " +
                             std::string(kStory));
  const Ran ran = program.run("$VERBALE read a.txt");
  EXPECT_EQ(ran.code, 0);
  const json record = ran.records()[0];
  ASSERT_FALSE(record["statements"].empty());
  EXPECT_EQ(slice(record, record["statements"][0]["cue"]), "said");
}

TEST(BadInput, AnotherLanguageGivesArticleAndNotesAlone) {
  const Program program;
  program.write("a.txt",
                "Die Polizei löste am Freitag in Lyon eine Demonstration auf, teilten die Behörden mit. Es gab keine "
                "Verletzten.");
  const Ran ran = program.run("$VERBALE read a.txt");
  EXPECT_EQ(ran.code, 0);
  const json record = ran.records()[0];
  EXPECT_EQ(record["article"]["language"], "de");
  EXPECT_TRUE(has_note(record, "unsupported_language"));
  EXPECT_EQ(record.size(), 3u) << "schema, article, notes";
}

TEST(BadInput, WithoutADateNoRelativeDateGetsAValue) {
  const Program program;
  program.write("a.txt", kStory);
  const json record = program.run("$VERBALE read a.txt").records()[0];
  EXPECT_FALSE(record["article"].contains("published"));
  ASSERT_FALSE(record["times"].empty());
  for (const json& time : record["times"]) EXPECT_FALSE(time.contains("value")) << time;
  for (const json& event : record["events"]) EXPECT_FALSE(event.contains("time")) << event;
}

TEST(BadInput, ADateInTheFutureIsTaken) {
  const Program program;
  program.write("a.txt", kStory);
  const Ran ran = program.run("$VERBALE read a.txt --date 2999-01-02");
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.records()[0]["article"]["published"]["value"], "2999-01-02");
}

TEST(BadInput, TheSameArticleTwiceIsOneRow) {
  const Program program;
  program.write("a.txt", kStory);
  program.write("b.txt", kStory);
  const Ran ran =
      program.run("$VERBALE read a.txt b.txt a.txt -o t.duckdb && $VERBALE read a.txt -o t.duckdb --progress");
  EXPECT_EQ(ran.code, 0) << ran.error;
  const auto ids = program.run("$VERBALE read a.txt b.txt").records();
  EXPECT_EQ(ids[0]["article"]["id"], ids[1]["article"]["id"]);
}

TEST(BadInput, ATruncatedGzipGivesWhatItHolds) {
  const Program program;
  const Ran ran = program.run(
      "i=0; while [ $i -lt 300 ]; do echo \"{\\\"text\\\": \\\"Story $i: $(echo $i | md5sum) The mayor left.\\\"}\"; "
      "i=$((i+1)); done"
      " > a.jsonl; gzip a.jsonl; head -c 4000 a.jsonl.gz > cut.jsonl.gz; $VERBALE read cut.jsonl.gz");
  EXPECT_EQ(ran.code, 1) << ran.error;
  EXPECT_GT(ran.records().size(), 10u);
  EXPECT_NE(ran.error.find("gzip data end early"), std::string::npos) << ran.error;
}

TEST(BadInput, ALineThatIsNotJsonIsReportedWithItsNumber) {
  const Program program;
  program.write("a.jsonl", "{\"text\": \"The mayor left.\"}\nnot json\n{\"text\": \"The mayor came back.\"}\n");
  const Ran ran = program.run("$VERBALE read a.jsonl");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.records().size(), 2u);
  EXPECT_NE(ran.error.find("a.jsonl:2: not JSON"), std::string::npos) << ran.error;
}

}  // namespace
}  // namespace verbale::testing
