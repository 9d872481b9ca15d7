// When an event took place.
#pragma once

#include <optional>

#include "coding/predicates.h"

namespace verbale {

// The time of an event: an expression that the event governs, else one of its clause, else of the sentence when no
// other event has a better claim; else, for what the article reports in the past tense, the publication day with that
// reason. Background events without an expression have no time; nor have planned ones.
std::optional<EventTime> time_of(const Document& doc, const Predicate& predicate, const Event& event);

}  // namespace verbale
