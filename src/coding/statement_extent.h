// How far a content reaches. Parses break complements at commas and coordinations; punctuation shows where the sentence
// really begins and ends, and what may still belong to what is said.
#pragma once

#include <vector>

#include "coding/statement_cues.h"
#include "coding/statement_quotes.h"
#include "record/document.h"

namespace verbale {

// For each token the sentence that it stands in, as punctuation and quotation marks cut it.
class PunctuatedSentences {
 public:
  PunctuatedSentences(const Document& doc, const std::vector<PlacedQuotation>& quotations);

  TokenRange around(TokenId token) const { return ranges_[sentence_of_[token]]; }

 private:
  std::vector<TokenRange> ranges_;
  std::vector<uint32_t> sentence_of_;
};

// The content with what follows it and still belongs to it: coordinated clauses, conditions, "as …", "for …".
TokenRange extend_right(const Document& doc, const StatementCue& cue, TokenRange content, TokenRange sentence);

// An infinitive's content ends where the sentence goes on with a finite verb: "asked to join and hopes to …".
TokenRange before_finite_conjunct(const Document& doc, const StatementCue& cue, TokenRange content);

// What the article says of the content itself is no part of it: "said the army fired, a charge that Kabul rejects".
TokenRange before_verdict(const Document& doc, TokenRange content);

// The content that ends in "…, sources said", from where its sentence begins.
TokenRange extend_left(const Document& doc, const StatementCue& cue, TokenRange content, TokenRange sentence);

}  // namespace verbale
