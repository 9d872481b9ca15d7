// What an event is about: PLOVER's 37 contexts, from the words around it.
//
//   Result<ContextCoder> coder = ContextCoder::open(knowledge);
//   coder->code(doc);   after EventCoder; fills Event::contexts, at most kContextsMax each
//
// A context needs one strong word or two different weak ones in the event's own sentence; weak ones may be completed by
// the neighbouring sentences of its paragraph, and an event whose sentence says nothing takes a strong word from there.
// Never from farther away: a document's topic is not the topic of every event in it.
//
// Tables under data/contexts: one or more lexicons (phrase, context, strength, unless, example), sectors.tsv (actors
// that say what an event is about: armed forces, courts), modes.tsv (modes with a context of the same name) and
// yields.tsv (general contexts that give way to special ones). A phrase is in lemma form; "court/n" holds for nouns
// only. `unless` lists lemmas or phrases that, in the same sentence, mean that the phrase is about something else.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

inline constexpr size_t kContextsMax = 4;

struct ContextRow {
  std::string name;  // "crime.tsv:14"
  std::vector<std::string_view> words;
  Pos pos = Pos::none;  // of the last word; none for any
  std::string_view context;
  bool strong = false;
  std::vector<std::vector<std::string_view>> unless;
  std::string_view example;
};

// Where a row's phrase stands in the text.
struct ContextHit {
  const ContextRow* row = nullptr;
  TokenRange tokens;
};

class ContextLexicon {
 public:
  // requires: the Knowledge outlives the lexicon
  static Result<ContextLexicon> open(const Knowledge& knowledge);

  // The phrases of one sentence, in text order; of several that begin at one word, every context's longest.
  void find(const Document& doc, uint32_t sentence, std::vector<ContextHit>& hits) const;

  const std::vector<ContextRow>& rows() const { return rows_; }

 private:
  Status read(const Table& table);
  void index_rows();
  void find_at(const Document& doc, TokenId token, TokenId end, std::string_view key,
               std::vector<ContextHit>& hits) const;

  std::vector<ContextRow> rows_;
  std::unordered_map<std::string_view, std::vector<uint32_t>> by_first_word_;  // longest first
};

class ContextCoder {
 public:
  // requires: the Knowledge outlives the coder
  static Result<ContextCoder> open(const Knowledge& knowledge);

  void code(Document& doc) const;

  const ContextLexicon& lexicon() const { return lexicon_; }

 private:
  friend class ArticleContexts;
  struct Sector {
    std::string_view context;
    bool strong;
    std::vector<std::string_view> not_countries;  // "military = state forces": not of IMG
  };

  explicit ContextCoder(ContextLexicon lexicon) : lexicon_(std::move(lexicon)) {}
  Status read_tables(const Knowledge& knowledge);

  ContextLexicon lexicon_;
  std::unordered_map<std::string_view, Sector> sectors_;
  std::unordered_map<std::string_view, std::string_view> modes_;  // "COERCE/cyber" -> cyber
  std::unordered_map<std::string_view, std::vector<std::string_view>> yields_;
};

}  // namespace verbale
