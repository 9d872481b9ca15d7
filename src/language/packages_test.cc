// Packages of other kinds than the English default: tiny ones that were trained for this test, and real ones where they
// have been fetched. What they decide is compared with the oracle; what is damaged or of another kind must be refused.
#include <gtest/gtest.h>

#include <fstream>

#include "language/language.h"
#include "support/parse_differences.h"
#include "support/parsed_document.h"
#include "support/temp_path.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

const fs::path kSmallPackages = VERBALE_BUILD "/test-packages";
const fs::path kFetchedPackages = VERBALE_ROOT "/assets/packages";

void expect_no_differences(const fs::path& package, const fs::path& parsed) {
  const Result<Language> language = Language::open(package);
  ASSERT_TRUE(language) << language.error().what();
  Language::Scratch scratch(*language);
  std::ifstream lines(parsed);
  size_t texts = 0;
  for (std::string line; std::getline(lines, line); ++texts) {
    const auto theirs = testing::read_parsed(line);
    Document ours(theirs->article);
    language->parse(ours, scratch);
    for (const auto& difference : testing::find_differences(ours, *theirs->doc))
      ADD_FAILURE() << "text " << texts << ": " << testing::describe(difference, *theirs->doc);
  }
  EXPECT_GT(texts, 3u) << parsed;
}

// ---- trained for the test --------------------------------------------------------------------------------------

class SmallPackageTest : public ::testing::TestWithParam<const char*> {};

TEST_P(SmallPackageTest, DecidesAsTheOracleDoes) {
  const fs::path package = kSmallPackages / GetParam();
  expect_no_differences(package, package / "parsed.jsonl");
}

INSTANTIATE_TEST_SUITE_P(Packages, SmallPackageTest, ::testing::Values("de_small", "en_vectors"));

TEST(SmallPackages, TakeTheirLemmasFromTreesAndRules) {
  const Result<Language> language = Language::open(kSmallPackages / "de_small");
  ASSERT_TRUE(language) << language.error().what();
  EXPECT_EQ(language->code(), "de");
  Language::Scratch scratch(*language);
  Article article;
  article.text = "Der Minister schloss nicht die Häfen.";
  Document doc(article);
  language->parse(doc, scratch);
  ASSERT_EQ(doc.tokens.size(), 7u);
  EXPECT_EQ(doc.tokens[2].lemma, "schließen");
  EXPECT_EQ(doc.tokens[3].lemma, "Nicht");  // a rule behind the lemmatizer
  EXPECT_EQ(doc.tokens[5].lemma, "Hafen");
  EXPECT_EQ(doc.tokens[3].pos, Pos::part);
  EXPECT_EQ(doc.tokens[5].morph, "Case=Acc|Gender=Masc");
}

TEST(SmallPackages, OfFloretVectorsAreRefused) {
  const Result<Language> language = Language::open(kSmallPackages / "en_floret");
  ASSERT_FALSE(language);
  EXPECT_NE(language.error().what().find("vocab/vectors.cfg"), std::string::npos) << language.error().what();
  EXPECT_NE(language.error().what().find("floret"), std::string::npos) << language.error().what();
}

// ---- damaged ---------------------------------------------------------------------------------------------------

// A copy of a small package in which one file can be changed.
class ChangedPackage {
 public:
  ChangedPackage(const std::string& package, std::string file)
      : folder_(temp_path("changed-" + package)), file_(std::move(file)) {
    fs::remove_all(folder_);
    fs::copy(kSmallPackages / package, folder_, fs::copy_options::recursive);
    std::ifstream stream(folder_ / file_, std::ios::binary);
    content_ = {std::istreambuf_iterator<char>(stream), {}};
  }
  ~ChangedPackage() { fs::remove_all(folder_); }
  ChangedPackage(const ChangedPackage&) = delete;
  ChangedPackage& operator=(const ChangedPackage&) = delete;

  const std::string& content() const { return content_; }

  // The file with the first occurrence of a part replaced.
  std::string with(std::string_view part, std::string_view other) const {
    std::string changed = content_;
    const size_t at = changed.find(part);
    EXPECT_NE(at, std::string::npos) << part;
    if (at != std::string::npos) changed.replace(at, part.size(), other);
    return changed;
  }

  // What opening says when the file has that content; "" when it opens.
  std::string error_with(const std::string& content) const {
    std::ofstream(folder_ / file_, std::ios::binary) << content;
    const Result<Language> language = Language::open(folder_);
    return language ? "" : language.error().what();
  }

 private:
  fs::path folder_;
  std::string file_, content_;
};

struct PackageFile {
  const char* package;
  const char* file;
};

class DamagedPackageTest : public ::testing::TestWithParam<PackageFile> {};

TEST_P(DamagedPackageTest, NamesTheFileThatIsCut) {
  const auto [package, file] = GetParam();
  const ChangedPackage changed(package, file);
  ASSERT_FALSE(changed.content().empty());
  for (const double part : {0.0, 0.3, 0.9}) {
    const std::string error =
        changed.error_with(changed.content().substr(0, size_t(double(changed.content().size()) * part)));
    EXPECT_NE(error.find(file), std::string::npos) << part << ": " << error;
  }
}

TEST_P(DamagedPackageTest, SurvivesFlippedBytes) {
  const auto [package, file] = GetParam();
  const ChangedPackage changed(package, file);
  for (size_t step = 0; step < 16; ++step) {
    std::string damaged = changed.content();
    char& byte = damaged[damaged.size() * step / 16];
    byte = char(byte ^ 0x55);
    changed.error_with(damaged);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Files, DamagedPackageTest,
    ::testing::Values(PackageFile{"de_small", "lemmatizer/trees"}, PackageFile{"de_small", "lemmatizer/cfg"},
                      PackageFile{"de_small", "lemmatizer/model"}, PackageFile{"de_small", "morphologizer/cfg"},
                      PackageFile{"de_small", "morphologizer/model"}, PackageFile{"de_small", "vocab/strings.json"},
                      PackageFile{"en_vectors", "vocab/vectors"}, PackageFile{"en_vectors", "vocab/vectors.cfg"},
                      PackageFile{"en_vectors", "vocab/key2row"}, PackageFile{"en_vectors", "senter/model"}),
    [](const auto& entry) {
      std::string name = entry.param.file;
      for (char& letter : name)
        if (!std::isalnum(uint8_t(letter))) letter = '_';
      return name;
    });

// ---- of another kind -------------------------------------------------------------------------------------------

struct Refusal {
  const char* package;
  const char* file;
  const char* part;
  const char* replacement;
  const char* expected;  // in the message, besides the file
};

class RefusedPackageTest : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedPackageTest, SaysWhichComponentOrPartIsNotSupported) {
  const Refusal& refusal = GetParam();
  const ChangedPackage changed(refusal.package, refusal.file);
  const std::string error = changed.error_with(changed.with(refusal.part, refusal.replacement));
  EXPECT_NE(error.find(refusal.file), std::string::npos) << error;
  EXPECT_NE(error.find(refusal.expected), std::string::npos) << error;
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, RefusedPackageTest,
    ::testing::Values(
        Refusal{"de_small", "config.cfg", "factory = \"ner\"", "factory = \"beam_ner\"", "beam_ner"},
        Refusal{"de_small", "config.cfg", "factory = \"ner\"", "factory = \"parser\"", "second component"},
        Refusal{"de_small", "config.cfg", "\"parser\", \"lemmatizer\", \"attribute_ruler\"",
                "\"attribute_ruler\", \"lemmatizer\", \"parser\"", "\"attribute_ruler\" before \"parser\""},
        Refusal{"de_small", "config.cfg", "after_creation = null", "after_creation = {\"@callbacks\":\"x\"}",
                "callbacks"},
        Refusal{"de_small", "config.cfg", "spacy.Tokenizer.v1", "example.Tokenizer.v1", "tokenizer"},
        Refusal{"de_small", "config.cfg", "backoff = \"orth\"", "backoff = \"norm\"", "backoff"},
        Refusal{"de_small", "config.cfg", "top_k = 3", "top_k = 0", "top_k"},
        Refusal{"de_small", "tok2vec/model",
                "\xA9"
                "hashembed",
                "\xA9"
                "charembed",
                "charembed"},
        Refusal{"de_small", "morphologizer/cfg", "\"extend\"", "\"labels_morph\":{\"X\":\"\"},\"extend\"", "labels"},
        Refusal{"en_vectors", "vocab/vectors.cfg", "\"mode\":\"default\"", "\"mode\":\"default\",\"attr\":\"NORM\"",
                "attr"},
        Refusal{"en_vectors", "vocab/vectors", "<f4", "<f8", "header"},
        Refusal{"en_vectors", "vocab/vectors", ", 12)", ", 13)", "size"},
        Refusal{"en_vectors", "config.cfg", "mode = \"lookup\"", "mode = \"pymorphy3\"", "pymorphy3"}));

// ---- fetched ---------------------------------------------------------------------------------------------------

struct Fetched {
  const char* package;
  const char* golden;
};

class FetchedPackageTest : public ::testing::TestWithParam<Fetched> {};

TEST_P(FetchedPackageTest, DecidesAsTheOracleDoes) {
  const fs::path package = kFetchedPackages / GetParam().package;
  if (!fs::exists(package / "config.cfg")) GTEST_SKIP() << "not fetched: " << package.string();
  expect_no_differences(package, fs::path(VERBALE_ROOT "/tests/golden/language") / GetParam().golden);
}

INSTANTIATE_TEST_SUITE_P(Packages, FetchedPackageTest,
                         ::testing::Values(Fetched{"en_core_web_md-3.8.0", "en_md.jsonl"},
                                           Fetched{"fr_core_news_sm-3.8.0", "fr.jsonl"},
                                           Fetched{"cs_core_news_sm-0.2.1", "cs.jsonl"}));

}  // namespace
}  // namespace verbale
