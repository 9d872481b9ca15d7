// DuckDB, loaded when somebody asks for tables and not before: its library is 60 MB, and a program that links it starts
// slowly for everybody else.
//
//   Result<const DuckDb*> duckdb = DuckDb::load({"packs/../libduckdb.so"});
//   (*duckdb)->query(connection, "BEGIN", nullptr);
#pragma once

#include <duckdb.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace verbale {

struct DuckDb {
  // Tries each path in turn; stays loaded until the program ends.
  static Result<const DuckDb*> load(const std::vector<std::filesystem::path>& paths);

  decltype(&duckdb_create_config) create_config = nullptr;
  decltype(&duckdb_set_config) set_config = nullptr;
  decltype(&duckdb_destroy_config) destroy_config = nullptr;
  decltype(&duckdb_open_ext) open_ext = nullptr;
  decltype(&duckdb_close) close = nullptr;
  decltype(&duckdb_free) free = nullptr;
  decltype(&duckdb_connect) connect = nullptr;
  decltype(&duckdb_disconnect) disconnect = nullptr;
  decltype(&duckdb_query) query = nullptr;
  decltype(&duckdb_result_error) result_error = nullptr;
  decltype(&duckdb_destroy_result) destroy_result = nullptr;
  decltype(&duckdb_row_count) row_count = nullptr;
  decltype(&duckdb_value_varchar) value_varchar = nullptr;
  decltype(&duckdb_appender_create) appender_create = nullptr;
  decltype(&duckdb_appender_error) appender_error = nullptr;
  decltype(&duckdb_appender_flush) appender_flush = nullptr;
  decltype(&duckdb_appender_destroy) appender_destroy = nullptr;
  decltype(&duckdb_appender_end_row) appender_end_row = nullptr;
  decltype(&duckdb_append_null) append_null = nullptr;
  decltype(&duckdb_append_bool) append_bool = nullptr;
  decltype(&duckdb_append_uint64) append_uint64 = nullptr;
  decltype(&duckdb_append_double) append_double = nullptr;
  decltype(&duckdb_append_date) append_date = nullptr;
  decltype(&duckdb_append_varchar_length) append_varchar_length = nullptr;
};

}  // namespace verbale
