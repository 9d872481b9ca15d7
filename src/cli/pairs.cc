// One line at a time, so that a table of any length can be piped through.
#include "cli/pairs.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iostream>

#include "ingest/decode.h"

namespace verbale {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool read_line(std::istream& in, std::string& line) {
  if (!std::getline(in, line)) return false;
  if (!line.empty() && line.back() == '\r') line.pop_back();
  return true;
}

Error input_error(std::string what) { return {Error::Kind::input, std::move(what)}; }

}  // namespace

Result<std::vector<std::string>> split_cells(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (quoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"') {
      cells.back() += line[++i];
    } else if (separator == ',' && c == '"' && (quoted || cells.back().empty())) {
      quoted = !quoted;
    } else if (c == separator && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  if (quoted) return input_error("a quotation mark is never closed");
  return cells;
}

Result<PairTable> PairTable::open(const std::string& path) {
  if (path == "-") return read(std::make_unique<std::istream>(std::cin.rdbuf()), "standard input");
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) return input_error(path + ": no such file, or not readable");
  return read(std::move(file), path);
}

Result<PairTable> PairTable::read(std::unique_ptr<std::istream> in, const std::string& name) {
  std::string header;
  if (!read_line(*in, header)) return input_error(name + ": is empty");
  if (header.starts_with(kByteOrderMark)) header.erase(0, kByteOrderMark.size());
  const char separator = header.find('\t') != std::string::npos ? '\t' : ',';
  Result<std::vector<std::string>> names = split_cells(header, separator);
  if (!names) return std::move(names).error().during(name + ":1");
  PairTable table(std::move(in), separator);
  if (Status found = table.find_columns(*names, name); !found) return std::move(found).error();
  return table;
}

Status PairTable::find_columns(const std::vector<std::string>& names, const std::string& name) {
  const auto column = [&](std::string_view wanted) -> std::optional<size_t> {
    const auto found = std::find(names.begin(), names.end(), wanted);
    return found == names.end() ? std::nullopt : std::optional<size_t>(size_t(found - names.begin()));
  };
  const auto sentence = column("marked_sentence");
  if (!sentence)
    return input_error(fmt::format("{}:1: no column is named marked_sentence, only {}", name, fmt::join(names, ", ")));
  sentence_column_ = *sentence;
  id_column_ = column("sentence_id");
  if (!id_column_) id_column_ = column("id");
  return {};
}

std::optional<PairRow> PairTable::next() {
  std::string line;
  do {
    if (!read_line(*in_, line)) return std::nullopt;
    ++line_;
  } while (line.empty());

  Result<std::vector<std::string>> cells = split_cells(line, separator_);
  if (!cells) return PairRow{line_, "", std::move(cells).error()};
  const auto cell = [&](size_t column) { return column < cells->size() ? (*cells)[column] : std::string(); };
  const std::string id = id_column_ ? cell(*id_column_) : "";
  std::vector<Note> notes;
  const std::string sentence = clean_utf8(cell(sentence_column_), notes);
  if (sentence.empty()) return PairRow{line_, id, input_error("has no marked sentence")};
  Result<MarkedPair> pair = read_marked_pair(sentence);
  if (pair && pair->sources.empty() && pair->targets.empty())
    return PairRow{line_, id, input_error("marks nobody: write <s>source</s> and <t>target</t>")};
  return PairRow{line_, id, std::move(pair)};
}

}  // namespace verbale
