// The gazetteer: folding, look-ups, what the writer makes of its sources, and files that are no gazetteer.
#include "resolve/gazetteer.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "resolve/test_gazetteer.h"

namespace verbale {
namespace {

std::string folded(std::string_view name) {
  PlaceFoldBuffer buffer;
  return std::string(fold_place_name(name, buffer));
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void write_file(const std::filesystem::path& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

TEST(FoldPlaceName, DropsCaseAccentsAndPunctuation) {
  EXPECT_EQ(folded("São  Paulo"), "sao paulo");
  EXPECT_EQ(folded("Saint-Étienne"), "st etienne");
  EXPECT_EQ(folded("St. Etienne"), "st etienne");
  EXPECT_EQ(folded("N’Djamena"), "ndjamena");
  EXPECT_EQ(folded("Łódź"), "lodz");
  EXPECT_EQ(folded("Fort Worth"), "ft worth");
  EXPECT_EQ(folded("W.Va."), "wva");
}

TEST(FoldPlaceName, OtherScriptsAndOverlongNamesFoldToNothing) {
  EXPECT_EQ(folded("Київ"), "");
  EXPECT_EQ(folded(std::string(500, 'a')), "");
  EXPECT_EQ(folded(""), "");
  EXPECT_EQ(folded(" .'- "), "");
}

TEST(Gazetteer, FindsATownUnderItsOtherNames) {
  const Gazetteer& gazetteer = testing::test_gazetteer();
  for (const char* name : {"Kyiv", "Kiev", "KIEV", "kyiv"}) {
    ASSERT_FALSE(gazetteer.lookup(name).empty()) << name;
    const uint32_t row = gazetteer.lookup(name).front().row;
    EXPECT_EQ(gazetteer.name(row), "Kyiv");
    EXPECT_EQ(gazetteer.row(row).geonames, 703448u);
    EXPECT_EQ(gazetteer.alpha3(row), "UKR");
    EXPECT_NEAR(gazetteer.lat(row), 50.45, 0.01);
  }
}

TEST(Gazetteer, UnknownNamesFindNothing) {
  EXPECT_TRUE(testing::test_gazetteer().lookup("Zarkhabanda").empty());
  EXPECT_TRUE(testing::test_gazetteer().lookup("").empty());
}

TEST(Gazetteer, BestKnownNamesakeComesFirst) {
  const auto found = testing::test_gazetteer().lookup("Paris");
  ASSERT_GT(found.size(), 2u);
  EXPECT_EQ(testing::test_gazetteer().alpha3(found.front().row), "FRA");
}

TEST(Gazetteer, KnowsWhatHoldsWhat) {
  const Gazetteer& gazetteer = testing::test_gazetteer();
  const uint32_t ukraine = gazetteer.lookup("Ukraine").front().row, kyiv = gazetteer.lookup("Kyiv").front().row;
  const uint32_t square = gazetteer.lookup("Saint Michael's Square").front().row;
  EXPECT_TRUE(gazetteer.contains(ukraine, kyiv));
  EXPECT_TRUE(gazetteer.contains(kyiv, square));
  EXPECT_TRUE(gazetteer.contains(ukraine, square));
  EXPECT_FALSE(gazetteer.contains(kyiv, ukraine));
  EXPECT_FALSE(gazetteer.contains(kyiv, kyiv));
}

TEST(Gazetteer, WordsHaveUses) {
  const Gazetteer& gazetteer = testing::test_gazetteer();
  EXPECT_TRUE(gazetteer.is("square", WordUse::site));
  EXPECT_FALSE(gazetteer.is("square", WordUse::locative));
  EXPECT_FALSE(gazetteer.is("zarkh", WordUse::site));
}

TEST(Gazetteer, SameSourcesSameBytes) {
  const auto first = testing::test_path("first.gaz"), second = testing::test_path("second.gaz");
  ASSERT_TRUE(write_gazetteer(testing::test_sources(), first));
  ASSERT_TRUE(write_gazetteer(testing::test_sources(), second));
  EXPECT_EQ(read_file(first), read_file(second));
  EXPECT_TRUE(Gazetteer::open(first)->verify());
  std::filesystem::remove(first);
  std::filesystem::remove(second);
}

TEST(Gazetteer, RefusesWhatIsNoGazetteer) {
  const auto path = testing::test_path("broken.gaz");
  ASSERT_TRUE(write_gazetteer(testing::test_sources(), path));
  const std::string bytes = read_file(path);

  EXPECT_FALSE(Gazetteer::open("no/such/file"));
  write_file(path, "VERB");
  EXPECT_FALSE(Gazetteer::open(path));
  write_file(path, bytes.substr(0, bytes.size() - 1));
  EXPECT_FALSE(Gazetteer::open(path));
  std::string header = bytes;
  header[16] = char(header[16] + 1);
  write_file(path, header);
  EXPECT_FALSE(Gazetteer::open(path));
  std::filesystem::remove(path);
}

TEST(Gazetteer, VerifyFindsADamagedBody) {
  const auto path = testing::test_path("damaged.gaz");
  ASSERT_TRUE(write_gazetteer(testing::test_sources(), path));
  std::string bytes = read_file(path);
  bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
  write_file(path, bytes);
  const Result<Gazetteer> gazetteer = Gazetteer::open(path);
  ASSERT_TRUE(gazetteer);
  EXPECT_FALSE(gazetteer->verify());
  std::filesystem::remove(path);
}

TEST(GazetteerWriter, PointsAtAWrongRow) {
  const auto folder = testing::test_path("tables");
  std::filesystem::create_directories(folder);
  write_file(folder / "countries.tsv",
             "alpha2\talpha3\tname\taliases\tlat\tlon\tcapital\tregion\nXA\tXAA\tNowhere\t\t95\t0\t\t\n");
  const Status written = write_gazetteer({folder, {}, {}, {}}, testing::test_path("never.gaz"));
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().what().find("countries.tsv:2"), std::string::npos) << written.error().what();
  std::filesystem::remove_all(folder);
}

TEST(DistanceKm, IsTheGreatCircle) {
  EXPECT_NEAR(distance_km(50.45, 30.52, 50.45, 30.52), 0, 1e-9);
  EXPECT_NEAR(distance_km(50.45, 30.52, 54.69, 25.28), 587, 5);
  EXPECT_NEAR(distance_km(0, 0, 0, 180), 20015, 10);
}

}  // namespace
}  // namespace verbale
