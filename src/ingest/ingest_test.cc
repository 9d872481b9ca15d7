// Encodings, dates, kinds of input, and everything that may be wrong with them.
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <fstream>

#include "base/utf8.h"
#include "ingest/articles.h"
#include "ingest/date.h"
#include "ingest/decode.h"
#include "ingest/inputs.h"
#include "ingest/language_id.h"
#include "ingest/sniff.h"
#include "support/temp_path.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

struct Decoded {
  std::string text;
  std::vector<Note> notes;
};

Decoded decoded(std::string_view bytes) {
  Decoded result;
  result.text = decode_text(bytes, result.notes);
  EXPECT_TRUE(is_valid_utf8(result.text));
  return result;
}

TEST(Decode, LeavesUtf8AloneButForItsMark) {
  EXPECT_EQ(decoded("Kyiv – Київ\n").text, "Kyiv – Київ\n");
  EXPECT_TRUE(decoded("Kyiv – Київ").notes.empty());
  EXPECT_EQ(decoded("\xEF\xBB\xBFKyiv").text, "Kyiv");
}

TEST(Decode, ReadsUtf16WithAndWithoutMark) {
  EXPECT_EQ(decoded("\xFF\xFEK\0y\0"sv).text, "Ky");
  EXPECT_EQ(decoded("\xFE\xFF\0K\0y"sv).text, "Ky");
  EXPECT_TRUE(decoded("\xFF\xFEK\0y\0"sv).notes.empty());
  EXPECT_EQ(decoded("K\0y\0i\0v\0.\0"sv).text, "Kyiv.");
  EXPECT_EQ(decoded("\0K\0y\0i\0v\0."sv).text, "Kyiv.");
  EXPECT_EQ(decoded("\x1A\x04\x38\x04\x57\x04\x32\x04"sv).text, "Київ");
  EXPECT_EQ(decoded("K\0y\0i\0v\0"sv).notes.size(), 1u);
  EXPECT_EQ(decoded("\xFF\xFE\x34\xD8\x1E\xDD"sv).text, "𝄞");
  EXPECT_EQ(decoded("\xFF\xFE\x34\xD8K\0"sv).text, "\uFFFDK");
}

TEST(Decode, FallsBackToWindows1252) {
  const Decoded result = decoded("The caf\xE9 \x93opened\x94 \x96 at last");
  EXPECT_EQ(result.text, "The café “opened” – at last");
  ASSERT_EQ(result.notes.size(), 1u);
  EXPECT_EQ(result.notes[0].kind, NoteKind::encoding);
}

TEST(Decode, RepairsDamagedUtf8) {
  const Decoded result = decoded("Київ \xD0 said");
  EXPECT_EQ(result.text, "Київ \uFFFD said");
  EXPECT_EQ(result.notes.size(), 1u);
  EXPECT_EQ(decoded("Police \xFF said").text, "Police \uFFFD said");
}

TEST(Decode, ReplacesNulBytes) {
  const Decoded result = decoded("Police\0said it again and again"sv);
  EXPECT_EQ(result.text, "Police\uFFFDsaid it again and again");
  EXPECT_EQ(result.notes.size(), 1u);
}

TEST(Budget, CutsLongTextsAtWhiteSpace) {
  std::string text;
  while (text.size() < kArticleCharactersMax + 100) text += "word ";
  std::vector<Note> notes;
  keep_within_budget(text, notes);
  EXPECT_LE(text.size(), kArticleCharactersMax);
  EXPECT_TRUE(text.ends_with("word"));
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes[0].kind, NoteKind::cut);
}

TEST(Dates, ReadWhatIsoAllows) {
  const auto precision = [](std::string_view words) { return read_date(words) ? read_date(words)->precision : ""; };
  EXPECT_EQ(precision("2023"), "year");
  EXPECT_EQ(precision("2023-04"), "month");
  EXPECT_EQ(precision("2023-04-20"), "day");
  EXPECT_EQ(precision("2023-04-20T08:10Z"), "minute");
  EXPECT_EQ(precision("2023-04-20 08:10:00.123+02:00"), "second");
  EXPECT_EQ(read_date("20230420")->value, "2023-04-20");
  EXPECT_EQ(read_date("2023-04-20 08:10:00")->value, "2023-04-20T08:10:00");
}

TEST(Dates, RefuseTheRest) {
  for (const char* words :
       {"", "yesterday", "2023-13", "2023-02-30", "20.04.2023", "2023-4-2", "2023-04-20T25:00", "2023-04-20x"})
    EXPECT_FALSE(read_date(words)) << words;
}

TEST(Kinds, AreToldByTheFirstBytes) {
  EXPECT_EQ(sniff_kind("Police said.", "a"), InputKind::text);
  EXPECT_EQ(sniff_kind("{\"text\": \"a\"}\n{\"text\": \"b\"}\n", "-"), InputKind::jsonl);
  EXPECT_EQ(sniff_kind("{\"text\": \"a\n{\"text\": \"b\"}\n", "-"), InputKind::jsonl);
  EXPECT_EQ(sniff_kind("{\n  \"text\": \"a\"\n}\n", "a.json"), InputKind::json);
  EXPECT_EQ(sniff_kind("[{\"text\": \"a\"}]", "-"), InputKind::json);
  EXPECT_EQ(sniff_kind("[Editor's note: the names were changed.] Police said.", "a.txt"), InputKind::text);
  EXPECT_EQ(sniff_kind("  <!DOCTYPE html><html>", "a"), InputKind::html);
  EXPECT_EQ(sniff_kind("<?xml version=\"1.0\"?><rss>", "a"), InputKind::feed);
  EXPECT_EQ(sniff_kind("WARC/1.0\r\n", "a"), InputKind::warc);
}

TEST(Language, OnlyEnglishIsRead) {
  const auto language = [](std::string text) {
    Article article;
    article.text = std::move(text);
    identify_language(article);
    return article.language + (article.notes.empty() ? "" : "!");
  };
  EXPECT_EQ(language("The ministers agreed on Monday to send more aid to the region, officials said after the talks."),
            "en");
  EXPECT_EQ(language("Die Minister einigten sich am Montag darauf, mehr Hilfe in die Region zu schicken, hieß es."),
            "de!");
  EXPECT_EQ(language("Les ministres se sont mis d'accord lundi pour envoyer davantage d'aide dans la région."), "fr!");
  EXPECT_EQ(language("اتفق الوزراء يوم الاثنين على إرسال المزيد من المساعدات إلى المنطقة"), "ar!");
  EXPECT_EQ(language("Police dispersed protesters in Lyon."), "en");
  EXPECT_EQ(language(""), "en");
}

// ---- whole inputs ----

class Inputs : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = temp_path(testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, std::string_view bytes) {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return (folder_ / name).string();
  }

  std::string gzip(const std::string& name, std::string_view bytes) {
    const std::string path = (folder_ / name).string();
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, bytes.data(), unsigned(bytes.size()));
    gzclose(file);
    return path;
  }

  // "text" for an article, "!place: error" for a failure.
  std::vector<std::string> read(const std::vector<std::string>& arguments, ArticleOptions options = {}) {
    std::vector<std::string> found;
    ArticleReader reader(expand_inputs(arguments), options);
    while (auto incoming = reader.next())
      found.push_back(incoming->article ? incoming->article->text
                                        : "!" + fs::path(incoming->place()).filename().string() + ": " +
                                              incoming->article.error().what());
    return found;
  }

  fs::path folder_;
};

using Found = std::vector<std::string>;

TEST_F(Inputs, FoldersAreReadInOrder) {
  write("b/two.txt", "Two.");
  write("a/one.jsonl", "{\"text\": \"One.\"}\n");
  write("a/skipped.csv", "x,y");
  gzip("c.txt.gz", "Three.");
  EXPECT_EQ(read({folder_.string()}), (Found{"One.", "Two.", "Three."}));
}

TEST_F(Inputs, GlobsAreExpanded) {
  write("1.txt", "One.");
  write("2.txt", "Two.");
  EXPECT_EQ(read({folder_.string() + "/*.txt"}), (Found{"One.", "Two."}));
}

TEST_F(Inputs, WhatIsMissingIsReportedInItsPlace) {
  const std::string there = write("there.txt", "There.");
  EXPECT_EQ(read({there, folder_.string() + "/gone.txt", there}),
            (Found{"There.", "!gone.txt: no such file", "There."}));
}

TEST_F(Inputs, ABrokenLineIsReportedWithItsNumber) {
  const std::string path = write("a.jsonl", "{\"text\": \"One.\"}\n\n{\"text\": \"Two\n{\"text\": \"Three.\"}");
  const Found found = read({path});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0], "One.");
  EXPECT_TRUE(found[1].starts_with("!a.jsonl:3: not JSON")) << found[1];
  EXPECT_EQ(found[2], "Three.");
}

TEST_F(Inputs, AnObjectWithoutTextIsAnError) {
  const Found found = read({write("a.jsonl", "{\"title\": \"Only this\"}\n{\"text\": 3}\n{\"text\": \"\"}\n")});
  ASSERT_EQ(found.size(), 3u);
  EXPECT_TRUE(found[0].starts_with("!a.jsonl:1: no text"));
  EXPECT_TRUE(found[1].starts_with("!a.jsonl:2: no text"));
  EXPECT_EQ(found[2], "");
}

TEST_F(Inputs, ATruncatedGzipGivesWhatItHolds) {
  std::string lines;
  for (int i = 0; i < 20000; ++i) lines += "{\"text\": \"Line " + std::to_string(i * 7919) + ".\"}\n";
  const std::string path = gzip("a.jsonl.gz", lines);
  fs::resize_file(path, fs::file_size(path) / 2);
  const Found found = read({path});
  EXPECT_GT(found.size(), 1000u);
  EXPECT_EQ(found.front(), "Line 0.");
  const auto says = [&](std::string_view what) {
    return std::any_of(found.begin(), found.end(),
                       [&](const std::string& one) { return one.find(what) != std::string::npos; });
  };
  EXPECT_TRUE(says("the gzip data end early"));
}

TEST_F(Inputs, JsonDocumentsAndOurOwnRecordsAreRead) {
  EXPECT_EQ(read({write("a.json", "[\n {\"body\": \"One.\"},\n {\"content\": \"Two.\"}\n]\n")}),
            (Found{"One.", "Two."}));
  EXPECT_EQ(read({write("b.jsonl", R"({"schema":"verbale/1","article":{"text":"Again."},"events":[]})")}),
            Found{"Again."});
}

TEST_F(Inputs, WebPagesAreRefusedWithAWayOut) {
  const std::string path = write("a.html", "<!doctype html><p>Hello</p>");
  const Found found = read({path});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_NE(found[0].find("HTML"), std::string::npos);
  EXPECT_NE(found[0].find("--from text"), std::string::npos);
  EXPECT_EQ(read({path}, {.date = {}, .url = {}, .from = "text"}).front(), "<!doctype html><p>Hello</p>");
}

TEST_F(Inputs, MetadataComeFromTheUsualKeys) {
  write("a.jsonl", R"({"maintext": "T.", "headline": "H", "date_publish": "2023-04-20 10:00:00", "link": "u",)"
                   R"( "authors": ["A", "B"], "source_domain": "d.org"})");
  ArticleReader reader(expand_inputs({(folder_ / "a.jsonl").string()}),
                       {.date = read_date("1999-01-01"), .url = "v", .from = ""});
  const Article article = *reader.next()->article;
  EXPECT_EQ(article.title, "H");
  EXPECT_EQ(article.published.value, "2023-04-20T10:00:00") << "the article's own date wins";
  EXPECT_EQ(article.url, "u");
  EXPECT_EQ(article.bylines, (Found{"A", "B"}));
  EXPECT_EQ(article.publisher_domain, "d.org");
}

TEST_F(Inputs, ADateThatIsNoDateIsNotUsed) {
  write("a.jsonl", R"({"text": "T.", "date": "last week"})");
  ArticleReader reader(expand_inputs({(folder_ / "a.jsonl").string()}), {});
  const Article article = *reader.next()->article;
  EXPECT_FALSE(article.published.known());
  ASSERT_EQ(article.notes.size(), 1u);
  EXPECT_EQ(article.notes[0].kind, NoteKind::metadata);
}

}  // namespace
}  // namespace verbale
