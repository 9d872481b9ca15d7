// The account's sentences and its cut-outs of the text.
#include "cli/account.h"

#include <gtest/gtest.h>

#include "cli/excerpt.h"

namespace verbale {
namespace {

const Knowledge& knowledge() {
  static const Knowledge read = *Knowledge::read_folder(VERBALE_ROOT "/data");
  return read;
}

constexpr std::string_view kText = "Ministers visited Kyiv.";

struct Visit {
  Article article;
  std::unique_ptr<Document> doc;

  explicit Visit(EventStatus status) {
    article.text = kText;
    doc = std::make_unique<Document>(article);
    for (Span span : {Span{0, 9}, Span{10, 17}, Span{18, 22}, Span{22, 23}}) doc->tokens.emplace_back().span = span;
    doc->sentences.push_back({{0, 4}, 1, 0});
    Event event;
    event.type = "CONSULT";
    event.mode = "visit";
    event.status = status;
    event.trigger = {10, 17};
    event.actors.push_back({kNone, {0, 9}, 0});
    event.recipients.push_back({kNone, {18, 22}, 2});
    doc->events.push_back(event);
  }
  std::string headline() const { return Phrases(knowledge()).headline(*doc, doc->events[0], Style(false)); }
};

TEST(Headline, FollowsTheStatus) {
  EXPECT_EQ(Visit(EventStatus::happened).headline(), "Ministers visited Kyiv");
  EXPECT_EQ(Visit(EventStatus::planned).headline(), "Ministers to visit Kyiv");
  EXPECT_EQ(Visit(EventStatus::possible).headline(), "Ministers may visit Kyiv");
  EXPECT_EQ(Visit(EventStatus::not_happened).headline(), "Ministers did not visit Kyiv");
}

TEST(Headline, EveryActHasAnInfinitive) {
  for (const char* file : {"plover/types.tsv", "plover/modes.tsv"}) {
    const Table* table = knowledge().find(file);
    ASSERT_TRUE(table);
    for (size_t row = 0; row < table->rows(); ++row) {
      Visit planned(EventStatus::planned);
      planned.doc->events[0].type = table->cell(row, "type");
      planned.doc->events[0].mode = table->cell(row, "mode");
      EXPECT_TRUE(planned.headline().starts_with("Ministers to "))
          << table->row_name(row) << ": " << planned.headline();
    }
  }
}

TEST(Account, ShowsStatusWordsAndNoColours) {
  const Visit visit(EventStatus::not_happened);
  const std::string account = write_account(*visit.doc, Phrases(knowledge()), {});
  EXPECT_NE(account.find("Ministers did not visit Kyiv  [did not happen]"), std::string::npos) << account;
  EXPECT_NE(account.find("“Ministers *visited* Kyiv.”"), std::string::npos) << account;
  EXPECT_NE(account.find("no publication date"), std::string::npos);
  EXPECT_EQ(account.find('\x1b'), std::string::npos);
}

TEST(Account, SaysWhenALanguageIsNotRead) {
  Article article;
  article.notes.push_back(
      {NoteKind::unsupported_language, "the text is in German; only English is read", std::nullopt});
  const Document doc(article);
  const std::string account = write_account(doc, Phrases(knowledge()), {});
  EXPECT_NE(account.find("only English is read"), std::string::npos);
  EXPECT_EQ(account.find("No political event"), std::string::npos);
}

std::string cut(std::string_view text, Span focus, size_t columns) {
  return excerpt(text, {0, uint32_t(text.size())}, focus, {}, columns, Style(false), false);
}

TEST(Excerpt, KeepsTheFocusInView) {
  const std::string text = "one two three four five six seven eight nine ten eleven twelve";
  const auto at = uint32_t(text.find("seven"));
  for (size_t columns : {20, 30, 40, 80}) {
    const std::string shown = cut(text, {at, at + 5}, columns);
    EXPECT_NE(shown.find("*seven*"), std::string::npos) << shown;
    EXPECT_LE(display_width(shown), columns + 2) << shown;
  }
  EXPECT_EQ(cut("Short enough.", {0, 5}, 40), "*Short* enough.");
}

TEST(Excerpt, LetsNoControlCharactersThrough) { EXPECT_EQ(cut("a\x1b[31mred\nline", {0, 1}, 40), "*a*[31mred line"); }

TEST(Words, LineUpWhateverTheScript) {
  EXPECT_EQ(display_width("Київ"), 4u);
  EXPECT_EQ(display_width("北京"), 4u);
  EXPECT_EQ(pad("北京", 6), "北京  ");
}

TEST(Dates, ReadAsPeopleWriteThem) {
  EXPECT_EQ(value_phrase("2023-04-20"), "20 April 2023");
  EXPECT_EQ(value_phrase("2023-04"), "April 2023");
  EXPECT_EQ(value_phrase("2023"), "2023");
}

}  // namespace
}  // namespace verbale
