// The order of classes, on a file of one's own: frequencies, ties, labels added late, and what is refused.
#include "language/transition_moves.h"
#include "support/temp_path.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace verbale {
namespace {

class TransitionMoves : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = temp_path("moves");
    std::filesystem::create_directories(folder_ / "parser");
    std::ofstream(folder_ / "config.cfg") << "[nlp]\npipeline = [\"parser\"]\n";
    std::ofstream(folder_ / "meta.json") << R"({"lang": "en", "name": "test", "version": "1.0.0"})";
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Result<std::vector<TransitionClass>> read(const std::string& moves) {
    std::ofstream file(folder_ / "parser/moves", std::ios::binary);
    file << "\x81\xA5moves\xDA" << char(moves.size() >> 8) << char(moves.size()) << moves;
    file.close();
    Result<Package> package = Package::open(folder_);
    EXPECT_TRUE(package);
    return read_transition_classes(*package, "parser/moves", 4);
  }

  std::filesystem::path folder_;
};

TEST_F(TransitionMoves, SortsByFrequencyThenNameAndPutsLateLabelsLast) {
  const auto classes = read(R"({"3": {"b": 5, "a": 5, "c": 9, "late": -1}, "0": {"": 1}, "2": {"late": -1, "z": 0}})");
  ASSERT_TRUE(classes);
  EXPECT_EQ(*classes,
            (std::vector<TransitionClass>{{0, ""}, {2, "z"}, {3, "c"}, {3, "b"}, {3, "a"}, {2, "late"}, {3, "late"}}));
}

TEST_F(TransitionMoves, RefusesWhatItDoesNotKnow) {
  for (const char* moves :
       {"", "[]", R"({"5": {"": 1}})", R"({"x": {"": 1}})", R"({"1": 7})", R"({"1": {"a": "b"}})"}) {
    const auto classes = read(moves);
    ASSERT_FALSE(classes) << moves;
    EXPECT_NE(classes.error().what().find("parser/moves: moves"), std::string::npos) << classes.error().what();
  }
}

}  // namespace
}  // namespace verbale
