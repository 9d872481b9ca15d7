// From heads and sentence starts to sentences, paragraphs and the edges of subtrees; and where long texts may be cut.
#pragma once

#include <cstdint>
#include <span>

#include "record/document.h"

namespace verbale {

// Fills doc.sentences and every token's `sentence`. A paragraph ends at a token that holds a blank line or, where the
// text has no blank line, at a token that holds a line break.
// requires: heads are set; starts has one entry per token, 1 where a sentence begins
void find_sentences(Document& doc, std::span<const uint8_t> starts);

// Where the paragraph that begins at `begin` ends for certain: behind a blank line; in a text without blank lines
// behind a line that ends as sentences do, or behind a first line that is plainly a headline. Wrapped lines go on.
// requires: tokens have their spans
TokenId end_of_paragraph(const Document& doc, TokenId begin, bool has_blank_lines);

// requires: tokens have their spans
bool has_blank_lines(const Document& doc);

// Where the piece that begins at `begin` ends: at the text's end if at most `tokens_max` are left; else behind the last
// paragraph's end that fits, or line's end, or after tokens_max tokens.
// requires: tokens have their spans
TokenId end_of_piece(const Document& doc, TokenId begin, size_t tokens_max);

}  // namespace verbale
