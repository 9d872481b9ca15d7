// The names of an article: what the tagger found and what the actor tables know, reconciled.
//
//   ActorScan scan = scan_actors(tables, doc);
//   for (const NameSpan& name : scan.names) …
//
// The tables outvote the tagger where they cover a name wholly; the tagger's longer name outvotes a known part of it
// ("Jordan" in "Michael Jordan"); a surname is a person's wherever the article has the full name, whatever its tag.
#pragma once

#include <vector>

#include "record/document.h"
#include "resolve/actor_phrase.h"

namespace verbale {

enum class NameKind : uint8_t { person, organisation, place, nationality, other };

struct NameSpan {
  TokenRange tokens;
  NameKind kind = NameKind::other;
  const NameMatch* match = nullptr;  // the row of the tables, when it is one
};

struct ActorScan {
  std::vector<Word> words;
  std::vector<uint32_t> word_of_token;  // first word of each token, one more at the end
  std::vector<Piece> pieces;            // in text order, over `words`
  std::vector<NameSpan> names;          // in text order, disjoint
  std::vector<uint32_t> name_of_token;  // index into names, or kNone
  std::vector<Naming> namings;          // by body row
  std::vector<std::string> defined;     // acronyms that the article explains by a name of no table
  PhraseContext context;

  WordRange words_of(TokenRange tokens) const {
    return {word_of_token[tokens.begin], word_of_token[tokens.end], kNone};
  }
  // The first piece that ends behind this word.
  std::vector<Piece>::const_iterator first_piece(uint32_t word) const;
  // Puts the names in text order and finds name_of_token anew, for so many tokens.
  void index_names(size_t tokens);
  // The folded words of the tokens, without articles.
  std::string folded(TokenRange tokens) const;
};

// The last token of the range that nothing within it governs.
TokenId last_head_of(const Document& doc, TokenRange range);

ActorScan scan_actors(const ActorTables& tables, const Document& doc);

}  // namespace verbale
