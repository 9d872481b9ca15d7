// Where an event took place.
#pragma once

#include <optional>

#include "coding/predicates.h"

namespace verbale {

// The place of an event: an expression that it governs, else one of its clause; for visits the place visited. Never the
// dateline.
std::optional<EventPlace> place_of(const Document& doc, const Predicate& predicate, const Event& event);

}  // namespace verbale
