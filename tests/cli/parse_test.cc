// `verbale parse`: the language layer alone, as people and scripts use it.
#include <gtest/gtest.h>

#include "cli/program.h"

namespace verbale::testing {
namespace {

constexpr std::string_view kStory = "Police dispersed protesters in Lyon.\n\nThey didn't leave.\n";

TEST(Parse, WritesConllu) {
  const Program program;
  program.write("a.txt", kStory);
  const Ran ran = program.run("$VERBALE parse a.txt");
  EXPECT_EQ(ran.code, 0) << ran.error;
  EXPECT_TRUE(ran.out.starts_with("# newdoc id = a_")) << ran.out;
  EXPECT_NE(ran.out.find("\n2\tdispersed\tdisperse\tVERB\tVBD\tTense=Past|VerbForm=Fin\t0\troot\t_\t_\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("\n5\tLyon\tLyon\tPROPN\tNNP\tNumber=Sing\t4\tpobj\t_\tNE=B-GPE|SpaceAfter=No\n"),
            std::string::npos)
      << ran.out;
  EXPECT_NE(ran.out.find("\n2\tdid\tdo\t"), std::string::npos) << ran.out;
}

TEST(Parse, WritesJsonLinesThatDoNotDependOnThreads) {
  const Program program;
  std::string lines;
  for (int i = 0; i < 40; ++i) lines += "{\"text\": \"On Monday " + std::to_string(i) + " ministers met in Paris.\"}\n";
  program.write("a.jsonl", lines);
  const Ran ran = program.run(
      "for n in 1 3; do $VERBALE parse a.jsonl --format jsonl --threads $n > $n.out || exit 9; done; cmp 1.out 3.out "
      "&& "
      "cat 1.out");
  EXPECT_EQ(ran.code, 0) << ran.error;
  ASSERT_EQ(ran.records().size(), 40u);
  EXPECT_EQ(ran.records()[7]["tokens"][2]["lemma"], "7");
}

TEST(Parse, StreamsFromStandardInput) {
  const Program program;
  program.write("a.txt", kStory);
  const Ran ran = program.run("cat a.txt | $VERBALE parse - | grep -c '^# text'");
  EXPECT_EQ(ran.out, "2\n");
}

TEST(Parse, ReadsAsSpacyUnlessAskedToReadForNews) {
  const Program program;
  program.write("a.txt", "LYON, May 3 - Police dispersed protesters.\n");
  EXPECT_EQ(program.run("$VERBALE parse a.txt | grep -c '^# text'").out, "1\n");
  EXPECT_EQ(program.run("$VERBALE parse a.txt --news | grep '^# text'").out,
            "# text = LYON, May 3 -\n# text = Police dispersed protesters.\n");
}

TEST(Parse, SaysWhatIsWrong) {
  const Program program;
  program.write("a.txt", kStory);
  EXPECT_EQ(program.run("$VERBALE parse gone.txt").code, 3);
  EXPECT_EQ(program.run("$VERBALE parse a.txt --format account").code, 2);
  const Ran ran = program.run("$VERBALE parse a.txt --model .");
  EXPECT_EQ(ran.code, 5);
  EXPECT_NE(ran.error.find("config.cfg"), std::string::npos) << ran.error;
}

}  // namespace
}  // namespace verbale::testing
