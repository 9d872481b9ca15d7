// Packs one folder of knowledge tables into one file: `verbale_pack data codebook packs/codebook.pack`.
// The build runs it for every folder under data/ whose tables changed (tools/pack/CMakeLists.txt).
#include <cstdio>
#include <filesystem>

#include "pack/table.h"

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: verbale_pack DATA FOLDER PACK\n", stderr);
    return 2;
  }
  const verbale::Status packed = verbale::write_pack(arguments[1], arguments[2], arguments[3]);
  if (packed) return 0;
  std::fprintf(stderr, "verbale_pack: %s\n", packed.error().what().c_str());
  std::error_code ignored;
  std::filesystem::remove(arguments[3], ignored);
  return 5;
}
