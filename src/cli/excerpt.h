// A piece of the article that fits the screen, with the words that matter made visible.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "cli/terminal.h"

namespace verbale {

// The words of `whole`, cut to `columns` around `focus` at word borders, "…" where something was left out. The focus is
// strongly marked (with *asterisks* where there are no colours), the `others` lightly.
// requires: the spans lie inside the text
std::string excerpt(std::string_view text, Span whole, Span focus, const std::vector<Span>& others, size_t columns,
                    const Style& style, bool colour);

}  // namespace verbale
