#include "coding/statements.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "coding/reading_test.h"

namespace verbale {
namespace {

constexpr const char* kForms[] = {"direct", "indirect", "mixed"};
constexpr const char* kKinds[] = {"named", "unnamed", "organisation", "document", "media", "author"};

const StatementTables& tables() {
  static const Result<StatementTables> tables = StatementTables::open(testing::knowledge());
  EXPECT_TRUE(tables) << tables.error().what();
  return *tables;
}

std::string describe(const Document& doc, const Statement& statement) {
  std::string line = std::string(kForms[int(statement.form)]) + " " + kKinds[int(statement.speaker_kind)] + " [";
  line += statement.speaker_span ? doc.words(*statement.speaker_span) : "";
  line += "] " + std::string(statement.cue ? doc.words(*statement.cue) : "");
  for (Span span : statement.content) line += " {" + std::string(doc.words(span)) + "}";
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (statement.within != kNone) line += " within " + std::to_string(statement.within + 1);
  return line;
}

TEST(Statements, GoldenCases) {
  testing::check_cases("statements.case", [](Document& doc) {
    find_statements(tables(), doc);
    std::vector<std::string> lines;
    for (const Statement& statement : doc.statements) lines.push_back(describe(doc, statement));
    return lines;
  });
}

// The example of every verb and noun must give a statement whose cue is that word.
void check_examples(const char* file) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Table* table = testing::knowledge().find(file);
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string word(table->cell(row, "word"));
    const auto reading = reader->read(std::string(table->cell(row, "example")));
    find_statements(tables(), *reading->doc);
    const std::string lemma = word.substr(0, word.find(' '));
    const auto& statements = reading->doc->statements;
    EXPECT_TRUE(std::any_of(
        statements.begin(), statements.end(),
        [&](const Statement& statement) { return reading->doc->tokens[statement.cue_token].lemma == lemma; }))
        << file << ":" << table->line(row) << ": \"" << word << "\" in: " << reading->article.text;
  }
}

TEST(Statements, EveryVerbProvesItself) { check_examples("statements/verbs.tsv"); }
TEST(Statements, EveryNounProvesItself) { check_examples("statements/nouns.tsv"); }

// The cue of an adjective or of a noun with its verb is the adjective or the noun.
TEST(Statements, EveryAdjectiveProvesItself) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Table* table = testing::knowledge().find("statements/adjectives.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(std::string(table->cell(row, "example")));
    find_statements(tables(), *reading->doc);
    const std::string_view word = table->cell(row, "word");
    ASSERT_EQ(reading->doc->statements.size(), 1u) << table->row_name(row);
    const Statement& statement = reading->doc->statements[0];
    EXPECT_EQ(reading->doc->tokens[statement.cue_token].lower, word.substr(0, word.find(' '))) << table->row_name(row);
  }
}

TEST(Statements, EveryMakerProvesItself) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Table* table = testing::knowledge().find("statements/makers.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(std::string(table->cell(row, "example")));
    find_statements(tables(), *reading->doc);
    ASSERT_FALSE(reading->doc->statements.empty()) << table->row_name(row);
    EXPECT_TRUE(reading->doc->statements[0].speaker_span) << table->row_name(row);
    EXPECT_EQ(reading->doc->tokens[reading->doc->statements[0].cue_token].pos, Pos::noun) << table->row_name(row);
  }
}

TEST(Statements, EveryPhraseProvesItself) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Table* table = testing::knowledge().find("statements/phrases.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(std::string(table->cell(row, "example")));
    find_statements(tables(), *reading->doc);
    ASSERT_FALSE(reading->doc->statements.empty()) << table->row_name(row);
    EXPECT_TRUE(reading->doc->statements[0].speaker_span) << table->row_name(row);
  }
}

TEST(Statements, CarryingIsTheInnermostAndNeverTheCuesOwn) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const auto reading = reader->read("The aide said that the minister had told the council that the talks were over.");
  Document& doc = *reading->doc;
  find_statements(tables(), doc);
  ASSERT_EQ(doc.statements.size(), 2u);
  const auto token = [&](std::string_view word) {
    TokenId t = 0;
    while (doc.words(t) != word) ++t;
    return t;
  };
  EXPECT_EQ(statement_carrying(doc, token("talks")), 1u);
  EXPECT_EQ(statement_carrying(doc, token("told")), 0u);
  EXPECT_EQ(statement_carrying(doc, token("said")), kNone);
}

TEST(Statements, SpansLieInTheTextAndOrderIsTheTexts) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  for (const char* text : {"", "\n\n", "“", "said", "“” said.", "said said said said.",
                           "“A,” “B,” “C,” she said, he said: “D", "According to"}) {
    const auto reading = reader->read(text);
    find_statements(tables(), *reading->doc);
    for (const Statement& statement : reading->doc->statements)
      for (Span span : statement.content) EXPECT_TRUE(!span.empty() && span.end <= reading->doc->text.size()) << text;
  }
}

TEST(Statements, UnknownFrameIsReportedWithItsLine) {
  const auto folder = std::filesystem::temp_directory_path() / "verbale-test-statements";
  std::filesystem::create_directories(folder / "statements");
  std::ofstream(folder / "statements/verbs.tsv") << "word\tkind\tframe\texample\nsay\tsay\tclaws\tShe says so.\n";
  const Result<Knowledge> knowledge = Knowledge::read_folder(folder);
  ASSERT_TRUE(knowledge);
  const Result<StatementTables> broken = StatementTables::open(*knowledge);
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().what().find("verbs.tsv:2"), std::string::npos) << broken.error().what();
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace verbale
