// One function for each word after `verbale`. Each returns the exit code, or the error that main.cc tells and turns
// into one.
#pragma once

#include "base/result.h"
#include "cli/options.h"

namespace verbale {

Result<int> run_read(const Options& options);
Result<int> run_parse(const Options& options);
Result<int> run_explain(const Options& options);
Result<int> run_resolve(const Options& options);
Result<int> run_relate(const Options& options);
Result<int> run_version(const Options& options);

}  // namespace verbale
