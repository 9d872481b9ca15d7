// Small sets of words that belong to the grammar and so stand in code: auxiliaries, prepositions, tags.
//
//   constexpr std::array<std::string_view, 3> kParticles = {"up", "down", "out"};
//   if (is_one_of(token.lower, kParticles)) …
//
// Words that a reader of news may want to add to belong in a table under data/ instead.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace verbale {

template <size_t N>
constexpr bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace verbale
