// The tables of a package: vocab/lookups.bin and lemmatizer/lookups/lookups.bin, MessagePack maps from a table's name
// to its rows, whose keys are string ids.
//
//   Result<LookupTables> tables = LookupTables::open(package, "vocab/lookups.bin");
//   MsgpackValue norms = tables->table("lexeme_norm");      nil when there is no such table
//   MsgpackValue row = LookupTables::row(norms, "colour");
//
// Values are views into the mapped file, which lives as long as the LookupTables.
#pragma once

#include <string_view>

#include "language/package.h"
#include "language/string_id.h"

namespace verbale {

class LookupTables {
 public:
  // A file that is missing gives no tables: packages leave out what they do not need.
  static Result<LookupTables> open(const Package& package, std::string_view file);

  MsgpackValue table(std::string_view name) const { return data_ ? data_->root()[name] : MsgpackValue(); }

  // One row, found by walking through the table; for many questions build a map from its entries().
  static MsgpackValue row(MsgpackValue table, std::string_view key) { return table[string_id(key)]; }

 private:
  LookupTables() = default;
  explicit LookupTables(PackageData data) : data_(std::move(data)) {}

  std::optional<PackageData> data_;
};

}  // namespace verbale
