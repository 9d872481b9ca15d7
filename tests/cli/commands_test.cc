// The commands as people and scripts use them: inputs, outputs, exit codes, and what is said when something is wrong.
#include <gtest/gtest.h>

#include "cli/program.h"

namespace verbale::testing {
namespace {

constexpr std::string_view kStory = "Police dispersed protesters in Lyon on Friday, officials said.\n";

std::string many(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i)
    lines += "{\"text\": \"On Monday " + std::to_string(i) +
             " ministers met in Paris. They agreed to send aid.\", \"date\": \"2023-04-20\"}\n";
  return lines;
}

TEST(Read, WritesJsonLinesIntoAPipe) {
  const Program program;
  program.write("a.txt", kStory);
  const Ran ran = program.run("cat a.txt | $VERBALE read - --date 2023-04-20 | cat");
  ASSERT_EQ(ran.records().size(), 1u) << ran.error;
  EXPECT_EQ(ran.records()[0]["schema"], "verbale/1");
  EXPECT_EQ(ran.error, "");
}

TEST(Read, WritesAnAccountWhenAsked) {
  const Program program;
  program.write("a.txt", kStory);
  const Ran ran = program.run("$VERBALE read a.txt --date 2023-04-20 --format account");
  EXPECT_EQ(ran.code, 0);
  EXPECT_NE(ran.out.find("on the word of officials"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("*dispersed*"), std::string::npos) << ran.out;
  EXPECT_EQ(ran.out.find('\x1b'), std::string::npos) << "no colours without a terminal";
}

TEST(Read, GivesTheSameBytesForEveryNumberOfThreads) {
  const Program program;
  program.write("a.jsonl", many(60));
  const Ran ran = program.run(
      "for n in 1 2 5; do $VERBALE read a.jsonl --threads $n > $n.jsonl || exit 9; done; cmp 1.jsonl 2.jsonl && cmp "
      "1.jsonl 5.jsonl");
  EXPECT_EQ(ran.code, 0) << ran.out << ran.error;
}

TEST(Read, KeepsTheOrderOfTheInput) {
  const Program program;
  program.write("a.jsonl", many(40));
  const auto records = program.run("$VERBALE read a.jsonl --threads 3").records();
  ASSERT_EQ(records.size(), 40u);
  for (size_t i = 0; i < records.size(); ++i)
    EXPECT_TRUE(records[i]["article"]["text"].get<std::string>().starts_with("On Monday " + std::to_string(i) + " "));
}

TEST(Read, StopsQuietlyWhenTheReaderLeaves) {
  const Program program;
  program.write("a.jsonl", many(400));
  const Ran ran = program.run("$VERBALE read a.jsonl --threads 2 | head -n 1");
  EXPECT_EQ(ran.records().size(), 1u);
  EXPECT_EQ(ran.error, "");
}

TEST(Read, WritesFilesByTheirName) {
  const Program program;
  program.write("a.txt", kStory);
  EXPECT_EQ(program.run("$VERBALE read a.txt -o a.jsonl").code, 0);
  EXPECT_EQ(program.read("a.jsonl"), program.run("$VERBALE read a.txt").out);
  EXPECT_EQ(program.run("$VERBALE read a.txt -o a.duckdb").code, 0);
  EXPECT_EQ(program.read("a.duckdb").substr(8, 4), "DUCK");
}

TEST(ExitCodes, TellWhatWentWrong) {
  const Program program;
  program.write("a.txt", kStory);
  EXPECT_EQ(program.run("$VERBALE read a.txt").code, 0);
  EXPECT_EQ(program.run("$VERBALE read a.txt gone.txt").code, 1);
  EXPECT_EQ(program.run("$VERBALE read a.txt --no-such").code, 2);
  EXPECT_EQ(program.run("$VERBALE read a.txt --date yesterday").code, 2);
  EXPECT_EQ(program.run("$VERBALE read a.txt -o a.xyz").code, 2);
  EXPECT_EQ(program.run("$VERBALE read gone.txt").code, 3);
  EXPECT_EQ(program.run("$VERBALE read a.txt -o /no/such/folder/a.jsonl").code, 4);
  EXPECT_EQ(program.run("$VERBALE read a.txt -o /no/such/folder/a.duckdb").code, 4);
  EXPECT_EQ(program.run("$VERBALE read a.txt > /dev/full").code, 4);
  EXPECT_EQ(program.run("$VERBALE read a.txt --packs /no/such/folder").code, 5);
}

TEST(Usage, SuggestsWhatWasMeant) {
  const Program program;
  EXPECT_NE(program.run("$VERBALE raed a.txt").error.find("did you mean read?"), std::string::npos);
  EXPECT_NE(program.run("$VERBALE read --dat 2023 a.txt").error.find("did you mean --date?"), std::string::npos);
  EXPECT_NE(program.run("$VERBALE read --format jsnol a.txt").error.find("did you mean jsonl?"), std::string::npos);
  EXPECT_NE(program.run("$VERBALE read --from html a.txt").error.find("later version"), std::string::npos);
}

TEST(Explain, ShowsEveryStage) {
  const Program program;
  const Ran ran = program.run(
      "$VERBALE explain 'Police dispersed protesters in Lyon on Friday, officials said.' --date 2023-04-20");
  EXPECT_EQ(ran.code, 0);
  for (const char* words : {"nsubj", "2023-04-14", "Lyon", "officials", "because"})
    EXPECT_NE(ran.out.find(words), std::string::npos) << words;
}

TEST(Version, NamesWhatIsInside) {
  const Program program;
  const Ran ran = program.run("$VERBALE --version");
  EXPECT_EQ(ran.code, 0);
  for (const char* words : {"verbale 0.", "codebook ", "en_core_web_sm", "verbale/1", "GeoNames", "CC BY 4.0", "MIT"})
    EXPECT_NE(ran.out.find(words), std::string::npos) << words;
}

TEST(Packs, ComeFromTheEnvironmentToo) {
  const Program program;
  program.write("a.txt", kStory);
  EXPECT_EQ(program.run("VERBALE_PACKS=\"$(dirname $VERBALE)/packs\" $VERBALE read a.txt").code, 0);
  EXPECT_EQ(program.run("VERBALE_PACKS=/nowhere $VERBALE read a.txt").code, 5);
}

}  // namespace
}  // namespace verbale::testing
