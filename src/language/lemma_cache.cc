// Most lemmas are the text or its lower case, which the document has already: only others are kept here.
#include "language/lemma_cache.h"

#include <cstring>

namespace verbale {
namespace {

Lemma describe(const std::optional<std::string>& lemma, const Lexeme& lexeme) {
  if (!lemma) return {Lemma::Is::none, {}};
  if (*lemma == lexeme.text) return {Lemma::Is::the_text, {}};
  if (*lemma == lexeme.lower) return {Lemma::Is::the_lower_case, {}};
  return {Lemma::Is::another, *lemma};
}

}  // namespace

void LemmaCache::follow(const Lexicon& lexicon) {
  if (generation_ != lexicon.generation()) {
    generation_ = lexicon.generation();
    first_.clear();
    others_.clear();
    memory_.release();
  }
  if (first_.size() < lexicon.size()) first_.resize(lexicon.size());
}

const Lemma* LemmaCache::find_other(LexemeId id, uint32_t key) const {
  const auto found = others_.find(uint64_t(id) << 32 | key);
  return found == others_.end() ? nullptr : &found->second;
}

Lemma LemmaCache::remember(const Lexeme& lexeme, LexemeId id, uint32_t key,
                           const std::optional<std::string>& computed) {
  Lemma lemma = describe(computed, lexeme);
  lemma.text = keep(lemma.text);
  if (first_[id].key == UINT32_MAX)
    first_[id] = {key, lemma};
  else
    others_.emplace(uint64_t(id) << 32 | key, lemma);
  return lemma;
}

std::string_view LemmaCache::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* copy = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

}  // namespace verbale
