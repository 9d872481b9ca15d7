// Ids, characters and shapes, against values that spaCy and Python give; caches, against themselves.
#include <gtest/gtest.h>

#include "language/lexicon.h"
#include "language/regex.h"
#include "language/string_id.h"
#include "language/unicode.h"

namespace verbale {
namespace {

TEST(StringId, HashesWhatIsNotReserved) {
  EXPECT_EQ(string_id(""), 0u);
  EXPECT_EQ(string_id("apple"), 8566208034543834098u);
  EXPECT_EQ(string_id("coffee"), 3197928453018144401u);
}

TEST(StringId, KeepsTheIdsOfReservedSymbols) {
  EXPECT_EQ(reserved_symbols().size(), 457u);
  EXPECT_EQ(string_id("X"), 101u);
  EXPECT_EQ(string_id("PERSON"), 380u);
  EXPECT_EQ(string_id("DATE"), 391u);
  EXPECT_EQ(string_id("agent"), 401u);
  EXPECT_EQ(string_id("mark"), 423u);
  EXPECT_EQ(string_id("_"), 456u);
  EXPECT_GT(string_id("Agent"), 456u);
}

TEST(Unicode, LowersAsPythonDoes) {
  EXPECT_EQ(to_lower("Čeština ŁÓDŹ"), "čeština łódź");
  EXPECT_EQ(to_lower("İsmail"), "i̇smail");
  EXPECT_EQ(to_lower("ΟΔΟΣ ΣΟΦΟΣ"), "οδος σοφος");
  EXPECT_EQ(to_lower("ΟΔΟΣ'ΑΣ"), "οδοσ'ας");
  EXPECT_EQ(to_lower("Σ"), "σ");
  EXPECT_EQ(to_lower("ªΣ"), "ªς");
  EXPECT_EQ(to_lower("ẞ"), "ß");
}

TEST(Unicode, KnowsPythonsWhiteSpace) {
  EXPECT_TRUE(is_space(" \t\n\x1c\u0085\u00a0\u1680\u2009\u2028\u3000"));
  EXPECT_FALSE(is_space("\u200b"));
  EXPECT_FALSE(is_space("\ufeff"));
  EXPECT_FALSE(is_space(""));
}

TEST(Unicode, KnowsDigitsThatAreNotDecimal) {
  EXPECT_TRUE(is_digit("12³①٣"));
  EXPECT_FALSE(is_digit("½"));
  EXPECT_FALSE(is_digit("Ⅳ"));
}

TEST(Unicode, ShapesWords) {
  EXPECT_EQ(word_shape("Xavier-45"), "Xxxxx-dd");
  EXPECT_EQ(word_shape("PRESIDENT"), "XXXX");
  EXPECT_EQ(word_shape("Ólafur"), "Xxxxx");
  EXPECT_EQ(word_shape("m²"), "xd");
  EXPECT_EQ(word_shape("!!!!!!"), "!!!!");
  EXPECT_EQ(word_shape("王小明"), "xxx");
  EXPECT_EQ(word_shape(std::string(99, 'a')), "xxxx");
  EXPECT_EQ(word_shape(std::string(100, 'a')), "LONG");
}

// U+1E030 became a letter in Unicode 15, U+10D4 is one for long.
TEST(Unicode, KnowsNothingNewerThanItsVersion) {
  EXPECT_FALSE(is_alphabetic(U'\U0001E030'));
  EXPECT_TRUE(is_alphabetic(U'\u10D4'));
  EXPECT_EQ(word_shape("\U0001E030a"), "\U0001E030x");
}

TEST(Unicode, CutsAtCodePoints) {
  EXPECT_EQ(first_code_points("Ólafur", 1), "Ó");
  EXPECT_EQ(last_code_points("Česká", 3), "ská");
  EXPECT_EQ(last_code_points("né", 3), "né");
}

Regex compiled(std::string_view source, bool at_start = false) {
  Result<Regex> regex = Regex::compile(source, at_start);
  EXPECT_TRUE(regex) << regex.error().what();
  return *std::move(regex);
}

TEST(Regex, ReadsPythonsNotation) {
  RegexScratch scratch;
  EXPECT_TRUE(compiled("(?iu)^\\u00c9t\\U000000e9$").matches("éTÉ", scratch));
  EXPECT_TRUE(compiled("^a{,2}$").matches("aa", scratch));
  EXPECT_FALSE(compiled("^a{,2}$").matches("aaa", scratch));
  EXPECT_TRUE(compiled("^\\w+$").matches("Žižek", scratch));
}

TEST(Regex, KnowsPythonsWhiteSpace) {
  RegexScratch scratch;
  EXPECT_TRUE(compiled("^\\S+$").matches("a\u180eb", scratch));
  EXPECT_FALSE(compiled("^\\S+$").matches("a\x1f\u0062", scratch));
  EXPECT_TRUE(compiled("^[]\\s]+$").matches("]\x1c\u2009]", scratch));
  EXPECT_FALSE(compiled("\\s").matches("\u180e\u200b", scratch));
}

TEST(Regex, LooksBehindTheStartOfASearch) {
  RegexScratch scratch;
  const Regex digits_before = compiled("(?<=[0-9])-");
  EXPECT_EQ(digits_before.search("a-1-2", 3, scratch), (Span{3, 4}));
  EXPECT_EQ(digits_before.search("a-b", 1, scratch), std::nullopt);
}

TEST(Regex, MatchesOnlyAtTheStartWhenAsked) {
  RegexScratch scratch;
  EXPECT_FALSE(compiled("b|c", true).matches("ab", scratch));
  EXPECT_TRUE(compiled("b|c", true).matches("ca", scratch));
}

TEST(Regex, SplitsWhatIsTooLarge) {
  std::string source = "(?iu)";
  for (int i = 0; i < 40; ++i) source += "(?:^w" + std::to_string(i) + std::string(3000, 'w') + "[a|b)](y|z)$)|";
  source += "(?:^over$)";
  ASSERT_FALSE(Regex::compile(source)) << "not too large after all";
  const Result<RegexTest> test = RegexTest::compile(source, true);
  ASSERT_TRUE(test) << test.error().what();
  RegexScratch scratch;
  EXPECT_TRUE(test->matches("OVER", scratch));
  EXPECT_TRUE(test->matches("w7" + std::string(3000, 'w') + "|z", scratch));
  EXPECT_FALSE(test->matches("w7z", scratch));
}

TEST(Regex, SaysWhatIsWrong) {
  const Result<Regex> regex = Regex::compile("a(b");
  ASSERT_FALSE(regex);
  EXPECT_NE(regex.error().what().find("byte 3"), std::string::npos) << regex.error().what();
}

TEST(Lexicon, NumbersFormsInTheOrderOfAppearance) {
  const LexemeRules rules;
  Lexicon lexicon(rules);
  const LexemeId peace = lexicon.add("Peace");
  EXPECT_EQ(lexicon.add("talks"), peace + 1);
  EXPECT_EQ(lexicon.add("Peace"), peace);
  EXPECT_EQ(lexicon[peace].lower, "peace");
  EXPECT_EQ(lexicon[peace].ids.shape, string_id("Xxxxx"));
  EXPECT_EQ(lexicon[peace].ids.norm, string_id("peace"));
  EXPECT_TRUE(lexicon[peace + 1].is_lower());
}

TEST(Lexicon, ForgetsOnlyWhenFull) {
  const LexemeRules rules;
  Lexicon lexicon(rules);
  for (size_t i = 0; i <= Lexicon::kLexemesMax; ++i) {
    EXPECT_FALSE(lexicon.forget_if_full());
    lexicon.add(std::to_string(i));
  }
  EXPECT_TRUE(lexicon.forget_if_full());
  EXPECT_EQ(lexicon.size(), 0u);
  EXPECT_EQ(lexicon.generation(), 1u);
  EXPECT_EQ(lexicon[lexicon.add("again")].text, "again");
}

}  // namespace
}  // namespace verbale
