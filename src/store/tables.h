// The tables of a DuckDB file: every name and type of record.md's "Tables", once. From here come the CREATE statements,
// the order of values when a row is appended, and docs/formats/tables.md.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace verbale {

struct Column {
  std::string_view name;
  std::string_view type;  // as DuckDB spells it
};

struct TableDefinition {
  std::string_view name;
  std::span<const Column> columns;
};

enum class StoreTable : size_t {
  run,
  source,
  article,
  sentence,
  entity,
  mention,
  place,
  place_mention,
  time,
  statement,
  statement_span,
  event,
  event_role,
  event_item,
  event_count,
  intention,
  intention_condition,
  signal,
  note
};

inline constexpr size_t kStoreTables = size_t(StoreTable::note) + 1;

std::span<const TableDefinition> table_definitions();

// "CREATE TABLE IF NOT EXISTS "event" (…)"
std::string create_statement(const TableDefinition& table);

}  // namespace verbale
