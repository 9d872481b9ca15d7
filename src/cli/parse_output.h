// What the language layer found, for programs that want nothing else.
//
//   std::string out;
//   write_conllu(doc, "a_7Q2M4KX9T0BC", out);     CoNLL-U of Universal Dependencies' tools
//   write_parse(doc, "a_7Q2M4KX9T0BC", out);      one line of JSON, as spaCy's Doc.from_json takes it
//
// CoNLL-U knows no tokens of white space: they become SpacesAfter of the word before them (SpacesBefore of the first
// word), and what hung on one hangs on its governor. Names stand in MISC: NE=B-GPE, NE=I-GPE. Labels are the package's,
// except that a sentence's root is "root". A text without words gives nothing.
#pragma once

#include <string>
#include <string_view>

#include "record/document.h"

namespace verbale {

void write_conllu(const Document& doc, std::string_view id, std::string& out);

// {"id", "text", "ents", "sents", "tokens"} and, when there are any, "notes"; offsets in code points, heads by index.
void write_parse(const Document& doc, std::string_view id, std::string& out);

}  // namespace verbale
