// How the words of known names are written: "united nations" is "United Nations", "nato" is "NATO".
//
//   Result<NameCase> names = NameCase::open(knowledge);
//   names->find({"united", "nations", "votes"});        {"United", "Nations"}
//
// The names are those of data/actors and data/places, the common nouns those of data/actors; the calendar, and the
// words that are written small, are data/news.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "pack/table.h"

namespace verbale {

class NameCase {
 public:
  static Result<NameCase> open(const Knowledge& knowledge);

  // The words of the longest known name that these lower-case words begin with; none when no name does.
  std::span<const std::string_view> find(std::span<const std::string_view> lower) const;

  // Nouns that the tables use in lower case: "envoy", "election".
  bool is_common_noun(std::string_view lower) const { return common_nouns_.contains(lower); }

  // Articles, prepositions, auxiliaries and the like.
  bool is_small_word(std::string_view lower) const { return small_words_.contains(lower); }

 private:
  void add_names(const Table& table, std::initializer_list<std::string_view> columns);
  void add_name(std::string_view name);
  void add_nouns(const Table& table, std::string_view column);

  std::unordered_map<std::string, std::vector<std::string_view>> names_;  // words in lower case, blanks between
  std::unordered_set<std::string_view> small_words_, common_nouns_;
  size_t words_max_ = 0;
};

}  // namespace verbale
