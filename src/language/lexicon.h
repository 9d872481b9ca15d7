// The word forms that a worker has met: each is looked at once, then known by a small number.
//
//   Lexicon lexicon(rules);
//   LexemeId id = lexicon.add("Kyiv");
//   lexicon[id].lower;                 "kyiv"
//
// What a lexeme says depends on its text alone, so forgetting it changes no result. Owners call forget_if_full()
// between documents; ids and views are valid until then, and `generation` tells those who keep tables by LexemeId.
#pragma once

#include <vector>

#include "language/lexeme.h"
#include "language/string_index.h"

namespace verbale {

using LexemeId = uint32_t;

struct Lexeme {
  std::string_view text;
  std::string_view lower;  // the same view as `text` when the form is in lower case
  LexicalIds ids;

  bool is_lower() const { return lower.data() == text.data(); }
};

class Lexicon {
 public:
  static constexpr size_t kLexemesMax = 200'000;
  static constexpr size_t kBytesMax = 8u << 20;

  explicit Lexicon(const LexemeRules& rules) : rules_(&rules) {}
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  LexemeId add(std::string_view text);
  const Lexeme& operator[](LexemeId id) const { return lexemes_[id]; }
  size_t size() const { return lexemes_.size(); }
  uint32_t generation() const { return generation_; }

  // Empties a lexicon that has outgrown its bounds; true when it did.
  bool forget_if_full();

 private:
  std::string_view keep(std::string_view text);

  const LexemeRules* rules_;
  StringIndex index_;
  std::vector<Lexeme> lexemes_;
  std::pmr::monotonic_buffer_resource lower_forms_;
  uint32_t generation_ = 0;
};

}  // namespace verbale
