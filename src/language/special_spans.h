// Special cases that the rules split and that a run of tokens may spell all the same: in "foo/i.e." the tokens "i.e"
// and "." together are the case "i.e.". They are found after the whole text is cut, and put in place of the run.
//
// Matching goes by the tokens' forms. Of overlapping runs the longest wins, then the earliest; a run that loses still
// blocks shorter ones. A run is replaced only when its text, blanks included, is the case's.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/special_cases.h"

namespace verbale {

struct TextToken;
class Lexicon;

struct SpecialSpanScratch {
  struct Match {
    uint32_t begin = 0, end = 0;  // tokens
  };
  std::vector<Match> matches, chosen;
  std::vector<bool> taken;
  std::vector<TextToken> output;
};

class SpecialSpans {
 public:
  // Registers a run of forms that spell a case when the rules alone cut it.
  void add(std::vector<std::string> forms);

  bool may_begin_at(std::string_view form) const { return by_first_.contains(form); }

  // requires: tokens' may_begin_special is set by may_begin_at().
  void apply(std::string_view text, const SpecialCases& cases, Lexicon& lexicon, SpecialSpanScratch& scratch,
             std::vector<TextToken>& tokens) const;

 private:
  struct FormHash {
    using is_transparent = void;
    size_t operator()(std::string_view form) const { return std::hash<std::string_view>()(form); }
  };

  void find_matches(const Lexicon& lexicon, std::span<const TextToken> tokens, SpecialSpanScratch& scratch) const;

  std::unordered_map<std::string, std::vector<std::vector<std::string>>, FormHash, std::equal_to<>> by_first_;
};

}  // namespace verbale
