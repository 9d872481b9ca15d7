// The dateline: where an article says that it was written. "KYIV, April 20 (Agency) —", "BRUSSELS —", "Moscow (AP) -".
#pragma once

#include <optional>

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {

struct Dateline {
  TokenRange tokens;  // everything before the dash
  TokenRange place;   // the words that name the place, with its division: "SPRINGFIELD, Ill."
};

// The dateline at the start of the text or of one of its first lines; nothing when the words name no known place.
std::optional<Dateline> find_dateline(const Gazetteer& gazetteer, const Document& doc);

}  // namespace verbale
