// String ids: the 64-bit numbers by which a spaCy package knows its strings, and which its embeddings hash.
//
//   string_id("")       == 0
//   string_id("DATE")   == 391      one of the reserved symbols, which keep the ids of spaCy's public enumeration
//   string_id("apple")  == 8566208034543834098
//
// Reserved symbols include ordinary words and shapes ("agent", "mark", "X"), so the substitution matters to the
// predictions. Everything else is hash_string() of the UTF-8 bytes (base/murmur.h).
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace verbale {

using StringId = uint64_t;

StringId string_id(std::string_view text);

// The reserved symbols; the place of each is its id.
std::span<const std::string_view> reserved_symbols();

}  // namespace verbale
