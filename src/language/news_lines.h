// Lines of a news text: paragraphs, the markers of lists, and lines that were wrapped.
#pragma once

#include "language/shown_text.h"

namespace verbale {

// Cuts where paragraphs end for certain (sentences.h).
// requires: spans of tokens
void cut_at_paragraphs(const Document& doc, ShownText& shown);

// "- ", "• ", "1. ", "(a) " at the beginning of a line: the item is a piece of its own, and the marker is not shown.
// A number or a letter counts where the line before is over, so that a wrapped sentence keeps its own.
// requires: paragraphs are cut
void set_list_markers_apart(const Document& doc, ShownText& shown);

// "By Anna Berg" on a line of its own: the line is a piece, whatever follows.
// requires: paragraphs are cut
void set_bylines_apart(const Document& doc, ShownText& shown);

// A line break is a blank: the network sees the lines of a paragraph as one.
// requires: all cuts are made
void unwrap_lines(const Document& doc, ShownText& shown);

}  // namespace verbale
