// A dateline is no part of the sentence behind it: it becomes a piece of its own, its place shown as names are written.
#pragma once

#include "language/shown_text.h"

namespace verbale {

// "KYIV, April 20 (Agency) - Troops …" is cut behind the dash, at the beginning of one of the first paragraphs. Form
// must be plain: a date, an agency, or a place in capitals.
// requires: paragraphs are cut
void set_datelines_apart(const Document& doc, Lexicon& lexicon, ShownText& shown);

}  // namespace verbale
