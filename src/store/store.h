// A DuckDB file that records go into: the tables of record.md, filled a batch of articles at a time.
//
//   Result<Store> store = Store::open("news.duckdb", {libraries, versions…});
//   store->add(doc, ids, "archive.jsonl", 12);
//   store->add_failure("archive.jsonl", 13, "not JSON");
//   store->finish();
//
// A batch is one transaction: a run that is stopped leaves whole articles. An article that the file holds already gets
// no second row, only a row in `source` that says where it was met again; so a run can be resumed by running it again.
// Errors: Error::Kind::output, from a missing library to a full disk. Not safe to share between threads; contains() is,
// for what was there when the file was opened.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/document.h"
#include "record/ids.h"

namespace verbale {

struct StoreOptions {
  std::vector<std::filesystem::path> libraries;  // where libduckdb.so may lie
  std::string engine;                            // for the table `run`
  std::string codebook;
  std::string model;
  std::string schema;
  std::string command_line;
};

class Store {
 public:
  static Result<Store> open(const std::filesystem::path& path, const StoreOptions& options);
  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  // Whether the file held the article before this run.
  bool contains(const std::string& article_id) const;

  Status add(const Document& doc, std::string_view input, uint64_t line);
  // The article was met again: only its source is new.
  Status add_source(const std::string& article_id, std::string_view input, uint64_t line);
  Status add_failure(std::string_view input, uint64_t line, std::string_view error);
  Status finish();

 private:
  struct State;
  explicit Store(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace verbale
