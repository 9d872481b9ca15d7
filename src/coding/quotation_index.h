// Where the quotations of a document stand: questions that the parts of a statement ask about a token or a span.
//
//   const QuotationIndex quotations(place_quotations(doc, cues));
//   if (const PlacedQuotation* around = quotations.at(token)) …
//
// Immutable; quotations are in text order and never overlap.
#pragma once

#include <vector>

#include "coding/statement_quotes.h"

namespace verbale {

class QuotationIndex {
 public:
  explicit QuotationIndex(std::vector<PlacedQuotation> quotations) : quotations_(std::move(quotations)) {}

  const std::vector<PlacedQuotation>& all() const { return quotations_; }

  // The quotation that the token stands in, or null.
  const PlacedQuotation* at(TokenId token) const;
  // Whether a quotation that is no part of another sentence begins with this token.
  bool begins_sentence(TokenId first) const;
  // Whether the span lies within one quotation.
  bool encloses(Span span) const;
  // Whether the span holds the words of a quotation.
  bool touches(Span span) const;

 private:
  // The first quotation that begins after a place in the text.
  std::vector<PlacedQuotation>::const_iterator first_after(uint32_t place) const;

  std::vector<PlacedQuotation> quotations_;
};

}  // namespace verbale
