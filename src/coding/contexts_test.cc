#include "coding/contexts.h"

#include <fstream>
#include <set>

#include "coding/event_reading_test.h"

namespace verbale {
namespace {

const ContextLexicon& lexicon() {
  static const Result<ContextLexicon> lexicon = ContextLexicon::open(testing::knowledge());
  EXPECT_TRUE(lexicon) << lexicon.error().what();
  return *lexicon;
}

std::vector<std::string> describe(const Document& doc, const Event& event) {
  std::vector<std::string> lines;
  for (const Context& context : event.contexts)
    lines.push_back(std::string(context.name) + " [" + std::string(doc.words(context.span)) + "]");
  return lines;
}

TEST(Contexts, GoldenCases) { testing::check_event_cases("contexts.case", describe); }

TEST(Contexts, EveryRowProvesItself) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  EXPECT_GE(lexicon().rows().size(), 600u);
  for (const ContextRow& row : lexicon().rows()) {
    const auto reading = reader->read(std::string(row.example));
    std::vector<ContextHit> hits;
    for (uint32_t s = 0; s < reading->doc->sentences.size(); ++s) lexicon().find(*reading->doc, s, hits);
    const bool found = std::any_of(hits.begin(), hits.end(), [&](const ContextHit& hit) { return hit.row == &row; });
    EXPECT_TRUE(found) << row.name << " in: " << row.example;
  }
}

TEST(Contexts, EveryContextHasRows) {
  std::set<std::string_view> strong;
  for (const ContextRow& row : lexicon().rows())
    if (row.strong) strong.insert(row.context);
  EXPECT_EQ(strong.size(), 37u);
}

// The example of a sector, a mode and a rule of precedence is coded by the whole engine.
TEST(Contexts, EverySectorAndModeProvesItself) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  for (const char* file : {"contexts/sectors.tsv", "contexts/modes.tsv"}) {
    const Table* table = testing::knowledge().find(file);
    for (size_t row = 0; row < table->rows(); ++row) {
      if (table->cell(row, "strength") == "weak") continue;
      const auto reading = reader->read(table->cell(row, "example"));
      bool proven = false;
      EXPECT_FALSE(reading->doc->events.empty()) << table->row_name(row);
      for (const Event& event : reading->doc->events)
        for (const Context& context : event.contexts) proven |= context.name == table->cell(row, "context");
      EXPECT_TRUE(proven) << table->row_name(row) << ": " << table->cell(row, "example")
                          << testing::events_of(*reading->doc);
    }
  }
}

TEST(Contexts, GeneralContextsGiveWay) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find("contexts/yields.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    size_t contexts = 0;
    for (const Event& event : reading->doc->events) {
      contexts += event.contexts.size();
      for (const Context& context : event.contexts) EXPECT_NE(context.name, table->cell(row, "context"));
    }
    EXPECT_GT(contexts, 0u) << table->row_name(row) << testing::events_of(*reading->doc);
  }
}

TEST(Contexts, UnknownContextIsReportedWithItsLine) {
  const auto folder = std::filesystem::temp_directory_path() / "verbale-test-contexts";
  std::filesystem::create_directories(folder / "contexts");
  std::ofstream(folder / "contexts/x.tsv")
      << "phrase\tcontext\tstrength\tunless\texample\ncourt\tleagal\tstrong\t\tA court.\n";
  const Result<Knowledge> knowledge = Knowledge::read_folder(folder);
  ASSERT_TRUE(knowledge);
  const Result<ContextLexicon> broken = ContextLexicon::open(*knowledge);
  ASSERT_FALSE(broken);
  EXPECT_NE(broken.error().what().find("x.tsv:2"), std::string::npos) << broken.error().what();
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace verbale
