// What each token says about time on its own: its entry in the lexicon, and what its digits can mean.
//
// Tokenisers cut dates differently ("1914–18" and "mid-2011" are one token, "three-day" is three), so a shape here may
// hold two numbers, or a number and a unit.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/document.h"
#include "timex_lexicon.h"

namespace verbale {

enum class NumberShape : uint8_t {
  none,
  whole,       // 3, 20, 1990 (`digits` says how many)
  decimal,     // 2.5
  ordinal,     // 4th
  decade,      // 1960s, '60s
  short_year,  // '99
  clock,       // 18:00; `number` is minutes after midnight
  iso_date,    // 2023-04-20; number, second, third
  slash_date,  // 7/8/07
  year_range,  // 1914–18, 2014-2016
  pair,        // 3-5
  quantity,    // 27-year: number and unit
  edge_year,   // mid-2011
  month_day,   // August-24: number is the day, second the month
  quarter,     // Q3
  half         // H1
};

struct TokenWord {
  const TimeWord* word = nullptr;
  NumberShape shape = NumberShape::none;
  bool opens_phrase = false;
  uint8_t digits = 0;
  double number = 0;
  int second = 0;
  int third = 0;

  bool is(TimeClass c) const { return word != nullptr && word->is(c); }
  bool says_time() const { return word != nullptr || shape != NumberShape::none || opens_phrase; }
};

void read_token_words(const TimeLexicon& lexicon, const Document& doc, std::vector<TokenWord>& words);

}  // namespace verbale
