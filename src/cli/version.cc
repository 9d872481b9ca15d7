// `verbale --version`: what would make a record now, and whose data are inside.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/packs.h"
#include "engine.h"

namespace verbale {
namespace {

constexpr std::string_view kAttributions =
    "\n"
    "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0.\n"
    "Language model: en_core_web_sm by Explosion, MIT License.\n"
    "Event types after PLOVER, the Political Language Ontology for Verifiable Event Records.\n";

std::string describe(const EngineVersions& versions) {
  return fmt::format("verbale {}\ncodebook {}\nmodel {}\nschema {}\n{}", versions.engine, versions.codebook,
                     versions.model, versions.schema, kAttributions);
}

}  // namespace

Result<int> run_version(const Options& options) {
  Result<std::filesystem::path> packs = find_packs(options.packs);
  const EngineVersions versions =
      packs ? engine_versions({*packs, {}}) : EngineVersions{VERBALE_VERSION, "not found", "not found", ""};
  Result<Output> out = Output::open("-");
  if (Status written = out->write(describe(versions)); !written) return std::move(written).error();
  return int(kFine);
}

}  // namespace verbale
