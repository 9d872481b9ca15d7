// Which files did the caller mean? Files, folders (with everything readable below them) and globs become a list of
// paths.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace verbale {

// Each argument in turn; what a folder or a glob stands for is sorted by path. "-" stays as it is. A name that stands
// for nothing is an error of its own, in its place.
std::vector<Result<std::string>> expand_inputs(const std::vector<std::string>& arguments);

}  // namespace verbale
