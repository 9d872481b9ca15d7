// The form under which a place name is looked up: "Saint-Étienne", "St. Etienne" and "st etienne" are one name.
//
// Lower case, no diacritics, no apostrophes or full stops; hyphens and runs of spaces are one space; saint, sainte,
// mount and fort take their short form. Only Latin letters and digits survive: a name in another script folds to "".
//
//   PlaceFoldBuffer buffer;
//   std::string_view folded = fold_place_name("São  Paulo", buffer);   "sao paulo", valid as long as the buffer
#pragma once

#include <array>
#include <string_view>

namespace verbale {

inline constexpr size_t kFoldedBytesMax = 96;
using PlaceFoldBuffer = std::array<char, kFoldedBytesMax>;

// The folded name, or "" when nothing Latin is left or the name is longer than any place's.
std::string_view fold_place_name(std::string_view name, PlaceFoldBuffer& buffer);

}  // namespace verbale
