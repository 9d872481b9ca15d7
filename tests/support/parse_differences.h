// Compares a document that the language layer parsed with the oracle's parse of the same text, field by field.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "record/document.h"

namespace verbale::testing {

inline constexpr std::array<std::string_view, 10> kParseFields = {
    "tokens", "space_after", "tag", "pos", "morph", "head", "label", "lemma", "name", "sentence_start"};

struct ParseDifference {
  std::string_view field;  // one of kParseFields
  TokenId token = 0;       // in the oracle's parse
  std::string ours;
  std::string theirs;
};

// All differences, in text order. Where the texts are cut differently there is one difference, at the first token that
// differs, and nothing else of the text is compared.
std::vector<ParseDifference> find_differences(const Document& ours, const Document& theirs);

// "lemma of "cut" (token 17): ours "cut", theirs "cutting"".
std::string describe(const ParseDifference& difference, const Document& theirs);

}  // namespace verbale::testing
