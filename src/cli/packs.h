// Where the packs are: asked for, named by the environment, or beside the program.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.h"

namespace verbale {

// --packs, else $VERBALE_PACKS, else <program>/packs, else <program>/../share/verbale/packs.
Result<std::filesystem::path> find_packs(const std::string& asked);

// The folder that the program lies in.
std::filesystem::path program_folder();

}  // namespace verbale
