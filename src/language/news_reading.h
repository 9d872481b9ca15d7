// Reading for news: what the package alone gets wrong in newspapers, one step each, all before or after the network.
//
//   Result<NewsReading> news = NewsReading::open(knowledge);
//   language.parse(doc, scratch, &*news);
//
// Without it a text is parsed exactly as spaCy parses it; with it, it is no longer comparable token by token. Tokens
// and their spans are the same in both. The knowledge must outlive it; immutable, shared between threads.
#pragma once

#include "language/analysis.h"
#include "language/name_case.h"
#include "language/news_clauses.h"
#include "language/news_headlines.h"
#include "language/shown_text.h"

namespace verbale {

// The labels that are set without the network.
struct FixedLabels {
  const Label* space_tag = nullptr;   // _SP
  const Label* marker_tag = nullptr;  // LS
  const Label* quote_tag = nullptr;   // ``
  const Label* dep = nullptr;
  const Label* punct = nullptr;
  const Label* ccomp = nullptr;
  const Label* root = nullptr;
};

class NewsReading {
 public:
  static Result<NewsReading> open(const Knowledge& knowledge);

  // Before the network: pieces and forms.
  // requires: `shown` shows everything as it is
  void show(const Document& doc, const Lemmatizer& lemmatizer, Lexicon& lexicon, ShownText& shown) const;

  // Behind it: heads and labels of what was not shown, closing marks where they belong, one type for one name.
  void complete(Document& doc, const FixedLabels& labels, const ShownText& shown, std::span<uint8_t> starts,
                std::span<Analysis> analyses) const;

  // When everything is decided: clauses of the speaker's own go up to his level; true when the tree has changed.
  // requires: tags, lemmas, sentences and a linked tree
  bool mend(Document& doc) const { return clauses_.give_back(doc); }

 private:
  NewsReading(NameCase names, OwnClauses clauses) : names_(std::move(names)), clauses_(std::move(clauses)) {}

  NameCase names_;
  OwnClauses clauses_;
};

}  // namespace verbale
