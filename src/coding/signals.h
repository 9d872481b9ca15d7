// Trust signals that can be seen in an article: sources named and unnamed, corrections, limits that it admits, schemes
// that it mentions. Each with the place where it was seen; what is not seen is not said, and nothing is scored.
//
//   find_signals(tables, doc);   // last; fills doc.signals from statements, events, article fields and phrases
//
// Schemes and names of signals follow The Trust Project's indicators as the record describes them (docs/record).
#pragma once

#include "coding/signal_tables.h"
#include "record/document.h"

namespace verbale {

void find_signals(const SignalTables& tables, Document& doc);

}  // namespace verbale
