// When an event took place.
#pragma once

#include <optional>

#include "coding/predicates.h"

namespace verbale {

// The time of an event: an expression that the event governs, else one of its clause, else of the sentence when no
// other event has a better claim; else, for what the article reports in the past tense, the day of its dateline or of
// its publication, with that reason. Background events without an expression have no time; nor have planned ones.
std::optional<EventTime> time_of(const Document& doc, const Predicate& predicate, const Event& event);

// "In 2019 a strike closed the schools. It ended when …": the time that the sentence before tells.
EventTime time_recalled(const Document& doc, TimeId told);

// "The ceasefire lasted a month. It collapsed when gunmen shot the governor": when that was, is known from elsewhere.
bool ends_what_is_known(const Document& doc, const Predicate& predicate);

// "by June", "within a week": the expression sets a term.
bool sets_term(const Document& doc, const Timex& time);

// "since 2021": the expression begins a stretch of time that lasts until the day of writing.
bool is_since(const Document& doc, const Timex& time);

}  // namespace verbale
