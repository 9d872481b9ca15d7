// Forgetting everything at once is simpler than any order of eviction, and news words come back within a few articles.
#include "language/lexicon.h"

#include <cstring>

#include "language/unicode.h"

namespace verbale {

LexemeId Lexicon::add(std::string_view text) {
  const auto [id, is_new] = index_.add(text);
  if (!is_new) [[likely]]
    return id;

  const std::string_view kept = index_.text(id);
  const std::string lower = to_lower(text);
  lexemes_.push_back({kept, lower == kept ? kept : keep(lower), rules_->ids(kept, lower)});
  return id;
}

std::string_view Lexicon::keep(std::string_view text) {
  auto* copy = static_cast<char*>(lower_forms_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

bool Lexicon::forget_if_full() {
  if (index_.size() <= kLexemesMax && index_.bytes() <= kBytesMax) return false;
  index_.clear();
  lexemes_.clear();
  lower_forms_.release();
  ++generation_;
  return true;
}

}  // namespace verbale
