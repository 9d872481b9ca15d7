// Rows of words under a header, aligned by what they look like in a terminal.
#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace verbale {

// The header is dim; each column is as wide as its widest cell. Every row has as many cells as the header.
std::string align(const std::vector<std::string>& header, const std::vector<std::vector<std::string>>& rows,
                  const Style& style);

}  // namespace verbale
