// The texts of string ids, which packages keep in vocab/strings.json.
//
//   Result<StringTexts> texts = read_string_texts(package, {8566208034543834098u});
//   texts->at(8566208034543834098u);                                                  "apple"
//
// Only what is asked for is kept: the list of a package has tens of thousands of strings.
// errors: input, when the file cannot be read or lacks a string that is wanted.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "language/package.h"
#include "language/string_id.h"

namespace verbale {

using StringTexts = std::unordered_map<StringId, std::string>;

Result<StringTexts> read_string_texts(const Package& package, const std::unordered_set<StringId>& wanted);

}  // namespace verbale
