// Opening packages: the settings file, and what the errors say when a part is missing.
#include "language/package.h"

#include <gtest/gtest.h>

#include <fstream>

namespace verbale {
namespace {

using Texts = std::vector<std::string>;

TEST(PackageConfig, ReadsJsonValuesAndReferences) {
  Result<PackageConfig> config = PackageConfig::parse(
      "[a.encode]\nwidth = 96\nlist = [\"x\",\n    \"y\"]\n# comment\n[b]\nold = ${a.encode:width}\n"
      "new = ${a.encode.width}\nrows = [5000,1000]\nnone = null\nyes = true\nround = ${b.round}\n");
  ASSERT_TRUE(config);
  EXPECT_EQ(config->integer("b", "old"), 96);
  EXPECT_EQ(config->integer("b", "new"), 96);
  EXPECT_EQ(config->texts("a.encode", "list"), (Texts{"x", "y"}));
  EXPECT_EQ(config->integers("b", "rows"), (std::vector<int64_t>{5000, 1000}));
  EXPECT_EQ(config->boolean("b", "yes"), true);
  EXPECT_FALSE(config->integer("b", "none"));
  EXPECT_FALSE(config->integer("b", "absent"));
  EXPECT_FALSE(config->integer("absent", "width"));
  EXPECT_FALSE(config->integer("b", "round"));
}

TEST(PackageConfig, PointsAtTheLineThatIsWrong) {
  Result<PackageConfig> config = PackageConfig::parse("[a]\nx = 1\nno equals\n");
  ASSERT_FALSE(config);
  EXPECT_NE(config.error().what().find("config.cfg:3"), std::string::npos);
}

TEST(Package, SaysWhatIsMissing) {
  Result<Package> package = Package::open("no/such/folder");
  ASSERT_FALSE(package);
  EXPECT_NE(package.error().what().find("no/such/folder"), std::string::npos);
}

TEST(Package, OpensTheEnglishPackage) {
  Result<Package> package = Package::open(VERBALE_ROOT "/assets/en_core_web_sm-3.8.0");
  if (!package) GTEST_SKIP() << "the English package is not unpacked: " << package.error().what();
  EXPECT_EQ(package->language(), "en");
  EXPECT_EQ(package->version(), (PackageVersion{3, 8, 0}));
  EXPECT_EQ(package->pipeline(), (Texts{"tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "ner"}));
  EXPECT_FALSE(package->runs("senter"));
  EXPECT_TRUE(package->has("tokenizer"));
  EXPECT_FALSE(package->has("transformer/model"));
  for (const char* file : {"tokenizer", "vocab/lookups.bin", "lemmatizer/lookups/lookups.bin", "parser/moves",
                           "tok2vec/model", "ner/model", "attribute_ruler/patterns"}) {
    Result<PackageData> data = package->read_msgpack(file);
    EXPECT_TRUE(data) << file << ": " << (data ? "" : data.error().what());
  }
  Result<PackageData> absent = package->read_msgpack("absent/model");
  ASSERT_FALSE(absent);
  EXPECT_NE(absent.error().what().find("absent/model"), std::string::npos);
}

}  // namespace
}  // namespace verbale
