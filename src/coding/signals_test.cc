#include "coding/signals.h"

#include <gtest/gtest.h>

#include "coding/boilerplate.h"
#include "coding/reading_test.h"
#include "coding/statements.h"

namespace verbale {
namespace {

const SignalTables& tables() {
  static const Result<SignalTables> tables = SignalTables::open(testing::knowledge());
  EXPECT_TRUE(tables) << tables.error().what();
  return *tables;
}

const StatementTables& statement_tables() {
  static const Result<StatementTables> tables = StatementTables::open(testing::knowledge());
  EXPECT_TRUE(tables) << tables.error().what();
  return *tables;
}

void read_signals(Document& doc) {
  mark_boilerplate(tables(), doc);
  find_statements(statement_tables(), doc);
  find_signals(tables(), doc);
}

std::string describe(const Document& doc, const Signal& signal) {
  std::string line = std::string(signal.scheme) + " " + std::string(signal.signal) + " ";
  line += signal.is_flag ? "yes" : std::to_string(signal.count);
  for (Span span : signal.spans) line += " {" + std::string(doc.words(span)) + "}";
  return line;
}

TEST(Boilerplate, GoldenCases) {
  testing::check_cases("boilerplate.case", [](Document& doc) {
    mark_boilerplate(tables(), doc);
    std::vector<std::string> lines;
    for (Span span : doc.boilerplate) lines.emplace_back(doc.words(span));
    return lines;
  });
}

TEST(Signals, GoldenCases) {
  testing::check_cases("signals.case", [](Document& doc) {
    read_signals(doc);
    std::vector<std::string> lines;
    for (const Signal& signal : doc.signals) lines.push_back(describe(doc, signal));
    return lines;
  });
}

TEST(Signals, EveryPhraseProvesItself) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  for (const char* file : {"signals/phrases.tsv", "signals/schemes.tsv"}) {
    const Table* table = testing::knowledge().find(file);
    ASSERT_NE(table, nullptr);
    for (size_t row = 0; row < table->rows(); ++row) {
      const auto reading = reader->read(std::string(table->cell(row, "example")));
      read_signals(*reading->doc);
      const auto& signals = reading->doc->signals;
      EXPECT_TRUE(std::any_of(signals.begin(), signals.end(),
                              [&](const Signal& signal) {
                                return signal.signal == table->cell(row, "signal") &&
                                       signal.scheme == table->cell(row, "scheme");
                              }))
          << file << ":" << table->line(row) << ": " << reading->article.text;
    }
  }
}

TEST(Boilerplate, EveryLineProvesItself) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Table* table = testing::knowledge().find("signals/boilerplate.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read("The bridge will reopen on Monday.\n" + std::string(table->cell(row, "example")));
    mark_boilerplate(tables(), *reading->doc);
    EXPECT_EQ(reading->doc->boilerplate.size(), 1u) << table->row_name(row) << ": " << reading->article.text;
  }
}

TEST(Signals, ArticleFieldsAreSeenWithoutASpan) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const auto reading = reader->read("The troops crossed the river.");
  reading->article.bylines = {"Anna Berg"};
  read_signals(*reading->doc);
  ASSERT_EQ(reading->doc->signals.size(), 1u);
  EXPECT_EQ(reading->doc->signals[0].signal, "expertise.byline");
  EXPECT_TRUE(reading->doc->signals[0].spans.empty());
}

}  // namespace
}  // namespace verbale
