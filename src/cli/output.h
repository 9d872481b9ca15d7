// Where records go: standard output or a file, written whole or not at all where possible.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace verbale {

class Output {
 public:
  // "" and "-" are standard output.
  static Result<Output> open(const std::string& path);
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  Status write(std::string_view bytes);
  // True once the reader at the other end of a pipe has gone: no error, but nothing more is wanted.
  bool reader_left() const { return reader_left_; }

 private:
  Output(int descriptor, std::string path) : descriptor_(descriptor), path_(std::move(path)) {}

  int descriptor_;
  std::string path_;
  bool reader_left_ = false;
};

}  // namespace verbale
