// Austin Appleby's MurmurHash (public domain), as spaCy packages use it: string ids and rows of hashed embeddings.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace verbale {

// MurmurHash64A over the bytes. Packages take seed 1: hash_string("apple") == 8566208034543834098.
uint64_t murmur_64a(std::string_view bytes, uint64_t seed);

inline uint64_t hash_string(std::string_view text) { return murmur_64a(text, 1); }

namespace detail {
constexpr uint64_t rotate_left(uint64_t value, int by) { return value << by | value >> (64 - by); }
constexpr uint64_t finish(uint64_t value) {
  value = (value ^ value >> 33) * 0xFF51AFD7ED558CCDull;
  value = (value ^ value >> 33) * 0xC4CEB9FE1A85EC53ull;
  return value ^ value >> 33;
}
}  // namespace detail

// MurmurHash3_x64_128 of a key of eight bytes, cut into four words: low and high half of each result.
constexpr std::array<uint32_t, 4> murmur3_words(uint64_t key, uint32_t seed) {
  uint64_t h1 = seed, h2 = seed;
  h1 ^= detail::rotate_left(key * 0x87C37B91114253D5ull, 31) * 0x4CF5AD432745937Full;
  h1 ^= 8;
  h2 ^= 8;
  h1 += h2;
  h2 += h1;
  h1 = detail::finish(h1);
  h2 = detail::finish(h2);
  h1 += h2;
  h2 += h1;
  return {uint32_t(h1), uint32_t(h1 >> 32), uint32_t(h2), uint32_t(h2 >> 32)};
}

}  // namespace verbale
