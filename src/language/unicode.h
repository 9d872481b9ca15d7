// Questions about characters and strings, answered as Python's `str` answers them, because that is what packages were
// trained with: Unicode categories, full lower-casing with the final-sigma rule, digits beyond decimal numbers.
//
//   is_space(U'\u00A0')      true
//   to_lower("ΟΔΟΣ")         "οδος"
//   word_shape("Xavier-45")  "Xxxxx-dd"
//
// requires: UTF-8; a byte that is not UTF-8 reads as U+FFFD.
#pragma once

#include <string>
#include <string_view>

#include "base/utf8.h"

namespace verbale {

bool is_space_multibyte(char32_t value);

// str.isspace
inline bool is_space(char32_t value) {
  if (value < 0x80) [[likely]]
    return value == ' ' || (value >= 0x09 && value <= 0x0D) || (value >= 0x1C && value <= 0x1F);
  return is_space_multibyte(value);
}

bool is_alphabetic(char32_t value);   // str.isalpha: the letter categories
bool is_upper_case(char32_t value);   // of an alphabetic character: category Lu
bool is_digit(char32_t value);        // str.isdigit: decimal numbers, superscripts, circled digits
bool is_punctuation(char32_t value);  // categories P*

// Whether every character is one, and there is at least one.
bool is_space(std::string_view text);
bool is_alphabetic(std::string_view text);
bool is_digit(std::string_view text);
bool is_punctuation(std::string_view text);

// str.lower
std::string to_lower(std::string_view text);

// The first and the last `count` code points; all of them when there are fewer.
std::string_view first_code_points(std::string_view text, size_t count);
std::string_view last_code_points(std::string_view text, size_t count);

// Letters as X and x, digits as d, at most four of a run; "LONG" from 100 code points on.
std::string word_shape(std::string_view text);

}  // namespace verbale
