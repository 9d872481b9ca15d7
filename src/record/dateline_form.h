// The form of a dateline: "KYIV, April 20 (Agency) —", "BRUSSELS —", "Moscow (AP) -". Form alone: whether the words
// name a place is for the gazetteer to say.
#pragma once

#include <optional>

#include "record/document.h"

namespace verbale {

struct DatelineForm {
  TokenRange tokens;  // everything before the dash
  TokenRange place;   // the capitalised words at its beginning: "SPRINGFIELD, Ill."

  TokenId dash() const { return tokens.end; }
  // Nothing but the place stands before the dash.
  bool is_bare() const { return place.end == tokens.end; }
};

// requires: tokens have their spans and `lower`
std::optional<DatelineForm> read_dateline_form(const Document& doc, TokenId begin);

// Whether a word is written in capitals, as places of datelines often are.
bool is_in_capitals(std::string_view word);

}  // namespace verbale
