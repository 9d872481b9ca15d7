// The engine that the options ask for.
#pragma once

#include "base/result.h"
#include "cli/options.h"
#include "engine.h"

namespace verbale {

// What the packs and overlays of the command line stand for.
Result<EngineOptions> engine_options(const Options& options);

Result<Engine> open_engine(const Options& options);

}  // namespace verbale
