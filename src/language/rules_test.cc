// Token patterns, the attribute ruler and the lemmatizer, on small rules of their own.
#include <gtest/gtest.h>

#include "language/attribute_ruler.h"
#include "language/lemmatizer.h"
#include "support/test_package.h"

namespace verbale {
namespace {

using nlohmann::json;
using testing::TestPackage;

class RulesTest : public ::testing::Test {
 protected:
  // "is/VBZ/aux n't/RB/neg"
  std::vector<Analysis> read(const std::string& line) {
    std::vector<Analysis> tokens;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
      const size_t tag = word.find('/'), dep = word.rfind('/');
      Analysis token;
      token.lexeme = lexicon_.add(word.substr(0, tag));
      token.tag = interner_.label(word.substr(tag + 1, dep - tag - 1));
      token.dep = interner_.label(word.substr(dep + 1));
      tokens.push_back(token);
    }
    return tokens;
  }

  std::vector<Analysis> apply(const json& patterns, const std::string& line) {
    files_.write_msgpack("attribute_ruler/patterns", patterns);
    Result<AttributeRuler> ruler = AttributeRuler::open(files_.open(), interner_);
    EXPECT_TRUE(ruler) << ruler.error().what();
    ruler_.emplace(*std::move(ruler));
    std::vector<Analysis> tokens = read(line);
    AttributeRulerScratch scratch;
    ruler_->apply(lexicon_, scratch, tokens);
    return tokens;
  }

  // The ends of the matches of a pattern from the first token on.
  std::vector<size_t> ends(const json& pattern, const std::string& line) {
    const std::vector<uint8_t> bytes = json::to_msgpack(pattern);
    const auto tape = MsgpackTape::parse(std::as_bytes(std::span(bytes)));
    const Result<TokenPattern> read_back = read_pattern(tape->root());
    EXPECT_TRUE(read_back) << read_back.error().what();
    std::vector<size_t> found;
    RegexScratch scratch;
    read_back->find_ends(lexicon_, read(line), 0, scratch, found);
    return found;
  }

  static json rule(const json& pattern, const json& attributes, int index = 0) {
    return {{"patterns", json::array({pattern})}, {"attrs", attributes}, {"index", index}};
  }

  TestPackage files_{"rules"};
  Interner interner_;
  LexemeRules lexemes_;
  Lexicon lexicon_{lexemes_};
  std::optional<AttributeRuler> ruler_;
};

using Ends = std::vector<size_t>;

TEST_F(RulesTest, PatternsTestFormsAndAnalyses) {
  const std::string line = "Ai/VBP/aux n't/RB/neg";
  EXPECT_EQ(ends({{{"LOWER", "ai"}}}, line), Ends{1});
  EXPECT_EQ(ends({{{"TEXT", "ai"}}}, line), Ends{});
  EXPECT_EQ(ends({{{"TAG", {{"IN", {"VBP", "VBZ"}}}}, {"LOWER", "ai"}}, {{"LOWER", {{"REGEX", "^n'?t$"}}}}}, line),
            Ends{2});
  EXPECT_EQ(ends({{{"DEP", {{"NOT_IN", {"aux", ""}}}}}}, line), Ends{});
  EXPECT_EQ(ends({{{"IS_SPACE", false}, {"SHAPE", "Xx"}}}, line), Ends{1});
}

TEST_F(RulesTest, PatternsRepeat) {
  const std::string line = "very/RB/x very/RB/x old/JJ/x man/NN/x";
  const json very = {{"LOWER", "very"}};
  const auto times = [&](const std::string& op) {
    json step = very;
    step["OP"] = op;
    return step;
  };
  EXPECT_EQ(ends(json::array({times("+")}), line), (Ends{1, 2}));
  EXPECT_EQ(ends({times("*"), {{"TAG", "JJ"}}}, line), Ends{3});
  EXPECT_EQ(ends(json::array({times("?")}), line), Ends{1});
  EXPECT_EQ(ends(json::array({times("{2}")}), line), Ends{2});
  EXPECT_EQ(ends(json::array({times("{3,}")}), line), Ends{});
  EXPECT_EQ(ends({times("{,1}"), json::object()}, line), (Ends{1, 2}));
  EXPECT_EQ(ends(json::array({times("!")}), line), Ends{});
  EXPECT_EQ(ends({very, times("!")}, line), Ends{});
  EXPECT_EQ(ends({very, very, times("!")}, line), Ends{3});
}

TEST_F(RulesTest, PatternsNameWhatTheyDoNotKnow) {
  const std::vector<uint8_t> bytes = json::to_msgpack({{{"LIKE_NUM", true}}});
  const auto tape = MsgpackTape::parse(std::as_bytes(std::span(bytes)));
  const Result<TokenPattern> pattern = read_pattern(tape->root());
  ASSERT_FALSE(pattern);
  EXPECT_NE(pattern.error().what().find("LIKE_NUM"), std::string::npos);
}

TEST_F(RulesTest, LaterRulesWinAndNothingIsMatchedTwice) {
  const json patterns = {rule({{{"TAG", "VBZ"}}}, {{"POS", "VERB"}, {"MORPH", "VerbForm=Fin|Person=3"}}),
                         rule({{{"TAG", "VBZ"}, {"DEP", "aux"}}}, {{"POS", "AUX"}, {"TAG", "XX"}}),
                         rule({{{"TAG", "XX"}}}, {{"POS", "X"}})};
  const auto tokens = apply(patterns, "is/VBZ/aux goes/VBZ/ROOT");
  EXPECT_EQ(tokens[0].pos, Pos::aux);
  EXPECT_EQ(tokens[0].tag->text, "XX");
  EXPECT_EQ(tokens[0].morphology->feats, "Person=3|VerbForm=Fin");
  EXPECT_EQ(tokens[1].pos, Pos::verb);
}

TEST_F(RulesTest, RulesWriteAtTheirIndex) {
  const json gon_na = {{{"LOWER", "gon"}}, {{"LOWER", "na"}}};
  const json patterns = {rule(gon_na, {{"LEMMA", "go"}}, 0), rule(gon_na, {{"LEMMA", "to"}}, -1)};
  const auto tokens = apply(patterns, "gon/VBG/x na/TO/x na/NN/x");
  EXPECT_EQ(tokens[0].lemma, "go");
  EXPECT_EQ(tokens[1].lemma, "to");
  EXPECT_EQ(tokens[2].lemma, "");
}

TEST_F(RulesTest, NoFeaturesAreWrittenAsAnUnderscore) {
  const auto tokens = apply(json::array({rule(json::array({{{"TAG", "IN"}}}), {{"MORPH", "_"}})}), "of/IN/prep");
  ASSERT_NE(tokens[0].morphology, nullptr);
  EXPECT_EQ(tokens[0].morphology->feats, "");
}

// ---- lemmas ----------------------------------------------------------------------------------------------------

class LemmatizerTest : public RulesTest {
 protected:
  void SetUp() override {
    // Keys of lookup tables are numbers, which JSON maps do not have: the bytes are put together by hand.
    std::string bytes = "\x83" + text("lemma_rules");
    bytes += table("verb", json::parse(R"([["s", ""], ["ing", "e"], ["ing", ""], ["s", "s"]])"));
    bytes += text("lemma_index") + table("verb", json::parse(R"(["make", "run"])"));
    bytes += text("lemma_exc") + table("verb", json::parse(R"({"ran": ["run"], "does": ["do"]})"));
    files_.write("lemmatizer/lookups/lookups.bin", bytes);
    Result<Lemmatizer> lemmatizer = Lemmatizer::open(files_.open());
    ASSERT_TRUE(lemmatizer) << lemmatizer.error().what();
    lemmatizer_.emplace(*std::move(lemmatizer));
  }

  static std::string packed(const json& value) {
    const std::vector<uint8_t> bytes = json::to_msgpack(value);
    return {bytes.begin(), bytes.end()};
  }
  static std::string text(const std::string& name) { return packed(name); }
  static std::string table(const std::string& key, const json& row) {
    return "\x81" + packed(string_id(key)) + packed(row);
  }

  std::string lemma(const std::string& form, Pos pos, const std::string& feats = "") {
    const LexemeId id = lexicon_.add(form);
    const Lemma found = lemmatizer_->find(lexicon_, id, pos, interner_.morphology(feats), cache_);
    switch (found.is) {
      case Lemma::Is::the_text:
        return form;
      case Lemma::Is::the_lower_case:
        return std::string(lexicon_[id].lower);
      default:
        return std::string(found.text);
    }
  }

  std::optional<Lemmatizer> lemmatizer_;
  LemmaCache cache_;
};

TEST_F(LemmatizerTest, PrefersListedForms) {
  EXPECT_EQ(lemma("Making", Pos::verb, "VerbForm=Part"), "make");
  EXPECT_EQ(lemma("runs", Pos::verb, "Number=Sing|VerbForm=Fin"), "run");
}

TEST_F(LemmatizerTest, PutsExceptionsFirst) { EXPECT_EQ(lemma("ran", Pos::verb, "Tense=Past|VerbForm=Fin"), "run"); }

TEST_F(LemmatizerTest, TakesTheFirstRuleForUnknownWords) {
  EXPECT_EQ(lemma("blogs", Pos::verb, "VerbForm=Fin"), "blog");
  EXPECT_EQ(lemma("blogging", Pos::verb, "VerbForm=Part"), "blogge");
}

TEST_F(LemmatizerTest, KeepsTheTextWhenNothingApplies) {
  EXPECT_EQ(lemma("OK'd", Pos::verb, "Tense=Past|VerbForm=Fin"), "OK'd");
}

TEST_F(LemmatizerTest, LeavesBaseFormsAlone) {
  EXPECT_EQ(lemma("Does", Pos::verb, "VerbForm=Inf"), "does");
  EXPECT_EQ(lemma("Does", Pos::verb, "Tense=Pres|VerbForm=Fin"), "does");
  EXPECT_EQ(lemma("Does", Pos::verb, "Number=Sing|Tense=Pres|VerbForm=Fin"), "do");
  EXPECT_EQ(lemma("News", Pos::noun, "Number=Sing"), "news");
}

TEST_F(LemmatizerTest, LowersWhatHasNoLists) {
  EXPECT_EQ(lemma("Karsk", Pos::propn), "Karsk");
  EXPECT_EQ(lemma("The", Pos::det), "the");
  EXPECT_EQ(lemma("ODD", Pos::none), "odd");
}

class FrenchLemmatizerTest : public LemmatizerTest {
 protected:
  void SetUp() override {
    files_.write("meta.json", R"({"lang": "fr", "name": "test", "version": "3.8.0"})");
    std::string bytes = "\x84" + text("lemma_rules");
    bytes += table("noun", json::parse(R"([["aux", "al"], ["aux", "ail"], ["s", ""], ["'", "-"]])"));
    bytes += text("lemma_index") + table("noun", json::parse(R"(["travail", "vitrail", "bras"])"));
    bytes += text("lemma_exc") + table("noun", json::parse(R"({"yeux": ["œil", "yeu"]})"));
    bytes += text("lemma_lookup") + "\x82" + packed(string_id("Suis")) + packed(json::array({"être", "suivre"}));
    bytes += packed(string_id("mots-clé")) + packed(json::array({"mot-clé"}));
    files_.write("lemmatizer/lookups/lookups.bin", bytes);
    Result<Lemmatizer> lemmatizer = Lemmatizer::open(files_.open());
    ASSERT_TRUE(lemmatizer) << lemmatizer.error().what();
    lemmatizer_.emplace(*std::move(lemmatizer));
  }
};

TEST_F(FrenchLemmatizerTest, TriesListsThenExceptionsThenRules) {
  EXPECT_EQ(lemma("Bras", Pos::noun), "bras");
  EXPECT_EQ(lemma("yeux", Pos::noun), "œil");
  EXPECT_EQ(lemma("Travaux", Pos::noun), "travail");
  EXPECT_EQ(lemma("Chevaux", Pos::noun), "cheval");
  EXPECT_EQ(lemma("n°'", Pos::noun), "n°-");
}

TEST_F(FrenchLemmatizerTest, LooksUpWhatRulesDoNotKnow) {
  EXPECT_EQ(lemma("Mots-Clé", Pos::noun), "mot-clé");
  EXPECT_EQ(lemma("Pont", Pos::noun), "pont");
}

TEST_F(FrenchLemmatizerTest, LooksUpTheExactFormOfOtherPartsOfSpeech) {
  EXPECT_EQ(lemma("Suis", Pos::propn), "être");
  EXPECT_EQ(lemma("SUIS", Pos::propn), "SUIS");
  EXPECT_EQ(lemma("Oh", Pos::none), "oh");
}

TEST_F(LemmatizerTest, RefusesPackagesWithoutTheTablesOfTheirMode) {
  files_.write("lemmatizer/lookups/lookups.bin", "\x80");
  const Result<Lemmatizer> lemmatizer = Lemmatizer::open(files_.open());
  ASSERT_FALSE(lemmatizer);
  EXPECT_NE(lemmatizer.error().what().find("lookups.bin: lemma_rules"), std::string::npos) << lemmatizer.error().what();
}

TEST_F(LemmatizerTest, RefusesProceduresThatItDoesNotHave) {
  files_.write("meta.json", R"({"lang": "es", "name": "test", "version": "3.8.0"})");
  files_.write("config.cfg",
               "[nlp]\nlang = \"es\"\npipeline = [\"lemmatizer\"]\n[components.lemmatizer]\nmode = \"rule\"\n");
  const Result<Lemmatizer> lemmatizer = Lemmatizer::open(files_.open());
  ASSERT_FALSE(lemmatizer);
  EXPECT_NE(lemmatizer.error().what().find("\"es\""), std::string::npos) << lemmatizer.error().what();
}

TEST_F(LemmatizerTest, RemembersEachAnalysisOfAForm) {
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(lemma("does", Pos::verb, "Number=Sing|Tense=Pres|VerbForm=Fin"), "do");
    EXPECT_EQ(lemma("does", Pos::noun), "does");
    EXPECT_EQ(lemma("does", Pos::verb, "VerbForm=Inf"), "does");
  }
}

}  // namespace
}  // namespace verbale
