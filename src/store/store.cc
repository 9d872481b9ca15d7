// The appenders live as long as the file is open; a batch ends with their flush and a commit.
#include "store/store.h"

#include <fmt/format.h>

#include <unordered_set>

#include "store/appender.h"
#include "store/duckdb_library.h"
#include "store/rows.h"
#include "store/tables.h"

namespace verbale {
namespace {

constexpr uint64_t kBatchArticles = 512;

Error store_error(std::string what) { return {Error::Kind::output, std::move(what)}; }

}  // namespace

struct Store::State {
  const DuckDb* duckdb = nullptr;
  duckdb_database database = nullptr;
  duckdb_connection connection = nullptr;
  StoreOptions options;
  std::vector<Appender> appenders;
  std::unordered_set<std::string> before;  // articles that the file held when it was opened
  std::unordered_set<std::string> added;   // articles of this run
  std::string run_id;
  std::string manifest;  // a hash over everything met so far
  uint64_t articles = 0;
  uint64_t failed = 0;
  uint64_t in_batch = 0;

  ~State() {
    appenders.clear();
    if (connection) duckdb->disconnect(&connection);
    if (database) duckdb->close(&database);
  }

  Status open_database(const std::filesystem::path& path) {
    duckdb_config config = nullptr;
    duckdb->create_config(&config);
    // A record must not depend on what a machine has installed or can reach.
    duckdb->set_config(config, "autoinstall_known_extensions", "false");
    duckdb->set_config(config, "autoload_known_extensions", "false");
    char* why = nullptr;
    const bool opened = duckdb->open_ext(path.c_str(), &database, config, &why) == DuckDBSuccess;
    duckdb->destroy_config(&config);
    if (!opened) {
      const Error error = store_error(fmt::format("cannot open {}: {}", path.string(), why ? why : "no reason given"));
      duckdb->free(why);
      return error;
    }
    return duckdb->connect(database, &connection) == DuckDBSuccess ? Status()
                                                                   : store_error("cannot connect to " + path.string());
  }

  Status run(const std::string& sql) {
    duckdb_result result;
    const bool done = duckdb->query(connection, sql.c_str(), &result) == DuckDBSuccess;
    Status status = done ? Status() : store_error(fmt::format("DuckDB: {}", duckdb->result_error(&result)));
    duckdb->destroy_result(&result);
    return status;
  }

  // The first column of every row.
  Result<std::vector<std::string>> list(const std::string& sql) {
    duckdb_result result;
    if (duckdb->query(connection, sql.c_str(), &result) != DuckDBSuccess) {
      const Error error = store_error(fmt::format("DuckDB: {}", duckdb->result_error(&result)));
      duckdb->destroy_result(&result);
      return error;
    }
    std::vector<std::string> values;
    for (idx_t row = 0; row < duckdb->row_count(&result); ++row) {
      char* value = duckdb->value_varchar(&result, 0, row);
      values.emplace_back(value ? value : "");
      duckdb->free(value);
    }
    duckdb->destroy_result(&result);
    return values;
  }

  Status create_tables() {
    for (const TableDefinition& table : table_definitions())
      if (Status created = run(create_statement(table)); !created) return created;
    return {};
  }

  Status check_schema() {
    auto schemas = list("SELECT DISTINCT schema FROM run");
    if (!schemas) return std::move(schemas).error();
    for (const std::string& schema : *schemas)
      if (schema != options.schema)
        return store_error(
            fmt::format("the file holds records of schema {}, not {}: write to another", schema, options.schema));
    return {};
  }

  Status remember_articles() {
    auto ids = list("SELECT article_id FROM article");
    if (!ids) return std::move(ids).error();
    before.insert(ids->begin(), ids->end());
    return {};
  }

  // The same command over the same file again is a run of its own.
  Status begin_run() {
    auto runs = list("SELECT count(*) FROM run");
    if (!runs) return std::move(runs).error();
    run_id = content_id('r', fmt::format("{}\n{}\n{}\n{}\n{}\n{}", options.engine, options.codebook, options.model,
                                         options.schema, options.command_line, runs->front()));
    return {};
  }

  Status open_appenders() {
    for (const TableDefinition& table : table_definitions()) {
      Result<Appender> appender = Appender::open(*duckdb, connection, table.name);
      if (!appender) return std::move(appender).error();
      appenders.push_back(*std::move(appender));
    }
    return {};
  }

  Status append_source(std::string_view article_id, std::string_view input, uint64_t line, std::string_view error) {
    manifest = sha256_hex(fmt::format("{}\n{}\n{}\n{}\n{}", manifest, article_id, input, line, error));
    Appender& row = appenders[size_t(StoreTable::source)];
    row.text(run_id).text(article_id).text(input);
    line ? row.number(line) : row.null();
    return row.text(error).end_row();
  }

  Status append_run() {
    Appender& row = appenders[size_t(StoreTable::run)];
    row.text(run_id).text(options.engine).text(options.codebook).text(options.model).text(options.schema);
    row.text(options.command_line).text(manifest).number(articles).number(failed);
    return row.end_row();
  }

  Status commit() {
    for (Appender& appender : appenders)
      if (Status flushed = appender.flush(); !flushed) return flushed;
    in_batch = 0;
    return run("COMMIT");
  }

  Status next_batch() {
    if (++in_batch < kBatchArticles) return {};
    if (Status committed = commit(); !committed) return committed;
    return run("BEGIN");
  }
};

Result<Store> Store::open(const std::filesystem::path& path, const StoreOptions& options) {
  Result<const DuckDb*> duckdb = DuckDb::load(options.libraries);
  if (!duckdb) return std::move(duckdb).error();
  auto state = std::make_unique<State>();
  state->duckdb = *duckdb;
  state->options = options;
  if (Status done = state->open_database(path); !done) return std::move(done).error();
  if (Status done = state->create_tables(); !done) return std::move(done).error();
  if (Status done = state->check_schema(); !done) return std::move(done).error();
  if (Status done = state->remember_articles(); !done) return std::move(done).error();
  if (Status done = state->begin_run(); !done) return std::move(done).error();
  if (Status done = state->open_appenders(); !done) return std::move(done).error();
  if (Status done = state->run("BEGIN"); !done) return std::move(done).error();
  return Store(std::move(state));
}

bool Store::contains(const std::string& article_id) const { return state_->before.contains(article_id); }

Status Store::add(const Document& doc, std::string_view input, uint64_t line) {
  const RecordIds ids = record_ids(doc);
  if (contains(ids.article) || !state_->added.insert(ids.article).second) return add_source(ids.article, input, line);
  ++state_->articles;
  if (Status added = append_rows(doc, ids, state_->run_id, state_->appenders); !added) return added;
  if (Status added = state_->append_source(ids.article, input, line, ""); !added) return added;
  return state_->next_batch();
}

Status Store::add_source(const std::string& article_id, std::string_view input, uint64_t line) {
  if (Status added = state_->append_source(article_id, input, line, ""); !added) return added;
  return state_->next_batch();
}

Status Store::add_failure(std::string_view input, uint64_t line, std::string_view error) {
  ++state_->failed;
  if (Status added = state_->append_source("", input, line, error); !added) return added;
  return state_->next_batch();
}

Status Store::finish() {
  if (Status added = state_->append_run(); !added) return added;
  if (Status committed = state_->commit(); !committed) return committed;
  return state_->run("CHECKPOINT");
}

Store::Store(std::unique_ptr<State> state) : state_(std::move(state)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
Store::~Store() = default;

}  // namespace verbale
