// How many died, were injured, arrested, abducted or displaced in an event, or came to it — where the text says so.
//
//   Result<CountCoder> coder = CountCoder::open(knowledge);
//   coder->code(index, doc);   after EventCoder; fills Event::counts
//
// A count belongs to the event whose word it is an argument of ("killed [12 people]"), else to the event that its
// clause hangs on or tells about ("the attack, which killed 12"), else to the only event of the sentence that can have
// it. One number goes to one event. "At least 12" has no `high`, "up to 50" no `low`; "no casualties" is no count.
// Tables: counts/words.tsv, counts/kinds.tsv, counts/collectives.tsv, and the numbers of coding/amounts.h.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "coding/amounts.h"
#include "coding/predicates.h"

namespace verbale {

class CountTables {
 public:
  // requires: the Knowledge outlives the tables
  static Result<CountTables> open(const Knowledge& knowledge);

  // Where the people of a word stand.
  enum class Place : uint8_t { object, subject, of, self, predicate, tally };
  struct Word {
    char pos = 'v';  // v, n, a
    CountKind kind = CountKind::dead;
    std::vector<Place> places;
    std::string_view needed;  // the object must be this word: "claimed 12 lives"
    std::unordered_set<std::string_view> never;
  };

  const Word* word_of(const Token& token) const;
  bool can_have(const Event& event, CountKind kind) const;
  bool is_collective(const Token& token) const { return collectives_.contains(token.lemma); }
  const AmountTables& amounts() const { return amounts_; }

 private:
  explicit CountTables(AmountTables amounts) : amounts_(std::move(amounts)) {}
  Status read_words(const Knowledge& knowledge);
  Status read_kinds(const Knowledge& knowledge);

  AmountTables amounts_;
  std::unordered_map<std::string_view, std::vector<Word>> words_;
  std::vector<std::vector<std::string_view>> types_;  // by kind
  std::unordered_set<std::string_view> collectives_;
};

class CountCoder {
 public:
  // requires: the Knowledge outlives the coder
  static Result<CountCoder> open(const Knowledge& knowledge);

  void code(const PredicateIndex& index, Document& doc) const;

 private:
  explicit CountCoder(CountTables tables) : tables_(std::move(tables)) {}

  CountTables tables_;
};

}  // namespace verbale
