// Builds packs/places.gaz. usage: gazetteer TABLES ASSETS OUT, where TABLES is data/places and ASSETS holds GeoNames'
// cities500.txt and the names of divisions; files that are not there are left out, and the gazetteer is as much
// smaller.
#include <cstdio>

#include "resolve/gazetteer_writer.h"

namespace {

std::filesystem::path if_there(const std::filesystem::path& path) {
  return std::filesystem::exists(path) ? path : std::filesystem::path();
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::fputs("usage: gazetteer TABLES ASSETS OUT\n", stderr);
    return 2;
  }
  const std::filesystem::path assets = words[2];
  const verbale::GazetteerSources sources{words[1], if_there(assets / "cities500.txt"),
                                          if_there(assets / "admin1.json"), if_there(assets / "admin2.json")};
  const verbale::Status written = verbale::write_gazetteer(sources, words[3]);
  if (written) return 0;
  std::fprintf(stderr, "gazetteer: %s\n", written.error().what().c_str());
  return 1;
}
