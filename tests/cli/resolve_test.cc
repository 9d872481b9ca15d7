// `verbale resolve`: one phrase a line in, one answer a line out.
#include <gtest/gtest.h>

#include "cli/program.h"

namespace verbale::testing {
namespace {

TEST(Resolve, TellsActorsByThePhraseAndTheDay) {
  const Program program;
  const auto answers =
      program.run("$VERBALE resolve actor 'the Peruvian president' 'Angela Merkel' --date 2010-05-01").records();
  ASSERT_EQ(answers.size(), 2u);
  EXPECT_EQ(answers[0]["country"], "PER");
  EXPECT_EQ(answers[0]["sector"], "GOV");
  EXPECT_EQ(answers[1]["id"], "person:angela-merkel");
  EXPECT_EQ(answers[1]["sector"], "GOV");
  EXPECT_NE(answers[1]["reason"].get<std::string>().find("chancellor"), std::string::npos);
}

TEST(Resolve, ReadsOnePhraseALineAndInventsNothing) {
  const Program program;
  program.write("phrases.txt", "rebels in Mali\n\na green bicycle\n");
  const auto answers = program.run("$VERBALE resolve actor < phrases.txt").records();
  ASSERT_EQ(answers.size(), 2u) << "an empty line asks nothing";
  EXPECT_EQ(answers[0]["sector"], "REB");
  EXPECT_FALSE(answers[1].contains("country"));
  EXPECT_FALSE(answers[1].contains("sector"));
}

TEST(Resolve, TellsPlacesAndWhatElseTheyCouldBe) {
  const Program program;
  const auto answers = program.run("$VERBALE resolve place 'Paris, Texas' 'Paris' 'Qwxyzzt'").records();
  ASSERT_EQ(answers.size(), 3u);
  EXPECT_EQ(answers[0]["admin1"], "Texas");
  EXPECT_EQ(answers[1]["country"], "FRA");
  EXPECT_FALSE(answers[1]["alternatives"].empty());
  EXPECT_FALSE(answers[2].contains("lat"));
}

TEST(Resolve, TellsTimesByTheDay) {
  const Program program;
  const auto answers = program.run("$VERBALE resolve time 'early May' --date 2023-05-10").records();
  ASSERT_EQ(answers.size(), 1u);
  ASSERT_EQ(answers[0]["times"].size(), 1u);
  EXPECT_EQ(answers[0]["times"][0]["value"], "2023-05");
}

TEST(Resolve, RefusesAnotherKindWithAHint) {
  const Program program;
  const Ran ran = program.run("$VERBALE resolve actr x");
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.error.find("did you mean actor?"), std::string::npos) << ran.error;
}

}  // namespace
}  // namespace verbale::testing
