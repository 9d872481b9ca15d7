// The names of the actor tables while they are read: folded, with what the cell tells about their use ("short:", an
// acronym, a needed article), and for each first word the length of the longest name.
//
//   ActorNameIndex index{names, words_max};
//   index.add("short:Amazon", {.row = 12});
#pragma once

#include <string_view>

#include "resolve/actor_tables.h"

namespace verbale {

class ActorNameIndex {
 public:
  ActorNameIndex(NameMap<NameMatches>& names, NameMap<size_t>& words_max) : names_(names), words_max_(words_max) {}

  void add(std::string_view name, NameMatch match);

 private:
  NameMap<NameMatches>& names_;
  NameMap<size_t>& words_max_;
};

// Keeps, by its first word, the length in words of the longest phrase.
void note_words(NameMap<size_t>& words_max, std::string_view folded);

}  // namespace verbale
