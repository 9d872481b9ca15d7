// Finds what stands between quotation marks.
//
// Marks come in many styles, unbalanced ones are common, and an apostrophe is the same character as a closing mark. So
// we look at the line, not at the parse: a mark opens where a word can begin and closes where a word can end; a mark
// that fits neither is left alone. Only the outermost pair counts. Whether a quotation is somebody's words, a title or
// a scare quote is decided where the cue is known (statements.h).
//
//   for (const Quotation& quotation : find_quotations(doc.text)) doc.words(quotation.span);   // “with its marks,”
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace verbale {

struct Quotation {
  Span span;                // with its marks
  Span inside;              // without them
  bool line_start = false;  // only space stands before it in its line
  bool continues = false;   // not closed in its line: the next line goes on with it
};

// In text order, not overlapping. Spans never cross the end of a line, unless the line was wrapped: line_ends are the
// bytes at which lines end for certain, in order. A quotation that the next line closes at once goes on in it.
std::vector<Quotation> find_quotations(std::string_view text, std::span<const uint32_t> line_ends);
// Every line of the text is a paragraph.
std::vector<Quotation> find_quotations(std::string_view text);

}  // namespace verbale
