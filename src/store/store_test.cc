// The tables as somebody else finds them: written by the store, read back through SQL.
#include "store/store.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "store/duckdb_library.h"
#include "store/tables.h"
#include "support/temp_path.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

const std::vector<fs::path> kLibraries = {fs::path(VERBALE_ROOT) / "assets/duckdb/libduckdb.so"};

StoreOptions options() { return {kLibraries, "0.1.0", "c", "m", "verbale/1", "verbale read"}; }

class StoreFile : public testing::Test {
 protected:
  void SetUp() override {
    path_ = temp_path(testing::UnitTest::GetInstance()->current_test_info()->name() + std::string(".duckdb"));
    fs::remove(path_);
  }
  void TearDown() override { fs::remove(path_); }

  // The first value that the query gives.
  std::string value(const std::string& sql) {
    const DuckDb& duckdb = **DuckDb::load(kLibraries);
    duckdb_database database = nullptr;
    duckdb_connection connection = nullptr;
    duckdb_result result;
    EXPECT_EQ(duckdb.open_ext(path_.c_str(), &database, nullptr, nullptr), DuckDBSuccess);
    EXPECT_EQ(duckdb.connect(database, &connection), DuckDBSuccess);
    EXPECT_EQ(duckdb.query(connection, sql.c_str(), &result), DuckDBSuccess) << duckdb.result_error(&result);
    char* first = duckdb.value_varchar(&result, 0, 0);
    const std::string copy = first ? first : "NULL";
    duckdb.free(first);
    duckdb.destroy_result(&result);
    duckdb.disconnect(&connection);
    duckdb.close(&database);
    return copy;
  }

  fs::path path_;
};

Article article_of(std::string text) {
  Article article;
  article.text = std::move(text);
  return article;
}

void add_event(Document& doc) {
  doc.sentences.push_back({});
  doc.entities.emplace_back().name = "Police";
  Event event;
  event.type = "COERCE";
  event.trigger = {13, 22};
  event.actors.push_back({0, {6, 12}, kNone});
  event.contexts.push_back({"crime", {6, 12}});
  event.counts.push_back({CountKind::arrested, 3, std::nullopt, {13, 22}});
  doc.events.push_back(event);
}

TEST_F(StoreFile, HoldsEveryTableWithItsArticle) {
  const Article article = article_of("𝄞: Police dispersed protesters.");
  Document doc(article);
  add_event(doc);
  {
    Result<Store> store = Store::open(path_, options());
    ASSERT_TRUE(store) << store.error().what();
    ASSERT_TRUE(store->add(doc, "a.txt", 0));
    ASSERT_TRUE(store->finish());
  }
  EXPECT_EQ(value("SELECT count(*) FROM article JOIN event USING (article_id) JOIN run ON run.id = run_id"), "1");
  EXPECT_EQ(value("SELECT trigger_start FROM event"), "10") << "offsets count code points";
  EXPECT_EQ(value("SELECT entity.name FROM event_role JOIN entity ON entity.id = entity_id AND "
                  "entity.article_id = event_role.article_id WHERE role = 'actor'"),
            "Police");
  EXPECT_EQ(value("SELECT contexts->>'$[0].name' FROM event"), "crime");
  EXPECT_EQ(value("SELECT low FROM event_count"), "3.0");
  EXPECT_EQ(value("SELECT high FROM event_count"), "NULL");
  EXPECT_EQ(value("SELECT articles FROM run"), "1");
  EXPECT_EQ(value("SELECT count(*) FROM information_schema.tables"), std::to_string(kStoreTables));
}

TEST_F(StoreFile, KeepsOneRowForTheSameArticle) {
  const Article article = article_of("Police said.");
  const Document doc(article);
  for (int run = 0; run < 2; ++run) {
    Result<Store> store = Store::open(path_, options());
    ASSERT_TRUE(store);
    EXPECT_EQ(store->contains(article_ids(article).article), run == 1);
    ASSERT_TRUE(store->add(doc, "a.txt", 0));
    ASSERT_TRUE(store->add(doc, "b.txt", 7));
    ASSERT_TRUE(store->finish());
  }
  EXPECT_EQ(value("SELECT count(*) FROM article"), "1");
  EXPECT_EQ(value("SELECT count(*) FROM source"), "4");
  EXPECT_EQ(value("SELECT count(DISTINCT id) FROM run"), "2");
}

TEST_F(StoreFile, KeepsFailures) {
  {
    Result<Store> store = Store::open(path_, options());
    ASSERT_TRUE(store->add_failure("a.jsonl", 3, "not JSON"));
    ASSERT_TRUE(store->finish());
  }
  EXPECT_EQ(value("SELECT error FROM source WHERE line = 3 AND article_id IS NULL"), "not JSON");
  EXPECT_EQ(value("SELECT failed FROM run"), "1");
}

TEST_F(StoreFile, LeavesNothingOfABatchThatWasNotFinished) {
  const Article article = article_of("Police said.");
  const Document doc(article);
  {
    Result<Store> store = Store::open(path_, options());
    ASSERT_TRUE(store->add(doc, "a.txt", 0));
  }
  EXPECT_EQ(value("SELECT count(*) FROM article"), "0");
}

TEST_F(StoreFile, RefusesAFileOfAnotherSchema) {
  StoreOptions other = options();
  other.schema = "verbale/0";
  {
    Result<Store> store = Store::open(path_, other);
    ASSERT_TRUE(store->finish());
  }
  const Result<Store> store = Store::open(path_, options());
  ASSERT_FALSE(store);
  EXPECT_EQ(store.error().kind(), Error::Kind::output);
}

TEST(Tables, AreDocumentedColumnByColumn) {
  std::ifstream in(fs::path(VERBALE_ROOT) / "docs/formats/tables.md");
  const std::string page{std::istreambuf_iterator<char>(in), {}};
  for (const TableDefinition& table : table_definitions()) {
    const size_t begin = page.find("## " + std::string(table.name) + "\n");
    ASSERT_NE(begin, std::string::npos) << table.name;
    const std::string section = page.substr(begin, page.find("\n## ", begin) - begin);
    for (const Column& column : table.columns)
      EXPECT_NE(section.find("| `" + std::string(column.name) + "` | " + std::string(column.type) + " |"),
                std::string::npos)
          << table.name << "." << column.name;
  }
}

TEST(StoreLibrary, SaysWhereItLooked) {
  const auto loaded = DuckDb::load({"/nowhere/libduckdb.so"});
  ASSERT_FALSE(loaded);
  EXPECT_NE(loaded.error().what().find("/nowhere/libduckdb.so"), std::string::npos);
}

}  // namespace
}  // namespace verbale
