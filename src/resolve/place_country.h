// Where a bare name lies, without a text around it: for phrases that people type, and for actors named by their city.
//
//   std::vector<uint32_t> rows = places_called(gazetteer, "Paris, Texas");     best first
//   rows.front(): Paris of Texas, because the words behind the comma hold it
//   country_of_place(gazetteer, "Mariupol") == "UKR"
//
// Inside articles, places.h weighs what the text says.
#pragma once

#include <string_view>
#include <vector>

#include "resolve/gazetteer.h"

namespace verbale {

// Rows that bear the name, at most eight, the likeliest first: those held by what stands behind a comma, then countries
// and capitals, then the number of inhabitants.
std::vector<uint32_t> places_called(const Gazetteer& gazetteer, std::string_view name);

// ISO 3166-1 alpha-3 of the likeliest of them, or "" when none is a populated place or division, or when one in another
// country is nearly as large.
std::string_view country_of_place(const Gazetteer& gazetteer, std::string_view name);

}  // namespace verbale
