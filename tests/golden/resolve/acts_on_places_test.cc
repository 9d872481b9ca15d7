// Every row of data/actors/acts_on_places.tsv makes the place of its example a party: an entity of the kind "place".
#include <gtest/gtest.h>

#include "engine.h"
#include "support/marked_example.h"

namespace verbale {
namespace {

bool has_place(const Document& doc, std::string_view name) {
  for (const Mention& mention : doc.mentions)
    if (mention.entity != kNone && doc.words(mention.span) == name &&
        doc.entities[mention.entity].kind == EntityKind::place)
      return true;
  return false;
}

class ActsOnPlaces : public ::testing::Test {
 protected:
  bool is_party(const std::string& text, std::string_view name) {
    Article article;
    article.text = text;
    Document doc(article);
    Engine::Worker worker(*engine);
    engine->read(doc, worker);
    return has_place(doc, name);
  }

  Result<Engine> engine = Engine::open({.packs = VERBALE_BUILD "/packs", .overlays = {}});
};

TEST_F(ActsOnPlaces, EveryRowReadsItsExample) {
  ASSERT_TRUE(engine) << engine.error().what();
  const Table* table = engine->knowledge().find("actors/acts_on_places.tsv");
  ASSERT_NE(table, nullptr);
  ASSERT_GE(table->rows(), 50u);
  for (size_t row = 0; row < table->rows(); ++row) {
    const testing::MarkedExample example = testing::read_mark(table->cell(row, "example"));
    EXPECT_TRUE(is_party(example.text, example.marked)) << table->row_name(row) << ": " << example.text;
  }
}

TEST_F(ActsOnPlaces, ElsewhereAPlaceOnlyTellsWhereSomethingIs) {
  ASSERT_TRUE(engine) << engine.error().what();
  for (const char* text : {"The bishop visited Kandahar on Monday.", "Soldiers attacked the rebels in Kandahar.",
                           "A strike of teachers went on in Kandahar.", "The minister arrived in Kandahar."})
    EXPECT_FALSE(is_party(text, "Kandahar")) << text;
}

}  // namespace
}  // namespace verbale
