// Finds what is said, as the parse shows it: the complement of a cue, in one or several pieces.
#pragma once

#include <optional>
#include <vector>

#include "coding/statement_cues.h"
#include "coding/statement_speaker.h"
#include "record/document.h"

namespace verbale {

// Token ranges in text order, without the cue; empty when the parse shows no complement.
std::vector<TokenRange> find_complement(const Document& doc, const StatementCue& cue,
                                        const std::optional<SpeakerPhrase>& speaker);

// The sentence around "…, sources said, …", for cues whose parse shows no complement.
std::vector<TokenRange> find_surrounding(const Document& doc, const StatementCue& cue,
                                         const std::optional<SpeakerPhrase>& speaker, TokenRange sentence);

}  // namespace verbale
