// Lemmas that a worker has found before, by form and by whatever else the lemma depends on.
//
//   Lemma lemma = cache.find_or(lexicon, id, key, [&] { return compute(lexicon[id]); });
//
// A lemma depends on its form and key alone, so remembering it changes no result. One cache serves one lemmatizer.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/lexicon.h"

namespace verbale {

struct Lemma {
  enum class Is : uint8_t { the_text, the_lower_case, another, none };

  Is is = Is::the_text;
  std::string_view text;  // of another form
};

class LemmaCache {
 public:
  // What is remembered for the form under the key, or else what `compute` answers: a string, or nothing where there is
  // no lemma. The lemma's text lives as long as the lexicon keeps its forms.
  // requires: key < UINT32_MAX
  template <class Compute>
  Lemma find_or(const Lexicon& lexicon, LexemeId id, uint32_t key, Compute compute) {
    follow(lexicon);
    const Entry& first = first_[id];
    if (first.key == key) [[likely]]
      return first.lemma;
    if (first.key != UINT32_MAX)
      if (const Lemma* other = find_other(id, key)) return *other;
    return remember(lexicon[id], id, key, compute());
  }

 private:
  struct Entry {
    uint32_t key = UINT32_MAX;
    Lemma lemma;
  };
  void follow(const Lexicon& lexicon);
  const Lemma* find_other(LexemeId id, uint32_t key) const;
  Lemma remember(const Lexeme& lexeme, LexemeId id, uint32_t key, const std::optional<std::string>& computed);
  std::string_view keep(std::string_view text);

  uint32_t generation_ = 0;
  std::vector<Entry> first_;  // one per lexeme: most forms have one analysis
  std::unordered_map<uint64_t, Lemma> others_;
  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace verbale
