// The words of time, from data/times: what a single word can mean, and the phrases of several words.
//
//   const TimeWord* word = lexicon.find("may");          null for a word that says nothing about time
//   if (word && word->is(TimeClass::month)) use(word->value(TimeClass::month));
//
// A word may belong to several classes ("second", "quarter"); the reader decides by what stands around it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "pack/table.h"

namespace verbale {

// One table of data/times each; sets, dayparts, holidays and references have texts as values, which `text` holds.
enum class TimeClass : uint8_t {
  month,
  weekday,
  unit,
  number,
  ordinal,
  quantity,
  season,
  daypart,
  deictic,
  relation,
  direction,
  edge,
  adjective,
  zone,
  set,
  decade,
  planning,
  not_year,
  count_
};

// The column `use` of the tables: what else must be true before the word counts.
enum class TimeUse : uint8_t {
  plain,
  common,
  shortened,
  plural,
  tens,
  times,
  rank,
  point,
  adverb,
  noun,
  part,
  loose,
  open,
  article,
  local
};

struct TimeWord {
  uint32_t classes = 0;
  std::array<int16_t, size_t(TimeClass::count_)> values{};
  std::array<TimeUse, size_t(TimeClass::count_)> uses{};
  std::string_view text;  // "MO", "P1D"

  bool is(TimeClass c) const { return classes >> unsigned(c) & 1; }
  int value(TimeClass c) const { return values[size_t(c)]; }
  TimeUse use(TimeClass c) const { return uses[size_t(c)]; }
};

// A phrase of several words. Those outside [marked, marked_end) are context, which must be there but is not part of the
// expression.
struct TimePhrase {
  std::vector<std::string_view> words;
  size_t marked = 0;
  size_t marked_end = 0;
  bool ahead = false;      // counts only where the clause is not past ("soon")
  std::string_view value;  // of a reference "PRESENT_REF", of a holiday its rule, of an approximation ""
};

class TimeLexicon {
 public:
  static Result<TimeLexicon> open(const Knowledge& knowledge);

  const TimeWord* find(std::string_view lower) const {
    const auto found = words_.find(lower);
    return found == words_.end() ? nullptr : &found->second;
  }
  using Phrases = std::unordered_map<std::string_view, std::vector<TimePhrase>>;  // by first word, longest first
  const Phrases& references() const { return references_; }
  const Phrases& holidays() const { return holidays_; }
  const Phrases& approximations() const { return approximations_; }
  // True for the first word of any phrase.
  bool opens_phrase(std::string_view lower) const { return openers_.contains(lower); }

 private:
  Status read_words(const Knowledge& knowledge, std::string_view file, TimeClass time_class);
  Status read_phrases(const Knowledge& knowledge, std::string_view file, Phrases& into);

  std::unordered_map<std::string_view, TimeWord> words_;
  Phrases references_, holidays_, approximations_;
  std::unordered_map<std::string_view, bool> openers_;
};

}  // namespace verbale
