#include "coding/quotations.h"

#include <gtest/gtest.h>

#include <string>

namespace verbale {
namespace {

std::vector<std::string> quoted(std::string_view text) {
  std::vector<std::string> words;
  for (const Quotation& quotation : find_quotations(text)) words.emplace_back(quotation.inside.of(text));
  return words;
}

using Words = std::vector<std::string>;

TEST(Quotations, FindsEveryStyleOfMarks) {
  for (const char* text : {"“We go,” she said.", "\"We go,\" she said.", "«We go,» she said.", "»We go,« she said.",
                           "„We go,“ she said.", "‘We go,’ she said.", "'We go,' she said.", "''We go,'' she said.",
                           "``We go,'' she said.", "”We go,” she said."})
    EXPECT_EQ(quoted(text), Words{"We go,"}) << text;
}

TEST(Quotations, LeavesApostrophesAlone) {
  EXPECT_EQ(quoted("The workers' union can't meet in the '90s hall."), Words{});
  EXPECT_EQ(quoted("The workers’ union can’t meet."), Words{});
}

TEST(Quotations, KeepsInnerMarksInside) {
  EXPECT_EQ(quoted("“He told me ‘go’ twice,” she said."), Words{"He told me ‘go’ twice,"});
}

TEST(Quotations, PluralApostropheDoesNotCloseASingleQuotedPassage) {
  EXPECT_EQ(quoted("'The workers' union will strike,' she said."), Words{"The workers' union will strike,"});
}

TEST(Quotations, StrayMarkBeforeACommaOpensNothing) { EXPECT_EQ(quoted("“We go.” “, she said."), Words{"We go."}); }

TEST(Quotations, LineThatBeginsWithAMarkAndNeverClosesIsAQuotation) {
  EXPECT_EQ(quoted("“We go home.\nThey left."), Words{"We go home."});
  EXPECT_EQ(quoted("They said “we go home.\nThey left."), Words{});
}

TEST(Quotations, GoesOnInTheNextParagraph) {
  const auto found = find_quotations("She said: “We go.\n\n“We come back.”");
  ASSERT_EQ(found.size(), 2u);
  EXPECT_TRUE(found[0].continues);
  EXPECT_FALSE(found[1].continues);
}

TEST(Quotations, GoesOnInAWrappedLine) {
  EXPECT_EQ(quoted("“We go home\nnow,” she said."), Words{"We go home\nnow,"});
  EXPECT_EQ(quoted("They said “we go home.\n  “We stay,” he said."), (Words{"we go home.", "We stay,"}));
}

TEST(Quotations, SurvivesWhatIsNoText) {
  EXPECT_EQ(quoted(""), Words{});
  EXPECT_EQ(quoted("\""), Words{});
  EXPECT_EQ(quoted("\"\"\"\"''''“”“”"), Words{});
  EXPECT_NO_FATAL_FAILURE(quoted(std::string(10'000, '"')));
}

}  // namespace
}  // namespace verbale
