// Shared by every command that reads.
#include "cli/open_engine.h"

#include "cli/packs.h"

namespace verbale {

Result<EngineOptions> engine_options(const Options& options) {
  Result<std::filesystem::path> packs = find_packs(options.packs);
  if (!packs) return std::move(packs).error();
  for (const std::string& overlay : options.overlays) {
    std::error_code error;
    if (!std::filesystem::is_directory(overlay, error))
      return Error{Error::Kind::knowledge, "--overlay " + overlay + ": no such folder"};
  }
  return EngineOptions{*packs, {options.overlays.begin(), options.overlays.end()}};
}

Result<Engine> open_engine(const Options& options) {
  Result<EngineOptions> wanted = engine_options(options);
  if (!wanted) return std::move(wanted).error();
  return Engine::open(*wanted);
}

}  // namespace verbale
