// Calendar and UTF-8, including what they must refuse.
#include <gtest/gtest.h>

#include "base/calendar.h"
#include "base/utf8.h"

namespace verbale {
namespace {

TEST(Calendar, ReadsAndWritesDays) {
  const auto day = parse_day("2024-02-29");
  ASSERT_TRUE(day);
  EXPECT_EQ(format_day(*day), "2024-02-29");
  EXPECT_EQ(parse_day("2023-04-21T08:10:00Z"), parse_day("2023-04-21"));
}

TEST(Calendar, RefusesWhatIsNoDay) {
  for (const char* text : {"", "2023", "2023-02-29", "2023-13-01", "20230420", "2023-4-20", "yesterday"})
    EXPECT_FALSE(parse_day(text)) << text;
}

TEST(Utf8, DecodesEveryLength) {
  for (char32_t value : {U'a', U'é', U'€', U'𝄞'}) {
    std::string text;
    append_utf8(text, value);
    const CodePoint point = decode(text, 0);
    EXPECT_EQ(point.value, value);
    EXPECT_EQ(point.size, text.size());
  }
}

TEST(Utf8, RefusesWhatRfc3629Refuses) {
  EXPECT_TRUE(is_valid_utf8("Kyiv – Київ"));
  for (const char* text : {"\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80"})
    EXPECT_FALSE(is_valid_utf8(text)) << text;
}

TEST(Utf8, CountsCodePoints) { EXPECT_EQ(count_code_points("Київ\xFF"), 5u); }

}  // namespace
}  // namespace verbale
