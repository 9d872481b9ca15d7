// Builds the gazetteer from the project's tables (data/places) and, where they are at hand, the GeoNames files.
//
//   GazetteerSources sources{.tables = "data/places", .cities = "assets/geonames/cities500.txt",
//                            .provinces = "…/admin1.json", .districts = "…/admin2.json"};
//   Status written = write_gazetteer(sources, "packs/places.gaz");
//
// Empty paths are left out: countries, regions and sites alone make a small gazetteer, which is what tests use.
// Same sources, same bytes. Errors: knowledge (a wrong row, with file and line), input, output.
#pragma once

#include <filesystem>

#include "base/result.h"

namespace verbale {

struct GazetteerSources {
  std::filesystem::path tables;     // data/places
  std::filesystem::path cities;     // GeoNames dump format: cities500.txt
  std::filesystem::path provinces;  // [{"code": "UA.12", "name": "Kyiv City"}, …]
  std::filesystem::path districts;
};

Status write_gazetteer(const GazetteerSources& sources, const std::filesystem::path& out);

}  // namespace verbale
