// Finds who speaks: the noun phrase that a cue gives as its source.
#pragma once

#include <optional>

#include "coding/statement_cues.h"
#include "record/document.h"

namespace verbale {

struct SpeakerPhrase {
  TokenId head = kNone;
  TokenRange tokens;
};

// The source of a cue; nothing when the sentence names none ("is said to be").
std::optional<SpeakerPhrase> find_speaker(const StatementTables& tables, const Document& doc, const StatementCue& cue);

// The noun phrase around a head: its subtree up to what only explains it.
TokenRange noun_phrase(const Document& doc, TokenId head);

SpeakerKind kind_of_speaker(const StatementTables& tables, const Document& doc, const SpeakerPhrase& speaker);

}  // namespace verbale
