// Which words of reporting report: somebody has said, written, shown or thought it, and the article tells so.
#pragma once

#include <optional>
#include <vector>

#include "coding/quotation_index.h"
#include "coding/statement_cues.h"
#include "coding/statement_speaker.h"
#include "record/document.h"

namespace verbale {

class StatementJudge {
 public:
  StatementJudge(const StatementTables& tables, const Document& doc, const std::vector<StatementCue>& cues,
                 const QuotationIndex& quotations)
      : tables_(tables), doc_(doc), cues_(cues), quotations_(quotations) {}

  // What the frames demand beyond words: a document that shows, somebody who says.
  bool is_reported(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                   const std::vector<TokenRange>& pieces) const;

 private:
  bool is_imagined(const StatementCue& cue) const;
  bool is_manner(const StatementCue& cue, const std::vector<TokenRange>& pieces) const;
  bool is_nobody(const SpeakerPhrase& speaker) const;
  bool is_purpose(const StatementCue& cue) const;
  bool carries_out(TokenId verb) const;
  bool is_demanded(TokenId verb) const;
  bool is_only_announced(const StatementCue& cue, TokenId verb) const;
  bool is_done_by_thing(const StatementCue& cue, const SpeakerPhrase& speaker) const;
  bool is_unsaid(const StatementCue& cue) const;
  bool asks_for_anonymity(const StatementCue& cue) const;
  bool is_private(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) const;
  bool is_told(TokenId token) const;
  bool is_quoting_cue(TokenId token) const;
  bool is_evidence(const SpeakerPhrase& speaker) const;
  bool is_finding(const StatementCue& cue, const SpeakerPhrase& speaker) const;
  bool has_quotation(const std::vector<TokenRange>& pieces) const;

  const StatementTables& tables_;
  const Document& doc_;
  const std::vector<StatementCue>& cues_;
  const QuotationIndex& quotations_;
};

}  // namespace verbale
