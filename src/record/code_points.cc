// Keeps one count per block of 128 bytes, so that a look-up counts at most one block and a megabyte of text costs 32
// KB.
#include "record/code_points.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr uint32_t kBlockBytes = 128;

uint32_t count_starts(std::string_view bytes) {
  uint32_t count = 0;
  for (char byte : bytes) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

}  // namespace

CodePointMap::CodePointMap(std::string_view text) : text_(text) {
  if (is_ascii(text)) return;
  uint32_t count = 0;
  for (size_t at = 0; at <= text.size(); at += kBlockBytes) {
    before_.push_back(count);
    count += count_starts(text.substr(at, kBlockBytes));
  }
}

uint32_t CodePointMap::operator()(uint32_t byte) const {
  if (before_.empty()) return byte;
  const uint32_t block = byte / kBlockBytes;
  const uint32_t begin = block * kBlockBytes;
  return before_[block] + count_starts(text_.substr(begin, byte - begin));
}

}  // namespace verbale
