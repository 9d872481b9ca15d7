// The network against spaCy's own decisions on the same features, and against damaged packages.
//
// Golden files are written by tools/oracle/features.py. VERBALE_NETWORK_GOLDEN names a larger file of the same form.
#include "language/network.h"
#include "support/temp_path.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

namespace verbale {
namespace {

const std::filesystem::path kPackage = VERBALE_ROOT "/assets/en_core_web_sm-3.8.0";

struct Decision {
  std::string tag, dep, name_type;
  uint32_t head = 0;
  bool sentence_start = false, name_begin = false;

  friend bool operator==(const Decision&, const Decision&) = default;
};

struct Case {
  std::vector<TokenFeatures> tokens;
  std::vector<Decision> decisions;
};

Case read_case(const std::string& line) {
  Case golden;
  const nlohmann::json parsed = nlohmann::json::parse(line);
  for (const auto& row : parsed["tokens"]) {
    const auto id = [&](int column) { return uint64_t(std::stoull(row[column].get<std::string>())); };
    golden.tokens.push_back({id(0), id(1), id(2), id(3), row[4] == 1, row[5] == 1});
    golden.decisions.push_back({row[6], row[8], row[11], row[7], row[9] == 1, row[10] == "B"});
  }
  return golden;
}

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) cases.push_back(read_case(line));
  return cases;
}

std::vector<Decision> decide(const Network& network, NetworkScratch& scratch,
                             const std::vector<TokenFeatures>& tokens) {
  Prediction found;
  network.predict(tokens, scratch, found);
  std::vector<Decision> decisions;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const uint16_t type = found.name_type[i];
    decisions.push_back({network.tags()[found.tag[i]], network.dep_labels()[found.label[i]],
                         type == kNoName ? "" : network.name_labels()[type], found.head[i],
                         found.sentence_start[i] != 0, found.name_begin[i] != 0});
  }
  return decisions;
}

class NetworkTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!std::filesystem::exists(kPackage)) GTEST_SKIP() << "the English package is not unpacked in assets/";
  }

  static Network open() {
    Result<Package> package = Package::open(kPackage);
    EXPECT_TRUE(package);
    Result<Network> network = Network::open(*package);
    EXPECT_TRUE(network) << (network ? "" : network.error().what());
    return *std::move(network);
  }
};

TEST_F(NetworkTest, DecidesAsSpacyDoes) {
  const Network network = open();
  NetworkScratch scratch;
  const auto cases = read_cases(VERBALE_ROOT "/tests/golden/language/network-en.jsonl");
  ASSERT_FALSE(cases.empty());
  for (size_t at = 0; at < cases.size(); ++at) {
    const auto decisions = decide(network, scratch, cases[at].tokens);
    for (size_t i = 0; i < decisions.size(); ++i)
      EXPECT_TRUE(decisions[i] == cases[at].decisions[i])
          << "line " << at + 1 << ", token " << i << ": " << decisions[i].tag << " " << decisions[i].head << " "
          << decisions[i].dep << " " << decisions[i].name_type;
  }
}

TEST_F(NetworkTest, ForgetsEarlierDocuments) {
  const Network network = open();
  const auto cases = read_cases(VERBALE_ROOT "/tests/golden/language/network-en.jsonl");
  NetworkScratch reused;
  for (const Case& golden : cases) {
    NetworkScratch fresh;
    EXPECT_TRUE(decide(network, reused, golden.tokens) == decide(network, fresh, golden.tokens));
  }
}

TEST_F(NetworkTest, ServesThreadsTogether) {
  const Network network = open();
  const auto cases = read_cases(VERBALE_ROOT "/tests/golden/language/network-en.jsonl");
  std::vector<size_t> wrong(4);
  std::vector<std::thread> workers;
  for (size_t& mistakes : wrong)
    workers.emplace_back([&] {
      NetworkScratch scratch;
      for (const Case& golden : cases) mistakes += decide(network, scratch, golden.tokens) != golden.decisions;
    });
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(wrong, std::vector<size_t>(4));
}

TEST_F(NetworkTest, TakesDocumentsOfAnySize) {
  const Network network = open();
  NetworkScratch scratch;
  EXPECT_TRUE(decide(network, scratch, {}).empty());
  TokenFeatures same{8566208034543834098u, 1, 2, 3, true, false};
  for (size_t count : {1, 2, 63, 64, 65, 129, 3000, 33000}) {
    const auto decisions = decide(network, scratch, std::vector<TokenFeatures>(count, same));
    ASSERT_EQ(decisions.size(), count);
    EXPECT_TRUE(decisions[0].sentence_start);
    for (const Decision& decision : decisions) EXPECT_LT(decision.head, count);
  }
}

TEST_F(NetworkTest, AgreesWithALargerCorpus) {
  const char* path = std::getenv("VERBALE_NETWORK_GOLDEN");
  if (path == nullptr) GTEST_SKIP() << "VERBALE_NETWORK_GOLDEN names no file";
  const Network network = open();
  NetworkScratch scratch;
  size_t tokens = 0, tags = 0, heads = 0, labels = 0, starts = 0, names = 0;
  const auto cases = read_cases(path);
  for (size_t at = 0; at < cases.size(); ++at) {
    const auto decisions = decide(network, scratch, cases[at].tokens);
    tokens += decisions.size();
    for (size_t i = 0; i < decisions.size(); ++i) {
      const Decision &ours = decisions[i], &theirs = cases[at].decisions[i];
      if (!(ours == theirs))
        std::cout << "line " << at + 1 << " token " << i << ": " << ours.tag << " " << ours.head << " " << ours.dep
                  << " " << ours.sentence_start << " " << ours.name_type << " | " << theirs.tag << " " << theirs.head
                  << " " << theirs.dep << " " << theirs.sentence_start << " " << theirs.name_type << "\n";
      tags += ours.tag == theirs.tag;
      heads += ours.head == theirs.head;
      labels += ours.dep == theirs.dep;
      starts += ours.sentence_start == theirs.sentence_start;
      names += ours.name_type == theirs.name_type && ours.name_begin == theirs.name_begin;
    }
  }
  std::cout << tokens << " tokens; equal: tags " << tags << ", heads " << heads << ", labels " << labels
            << ", sentence starts " << starts << ", names " << names << "\n";
  EXPECT_GE(double(tags + heads + labels + starts + names), 5.0 * double(tokens) * 0.9999);
}

// What opening says of a package in which one file is replaced. The other files are links to the real ones.
std::string error_with(const std::string& file, const std::string& content) {
  namespace fs = std::filesystem;
  const fs::path folder = temp_path("damaged");
  fs::remove_all(folder);
  for (const auto& entry : fs::recursive_directory_iterator(kPackage)) {
    const fs::path link = folder / fs::relative(entry.path(), kPackage);
    fs::create_directories(link.parent_path());
    if (entry.is_regular_file()) fs::create_symlink(entry.path(), link);
  }
  fs::remove(folder / file);
  std::ofstream(folder / file, std::ios::binary) << content;

  Result<Package> package = Package::open(folder);
  if (!package) return package.error().what();
  Result<Network> network = Network::open(*package);
  fs::remove_all(folder);
  return network ? "" : network.error().what();
}

std::string content_of(const std::string& file) {
  std::ifstream stream(kPackage / file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

TEST_F(NetworkTest, NamesTheFileThatIsDamaged) {
  for (const char* file : {"tok2vec/model", "tagger/model", "tagger/cfg", "parser/model", "parser/moves", "ner/model",
                           "ner/moves", "config.cfg", "meta.json"}) {
    const std::string content = content_of(file);
    for (double part : {0.0, 0.1, 0.5, 0.97}) {
      const std::string error = error_with(file, content.substr(0, size_t(double(content.size()) * part)));
      if (std::string_view(file) == "config.cfg" && part >= 0.5) continue;  // the pipeline is read from the first lines
      EXPECT_NE(error.find(file), std::string::npos) << file << " cut to " << part << ": " << error;
    }
  }
}

TEST_F(NetworkTest, NamesThePartThatDoesNotFit) {
  std::string model = content_of("tagger/model");
  const size_t at = model.find("<f4");
  ASSERT_NE(at, std::string::npos);
  model[at + 2] = '8';
  const std::string error = error_with("tagger/model", model);
  EXPECT_NE(error.find("tagger/model"), std::string::npos) << error;
  EXPECT_NE(error.find("softmax"), std::string::npos) << error;
  EXPECT_NE(error_with("tagger/model", content_of("parser/model")).find("softmax"), std::string::npos);
  EXPECT_NE(error_with("ner/moves", content_of("parser/moves")).find("ner/model"), std::string::npos);
}

TEST_F(NetworkTest, SurvivesFlippedBytes) {
  for (const char* file : {"tagger/model", "parser/moves", "tagger/cfg"}) {
    const std::string content = content_of(file);
    for (size_t step = 0; step < 12; ++step) {
      std::string damaged = content;
      damaged[content.size() * step / 12] = char(damaged[content.size() * step / 12] ^ 0x55);
      error_with(file, damaged);
    }
  }
}

}  // namespace
}  // namespace verbale
