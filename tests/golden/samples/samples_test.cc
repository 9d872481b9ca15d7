// The project's own articles, read by the whole engine: NN-*.json is the record of samples/NN-*.txt as it was reviewed,
// NN.rows what a careful reader finds in it. The golden record shows every change of any stage; the rows tell whether
// it is for the better.
//
// VERBALE_GOLDEN_UPDATE=1 rewrites the records, and takes "known-miss" from the rows that have begun to hold.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

#include "engine.h"
#include "golden/samples/record_view.h"
#include "golden/samples/rows.h"
#include "ingest/date.h"
#include "record/json.h"
#include "support/record_check.h"

namespace verbale {
namespace {

using nlohmann::json;
using testing::RecordView;
using testing::Row;

const std::filesystem::path kSamples = VERBALE_ROOT "/samples";
const std::filesystem::path kGolden = VERBALE_ROOT "/tests/golden/samples";
constexpr int kDifferencesShown = 12;

struct Sample {
  std::string name;  // "01-envoy-in-chisinau"
  std::string date;
  std::string url;
};

void PrintTo(const Sample& sample, std::ostream* out) { *out << sample.name; }

bool is_updating() { return std::getenv("VERBALE_GOLDEN_UPDATE") != nullptr; }

std::string read_file(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::vector<Sample> read_samples() {
  std::vector<Sample> samples;
  std::ifstream in(kSamples / "dates.tsv");
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    Sample sample;
    if (line.starts_with('#') || !(cells >> sample.name >> sample.date >> sample.url) || sample.name == "file")
      continue;
    sample.name.resize(sample.name.rfind('.'));
    samples.push_back(sample);
  }
  return samples;
}

class SamplesTest : public ::testing::TestWithParam<Sample> {
 protected:
  static void SetUpTestSuite() {
    if (engine_) return;
    Result<Engine> opened = Engine::open({.packs = VERBALE_BUILD "/packs", .overlays = {}});
    ASSERT_TRUE(opened) << opened.error().what();
    engine_ = std::make_unique<Engine>(*std::move(opened));
  }

  static json read_sample(const Sample& sample) {
    Article article;
    article.text = read_file(kSamples / (sample.name + ".txt"));
    article.published = *read_date(sample.date);
    article.url = sample.url;
    Engine::Worker worker(*engine_);
    Document doc(article);
    engine_->read(doc, worker);
    std::string line;
    write_record(doc, line);
    return json::parse(line);
  }

  static std::unique_ptr<Engine> engine_;
};

std::unique_ptr<Engine> SamplesTest::engine_;

// The line of a table moves whenever a row is put above it; which table it was is what the golden record keeps.
json without_line_numbers(json record) {
  for (json& event : record["events"]) {
    const std::string rule = event["rule"];
    event["rule"] = rule.substr(0, rule.rfind(':'));
  }
  return record;
}

// Indented, with each span on one line.
std::string pretty(const json& record) {
  static const std::regex span(R"(\[\s+(\d+),\s+(\d+)\s+\])");
  return std::regex_replace(record.dump(1), span, "[$1, $2]") + "\n";
}

// "events/3/status: was "planned", is "happened"", with the words where the value is a span.
std::string describe(const json& step, const json& before, const RecordView& view) {
  const json::json_pointer path(step["path"].get<std::string>());
  std::string told = step["path"].get<std::string>().substr(1) + ": ";
  if (step["op"] != "add") told += "was " + before.at(path).dump().substr(0, 160);
  if (step["op"] == "add") told += "new";
  if (step["op"] == "replace") told += ", is";
  if (step["op"] == "remove") return told + ", is gone";
  const json& value = step["value"];
  told += " " + value.dump().substr(0, 240);
  const bool is_span = value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number();
  return is_span ? told + " \"" + view.words(value) + "\"" : told;
}

std::string differences(const json& before, const json& now) {
  const RecordView view(now);
  const json steps = json::diff(before, now);
  std::string told;
  for (size_t i = 0; i < steps.size() && i < kDifferencesShown; ++i) told += "\n  " + describe(steps[i], before, view);
  if (steps.size() > kDifferencesShown) told += "\n  and " + std::to_string(steps.size() - kDifferencesShown) + " more";
  return told;
}

TEST_P(SamplesTest, RecordIsWellFormed) {
  for (const std::string& problem : testing::check_record(read_sample(GetParam())))
    ADD_FAILURE() << GetParam().name << ": " << problem;
}

TEST_P(SamplesTest, RecordIsTheReviewedOne) {
  const json now = without_line_numbers(read_sample(GetParam()));
  const std::filesystem::path golden = kGolden / (GetParam().name + ".json");
  if (is_updating()) {
    std::ofstream(golden) << pretty(now);
    return;
  }
  const json before = json::parse(read_file(golden), nullptr, false);
  ASSERT_FALSE(before.is_discarded()) << golden << " is not there; VERBALE_GOLDEN_UPDATE=1 writes it";
  EXPECT_TRUE(before == now) << GetParam().name << differences(before, now);
}

TEST_P(SamplesTest, HoldsWhatAReaderFinds) {
  const json record = read_sample(GetParam());
  const RecordView view(record);
  const std::filesystem::path path = kGolden / (GetParam().name.substr(0, 2) + ".rows");
  const std::vector<Row> rows = testing::read_rows(path);
  ASSERT_FALSE(rows.empty()) << path;

  std::vector<int> found;
  size_t missed = 0;
  for (const Row& row : rows) {
    ASSERT_EQ(testing::misspelt(row), "") << path << ":" << row.number;
    const bool is_held = testing::holds(row, view);
    missed += row.known_miss && !is_held;
    if (row.known_miss && is_held) found.push_back(row.number);
    EXPECT_TRUE(is_held || row.known_miss)
        << path << ":" << row.number << "\n  " << row.line << "\n  the record has" << testing::tell_nearest(row, view);
    EXPECT_TRUE(!is_held || !row.known_miss || is_updating())
        << path << ":" << row.number << "\n  " << row.line << "\n  holds now: take its \"known-miss\" away";
  }
  if (is_updating()) testing::take_known_misses(path, found);
  RecordProperty("known_misses", int(missed));
  std::cout << GetParam().name << ": " << rows.size() - missed << " of " << rows.size() << " rows hold, " << missed
            << " known misses\n";
}

INSTANTIATE_TEST_SUITE_P(Every, SamplesTest, ::testing::ValuesIn(read_samples()),
                         [](const auto& sample) { return "Sample" + sample.param.name.substr(0, 2); });

}  // namespace
}  // namespace verbale
