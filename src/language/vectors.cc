// A NumPy file is a magic word, a version, the length of a header, the header (a Python dictionary as text) and the
// rows. The header is compared with the one form that packages write, up to blanks.
#include "language/vectors.h"

#include <simdjson.h>

#include <bit>
#include <charconv>
#include <cstring>

namespace verbale {
namespace {

constexpr std::string_view kRowsFile = "vocab/vectors", kKeysFile = "vocab/key2row", kSettings = "vocab/vectors.cfg";
constexpr std::string_view kMagic = "\x93NUMPY";
constexpr int64_t kOrthAttribute = 65;

struct NumpyHeader {
  uint32_t rows = 0, width = 0;
  size_t size = 0;  // bytes before the first row
};

std::string without_blanks(std::string_view text) {
  std::string dense;
  for (const char letter : text)
    if (letter != ' ' && letter != '\n') dense += letter;
  return dense;
}

// Takes what stands in front, or answers false.
bool take(std::string_view& text, std::string_view expected) {
  if (!text.starts_with(expected)) return false;
  text.remove_prefix(expected.size());
  return true;
}

bool take_number(std::string_view& text, uint32_t& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc()) return false;
  text.remove_prefix(size_t(end - text.data()));
  return true;
}

// The length of the header's text is two bytes in version 1, four in later ones.
std::optional<std::string_view> numpy_dictionary(std::string_view file) {
  if (!file.starts_with(kMagic) || file.size() < 12) return std::nullopt;
  const bool is_first_version = file[6] == 1;
  const size_t begin = is_first_version ? 10 : 12;
  uint32_t length = 0;
  std::memcpy(&length, file.data() + 8, is_first_version ? 2 : 4);
  if (file.size() - begin < length) return std::nullopt;
  return file.substr(begin, length);
}

std::optional<NumpyHeader> read_header(std::string_view file) {
  const auto dictionary = numpy_dictionary(file);
  if (!dictionary) return std::nullopt;
  NumpyHeader header;
  header.size = size_t(dictionary->data() + dictionary->size() - file.data());
  const std::string dense = without_blanks(*dictionary);
  std::string_view rest = dense;
  const bool is_table = take(rest, "{'descr':'<f4','fortran_order':False,'shape':(") &&
                        take_number(rest, header.rows) && take(rest, ",") && take_number(rest, header.width) &&
                        take(rest, ")");
  return is_table ? std::optional(header) : std::nullopt;
}

// The attribute by which the table is asked: a number or a name; without one, the form.
bool is_by_form(simdjson::simdjson_result<simdjson::dom::element> attribute) {
  int64_t number = 0;
  std::string_view name;
  if (attribute.get(number) == simdjson::SUCCESS) return number == kOrthAttribute;
  if (attribute.get(name) == simdjson::SUCCESS) return name == "ORTH";
  return attribute.error() != simdjson::SUCCESS;
}

// Packages before 3.2 have no such file, and no other kind of table.
Status check_settings(const Package& package) {
  if (!package.has(kSettings)) return {};
  Result<MappedFile> file = package.map(kSettings);
  if (!file) return std::move(file).error();
  simdjson::dom::parser parser;
  simdjson::dom::element settings;
  if (parser.parse(std::string(file->text())).get(settings) != simdjson::SUCCESS)
    return package.error(kSettings, "document", "not valid JSON");

  std::string_view mode = "default";
  if (settings["mode"].get(mode) == simdjson::SUCCESS && mode != "default")
    return package.error(kSettings, "mode", "word vectors of the kind \"" + std::string(mode) + "\" are not supported");
  if (!is_by_form(settings["attr"]))
    return package.error(kSettings, "attr", "word vectors by another attribute than ORTH are not supported");
  return {};
}

}  // namespace

Result<WordVectors> WordVectors::open(const Package& package) {
  if (Status status = check_settings(package); !status) return std::move(status).error();
  Result<MappedFile> file = package.map(kRowsFile);
  if (!file) return std::move(file).error();
  WordVectors vectors(*std::move(file));
  if (Status status = vectors.read_rows(package); !status) return std::move(status).error();
  if (Status status = vectors.read_keys(package); !status) return std::move(status).error();
  return vectors;
}

Status WordVectors::read_rows(const Package& package) {
  const auto header = read_header(file_.text());
  if (!header) return package.error(kRowsFile, "header", "expected a table of 32-bit floats, row after row");
  if (header->rows == 0 || header->width == 0) return package.error(kRowsFile, "shape", "the table is empty");
  const size_t expected = size_t(header->rows) * header->width * sizeof(float);
  if (file_.bytes().size() - header->size != expected)
    return package.error(kRowsFile, "data", "the shape does not agree with the file's size");
  data_ = file_.bytes().data() + header->size;
  rows_ = header->rows;
  width_ = header->width;
  return {};
}

Status WordVectors::read_keys(const Package& package) {
  Result<PackageData> keys = package.read_msgpack(kKeysFile);
  if (!keys) return std::move(keys).error();
  if (!keys->root().is_map()) return package.error(kKeysFile, "keys", "expected a map");
  slots_.resize(std::bit_ceil(keys->root().size() * 4 / 3 + 2));
  for (const auto [form, row] : keys->root().entries()) {
    const auto id = form.unsigned_integer(), number = row.unsigned_integer();
    if (!id || !number || *number >= rows_)
      return package.error(kKeysFile, "keys", "expected string ids with numbers of rows");
    slots_[slot_of(*id)] = {*id, uint32_t(*number)};
  }
  return {};
}

// The form's slot, or the free one where it would stand.
size_t WordVectors::slot_of(StringId form) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = (form * 0x9E3779B97F4A7C15ull >> 32) & mask;
  while (slots_[slot].row != kFree && slots_[slot].form != form) slot = (slot + 1) & mask;
  return slot;
}

const std::byte* WordVectors::find(StringId form) const {
  const uint32_t row = slots_[slot_of(form)].row;
  return row == kFree ? nullptr : data_ + size_t(row) * width_ * sizeof(float);
}

}  // namespace verbale
