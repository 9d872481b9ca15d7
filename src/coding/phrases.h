// Phrases of the tables, cut into words as the tokenizer cuts the text: hyphens between letters stand alone
// ("anti-tank" is three words), and so do genitives ("women's" is two).
//
//   split_phrase("anti-tank missile")   anti, -, tank, missile
#pragma once

#include <string_view>
#include <vector>

namespace verbale {

std::vector<std::string_view> split_phrase(std::string_view phrase);

}  // namespace verbale
