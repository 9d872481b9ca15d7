// Reads and writes knowledge tables. The packed form keeps the cells as they are and only saves the reading of lines:
// magic, version and a checksum, then for each table its name, columns, line numbers and cells as lengths and bytes.
#include "pack/table.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>
#include <fstream>

namespace verbale {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic = "VERBPACK";
constexpr uint32_t kVersion = 1;
constexpr size_t kHeaderBytes = 8 + 4 + 4 + 8;  // magic, version, tables, checksum

Error broken(const fs::path& path, std::string_view what) {
  return {Error::Kind::knowledge, path.string() + ": " + std::string(what)};
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t end; (end = line.find(separator, begin)) != std::string_view::npos; begin = end + 1)
    parts.push_back(line.substr(begin, end - begin));
  parts.push_back(line.substr(begin));
  return parts;
}

std::string_view trim(std::string_view words) {
  while (!words.empty() && words.front() == ' ') words.remove_prefix(1);
  while (!words.empty() && words.back() == ' ') words.remove_suffix(1);
  return words;
}

// Reads numbers and strings from a pack's bytes; `ok` turns false at the first read beyond the end.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : rest_(bytes) {}

  uint32_t number() {
    uint32_t value = 0;
    std::string_view bytes = take(sizeof value);
    if (!bytes.empty()) std::memcpy(&value, bytes.data(), sizeof value);
    return value;
  }
  std::string_view string() { return take(number()); }
  bool ok() const { return ok_; }

 private:
  std::string_view take(size_t size) {
    if (size > rest_.size()) ok_ = false;
    if (!ok_) return {};
    std::string_view taken = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return taken;
  }

  std::string_view rest_;
  bool ok_ = true;
};

void put(std::string& out, uint32_t value) { out.append(reinterpret_cast<const char*>(&value), sizeof value); }

void put(std::string& out, std::string_view value) {
  put(out, uint32_t(value.size()));
  out.append(value);
}

}  // namespace

// The only writer of tables: from TSV lines, or from a pack.
class TableReader {
 public:
  static Result<std::unique_ptr<Table>> from_tsv(std::string_view file, std::string_view text) {
    auto table = std::make_unique<Table>();
    table->file_ = file;
    uint32_t number = 0;
    for (std::string_view line : split(text, '\n')) {
      ++number;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (line.empty() || line.front() == '#') continue;
      if (table->columns_.empty()) {
        table->columns_ = split(line, '\t');
        continue;
      }
      std::vector<std::string_view> cells = split(line, '\t');
      if (cells.size() > table->columns_.size())
        return Error{Error::Kind::knowledge, std::string(file) + ":" + std::to_string(number) + ": " +
                                                 std::to_string(cells.size()) + " cells, but the header names " +
                                                 std::to_string(table->columns_.size()) + " columns"};
      cells.resize(table->columns_.size());
      table->lines_.push_back(number);
      for (std::string_view cell : cells) table->cells_.push_back(trim(cell));
    }
    if (table->columns_.empty())
      return Error{Error::Kind::knowledge, std::string(file) + ": no line that names the columns"};
    return table;
  }

  static std::unique_ptr<Table> from_pack(Cursor& cursor) {
    auto table = std::make_unique<Table>();
    table->file_ = cursor.string();
    const uint32_t columns = cursor.number();
    for (uint32_t i = 0; i < columns && cursor.ok(); ++i) table->columns_.push_back(cursor.string());
    const uint32_t rows = cursor.number();
    for (uint32_t row = 0; row < rows && cursor.ok(); ++row) {
      table->lines_.push_back(cursor.number());
      for (uint32_t i = 0; i < columns; ++i) table->cells_.push_back(cursor.string());
    }
    return table;
  }

  static void write(const Table& table, std::string& out) {
    put(out, table.file_);
    put(out, uint32_t(table.columns_.size()));
    for (std::string_view column : table.columns_) put(out, column);
    put(out, uint32_t(table.rows()));
    for (size_t row = 0; row < table.rows(); ++row) {
      put(out, table.lines_[row]);
      for (size_t i = 0; i < table.columns_.size(); ++i) put(out, table.cell(row, i));
    }
  }
};

std::optional<size_t> Table::column(std::string_view name) const {
  const auto found = std::find(columns_.begin(), columns_.end(), name);
  if (found == columns_.end()) return std::nullopt;
  return size_t(found - columns_.begin());
}

std::string_view Table::cell(size_t row, std::string_view column_name) const {
  const auto index = column(column_name);
  return index ? cell(row, *index) : std::string_view{};
}

std::string Table::row_name(size_t row) const {
  return std::string(file_.substr(file_.rfind('/') + 1)) + ":" + std::to_string(line(row));
}

std::vector<std::string_view> split_list(std::string_view cell, char separator) {
  std::vector<std::string_view> items;
  if (cell.empty()) return items;
  for (std::string_view part : split(cell, separator))
    if (std::string_view item = trim(part); !item.empty()) items.push_back(item);
  return items;
}

Error table_error(const Table& table, size_t row, std::string_view what) {
  return {Error::Kind::knowledge,
          std::string(table.file()) + ":" + std::to_string(table.line(row)) + ": " + std::string(what)};
}

Result<Knowledge> Knowledge::open(const fs::path& packs, const std::vector<fs::path>& overlays) {
  Knowledge knowledge;
  std::error_code error;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(packs, error))
    if (entry.path().extension() == ".pack") paths.push_back(entry.path());
  if (error) return broken(packs, "cannot list the packs: " + error.message());
  std::sort(paths.begin(), paths.end());

  for (const fs::path& path : paths)
    if (Status added = knowledge.add_pack(path); !added) return std::move(added).error().during("opening a pack");
  for (const fs::path& overlay : overlays)
    if (Status added = knowledge.add_folder(overlay); !added) return std::move(added).error().during("reading the overlay");
  return knowledge;
}

Result<Knowledge> Knowledge::read_folder(const fs::path& data) {
  Knowledge knowledge;
  if (Status added = knowledge.add_folder(data); !added) return std::move(added).error().during("reading knowledge");
  return knowledge;
}

Status Knowledge::add_pack(const fs::path& path) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return std::move(file).error();
  const std::string_view bytes = file->text();
  if (bytes.size() < kHeaderBytes || !bytes.starts_with(kMagic)) return broken(path, "is not a knowledge pack");

  Cursor header(bytes.substr(kMagic.size()));
  if (header.number() != kVersion) return broken(path, "was written by another version; run ./dev gen");
  const uint32_t tables = header.number();
  uint64_t checksum = 0;
  std::memcpy(&checksum, bytes.data() + kHeaderBytes - 8, 8);
  const std::string_view body = bytes.substr(kHeaderBytes);
  if (XXH3_64bits(body.data(), body.size()) != checksum) return broken(path, "is damaged: its checksum does not match");

  Cursor cursor(body);
  for (uint32_t i = 0; i < tables; ++i) tables_.push_back(TableReader::from_pack(cursor));
  if (!cursor.ok()) return broken(path, "is shorter than its tables");
  files_.push_back(std::make_unique<MappedFile>(*std::move(file)));
  return {};
}

Status Knowledge::add_folder(const fs::path& data) {
  std::error_code error;
  std::vector<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(data, error))
    if (entry.is_regular_file() && entry.path().extension() == ".tsv") paths.push_back(entry.path());
  if (error) return broken(data, "cannot list the tables: " + error.message());
  std::sort(paths.begin(), paths.end());

  for (const fs::path& path : paths)
    if (Status added = add_tsv(path, fs::relative(path, data).generic_string()); !added) return added;
  return {};
}

Status Knowledge::add_tsv(const fs::path& path, std::string_view name) {
  Result<MappedFile> file = MappedFile::open(path);
  if (!file) return std::move(file).error();
  names_.push_back(std::make_unique<std::string>(name));
  files_.push_back(std::make_unique<MappedFile>(*std::move(file)));
  auto table = TableReader::from_tsv(*names_.back(), files_.back()->text());
  if (!table) return std::move(table).error();
  tables_.push_back(*std::move(table));
  return {};
}

const Table* Knowledge::find(std::string_view file) const {
  for (const auto& table : tables_)
    if (table->file() == file) return table.get();
  return nullptr;
}

std::vector<const Table*> Knowledge::in_folder(std::string_view folder) const {
  std::vector<const Table*> found;
  const std::string prefix = std::string(folder) + "/";
  for (const auto& table : tables_)
    if (table->file().starts_with(prefix)) found.push_back(table.get());
  return found;
}

Status write_pack(const fs::path& data, std::string_view folder, const fs::path& pack) {
  Result<Knowledge> knowledge = Knowledge::read_folder(data);
  if (!knowledge) return std::move(knowledge).error();

  std::string body;
  const auto tables = knowledge->in_folder(folder);
  for (const Table* table : tables) TableReader::write(*table, body);

  std::string header(kMagic);
  put(header, kVersion);
  put(header, uint32_t(tables.size()));
  const uint64_t checksum = XXH3_64bits(body.data(), body.size());
  header.append(reinterpret_cast<const char*>(&checksum), sizeof checksum);

  std::ofstream out(pack, std::ios::binary | std::ios::trunc);
  out << header << body;
  if (!out.flush()) return Error{Error::Kind::output, "cannot write " + pack.string()};
  return {};
}

}  // namespace verbale
