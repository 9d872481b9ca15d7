// Finds the words of reporting in a document: verbs, nouns and phrases that may carry a statement.
#pragma once

#include <vector>

#include "coding/quotations.h"
#include "coding/statement_tables.h"
#include "record/document.h"

namespace verbale {

enum class CueForm : uint8_t { verb, noun, adjective, phrase };

struct StatementCue {
  TokenId token = kNone;                // the verb, noun or adjective; the first word of a phrase
  TokenId particle = kNone;             // "for" in "called for"
  TokenId predicate = kNone;            // the verb that utters a noun ("issued a warning"), or the adjective's copula
  TokenRange words;                     // with auxiliaries and negation: "has not said"
  const SpeechVerb* reading = nullptr;  // null for phrases
  CueForm form = CueForm::verb;

  bool takes(uint16_t frames) const { return reading != nullptr && reading->takes(frames); }
};

// In text order.
std::vector<StatementCue> find_cues(const StatementTables& tables, const Document& doc);

// The cue whose verb, noun or first word the token is, or null.
const StatementCue* cue_at(const std::vector<StatementCue>& cues, TokenId token);

}  // namespace verbale
