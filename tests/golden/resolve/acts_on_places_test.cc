// Every row of data/actors/acts_on_places.tsv makes the place of its example a party: an entity of the kind "place";
// every row of acts_on_people.tsv makes the name of its example a person's.
#include <gtest/gtest.h>

#include "engine.h"
#include "support/marked_example.h"

namespace verbale {
namespace {

bool has_entity(const Document& doc, std::string_view name, EntityKind kind) {
  for (const Mention& mention : doc.mentions)
    if (mention.entity != kNone && doc.words(mention.span) == name &&
        doc.entities[mention.entity].kind == kind)
      return true;
  return false;
}

class ActsOnPlaces : public ::testing::Test {
 protected:
  bool is_party(const std::string& text, std::string_view name, EntityKind kind = EntityKind::place) {
    Article article;
    article.text = text;
    Document doc(article);
    Engine::Worker worker(*engine);
    engine->read(doc, worker);
    return has_entity(doc, name, kind);
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

TEST_F(ActsOnPlaces, OnlyPeopleAreConvicted) {
  ASSERT_TRUE(engine) << engine.error().what();
  const Table* table = engine->knowledge().find("actors/acts_on_people.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const testing::MarkedExample example = testing::read_mark(table->cell(row, "example"));
    EXPECT_TRUE(is_party(example.text, example.marked, EntityKind::person)) << table->row_name(row);
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
