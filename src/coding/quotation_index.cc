// Quotations are few and in order: every question is a binary search.
#include "coding/quotation_index.h"

#include <algorithm>

namespace verbale {

const PlacedQuotation* QuotationIndex::at(TokenId token) const {
  const auto after = std::upper_bound(quotations_.begin(), quotations_.end(), token,
                                      [](TokenId t, const PlacedQuotation& q) { return t < q.tokens.begin; });
  if (after == quotations_.begin()) return nullptr;
  const PlacedQuotation& placed = *std::prev(after);
  return placed.tokens.contains(token) ? &placed : nullptr;
}

bool QuotationIndex::begins_sentence(TokenId first) const {
  const PlacedQuotation* placed = at(first);
  return placed != nullptr && placed->tokens.begin == first && !placed->fragment;
}

std::vector<PlacedQuotation>::const_iterator QuotationIndex::first_after(uint32_t place) const {
  return std::upper_bound(quotations_.begin(), quotations_.end(), place,
                          [](uint32_t at, const PlacedQuotation& q) { return at < q.quotation.span.begin; });
}

bool QuotationIndex::encloses(Span span) const {
  const auto after = first_after(span.begin);
  return after != quotations_.begin() && std::prev(after)->quotation.span.contains(span);
}

bool QuotationIndex::touches(Span span) const {
  auto at = first_after(span.begin);
  if (at != quotations_.begin()) --at;
  for (; at != quotations_.end() && at->quotation.span.begin < span.end; ++at)
    if (span.contains(at->quotation.inside)) return true;
  return false;
}

}  // namespace verbale
