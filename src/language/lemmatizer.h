// Finds dictionary forms: by the package's rules and word lists (mode "rule"), or in a table (mode "lookup").
//
//   Result<Lemmatizer> lemmatizer = Lemmatizer::open(package);
//   LemmaCache cache;                                                  one per worker
//   Lemma lemma = lemmatizer->find(lexicon, id, Pos::verb, morphology, cache);
//
// In rule mode a base form is its own lemma; otherwise suffix rules propose forms, a word list picks among them and
// exceptions go before all. A lemma depends on form, part of speech and features alone, so caching changes no result.
#pragma once

#include <array>
#include <memory_resource>
#include <unordered_map>
#include <unordered_set>

#include "language/analysis.h"
#include "language/lookup_tables.h"

namespace verbale {

struct Lemma {
  enum class Is : uint8_t { the_text, the_lower_case, another };

  Is is = Is::the_text;
  std::string_view text;  // of another form: in the cache's memory
};

class LemmaCache {
 private:
  friend class Lemmatizer;
  struct Entry {
    uint32_t key = UINT32_MAX;
    Lemma lemma;
  };
  void follow(const Lexicon& lexicon);
  std::string_view keep(std::string_view text);

  uint32_t generation_ = 0;
  std::vector<Entry> first_;  // one per lexeme: most forms have one analysis
  std::unordered_map<uint64_t, Lemma> others_;
  std::pmr::monotonic_buffer_resource memory_;
};

class Lemmatizer {
 public:
  // A package without the component gives lemmas to no token.
  static Result<Lemmatizer> open(const Package& package);

  bool is_active() const { return mode_ != Mode::none; }

  Lemma find(const Lexicon& lexicon, LexemeId id, Pos pos, const Morphology* morphology, LemmaCache& cache) const;

 private:
  enum class Mode : uint8_t { none, rule, lookup };
  struct SuffixRule {
    std::string_view suffix, replacement;
  };
  // The word lists of one part of speech.
  struct Lists {
    std::unordered_set<std::string_view> index;
    std::unordered_map<std::string_view, std::vector<std::string_view>> exceptions;
    std::vector<SuffixRule> rules;

    bool empty() const { return index.empty() && exceptions.empty() && rules.empty(); }
  };
  static constexpr size_t kPosCount = size_t(Pos::space) + 1;

  explicit Lemmatizer(LookupTables tables) : tables_(std::move(tables)) {}

  void read_lists();
  void read_lookup();
  std::string compute(const Lexeme& lexeme, Pos pos, const Morphology* morphology) const;
  std::string by_rules(const Lexeme& lexeme, const Lists& lists) const;

  LookupTables tables_;  // the lists are views into it
  Mode mode_ = Mode::none;
  bool knows_base_forms_ = false;
  std::array<Lists, kPosCount> lists_;
  std::unordered_map<StringId, std::string_view> lookup_;
};

}  // namespace verbale
