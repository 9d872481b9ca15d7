// Finds who speaks: the noun phrase that a cue gives as its source.
#pragma once

#include <optional>

#include "coding/quotation_index.h"
#include "coding/statement_cues.h"
#include "record/document.h"

namespace verbale {

struct SpeakerPhrase {
  TokenId head = kNone;
  TokenRange tokens;
};

// The source of a cue; nothing when the sentence names none ("is said to be").
std::optional<SpeakerPhrase> find_speaker(const Document& doc, const StatementCue& cue,
                                          const QuotationIndex& quotations);

// The noun phrase around a head, with appositions and relative clauses: what the article says of the source there.
TokenRange noun_phrase(const Document& doc, TokenId head);

SpeakerKind kind_of_speaker(const StatementTables& tables, const Document& doc, const SpeakerPhrase& speaker);

}  // namespace verbale
