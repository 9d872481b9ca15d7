// The record of one article as one line of JSON (record.md, "The JSON object").
//
//   std::string line;
//   write_record(doc, line);       // {"schema":"verbale/1","article":{…},…}\n
//
// Offsets leave in code points. A field that is absent was not found; `null` stands only where record.md says so. An
// article in a language that is not read has `article` and `notes` alone.
#pragma once

#include <string>
#include <string_view>

#include "record/document.h"

namespace verbale {

inline constexpr std::string_view kSchema = "verbale/1";

// Appends the line, with its line break.
void write_record(const Document& doc, std::string& out);

// True when a note says that the article was not read because of its language.
bool is_unread(const Document& doc);

// The span without the white space at its ends (Unicode's, not only ASCII's): how sentences are written.
Span trim_span(std::string_view text, Span span);

// Numbers that come from estimates are written with three decimals, coordinates with five: what they are good for.
double round_estimate(double value);
double round_coordinate(double value);

}  // namespace verbale
