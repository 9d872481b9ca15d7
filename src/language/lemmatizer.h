// Finds dictionary forms: by the package's rules and word lists (mode "rule"), or in a table (mode "lookup").
//
//   Result<Lemmatizer> lemmatizer = Lemmatizer::open(package);
//   LemmaCache cache;                                                  one per worker
//   Lemma lemma = lemmatizer->find(lexicon, id, Pos::verb, morphology, cache);
//
// A lemma depends on form, part of speech and features alone. Languages whose procedure is not here are refused.
#pragma once

#include "language/analysis.h"
#include "language/lemma_cache.h"
#include "language/lemma_tables.h"

namespace verbale {

class Lemmatizer {
 public:
  // A package without the component gives lemmas to no token.
  static Result<Lemmatizer> open(const Package& package);

  bool is_active() const { return procedure_ != Procedure::none; }

  // Whether it also replaces lemmas that a rule has set before.
  bool overwrites() const { return overwrites_; }

  // Whether the word lists know this form as a verb, an adjective, an adverb, or the plural of a noun. Singular nouns
  // do not count: the lists have names among them.
  bool knows(std::string_view lower) const;

  Lemma find(const Lexicon& lexicon, LexemeId id, Pos pos, const Morphology* morphology, LemmaCache& cache) const;

 private:
  enum class Procedure : uint8_t { none, rules, english, french, lookup };

  Lemmatizer(Procedure procedure, LemmaTables tables) : procedure_(procedure), tables_(std::move(tables)) {}
  static std::optional<Procedure> procedure_for(std::string_view language, std::string_view mode);
  Status read_tables(const Package& package, const std::string& component);

  std::string compute(const Lexeme& lexeme, Pos pos, const Morphology* morphology) const;

  Procedure procedure_;
  LemmaTables tables_;
  bool overwrites_ = false;
};

}  // namespace verbale
