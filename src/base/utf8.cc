// A strict decoder: overlong forms, surrogates and values above U+10FFFF are errors, as RFC 3629 asks.
#include "base/utf8.h"

namespace verbale {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

uint32_t expected_size(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  if (lead >= 0xF0 && lead <= 0xF4) return 4;
  return 0;
}

bool is_allowed(char32_t value, uint32_t size) {
  constexpr char32_t kSmallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value >= kSmallest[size] && value <= 0x10FFFF && !surrogate;
}

}  // namespace

CodePoint decode_multibyte(std::string_view text, size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const uint32_t size = expected_size(lead);
  if (size == 0 || at + size > text.size()) return {kReplacement, 1};

  char32_t value = lead & (0x7F >> size);
  for (uint32_t i = 1; i < size; ++i) {
    const auto byte = static_cast<unsigned char>(text[at + i]);
    if (!is_continuation(byte)) return {kReplacement, 1};
    value = (value << 6) | (byte & 0x3F);
  }
  return is_allowed(value, size) ? CodePoint{value, size} : CodePoint{kReplacement, 1};
}

void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) {
    out += char(value);
  } else if (value < 0x800) {
    out += char(0xC0 | (value >> 6));
    out += char(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    out += char(0xE0 | (value >> 12));
    out += char(0x80 | ((value >> 6) & 0x3F));
    out += char(0x80 | (value & 0x3F));
  } else {
    out += char(0xF0 | (value >> 18));
    out += char(0x80 | ((value >> 12) & 0x3F));
    out += char(0x80 | ((value >> 6) & 0x3F));
    out += char(0x80 | (value & 0x3F));
  }
}

size_t count_code_points(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += decode(text, at).size) ++count;
  return count;
}

bool is_valid_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value == kReplacement && point.size == 1) return false;
    at += point.size;
  }
  return true;
}

}  // namespace verbale
