// Eight bytes at a time, little endian, then the tail: the hash that spaCy's string store calls hash_string.
#include "base/murmur.h"

#include <cstring>

namespace verbale {

uint64_t murmur_64a(std::string_view bytes, uint64_t seed) {
  constexpr uint64_t kMultiplier = 0xC6A4A7935BD1E995ull;
  constexpr int kShift = 47;
  uint64_t hash = seed ^ bytes.size() * kMultiplier;
  const char* at = bytes.data();
  for (const char* end = at + bytes.size() / 8 * 8; at != end; at += 8) {
    uint64_t block;
    std::memcpy(&block, at, 8);
    block *= kMultiplier;
    block = (block ^ block >> kShift) * kMultiplier;
    hash = (hash ^ block) * kMultiplier;
  }
  if (const size_t tail = bytes.size() % 8; tail != 0) {
    uint64_t block = 0;
    std::memcpy(&block, at, tail);
    hash = (hash ^ block) * kMultiplier;
  }
  hash = (hash ^ hash >> kShift) * kMultiplier;
  return hash ^ hash >> kShift;
}

}  // namespace verbale
