// The types of the functions come from the header of the matching release; their addresses from the library.
#include "store/duckdb_library.h"

#include <dlfcn.h>

namespace verbale {
namespace {

template <class Function>
bool bind(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

bool bind_all(void* library, DuckDb& duckdb) {
  return bind(library, "duckdb_create_config", duckdb.create_config) &&
         bind(library, "duckdb_set_config", duckdb.set_config) &&
         bind(library, "duckdb_destroy_config", duckdb.destroy_config) &&
         bind(library, "duckdb_open_ext", duckdb.open_ext) && bind(library, "duckdb_close", duckdb.close) &&
         bind(library, "duckdb_free", duckdb.free) && bind(library, "duckdb_connect", duckdb.connect) &&
         bind(library, "duckdb_disconnect", duckdb.disconnect) && bind(library, "duckdb_query", duckdb.query) &&
         bind(library, "duckdb_result_error", duckdb.result_error) &&
         bind(library, "duckdb_destroy_result", duckdb.destroy_result) &&
         bind(library, "duckdb_row_count", duckdb.row_count) &&
         bind(library, "duckdb_value_varchar", duckdb.value_varchar) &&
         bind(library, "duckdb_appender_create", duckdb.appender_create) &&
         bind(library, "duckdb_appender_error", duckdb.appender_error) &&
         bind(library, "duckdb_appender_flush", duckdb.appender_flush) &&
         bind(library, "duckdb_appender_destroy", duckdb.appender_destroy) &&
         bind(library, "duckdb_appender_end_row", duckdb.appender_end_row) &&
         bind(library, "duckdb_append_null", duckdb.append_null) &&
         bind(library, "duckdb_append_bool", duckdb.append_bool) &&
         bind(library, "duckdb_append_uint64", duckdb.append_uint64) &&
         bind(library, "duckdb_append_double", duckdb.append_double) &&
         bind(library, "duckdb_append_date", duckdb.append_date) &&
         bind(library, "duckdb_append_varchar_length", duckdb.append_varchar_length);
}

Error cannot_load(const std::string& why) { return {Error::Kind::output, "cannot load DuckDB: " + why}; }

}  // namespace

Result<const DuckDb*> DuckDb::load(const std::vector<std::filesystem::path>& paths) {
  static DuckDb duckdb;
  std::string tried;
  for (const std::filesystem::path& path : paths) {
    if (void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL)) {
      if (bind_all(library, duckdb)) return &duckdb;
      return cannot_load(path.string() + " is of another version");
    }
    tried += (tried.empty() ? "" : ", ") + path.string();
  }
  return cannot_load("tried " + tried);
}

}  // namespace verbale
