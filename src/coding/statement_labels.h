// Speakers named by layout alone: "BERG: We are ready." in transcripts, "Berg: Bridge
// Ready" in headlines, "“We are ready.” — Anna Berg" under pull
// quotes.
#pragma once

#include <vector>

#include "coding/statement_quotes.h"
#include "record/document.h"

namespace verbale {

struct LabelledSpeech {
  TokenRange speaker;
  TokenId mark = kNone;  // the token of the colon or the dash
  Span mark_span;
  Span content;
  bool direct = true;  // a headline's own words are no quotation
};

std::vector<LabelledSpeech> find_labelled_speech(const StatementTables& tables, const Document& doc,
                                                 const std::vector<PlacedQuotation>& quotations);

}  // namespace verbale
