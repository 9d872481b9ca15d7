// The whole layer: against the oracle on texts of all kinds, and on what the oracle cannot tell.
#include "language/language.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

#include "support/parse_differences.h"
#include "support/parsed_document.h"

namespace verbale {
namespace {

const std::filesystem::path kPackage = VERBALE_ROOT "/assets/en_core_web_sm-3.8.0";

class LanguageTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Language> language = Language::open(kPackage);
    if (language) language_ = new Language(*std::move(language));
  }
  static void TearDownTestSuite() {
    delete language_;
    language_ = nullptr;
  }
  void SetUp() override {
    if (language_ == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
    scratch_.emplace(*language_);
  }

  const Document& parse(std::string text) {
    article_.text = std::move(text);
    doc_.emplace(article_);
    language_->parse(*doc_, *scratch_);
    return *doc_;
  }

  static Language* language_;
  std::optional<Language::Scratch> scratch_;
  Article article_;
  std::optional<Document> doc_;
};

Language* LanguageTest::language_ = nullptr;

class GoldenLanguageTest : public LanguageTest, public ::testing::WithParamInterface<const char*> {};

// tests/golden/language/*.jsonl, written by tools/oracle/parse.py, which reads its own output when it is run again.
TEST_P(GoldenLanguageTest, DecidesAsTheOracleDoes) {
  std::ifstream lines(std::string(VERBALE_ROOT "/tests/golden/language/") + GetParam() + ".jsonl");
  size_t texts = 0;
  for (std::string line; std::getline(lines, line); ++texts) {
    const auto theirs = testing::read_parsed(line);
    const Document& ours = parse(theirs->article.text);
    for (const auto& difference : testing::find_differences(ours, *theirs->doc))
      ADD_FAILURE() << "text " << texts << ": " << testing::describe(difference, *theirs->doc);
  }
  EXPECT_GT(texts, 5u);
}

INSTANTIATE_TEST_SUITE_P(Texts, GoldenLanguageTest,
                         ::testing::Values("quotations", "numbers", "names", "spaces", "web", "headlines", "prose"));

TEST_F(LanguageTest, NamesItsPackage) {
  EXPECT_EQ(language_->code(), "en");
  EXPECT_TRUE(language_->name().starts_with("en_core_web_sm")) << language_->name();
  EXPECT_TRUE(language_->name().ends_with(" 3.8.0")) << language_->name();
}

TEST_F(LanguageTest, ReadsNothingFromNothing) {
  const Document& doc = parse("");
  EXPECT_TRUE(doc.tokens.empty());
  EXPECT_TRUE(doc.sentences.empty());
  EXPECT_TRUE(doc.names.empty());
}

TEST_F(LanguageTest, FindsEdgesOfSubtrees) {
  const Document& doc = parse("The old king of the northern isles abdicated.");
  const Token& king = doc.tokens[2];
  EXPECT_EQ(doc.words(king.head), "abdicated");
  EXPECT_EQ(king.left_edge, 0u);
  EXPECT_EQ(doc.words(king.right_edge), "isles");
  EXPECT_EQ(doc.tokens[doc.sentences[0].root].left_edge, 0u);
  EXPECT_EQ(doc.tokens[doc.sentences[0].root].right_edge, doc.tokens.size() - 1);
}

TEST_F(LanguageTest, CountsParagraphsByBlankLines) {
  const Document& doc = parse("He left.\nShe stayed.\n\nThey met again.");
  ASSERT_EQ(doc.sentences.size(), 3u);
  EXPECT_EQ(doc.sentences[1].paragraph, 0u);
  EXPECT_EQ(doc.sentences[2].paragraph, 1u);
}

TEST_F(LanguageTest, CountsParagraphsByLinesWhereNoLineIsBlank) {
  const Document& doc = parse("He left.\nShe stayed.\nThey met again.");
  ASSERT_EQ(doc.sentences.size(), 3u);
  EXPECT_EQ(doc.sentences[1].paragraph, 1u);
  EXPECT_EQ(doc.sentences[2].paragraph, 2u);
}

TEST_F(LanguageTest, KeepsVeryLongRunsAndSaysSo) {
  const Document& doc = parse("Data: " + std::string(5000, 'x') + " end.");
  EXPECT_EQ(doc.tokens.size(), 5u);
  ASSERT_EQ(doc.notes.size(), 1u);
  EXPECT_EQ(doc.notes[0].kind, NoteKind::cut);
  EXPECT_EQ(doc.notes[0].span, doc.tokens[2].span);
}

TEST_F(LanguageTest, ParsesLongTextsInPieces) {
  const std::string paragraph = "The council met on Monday. It voted for the new bridge, officials said.\n\n";
  std::string text;
  for (int i = 0; i < 1500; ++i) text += paragraph;
  const Document& doc = parse(text);
  ASSERT_GT(doc.tokens.size(), Language::kPieceTokensMax);
  EXPECT_EQ(doc.sentences.size(), 3000u);
  EXPECT_EQ(doc.sentences.back().paragraph, 1499u);
  for (TokenId token = 0; token < doc.tokens.size(); ++token)
    EXPECT_EQ(doc.tokens[token].sentence, doc.tokens[doc.tokens[token].head].sentence);
}

TEST_F(LanguageTest, DecidesTheSameWhateverWasReadBefore) {
  const std::string text = "\"We can't wait,\" said Ms. Ortega of the U.S.-backed council. They'd been told on May 4.";
  parse(text);
  std::vector<std::string> fresh;
  for (const Token& token : doc_->tokens) fresh.push_back(std::string(token.lemma) + "/" + std::string(token.label));

  parse("The council can't wait. Told of it, they said: \"We'd been told.\"");
  parse(text);
  std::vector<std::string> used;
  for (const Token& token : doc_->tokens) used.push_back(std::string(token.lemma) + "/" + std::string(token.label));
  EXPECT_EQ(fresh, used);
}

TEST_F(LanguageTest, IsSharedBetweenThreads) {
  const auto heads_of = [&](const std::string& text) {
    Article article;
    article.text = text;
    Document doc(article);
    Language::Scratch scratch(*language_);
    language_->parse(doc, scratch);
    std::vector<TokenId> heads;
    for (const Token& token : doc.tokens) heads.push_back(token.head);
    return heads;
  };
  const std::string text = "Rebels took the town of Karsk on Friday, the army said, but residents denied it.";
  const std::vector<TokenId> alone = heads_of(text);
  std::vector<std::vector<TokenId>> together(4);
  {
    std::vector<std::jthread> threads;
    for (auto& heads : together) threads.emplace_back([&] { heads = heads_of(text); });
  }
  for (const auto& heads : together) EXPECT_EQ(heads, alone);
}

TEST(Language, SaysWhatIsMissing) {
  const Result<Language> language = Language::open("no/such/package");
  ASSERT_FALSE(language);
  EXPECT_NE(language.error().what().find("opening the language package"), std::string::npos);
  EXPECT_NE(language.error().what().find("no/such/package"), std::string::npos) << language.error().what();
}

}  // namespace
}  // namespace verbale
