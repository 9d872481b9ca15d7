// People who are told by their number: "40 were arrested", "12 of them", "Thousands marched", "dozens of Russian
// peacekeepers", "those affected by the flood". For the collection of mentions (mentions.cc).
#pragma once

#include <optional>

#include "resolve/mention_titles.h"

namespace verbale {

class MentionCounts : protected MentionTitles {
 public:
  using MentionTitles::MentionTitles;

 protected:
  // "those affected by the flood": people told by what befell them.
  std::optional<Candidate> those_affected(TokenId t) const;
  // "40 were arrested": a number alone is people where only people can suffer it.
  std::optional<Candidate> people_by_number(TokenId t) const;
  // "12 of them": some of those whom the text has told, and not all. The token is the pronoun.
  std::optional<Candidate> part_counted(TokenId pronoun) const;
  // "Thousands marched", "killed dozens": people, where nothing else is counted.
  bool stands_for_people(TokenId count) const;
  // "dozens of Russian peacekeepers": the count is the head of the phrase, the people are who is meant.
  void widen_to_count(Candidate& found) const;

 private:
  static Candidate group(TokenRange tokens, TokenId head);
};

}  // namespace verbale
