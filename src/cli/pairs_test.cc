// Tables of pairs as people bring them, good and bad.
#include "cli/pairs.h"

#include <gtest/gtest.h>

#include <sstream>

namespace verbale {
namespace {

PairTable table_of(const std::string& text) {
  auto table = PairTable::read(std::make_unique<std::istringstream>(text), "pairs");
  EXPECT_TRUE(table) << (table ? "" : table.error().what());
  return *std::move(table);
}

std::string problem_of(const std::string& text) {
  const auto table = PairTable::read(std::make_unique<std::istringstream>(text), "pairs");
  return table ? "" : table.error().what();
}

std::string words(const MarkedPair& pair, Span span) { return std::string(span.of(pair.text)); }

TEST(Pairs, ReadTsvByTheNamesOfItsColumns) {
  PairTable table = table_of("x\tmarked_sentence\tsentence_id\n1\t<s>Ann</s> met <t>Bo</t>.\t77\n");
  const auto row = table.next();
  ASSERT_TRUE(row && row->pair);
  EXPECT_EQ(row->line, 2u);
  EXPECT_EQ(row->id, "77");
  EXPECT_EQ(row->pair->text, "Ann met Bo.");
  EXPECT_EQ(words(*row->pair, row->pair->sources.at(0)), "Ann");
  EXPECT_EQ(words(*row->pair, row->pair->targets.at(0)), "Bo");
  EXPECT_FALSE(table.next());
}

TEST(Pairs, ReadCsvWithQuotationMarks) {
  PairTable table = table_of("id,marked_sentence\n5,\"<s>Ann</s>, she said, \"\"sued\"\" <t>Bo</t>.\"\n");
  const auto row = table.next();
  ASSERT_TRUE(row && row->pair);
  EXPECT_EQ(row->pair->text, "Ann, she said, \"sued\" Bo.");
}

TEST(Pairs, ReadWindowsLinesAndAByteOrderMark) {
  PairTable table = table_of("\xEF\xBB\xBFmarked_sentence\tid\r\n<s>Ann</s> left.\t1\r\n\r\n");
  const auto row = table.next();
  ASSERT_TRUE(row && row->pair);
  EXPECT_EQ(row->id, "1");
  EXPECT_TRUE(row->pair->targets.empty());
  EXPECT_FALSE(table.next());
}

TEST(Pairs, TellOfBadRowsAndGoOn) {
  PairTable table = table_of("marked_sentence\n<s>Ann met Bo.\nAnn met Bo.\n</t>Ann\n<s>Ann</s> met <t>Bo</t>.\n");
  EXPECT_EQ(table.next()->pair.error().what(), "the mark <s> at byte 1 is never closed");
  EXPECT_EQ(table.next()->pair.error().what(), "marks nobody: write <s>source</s> and <t>target</t>");
  EXPECT_EQ(table.next()->pair.error().what(), "the mark </t> at byte 1 closes what was not opened");
  const auto good = table.next();
  EXPECT_TRUE(good->pair);
  EXPECT_EQ(good->line, 5u);
}

TEST(Pairs, TellOfTablesThatAreNone) {
  EXPECT_EQ(problem_of(""), "pairs: is empty");
  EXPECT_EQ(problem_of("a,b\n1,2\n"), "pairs:1: no column is named marked_sentence, only a, b");
  EXPECT_FALSE(PairTable::open("/nowhere/pairs.tsv"));
}

TEST(Marks, KeepBlanksOutAndOtherTagsIn) {
  const auto pair = read_marked_pair("<s>The army </s>left <b>the</b> town to <t>rebels</t> and <s>it</s> < 5.");
  ASSERT_TRUE(pair);
  EXPECT_EQ(pair->text, "The army left <b>the</b> town to rebels and it < 5.");
  ASSERT_EQ(pair->sources.size(), 2u);
  EXPECT_EQ(words(*pair, pair->sources[0]), "The army");
  EXPECT_EQ(words(*pair, pair->sources[1]), "it");
  EXPECT_FALSE(read_marked_pair("<s>a <s>b</s></s>"));
}

}  // namespace
}  // namespace verbale
