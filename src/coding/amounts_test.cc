#include "coding/amounts.h"

#include "coding/event_reading_test.h"

namespace verbale {
namespace {

const AmountTables& tables() {
  static const Result<AmountTables> tables = AmountTables::open(testing::knowledge());
  EXPECT_TRUE(tables) << tables.error().what();
  return *tables;
}

struct Expected {
  const char* text;
  std::optional<double> low;
  std::optional<double> high;
  const char* currency = "";
};

TEST(Amounts, AreReadFromTheWords) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Expected cases[] = {
      {"14 soldiers", 14, 14},
      {"50,000 soldiers", 50000, 50000},
      {"1,250.5 tonnes", 1250.5, 1250.5},
      {"twelve soldiers", 12, 12},
      {"twenty-five soldiers", 25, 25},
      {"one hundred and twenty soldiers", 120, 120},
      {"three hundred thousand soldiers", 300000, 300000},
      {"a dozen soldiers", 12, 12},
      {"two dozen soldiers", 24, 24},
      {"half a dozen soldiers", 6, 6},
      {"half a million soldiers", 500000, 500000},
      {"a million soldiers", 1e6, 1e6},
      {"a hundred soldiers", 100, 100},
      {"1.2 billion euros", 1.2e9, 1.2e9, "EUR"},
      {"$3.5 million", 3.5e6, 3.5e6, "USD"},
      {"$1.2bn", 1.2e9, 1.2e9, "USD"},
      {"€200m", 2e8, 2e8, "EUR"},
      {"£50k", 5e4, 5e4, "GBP"},
      {"US$40 million", 4e7, 4e7, "USD"},
      {"EUR 5 million", 5e6, 5e6, "EUR"},
      {"300 million Canadian dollars", 3e8, 3e8, "CAD"},
      {"at least 12 soldiers", 12, std::nullopt},
      {"more than a dozen soldiers", 12, std::nullopt},
      {"over 100 soldiers", 100, std::nullopt},
      {"up to 50 soldiers", std::nullopt, 50},
      {"as many as 50 soldiers", std::nullopt, 50},
      {"fewer than 50 soldiers", std::nullopt, 50},
      {"nearly 50 soldiers", std::nullopt, 50},
      {"about 50 soldiers", 50, 50},
      {"some 50 soldiers", 50, 50},
      {"between 20 and 30 soldiers", 20, 30},
      {"20 to 30 soldiers", 20, 30},
      {"20-30 soldiers", 20, 30},
      {"12 or more soldiers", 12, std::nullopt},
      {"dozens of soldiers", 24, std::nullopt},
      {"tens of thousands of soldiers", 20000, std::nullopt},
      {"several hundred soldiers", 200, std::nullopt},
      {"at least several hundred soldiers", 200, std::nullopt},
      {"more than $3 million", 3e6, std::nullopt, "USD"},
  };
  for (const Expected& expected : cases) {
    const auto reading = reader->read(expected.text);
    const auto amount = tables().read_at(*reading->doc, 0, TokenId(reading->doc->tokens.size()));
    ASSERT_TRUE(amount) << expected.text;
    EXPECT_EQ(amount->low, expected.low) << expected.text;
    EXPECT_EQ(amount->high, expected.high) << expected.text;
    EXPECT_EQ(amount->currency, expected.currency) << expected.text;
    EXPECT_EQ(amount->money, *expected.currency != 0) << expected.text;
  }
}

TEST(Amounts, WhatIsNoNumberGivesNone) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  for (const char* text :
       {"soldiers", "the soldiers", "a soldier", "14th battalion", "", "at least the soldiers", "$ signs"}) {
    const auto reading = reader->read(text);
    EXPECT_FALSE(tables().read_at(*reading->doc, 0, TokenId(reading->doc->tokens.size()))) << text;
  }
}

TEST(Amounts, OfANounIgnoresNamesAgesAndDates) {
  testing::Reader* reader = testing::Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const auto amount_at = [&](const char* text, std::string_view noun) {
    const auto reading = reader->read(text);
    TokenId t = 0;
    while (reading->doc->words(t) != noun) ++t;
    return amount_of(tables(), *reading->doc, t);
  };
  EXPECT_FALSE(amount_at("Many Leopard 2 tanks crossed the border.", "tanks"));
  EXPECT_FALSE(amount_at("The rebels killed a two-year-old child on Monday.", "child"));
  EXPECT_FALSE(amount_at("The court gave her a 14-year sentence.", "sentence"));
  const auto tanks = amount_at("The army sent 14 Leopard 2 tanks to the border.", "tanks");
  ASSERT_TRUE(tanks);
  EXPECT_EQ(tanks->stated, 14);
}

}  // namespace
}  // namespace verbale
