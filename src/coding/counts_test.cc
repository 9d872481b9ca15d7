#include "coding/counts.h"

#include "coding/event_reading_test.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

std::string number(const std::optional<double>& value) { return value ? std::to_string(int64_t(*value)) : "-"; }

std::vector<std::string> describe(const Document& doc, const Event& event) {
  std::vector<std::string> lines;
  for (const Count& count : event.counts)
    lines.push_back(std::string(to_label(count.kind)) + " " + number(count.low) + ".." + number(count.high) + " [" +
                    std::string(doc.words(count.span)) + "]");
  return lines;
}

TEST(Counts, GoldenCases) { testing::check_event_cases("counts.case", describe); }

const Count* count_of(const Document& doc, std::string_view kind) {
  for (const Event& event : doc.events)
    for (const Count& count : event.counts)
      if (to_label(count.kind) == kind) return &count;
  return nullptr;
}

TEST(Counts, EveryWordProvesItself) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find("counts/words.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    EXPECT_NE(count_of(*reading->doc, table->cell(row, "kind")), nullptr)
        << table->row_name(row) << ": " << table->cell(row, "example") << testing::events_of(*reading->doc);
  }
}

TEST(Counts, EveryBoundProvesItself) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find("counts/bounds.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    const Count* count = count_of(*reading->doc, "dead");
    ASSERT_NE(count, nullptr) << table->row_name(row) << ": " << table->cell(row, "example")
                              << testing::events_of(*reading->doc);
    const std::string_view bound = table->cell(row, "bound");
    EXPECT_EQ(count->low.has_value(), bound != "high") << table->row_name(row);
    EXPECT_EQ(count->high.has_value(), bound != "low") << table->row_name(row);
  }
}

TEST(Counts, EveryVagueWordProvesItself) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find("counts/vague.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string phrase(table->cell(row, "phrase"));
    const std::string_view low = table->cell(row, "low");
    const bool counted = phrase.ends_with('s') && phrase.find("several") == phrase.npos && !low.empty();
    const auto reading =
        reader->read("The rebels killed " + phrase + (counted ? " of villagers" : " villagers") + " on Monday.");
    if (reading->doc->events.empty()) continue;  // millions: numbers that the codebook does not read as persons
    const Count* count = count_of(*reading->doc, "dead");
    if (low.empty()) {
      EXPECT_EQ(count, nullptr) << table->row_name(row);
      continue;
    }
    ASSERT_NE(count, nullptr) << table->row_name(row) << testing::events_of(*reading->doc);
    EXPECT_EQ(number(count->low), low) << table->row_name(row);
    EXPECT_FALSE(count->high) << table->row_name(row);
  }
}

}  // namespace
}  // namespace verbale
