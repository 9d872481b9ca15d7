// Edit trees by themselves: how they apply, and which trees are refused.
#include "language/edit_trees.h"

#include <gtest/gtest.h>

#include "language/string_id.h"
#include "support/test_package.h"

namespace verbale {
namespace {

using nlohmann::json;

constexpr uint32_t kNoTree = UINT32_MAX;

json match(uint32_t prefix_length, uint32_t suffix_length, uint32_t prefix_tree, uint32_t suffix_tree) {
  return {{"prefix_len", prefix_length},
          {"suffix_len", suffix_length},
          {"prefix_tree", prefix_tree},
          {"suffix_tree", suffix_tree}};
}

json replacement(const std::string& original, const std::string& other) {
  return {{"orig", string_id(original)}, {"subst", string_id(other)}};
}

class EditTreesTest : public ::testing::Test {
 protected:
  Result<EditTrees> open(const json& trees) {
    files_.write("vocab/strings.json", json({"ge", "t", "en", "ä", "a", "er", "ü"}).dump());
    files_.write_msgpack("lemmatizer/trees", {{"trees", trees}});
    return EditTrees::open(files_.open(), "lemmatizer/trees");
  }

  // What the last tree makes of the form; "-" when it does not fit.
  std::string lemma(const json& trees, const std::string& form) {
    const Result<EditTrees> opened = open(trees);
    EXPECT_TRUE(opened) << opened.error().what();
    std::string changed;
    return opened->apply(uint32_t(opened->size() - 1), form, changed) ? changed : "-";
  }

  std::string error(const json& trees) {
    const Result<EditTrees> opened = open(trees);
    return opened ? "" : opened.error().what();
  }

  testing::TestPackage files_{"edit_trees"};
};

TEST_F(EditTreesTest, ReplaceWhatStandsBeforeAndBehindTheMiddle) {
  const json trees = {replacement("ge", ""), replacement("t", "en"), match(2, 1, 0, 1)};
  EXPECT_EQ(lemma(trees, "gelegt"), "legen");
  EXPECT_EQ(lemma(trees, "get"), "en");
  EXPECT_EQ(lemma(trees, "gesagten"), "-");
  EXPECT_EQ(lemma(trees, "t"), "-");
}

TEST_F(EditTreesTest, CountCodePoints) {
  EXPECT_EQ(lemma({replacement("ä", "a"), match(1, 0, 0, kNoTree)}, "ärger"), "arger");
  EXPECT_EQ(lemma({replacement("ü", ""), match(0, 1, kNoTree, 0)}, "東ü"), "東");
  EXPECT_EQ(lemma({replacement("ü", ""), match(0, 1, kNoTree, 0)}, "東京"), "-");
  EXPECT_EQ(lemma({replacement("ü", ""), match(1, 1, kNoTree, kNoTree)}, "ü"), "-");
}

TEST_F(EditTreesTest, HandPartsToTreesThatMatchAgain) {
  // "gäste": the prefix "gä" keeps its "g" and turns "ä" into "a".
  const json trees = {replacement("ä", "a"), match(0, 1, kNoTree, 0), match(2, 0, 1, kNoTree)};
  EXPECT_EQ(lemma(trees, "gäste"), "gaste");
  EXPECT_EQ(lemma(trees, "gaste"), "-");
}

TEST_F(EditTreesTest, KeepWholeForms) {
  EXPECT_EQ(lemma(json::array({match(0, 0, kNoTree, kNoTree)}), "ÜBER"), "ÜBER");
}

TEST_F(EditTreesTest, KnowReservedSymbolsWithoutTheList) {
  EXPECT_EQ(lemma({replacement("X", "DATE"), match(1, 0, 0, kNoTree)}, "X-1"), "DATE-1");
}

TEST_F(EditTreesTest, AreRefusedWhenTheyMayRunInCircles) {
  EXPECT_NE(error(json::array({match(1, 0, 0, kNoTree)})).find("lemmatizer/trees: tree 0"), std::string::npos);
  EXPECT_NE(error({match(0, 0, kNoTree, kNoTree), match(1, 0, kNoTree, 7)}).find("tree 1"), std::string::npos);
}

TEST_F(EditTreesTest, AreRefusedWithoutTheirStrings) {
  EXPECT_NE(error(json::array({replacement("ge", "unlisted")})).find("vocab/strings.json"), std::string::npos);
}

TEST_F(EditTreesTest, AreRefusedWhenTheyAreNeitherKind) {
  EXPECT_NE(error(json::array({json{{"orig", 0}}})).find("tree 0"), std::string::npos);
  EXPECT_NE(error(json::array({json{{"prefix_len", -1}, {"suffix_len", 0}, {"prefix_tree", 0}, {"suffix_tree", 0}}}))
                .find("tree 0"),
            std::string::npos);
}

}  // namespace
}  // namespace verbale
