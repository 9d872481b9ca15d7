// What was asked for explicitly must exist; what was not is searched in order.
#include "cli/packs.h"

#include <cstdlib>

namespace verbale {
namespace {

namespace fs = std::filesystem;

bool is_folder(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

Error no_packs(const std::string& what) { return {Error::Kind::knowledge, what}; }

}  // namespace

fs::path program_folder() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path(".") : program.parent_path();
}

Result<fs::path> find_packs(const std::string& asked) {
  if (!asked.empty())
    return is_folder(asked) ? Result<fs::path>(asked) : no_packs("--packs " + asked + ": no such folder");
  if (const char* named = std::getenv("VERBALE_PACKS"); named && *named)
    return is_folder(named) ? Result<fs::path>(fs::path(named))
                            : no_packs(std::string("$VERBALE_PACKS names ") + named + ", which is no folder");

  const fs::path beside = program_folder() / "packs";
  if (is_folder(beside)) return beside;
  const fs::path shared = program_folder() / ".." / "share" / "verbale" / "packs";
  if (is_folder(shared)) return shared.lexically_normal();
  return no_packs("no packs: looked in " + beside.string() + " and " + shared.lexically_normal().string() +
                  "; use --packs or $VERBALE_PACKS");
}

}  // namespace verbale
