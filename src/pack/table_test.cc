// Tables keep their rows, lines and cells through TSV and pack, and damaged ones are refused with a reason.
#include "pack/table.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace verbale {
namespace {

namespace fs = std::filesystem;

class TableTest : public testing::Test {
 protected:
  void SetUp() override {
    root_ = fs::temp_directory_path() / ("verbale_table_" + std::to_string(::getpid()));
    fs::create_directories(root_ / "data/birds");
    write("data/birds/owls.tsv", "# night birds\nname\tcalls\nbarn owl\tscreech; hiss\n\ntawny owl\n");
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const char* name, std::string_view text) { std::ofstream(root_ / name, std::ios::binary) << text; }

  void expect_owls(const Knowledge& knowledge) {
    const Table* owls = knowledge.find("birds/owls.tsv");
    ASSERT_NE(owls, nullptr);
    ASSERT_EQ(owls->rows(), 2u);
    EXPECT_EQ(owls->line(1), 5u);
    EXPECT_EQ(owls->cell(0, "name"), "barn owl");
    EXPECT_EQ(split_list(owls->cell(0, "calls")), (std::vector<std::string_view>{"screech", "hiss"}));
    EXPECT_EQ(owls->cell(1, "calls"), "");
    EXPECT_EQ(owls->row_name(0), "owls.tsv:3");
  }

  fs::path root_;
};

TEST_F(TableTest, ReadsTsv) {
  auto knowledge = Knowledge::read_folder(root_ / "data");
  ASSERT_TRUE(knowledge) << knowledge.error().what();
  expect_owls(*knowledge);
}

TEST_F(TableTest, SurvivesPacking) {
  ASSERT_TRUE(write_pack(root_ / "data", "birds", root_ / "birds.pack"));
  auto knowledge = Knowledge::open(root_, {});
  ASSERT_TRUE(knowledge) << knowledge.error().what();
  expect_owls(*knowledge);
}

TEST_F(TableTest, RefusesDamagedPack) {
  ASSERT_TRUE(write_pack(root_ / "data", "birds", root_ / "birds.pack"));
  std::fstream file(root_ / "birds.pack", std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(40);
  file.put('!');
  file.close();
  auto knowledge = Knowledge::open(root_, {});
  ASSERT_FALSE(knowledge);
  EXPECT_NE(knowledge.error().what().find("checksum"), std::string::npos) << knowledge.error().what();
}

TEST_F(TableTest, PointsAtRowsWithTooManyCells) {
  write("data/birds/owls.tsv", "name\tcalls\nbarn owl\tscreech\textra\n");
  auto knowledge = Knowledge::read_folder(root_ / "data");
  ASSERT_FALSE(knowledge);
  EXPECT_NE(knowledge.error().what().find("birds/owls.tsv:2"), std::string::npos) << knowledge.error().what();
}

}  // namespace
}  // namespace verbale
