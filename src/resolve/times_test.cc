// Golden cases of times, and the promises of the header: bounds, order, no clock, mistakes in tables.
#include "times.h"

#include <gtest/gtest.h>

#include "support/golden_stage.h"

#include "timex_calendar.h"

namespace verbale {
namespace {

const TimeTables& tables() {
  static const Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  static const Result<TimeTables> opened = TimeTables::open(*knowledge);
  return *opened;
}

std::string describe(const Document& doc, const Timex& timex) {
  static constexpr const char* kTypes[] = {"DATE", "TIME", "DURATION", "SET"};
  std::string line(doc.words(timex.span));
  line += std::string(" | ") + kTypes[size_t(timex.type)] + " ";
  line += timex.value.empty() ? "-" : timex.value;
  if (!timex.anchor.empty()) line += " " + std::string(timex.anchor);
  return line;
}

std::vector<std::string> describe_all(const Document& doc) {
  std::vector<std::string> lines;
  for (const Timex& timex : doc.times) lines.push_back(describe(doc, timex));
  return lines;
}

TEST(Times, ReadsTheGoldenCases) {
  testing::check_golden_cases("times", [](Document& doc) {
    resolve_times(tables(), doc);
    return describe_all(doc);
  });
}

// What holds of every expression, whatever it says.
TEST(Times, HaveReasonsOrderAndBounds) {
  for (const std::string& line : testing::parsed_lines("times")) {
    const auto document = testing::read_parsed(line);
    resolve_times(tables(), *document->doc);
    uint32_t end = 0;
    for (const Timex& timex : document->doc->times) {
      EXPECT_GE(timex.span.begin, end);
      EXPECT_LE(timex.span.end, document->article.text.size());
      EXPECT_FALSE(timex.reason.empty());
      EXPECT_EQ(timex.begin.has_value(), timex.end.has_value());
      EXPECT_TRUE(!timex.begin || *timex.begin <= *timex.end);
      end = timex.span.end;
    }
  }
}

TEST(Times, OpeningNamesTheMissingTable) {
  const auto knowledge = Knowledge::read_folder(VERBALE_ROOT "/data/times");
  ASSERT_TRUE(knowledge);
  const auto opened = TimeTables::open(*knowledge);
  ASSERT_FALSE(opened);
  EXPECT_NE(opened.error().what().find("months.tsv"), std::string::npos);
}

TEST(Times, AnEmptyTextHasNone) {
  const Article article;
  Document doc(article);
  resolve_times(tables(), doc);
  EXPECT_TRUE(doc.times.empty());
}

// Text made to nest readers as deep as it can; it must neither overflow the stack nor take seconds.
TEST(Times, HostileTextIsBounded) {
  Article article;
  for (int i = 0; i < 20000; ++i) article.text += "early ";
  Document doc(article);
  doc.sentences.push_back({{0, 20000}, 0, 0});
  for (uint32_t t = 0; t < 20000; ++t) {
    Token token;
    token.span = {t * 6, t * 6 + 5};
    token.lower = t % 3 == 0 ? "early" : t % 3 == 1 ? "last" : "may";
    token.space_after = true;
    doc.tokens.push_back(token);
  }
  resolve_times(tables(), doc);
  EXPECT_TRUE(doc.times.empty());
}

std::string bounds(const Period& period) { return format_day(first_day(period)) + ".." + format_day(last_day(period)); }

TEST(Periods, HaveFirstAndLastDays) {
  EXPECT_EQ(bounds(month_period(2022, 2)), "2022-02-01..2022-02-28");
  EXPECT_EQ(bounds(month_period(2024, 2)), "2024-02-01..2024-02-29");
  EXPECT_EQ(bounds({Grain::quarter, false, 2022, 4, {}}), "2022-10-01..2022-12-31");
  EXPECT_EQ(bounds({Grain::half, false, 2022, 1, {}}), "2022-01-01..2022-06-30");
  EXPECT_EQ(bounds({Grain::season, false, 1941, 3, {}}), "1941-12-01..1942-02-28");
  EXPECT_EQ(bounds({Grain::decade, false, 197, 0, {}}), "1970-01-01..1979-12-31");
  EXPECT_EQ(bounds({Grain::century, false, 18, 0, {}}), "1800-01-01..1899-12-31");
  const Day thursday = *parse_day("2023-04-20");
  EXPECT_EQ(bounds(period_of(thursday, Grain::week)), "2023-04-17..2023-04-23");
  EXPECT_EQ(bounds(period_of(thursday, Grain::weekend)), "2023-04-22..2023-04-23");
}

TEST(Periods, ShiftOverYearsAndEras) {
  EXPECT_EQ(format_period(shifted(month_period(2022, 12), 2)), "2023-02");
  EXPECT_EQ(format_period(shifted(month_period(2022, 1), -13)), "2020-12");
  EXPECT_EQ(format_period(shifted({Grain::quarter, false, 2023, 1, {}}, -1)), "2022-Q4");
  EXPECT_EQ(format_period(shifted({Grain::season, false, 2023, 0, {}}, -1)), "2022-WI");
  EXPECT_EQ(format_period(shifted(year_period(480, true), 1)), "BC0479");
}

TEST(Periods, WeeksFollowIso8601) {
  EXPECT_EQ(format_period(period_of(*parse_day("2021-01-03"), Grain::week)), "2020-W53");
  EXPECT_EQ(format_period(period_of(*parse_day("2024-12-30"), Grain::week)), "2025-W01");
  EXPECT_EQ(format_period(period_of(*parse_day("2023-04-20"), Grain::weekend)), "2023-W16-WE");
}

TEST(Periods, EasterFollowsTheMoon) {
  EXPECT_EQ(format_day(easter_sunday(2023)), "2023-04-09");
  EXPECT_EQ(format_day(easter_sunday(2024)), "2024-03-31");
  EXPECT_EQ(format_day(easter_sunday(1961)), "1961-04-02");
  EXPECT_EQ(format_day(easter_sunday(2038)), "2038-04-25");
}

}  // namespace
}  // namespace verbale
