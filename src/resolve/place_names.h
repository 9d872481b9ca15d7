// Finds where an article writes the name of a place, before anything decides which place it is.
//
//   for (const PlaceName& name : find_place_names(gazetteer, doc)) use(name.tokens, name.folded);
//
// Starts from what the language layer tagged as GPE, LOC or FAC; corrects its borders with the gazetteer; adds names
// that it missed or took for persons and organisations, where the words around them say that something is there.
#pragma once

#include <string_view>
#include <vector>

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {

struct PlaceName {
  TokenRange tokens;
  std::string_view folded;     // lives as long as the document
  uint32_t container = kNone;  // index of the name that is said to hold it: "Paris, Texas", "the square in Kyiv"
  bool after_comma = false;    // is such a container behind a comma: "Tex." may be meant
  bool has_stops = false;      // "S.C.": may be an abbreviation by its looks
  bool is_site = false;        // headed by "square", "bridge", …
  bool is_quarter = false;     // headed by "district", "suburb", …
  bool in_dateline = false;
  bool is_tentative =
      false;  // tagged as an organisation or a person: a place only if the others of the article speak for it
};

// In text order, without overlaps. `folded` strings are kept in the document's arena.
std::vector<PlaceName> find_place_names(const Gazetteer& gazetteer, Document& doc, TokenRange dateline);

// The token that heads a range: the one whose governor lies outside.
TokenId head_of(const Document& doc, TokenRange range);

}  // namespace verbale
