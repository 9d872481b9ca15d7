// An empty lookups.bin is a single byte, an empty map; it reads like any other.
#include "language/lookup_tables.h"

namespace verbale {

Result<LookupTables> LookupTables::open(const Package& package, std::string_view file) {
  if (!package.has(file)) return LookupTables();
  Result<PackageData> data = package.read_msgpack(file);
  if (!data) return std::move(data).error();
  return LookupTables(*std::move(data));
}

}  // namespace verbale
