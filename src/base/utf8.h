// UTF-8 in place: one code point at a time, and counts of code points for the record's border.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

inline constexpr char32_t kReplacement = 0xFFFD;

// One decoded code point and the bytes that it took. Bytes that are not UTF-8 decode to U+FFFD, one byte at a time.
struct CodePoint {
  char32_t value = 0;
  uint32_t size = 0;
};

// requires: at < text.size()
CodePoint decode_multibyte(std::string_view text, size_t at);

inline CodePoint decode(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) [[likely]]
    return {byte, 1};
  return decode_multibyte(text, at);
}

void append_utf8(std::string& out, char32_t value);

// The number of code points in the text; a byte that is not UTF-8 counts as one.
size_t count_code_points(std::string_view text);

bool is_valid_utf8(std::string_view text);

}  // namespace verbale
