// Marks the lines that stand in an article but are no part of its story: mentions of a trust scheme, "Read more",
// photo credits, copyright, newsletters. They give signals, never entities, statements or events.
//
//   mark_boilerplate(tables, doc);   // after language, before resolution; fills doc.boilerplate in text order
//
// A whole line is marked or nothing: a sentence of the story is never cut.
#pragma once

#include "coding/signal_tables.h"
#include "record/document.h"

namespace verbale {

void mark_boilerplate(const SignalTables& tables, Document& doc);

}  // namespace verbale
