// Word vectors that a package brings along and its training left unchanged: one row a form, many forms sharing rows.
//
//   Result<WordVectors> vectors = WordVectors::open(package);
//   const std::byte* row = vectors->find(string_id("Kyiv"));      vectors->width() floats, or null
//
// Read from vocab/vectors (a NumPy file that stays mapped), vocab/key2row and vocab/vectors.cfg. Tables of the kind
// "floret", which add up pieces of words, and tables by another attribute than the form are refused.
// errors: input, naming the file and its part.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "language/package.h"
#include "language/string_id.h"

namespace verbale {

class WordVectors {
 public:
  static Result<WordVectors> open(const Package& package);

  size_t width() const { return width_; }

  // The form's row in the mapped file: width() floats, not necessarily aligned; null for a form that has none.
  const std::byte* find(StringId form) const;

 private:
  explicit WordVectors(MappedFile file) : file_(std::move(file)) {}

  static constexpr uint32_t kFree = UINT32_MAX;

  struct Slot {
    StringId form = 0;
    uint32_t row = kFree;
  };

  Status read_rows(const Package& package);
  Status read_keys(const Package& package);
  size_t slot_of(StringId form) const;

  MappedFile file_;
  const std::byte* data_ = nullptr;
  uint32_t rows_ = 0, width_ = 0;
  std::vector<Slot> slots_;  // an open table: a power of two of slots, at most three quarters full
};

// Opened by the first encoder that needs them, then shared.
using SharedVectors = std::shared_ptr<const WordVectors>;

}  // namespace verbale
