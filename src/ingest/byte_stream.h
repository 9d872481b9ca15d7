// Bytes from a file or standard input, decompressed on the way when they are gzip or zstd (told by their first bytes,
// not by a name).
//
//   Result<ByteStream> stream = ByteStream::open("archive.jsonl.gz");   // "-" is standard input
//   std::string line;
//   while (*(more = stream->read_line(line))) use(line);
//
// A damaged or truncated archive gives everything that could be decompressed, then an error.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace verbale {

inline constexpr size_t kLineBytesMax = 64u << 20;

class ByteStream {
 public:
  static Result<ByteStream> open(const std::string& path);
  static ByteStream of_text(std::string text);  // for what is in memory already

  ByteStream(ByteStream&&) noexcept;
  ByteStream& operator=(ByteStream&&) noexcept;
  ~ByteStream();

  // The bytes that come next, without taking them: at most `size`, fewer at the end and before a failure.
  std::string_view peek(size_t size);
  // Takes everything that is left, but at most `size` bytes; what came before a failure is in `out`.
  Status read_all(std::string& out, size_t size);
  // Takes one line without its break; false at the end. A line longer than kLineBytesMax is an error, and is skipped;
  // so is the piece of a line before a failure.
  Result<bool> read_line(std::string& line);

  bool at_end() const;

  class Source;

 private:
  explicit ByteStream(std::unique_ptr<Source> source);
  void fill();
  void skip_line();

  std::unique_ptr<Source> source_;
  std::string buffer_;
  size_t taken_ = 0;  // bytes of the buffer that were given out
  bool ended_ = false;
  std::optional<Error> failure_;  // told when everything before it was taken
};

}  // namespace verbale
