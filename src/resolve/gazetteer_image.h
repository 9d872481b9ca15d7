// The gazetteer while it is being built: rows, and the names that find them. gazetteer_writer.cc fills it from tables
// and GeoNames, gazetteer_image.cc turns it into bytes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "resolve/gazetteer_format.h"

namespace verbale {

class GazetteerImage {
 public:
  GazetteerImage();

  // Adds a row without a name of its own; give it one with set_name().
  uint32_t add_row(PlaceKind kind);
  GazetteerRow& row(uint32_t id) { return rows_[id]; }
  const GazetteerRow& row(uint32_t id) const { return rows_[id]; }
  uint32_t rows() const { return uint32_t(rows_.size()); }

  uint32_t intern(std::string_view text);  // longer than 255 bytes is cut
  std::string_view string(uint32_t offset) const;

  // The name that is shown, which also finds the row.
  void set_name(uint32_t row, std::string_view name);
  // A further name that finds the row; one that does not fold is ignored. The best kind for a pair of name and row
  // stays.
  void add_name(uint32_t row, std::string_view name, GazetteerNameKind kind);
  // The rows that a name finds, in the order in which they were added.
  std::vector<uint32_t> find(std::string_view name) const;

  void add_word(std::string_view word, uint32_t use) { words_[std::string(word)] |= use; }

  Status write(const std::filesystem::path& out);

 private:
  std::vector<GazetteerPosting> ranked(const std::vector<GazetteerPosting>& postings) const;

  std::vector<GazetteerRow> rows_;
  std::string strings_;
  std::unordered_map<std::string, uint32_t> interned_;
  std::map<std::string, std::vector<GazetteerPosting>, std::less<>> names_;
  std::map<std::string, uint32_t> words_;
};

}  // namespace verbale
