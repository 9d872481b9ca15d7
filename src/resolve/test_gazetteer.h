// The gazetteer that tests share: the project's tables with a handful of towns, built once a process.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "resolve/gazetteer.h"
#include "resolve/gazetteer_writer.h"

namespace verbale::testing {

inline GazetteerSources test_sources() {
  const std::filesystem::path root = VERBALE_ROOT;
  const std::filesystem::path geonames = root / "tests/golden/resolve/geonames";
  return {root / "data/places", geonames / "cities500.txt", geonames / "admin1.json", geonames / "admin2.json"};
}

inline std::filesystem::path test_path(const std::string& name) {
  return std::filesystem::temp_directory_path() / ("verbale-" + std::to_string(getpid()) + "-" + name);
}

inline const Gazetteer& test_gazetteer() {
  static const Gazetteer gazetteer = [] {
    const std::filesystem::path path = test_path("places.gaz");
    const Status written = write_gazetteer(test_sources(), path);
    EXPECT_TRUE(written) << (written ? "" : written.error().what());
    Result<Gazetteer> opened = Gazetteer::open(path);
    std::filesystem::remove(path);
    return *std::move(opened);
  }();
  return gazetteer;
}

}  // namespace verbale::testing
