// Speakers named by layout alone: "BERG: We are ready." in transcripts, "“We are ready.” — Anna Berg" under pull
// quotes.
#pragma once

#include <vector>

#include "coding/statement_quotes.h"
#include "record/document.h"

namespace verbale {

struct LabelledSpeech {
  TokenRange speaker;
  TokenId mark = kNone;  // the colon or the dash
  TokenRange content;
};

std::vector<LabelledSpeech> find_labelled_speech(const Document& doc, const std::vector<PlacedQuotation>& quotations);

}  // namespace verbale
