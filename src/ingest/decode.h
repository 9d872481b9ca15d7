// From bytes of an unknown encoding to valid UTF-8, with a note for whatever had to be guessed or replaced.
//
//   std::vector<Note> notes;
//   std::string text = decode_text(bytes, notes);   // always valid UTF-8, without a byte order mark and without NULs
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/article.h"

namespace verbale {

enum class Encoding { utf8, utf16_little, utf16_big, windows_1252 };

// Judges by the byte order mark, by where small bytes stand, and by what is valid; looks at no more than it is given.
Encoding sniff_encoding(std::string_view bytes);

std::string decode_text(std::string_view bytes, std::vector<Note>& notes);

// Text that claims to be UTF-8 already, such as a string of a JSON file: only what is invalid is replaced.
std::string clean_utf8(std::string_view text, std::vector<Note>& notes);

// The budget for one article, in code points.
inline constexpr size_t kArticleCharactersMax = 1'000'000;

// Cuts the text behind its budget, at white space where there is some near, with a note.
void keep_within_budget(std::string& text, std::vector<Note>& notes);

}  // namespace verbale
