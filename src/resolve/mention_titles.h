// The titles and agent nouns of an article's phrases: which noun at a token names a kind of actor, and what stands
// before a person's name and tells their office or gender.
#pragma once

#include <optional>

#include "resolve/mention_syntax.h"
#include "resolve/mentions.h"

namespace verbale {

class MentionTitles : protected MentionSyntax {
 public:
  using MentionSyntax::MentionSyntax;

 protected:
  // The agent noun that this token heads.
  std::optional<Piece> agent_at(TokenId t) const;
  TokenRange tokens_of(const Piece& piece) const;
  // The title may stand right before the name, whatever the parser made of it; or the name explains the title ("the
  // Ukrainian president, Volodimir Zelenski").
  void take_title(Candidate& found) const;
  std::optional<Piece> title_piece(const Candidate& found) const;
  // 'm', 'f', or 0: by title, else by given name.
  char gender_by_title(const Candidate& found) const;
  // "the", "these" or an owner before the noun.
  bool is_definite(const Candidate& found) const;
  // The folded words before the head, sorted, without articles and the noun itself.
  std::string modifiers_of(const Candidate& found, const std::optional<Piece>& agent) const;

 private:
  const Piece* agent_phrase_over(uint32_t word) const;
};

}  // namespace verbale
