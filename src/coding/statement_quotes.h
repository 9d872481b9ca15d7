// Gives each quotation the cue that introduces it or follows it.
#pragma once

#include <vector>

#include "coding/quotations.h"
#include "coding/statement_cues.h"
#include "record/document.h"

namespace verbale {

struct PlacedQuotation {
  Quotation quotation;
  TokenRange tokens;
  uint32_t cue = kNone;   // index into the cues
  bool fragment = false;  // begins in the middle of a sentence: part of a clause, a title, or a scare quote
  bool goes_on = false;   // the words of whoever spoke before it
};

std::vector<PlacedQuotation> place_quotations(const Document& doc, const std::vector<StatementCue>& cues);

}  // namespace verbale
