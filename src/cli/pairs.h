// A table of marked sentences: TSV or CSV whose first line names the columns, of which `marked_sentence` must be one.
//
//   Result<PairTable> table = PairTable::open("pairs.tsv");
//   while (auto row = table->next())
//     if (row->pair) use(*row->pair); else tell(row->line, row->pair.error());
//
// The first line decides: with a tab in it the table is TSV and quotation marks mean nothing; else it is CSV, where a
// cell in quotation marks may hold commas and, doubled, quotation marks. A cell ends with its line.
#pragma once

#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coding/marked_pair.h"

namespace verbale {

struct PairRow {
  uint32_t line = 0;  // from 1
  std::string id;     // of the column `sentence_id` or `id`; "" without one
  Result<MarkedPair> pair;
};

// The cells of one line; an error for a quotation mark that is never closed.
Result<std::vector<std::string>> split_cells(std::string_view line, char separator);

class PairTable {
 public:
  // "-" is standard input. Errors: no such file, an empty one, no column `marked_sentence`.
  static Result<PairTable> open(const std::string& path);
  static Result<PairTable> read(std::unique_ptr<std::istream> in, const std::string& name);

  // Empty lines are passed over; nothing at the end.
  std::optional<PairRow> next();

 private:
  PairTable(std::unique_ptr<std::istream> in, char separator) : in_(std::move(in)), separator_(separator) {}

  Status find_columns(const std::vector<std::string>& names, const std::string& name);

  std::unique_ptr<std::istream> in_;
  char separator_;
  size_t sentence_column_ = 0;
  std::optional<size_t> id_column_;
  uint32_t line_ = 1;
};

}  // namespace verbale
