// Lemmas by edit trees: the network names the trees that may fit a token, best first, and the first that does fit makes
// its lemma.
//
//   Result<TreeLemmatizer> lemmatizer = TreeLemmatizer::open(package, network->lemma_classes());
//   Lemma lemma = lemmatizer->find(lexicon, id, choices, cache);        choices: classes of one token, best first
//
// Where none fits, the setting "backoff" decides: the text, its lower case, or no lemma at all.
// errors: input, naming the file and its part.
#pragma once

#include <span>

#include "language/edit_trees.h"
#include "language/lemma_cache.h"

namespace verbale {

class TreeLemmatizer {
 public:
  // classes: how many the network tells apart.
  // requires: the pipeline runs such a component
  static Result<TreeLemmatizer> open(const Package& package, size_t classes);

  bool overwrites() const { return overwrites_; }

  Lemma find(const Lexicon& lexicon, LexemeId id, std::span<const uint16_t> choices, LemmaCache& cache) const;

 private:
  explicit TreeLemmatizer(EditTrees trees) : trees_(std::move(trees)) {}
  Status read_labels(const Package& package, const std::string& file, size_t classes);
  Status read_backoff(const Package& package, const std::string& section);

  EditTrees trees_;
  std::vector<uint32_t> tree_of_class_;
  Lemma::Is backoff_ = Lemma::Is::the_text;
  bool overwrites_ = false;
};

}  // namespace verbale
