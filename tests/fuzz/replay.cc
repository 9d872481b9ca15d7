// Tries every file of a corpus: an ordinary test that needs neither clang nor time.
//
//   NAME_replay CORPUS
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/fuzz.h"

int main(int count, char** arguments) {
  if (count != 2) return 2;
  size_t tried = 0;
  for (const auto& entry : std::filesystem::directory_iterator(arguments[1])) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    std::fprintf(stderr, "%s\n", entry.path().filename().c_str());
    verbale::fuzz::use(bytes);
    ++tried;
  }
  verbale::fuzz::require(tried > 0, "the corpus is empty");
  return 0;
}
