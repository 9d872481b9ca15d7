// Packs one folder of knowledge tables into one file: `verbale_pack data codebook packs/codebook.pack`.
// The build runs it for every folder under data/ whose tables changed (tools/pack/CMakeLists.txt).
#include <cstdio>
#include <filesystem>
#include <string>

#include "pack/table.h"

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: verbale_pack DATA FOLDER PACK\n", stderr);
    return 2;
  }
  // Written beside and moved: a program that has the old pack mapped keeps it whole.
  const std::string unfinished = std::string(arguments[3]) + ".unfinished";
  std::error_code error;
  const verbale::Status packed = verbale::write_pack(arguments[1], arguments[2], unfinished);
  if (packed) std::filesystem::rename(unfinished, arguments[3], error);
  if (packed && !error) return 0;
  std::fprintf(stderr, "verbale_pack: %s\n", packed ? error.message().c_str() : packed.error().what().c_str());
  std::filesystem::remove(unfinished, error);
  return 5;
}
