// The steps of the tokenizer, each on rules that are just enough to show it.
#include "language/tokenizer.h"

#include <gtest/gtest.h>

#include "support/test_package.h"

namespace verbale {
namespace {

using nlohmann::json;
using testing::TestPackage;

json orth(const std::string& text) { return {{"ORTH", text}}; }

json rules() {
  return {{"prefix_search", "^\\(|^\\$|^'|^\\\""},
          {"suffix_search", "\\)$|\\.$|,$|'$|\\\"$|!$|(?<=[0-9])km$"},
          {"infix_finditer", "(?<=[a-z])-(?=[a-z])|/|\\.\\.\\."},
          {"token_match", nullptr},
          {"url_match", "^https?://\\S+$"},
          {"exceptions",
           {{"can't", {{{"ORTH", "ca"}, {"NORM", "can"}}, {{"ORTH", "n't"}, {"NORM", "not"}}}},
            {"U.S.", json::array({orth("U.S.")})},
            {"i.e.", json::array({orth("i.e.")})},
            {"a/b", json::array({orth("a/b")})},
            {"New York", json::array({orth("New"), orth(" "), orth("York")})}}},
          {"faster_heuristics", true}};
}

class TokenizerTest : public ::testing::Test {
 protected:
  void open(const json& tokenizer_rules) {
    files_.write_msgpack("tokenizer", tokenizer_rules);
    Result<Tokenizer> tokenizer = Tokenizer::open(files_.open());
    ASSERT_TRUE(tokenizer) << tokenizer.error().what();
    tokenizer_.emplace(*std::move(tokenizer));
  }
  void SetUp() override { open(rules()); }

  // Tokens between bars; a blank that follows a token stands behind it.
  std::string cut(std::string_view text) {
    tokenizer_->tokenize(text, scratch_, tokens_);
    std::string shown;
    for (const TextToken& token : tokens_) {
      EXPECT_EQ(text.substr(token.begin, token.size), scratch_.lexicon[token.lexeme].text);
      shown += (shown.empty() ? "" : "|") + std::string(text.substr(token.begin, token.size));
      if (token.space_after) shown += ' ';
    }
    return shown;
  }

  TestPackage files_{"tokenizer"};
  LexemeRules lexemes_;
  TokenizerScratch scratch_{lexemes_};
  std::optional<Tokenizer> tokenizer_;
  std::vector<TextToken> tokens_;
};

TEST_F(TokenizerTest, KeepsWhiteSpaceBeyondASingleBlank) {
  EXPECT_EQ(cut("a b"), "a |b");
  EXPECT_EQ(cut("a  b"), "a | |b");
  EXPECT_EQ(cut(" a"), " |a");
  EXPECT_EQ(cut("a\n\nb "), "a|\n\n|b ");
  EXPECT_EQ(cut("a \nb"), "a |\n|b");
  EXPECT_EQ(cut("a  "), "a | ");
  EXPECT_EQ(cut(""), "");
  EXPECT_EQ(cut("é\u00a0é"), "é|\u00a0|é");
}

TEST_F(TokenizerTest, StripsPrefixesAndSuffixes) {
  EXPECT_EQ(cut("(\"peace\")."), "(|\"|peace|\"|)|.");
  EXPECT_EQ(cut("'Tis."), "'|Tis|.");
  EXPECT_EQ(cut("15km,"), "15|km|,");
  EXPECT_EQ(cut("km,"), "km|,");
  EXPECT_EQ(cut("("), "(");
}

TEST_F(TokenizerTest, StopsAtSpecialCases) {
  EXPECT_EQ(cut("can't"), "ca|n't");
  EXPECT_EQ(cut("(can't)"), "(|ca|n't|)");
  EXPECT_EQ(cut("U.S."), "U.S.");
  EXPECT_EQ(cut("U.S.,"), "U.S.|,");
  EXPECT_EQ(cut("Can't"), "Can't");
}

TEST_F(TokenizerTest, GivesSpecialCasesTheirNorms) {
  cut("She can't");
  EXPECT_EQ(tokens_[0].norm, 0u);
  EXPECT_EQ(tokens_[1].norm, string_id("can"));
  EXPECT_EQ(tokens_[2].norm, string_id("not"));
}

TEST_F(TokenizerTest, CutsAtInfixesButNotInUrls) {
  EXPECT_EQ(cut("state-owned/run"), "state|-|owned|/|run");
  EXPECT_EQ(cut("/x"), "/x");
  EXPECT_EQ(cut("wait...what"), "wait|...|what");
  EXPECT_EQ(cut("https://example.org/a-b/c"), "https://example.org/a-b/c");
}

TEST_F(TokenizerTest, JoinsRunsThatSpellASpecialCase) {
  EXPECT_EQ(cut("x/i.e."), "x|/|i.e.");
  EXPECT_EQ(cut("(a/b)"), "(|a/b|)");
  EXPECT_EQ(cut("-a/b"), "-a|/|b");
  EXPECT_EQ(cut("a / b"), "a |/ |b");
  EXPECT_EQ(cut("in New York."), "in |New| |York|.");
}

TEST_F(TokenizerTest, LongestRunWinsAndLosersStillBlock) {
  json overlapping = rules();
  overlapping["exceptions"] = {{"b/c/d", json::array({orth("b/c/d")})}, {"a/b", json::array({orth("a/b")})}};
  open(overlapping);
  EXPECT_EQ(cut("-/a/b/c/d"), "-|/|a|/|b/c/d");
}

TEST_F(TokenizerTest, LooksForSuffixesBehindThePrefix) {
  json same_affix = rules();
  same_affix["prefix_search"] = "^ab";
  same_affix["suffix_search"] = "abc$|c$";
  open(same_affix);
  EXPECT_EQ(cut("abc"), "ab|c");
}

TEST_F(TokenizerTest, GivesTheSameWithAndWithoutItsCache) {
  const std::string_view text = "(can't) U.S., x/i.e. can't (can't) state-owned";
  const std::string first = cut(text);
  EXPECT_EQ(cut(text), first);
}

TEST_F(TokenizerTest, LeavesVeryLongRunsWhole) {
  const std::string run(kChunkBytesMax + 1, '.');
  EXPECT_EQ(cut("a " + run), "a |" + run);
}

TEST(Tokenizer, SaysWhichRuleIsBroken) {
  TestPackage files("broken-tokenizer");
  json broken = rules();
  broken["infix_finditer"] = "(";
  files.write_msgpack("tokenizer", broken);
  const Result<Tokenizer> tokenizer = Tokenizer::open(files.open());
  ASSERT_FALSE(tokenizer);
  EXPECT_NE(tokenizer.error().what().find("infix_finditer"), std::string::npos) << tokenizer.error().what();
}

TEST(Tokenizer, RefusesCasesThatDoNotSpellTheirText) {
  TestPackage files("misspelt-case");
  json misspelt = rules();
  misspelt["exceptions"]["won't"] = json::array({orth("will"), orth("n't")});
  files.write_msgpack("tokenizer", misspelt);
  const Result<Tokenizer> tokenizer = Tokenizer::open(files.open());
  ASSERT_FALSE(tokenizer);
  EXPECT_NE(tokenizer.error().what().find("won't"), std::string::npos) << tokenizer.error().what();
}

}  // namespace
}  // namespace verbale
