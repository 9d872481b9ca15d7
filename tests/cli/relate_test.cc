// `verbale relate` as people use it: a table in, a relation a row out, and every bad row told with its line.
#include <gtest/gtest.h>

#include "cli/program.h"

namespace verbale::testing {
namespace {

constexpr std::string_view kPairs =
    "id\tmarked_sentence\n"
    "a\t<s>The union</s> accused <t>the company</t> of fraud on Monday.\n"
    "b\tOn Friday <t>protesters</t> were attacked by <s>police</s> in Lyon.\n"
    "c\t<s>The president</s> rejected the demand of <t>the rebels</t>.\n";

TEST(Relate, AnswersEveryRowInOrder) {
  const Program program;
  program.write("pairs.tsv", kPairs);
  const Ran ran = program.run("$VERBALE relate pairs.tsv");
  ASSERT_EQ(ran.code, 0) << ran.error;
  const auto rows = ran.records();
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0]["id"], "a");
  EXPECT_EQ(rows[0]["line"], 2);
  EXPECT_EQ(rows[0]["type"], "ACCUSE");
  EXPECT_EQ(rows[0]["quad"], 3);
  EXPECT_EQ(rows[0]["status"], "happened");
  EXPECT_EQ(rows[1]["type"], "ASSAULT");
  EXPECT_EQ(rows[2]["type"], "REJECT");
  for (const auto& row : rows) {
    EXPECT_GT(row["confidence"], 0.0);
    EXPECT_LE(row["confidence"], 1.0);
    EXPECT_FALSE(row["rule"].get<std::string>().empty());
    EXPECT_FALSE(row["because"].empty());
  }
}

TEST(Relate, WritesTablesWhenAsked) {
  const Program program;
  program.write("pairs.tsv", kPairs);
  const Ran ran = program.run("cat pairs.tsv | $VERBALE relate - --format tsv -o out.tsv && head -n 2 out.tsv");
  EXPECT_EQ(ran.code, 0) << ran.error;
  EXPECT_TRUE(ran.out.starts_with("line\tid\ttype\tmode\tquad\tstatus\tconfidence\trule\n2\ta\tACCUSE\tallege\t3\t"))
      << ran.out;
}

TEST(Relate, TellsBadRowsAndReadsTheOthers) {
  const Program program;
  program.write("pairs.csv", "marked_sentence\n<s>The union sued.\n<s>The union</s> sued <t>the company</t>.\n");
  const Ran ran = program.run("$VERBALE relate pairs.csv");
  EXPECT_EQ(ran.code, 1);
  EXPECT_EQ(ran.records().size(), 1u);
  EXPECT_EQ(ran.error, "verbale: pairs.csv:2: the mark <s> at byte 1 is never closed\n");
}

TEST(Relate, RefusesWhatIsNoTableOfPairs) {
  const Program program;
  program.write("other.tsv", "sentence\tid\nThe union sued.\t1\n");
  const Ran ran = program.run("$VERBALE relate other.tsv");
  EXPECT_EQ(ran.code, 3);
  EXPECT_EQ(ran.error, "verbale: other.tsv:1: no column is named marked_sentence, only sentence, id\n");
  EXPECT_EQ(program.run("$VERBALE relate missing.tsv").code, 3);
  EXPECT_EQ(program.run("$VERBALE relate").code, 2);
  EXPECT_EQ(program.run("$VERBALE relate other.tsv --format xml").code, 2);
}

}  // namespace
}  // namespace verbale::testing
