// Widths first, then lines; the last column is not padded.
#include "cli/table.h"

#include <algorithm>

namespace verbale {
namespace {

using Row = std::vector<std::string>;

std::string line_of(const Row& row, const std::vector<size_t>& widths) {
  std::string line = "  ";
  for (size_t i = 0; i < row.size(); ++i) line += i + 1 < row.size() ? pad(row[i], widths[i]) + "  " : row[i];
  line.resize(line.find_last_not_of(' ') + 1);
  return line;
}

}  // namespace

std::string align(const Row& header, const std::vector<Row>& rows, const Style& style) {
  std::vector<size_t> widths(header.size());
  for (size_t i = 0; i < header.size(); ++i) widths[i] = display_width(header[i]);
  for (const Row& row : rows)
    for (size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));

  std::string out = style.dim(line_of(header, widths)) + "\n";
  for (const Row& row : rows) out += line_of(row, widths) + "\n";
  return out;
}

}  // namespace verbale
