// Events that go on about an occasion told before take its time.
#pragma once

#include <optional>

#include "coding/codebook.h"
#include "coding/predicates.h"

namespace verbale {

// "In that meeting, X …": the clause happens when the meeting told above did.
std::optional<EventTime> time_of_anaphor(const Document& doc, const Predicate& predicate);

// For an event that has no better time than the publication day, which is a weaker guess than the day of an occasion
// that the story goes on about.
//
// "At the meeting on May 4 the ministers urged …. They agreed to …": the day of what the same actors did just before.
void take_time_of_same_actors(const Document& doc, Event& event);
// "Rebels attacked a convoy on Tuesday. A driver was killed.": the day of the attack that the sentence before tells.
void take_time_of_attack_before(const Document& doc, Event& event);
// "The strike killed nine": the strike told before has its own time, known or not; it is not news of the publication
// day.
void take_time_of_definite_subject(const Document& doc, const Codebook& codebook, const Predicate& predicate,
                                   Event& event);

}  // namespace verbale
