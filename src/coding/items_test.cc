#include "coding/items.h"

#include <cstdio>

#include "coding/event_reading_test.h"

namespace verbale {
namespace {

std::string number(double value) {
  char words[32];
  std::snprintf(words, sizeof words, "%.15g", value);
  return words;
}

std::vector<std::string> describe(const Document& doc, const Event& event) {
  std::vector<std::string> lines;
  for (const Item& item : event.items) {
    std::string line =
        "[" + std::string(doc.words(item.span)) + "] " + std::string(item.item) + " | " + std::string(item.category);
    if (item.quantity) line += " " + number(*item.quantity);
    if (!item.unit.empty()) line += " " + std::string(item.unit);
    if (!item.currency.empty()) line += " " + std::string(item.currency);
    lines.push_back(line + " lethal " + std::string(item.lethal));
  }
  return lines;
}

TEST(Items, GoldenCases) { testing::check_event_cases("items.case", describe); }

// True where the item holds the stem of the row's last word: "knives" for "knife".
bool names(const Item& item, std::string_view words) {
  const size_t space = words.rfind(' ');
  const std::string_view last = space == std::string_view::npos ? words : words.substr(space + 1);
  return item.item.find(last.substr(0, 3)) != std::string_view::npos;
}

// The example of a row must give an item of its category that its last word heads.
void check_goods(const char* file, const char* column) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find(file);
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    const std::string_view category = table->cell(row, "category");
    bool proven = false;
    for (const Event& event : reading->doc->events)
      for (const Item& item : event.items)
        proven |= (item.category == category || category.empty()) && names(item, table->cell(row, column));
    EXPECT_TRUE(proven) << table->row_name(row) << " " << table->cell(row, column) << ": "
                        << table->cell(row, "example") << testing::events_of(*reading->doc);
  }
}

TEST(Items, EveryGoodProvesItself) { check_goods("items/goods.tsv", "words"); }
TEST(Items, EveryKindProvesItself) { check_goods("items/kinds.tsv", "word"); }
TEST(Items, EveryGenericWordProvesItself) { check_goods("items/generic.tsv", "word"); }
TEST(Items, EveryTypeProvesItself) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find("items/types.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view type = table->cell(row, "type");
    const auto reading = reader->read(table->cell(row, "example"));
    bool proven = false;
    for (const Event& event : reading->doc->events)
      proven |= event.type == type.substr(0, type.find('/')) && !event.items.empty();
    EXPECT_TRUE(proven) << table->row_name(row) << testing::events_of(*reading->doc);
  }
}

TEST(Items, EveryUnitProvesItself) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find("items/units.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    bool proven = false;
    for (const Event& event : reading->doc->events)
      for (const Item& item : event.items) proven |= item.quantity && !item.unit.empty();
    EXPECT_TRUE(proven) << table->row_name(row) << ": " << table->cell(row, "example")
                        << testing::events_of(*reading->doc);
  }
}

TEST(Items, EveryCurrencyProvesItself) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = testing::knowledge().find("items/currencies.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    bool proven = false;
    for (const Event& event : reading->doc->events)
      for (const Item& item : event.items)
        proven |= item.category == "money" && item.quantity && item.currency == table->cell(row, "code");
    EXPECT_TRUE(proven) << table->row_name(row) << ": " << table->cell(row, "example")
                        << testing::events_of(*reading->doc);
  }
}

TEST(Items, SpansLieInTheTextAndDoNotOverlap) {
  testing::EventReader* reader = testing::EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const auto reading = reader->read(
      "Turkey sent the ministry $5 million, tents, 20 tonnes of wheat and medical supplies. Turkey gave, gave and gave "
      "tents to "
      "the ministry.");
  for (const Event& event : reading->doc->events)
    for (size_t i = 0; i < event.items.size(); ++i) {
      EXPECT_FALSE(event.items[i].span.empty());
      if (i > 0) {
        EXPECT_LE(event.items[i - 1].span.end, event.items[i].span.begin);
      }
    }
}

}  // namespace
}  // namespace verbale
