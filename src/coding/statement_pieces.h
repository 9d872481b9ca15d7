// The pieces of an article that one cue reports: the complement that the parse shows, the quotations beside it, and
// where punctuation lets them begin and end.
//
//   const StatementPieces pieces(doc, cues, quotations);
//   for (TokenRange piece : pieces.of(cue, speaker, quotes)) …       // in text order; empty when nothing is reported
#pragma once

#include <optional>
#include <vector>

#include "coding/quotation_index.h"
#include "coding/statement_cues.h"
#include "coding/statement_extent.h"
#include "coding/statement_speaker.h"
#include "record/document.h"

namespace verbale {

class StatementPieces {
 public:
  StatementPieces(const Document& doc, const std::vector<StatementCue>& cues, const QuotationIndex& quotations)
      : doc_(doc), cues_(cues), quotations_(quotations), sentences_(doc, quotations.all()) {}

  // quotes: the quotations that were placed with the cue.
  std::vector<TokenRange> of(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                             const std::vector<TokenRange>& quotes) const;

  const PunctuatedSentences& sentences() const { return sentences_; }

 private:
  TokenRange before_parenthesis(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                                const std::vector<TokenRange>& pieces) const;
  bool begins_small(TokenRange piece) const;
  TokenRange without_speaker(const SpeakerPhrase& speaker, TokenRange piece) const;
  TokenRange extended(const StatementCue& cue, TokenRange piece) const;
  TokenRange over_false_end(TokenRange piece, TokenRange sentence) const;
  TokenRange over_colon(const StatementCue& cue, TokenRange piece) const;
  TokenRange bounded(const StatementCue& cue, TokenRange piece) const;
  TokenRange before_next_cue(const StatementCue& cue, TokenRange piece) const;
  TokenRange before_turn(const StatementCue& cue, TokenRange piece) const;
  bool turns(const StatementCue& cue, TokenId conjunction, TokenId end) const;
  bool concedes(TokenId mark) const;
  bool is_speakers_own(const StatementCue& cue, TokenId verb) const;
  TokenRange before_aside(const StatementCue& cue, TokenRange piece) const;
  bool is_added(const StatementCue& cue) const;
  std::vector<TokenRange> with_quotes(const StatementCue& cue, const std::vector<TokenRange>& clauses,
                                      const std::vector<TokenRange>& quotes) const;
  bool says_more(TokenRange clause) const;
  bool leads_into(const StatementCue& cue, TokenRange clause, TokenRange quote) const;
  std::vector<TokenRange> widened(const StatementCue& cue, std::vector<TokenRange> pieces) const;
  TokenRange in_brackets(TokenRange piece) const;
  bool has_verb(TokenRange clause) const;
  bool has_word(TokenRange piece) const;
  TokenRange inside(TokenRange piece, const PlacedQuotation& around) const;
  TokenRange in_line(TokenRange piece, const StatementCue& cue) const;
  TokenRange after_dateline(TokenRange piece) const;
  TokenRange after_connective(TokenRange piece) const;
  TokenRange over_quotations(TokenRange piece, const StatementCue& cue) const;

  const Document& doc_;
  const std::vector<StatementCue>& cues_;
  const QuotationIndex& quotations_;
  PunctuatedSentences sentences_;
};

}  // namespace verbale
