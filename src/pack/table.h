// Knowledge tables: TSV that people edit, and the mapped packs that they are packed into.
//
// A table's first line that is not a comment names its columns; lines that begin with '#' are comments; a cell that
// holds a list separates its items with ';'. Every row remembers its line, so that a rule can be named
// ("codebook/consult.tsv:14") and a mistake can be pointed at.
//
//   Result<Knowledge> knowledge = Knowledge::open({"packs"}, {"my-overlay"});
//   for (const Table* table : knowledge->in_folder("codebook"))
//     for (size_t row = 0; row < table->rows(); ++row) use(table->cell(row, *table->column("type")));
//
// A pack is one file per folder under data/ (docs/formats/pack.md). Views stay valid as long as the Knowledge lives.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"

namespace verbale {

class Table {
 public:
  std::string_view file() const { return file_; }  // relative to data/: "codebook/consult.tsv"
  size_t rows() const { return lines_.size(); }
  std::span<const std::string_view> columns() const { return columns_; }
  std::optional<size_t> column(std::string_view name) const;

  // The line of the row in its TSV file, from 1.
  uint32_t line(size_t row) const { return lines_[row]; }
  std::string_view cell(size_t row, size_t column) const { return cells_[row * columns_.size() + column]; }
  // The cell of a named column; "" when the table has no such column.
  std::string_view cell(size_t row, std::string_view column_name) const;
  // "consult.tsv:14": how rules are named in the record.
  std::string row_name(size_t row) const;

 private:
  friend class TableReader;
  std::string_view file_;
  std::vector<std::string_view> columns_;
  std::vector<uint32_t> lines_;
  std::vector<std::string_view> cells_;
};

// The items of a list cell, without surrounding spaces; none for an empty cell.
std::vector<std::string_view> split_list(std::string_view cell, char separator = ';');

// An error that points at a place in a table, as compilers do: "codebook/consult.tsv:14: unknown type "CONSLUT"".
Error table_error(const Table& table, size_t row, std::string_view what);

class Knowledge {
 public:
  // Reads every *.pack in `packs`, then overlays: folders of the same shape as data/, whose tables come after.
  static Result<Knowledge> open(const std::filesystem::path& packs, const std::vector<std::filesystem::path>& overlays);
  // Reads a data/ folder without packing it: for tests and tools.
  static Result<Knowledge> read_folder(const std::filesystem::path& data);

  const Table* find(std::string_view file) const;
  std::vector<const Table*> in_folder(std::string_view folder) const;

 private:
  Status add_pack(const std::filesystem::path& path);
  Status add_folder(const std::filesystem::path& data);
  Status add_tsv(const std::filesystem::path& path, std::string_view name);

  std::vector<std::unique_ptr<MappedFile>> files_;
  std::vector<std::unique_ptr<std::string>> names_;
  std::vector<std::unique_ptr<Table>> tables_;
};

// Packs the tables of one folder under data/ into one file. Same tables, same bytes.
Status write_pack(const std::filesystem::path& data, std::string_view folder, const std::filesystem::path& pack);

}  // namespace verbale
