// Patterns over tokens, in the language of spaCy's Matcher: a list of token specifications, each a set of conditions on
// attributes and an operator that says how often it may match.
//
//   [{"TAG": "VBZ", "LOWER": {"IN": ["is", "'s"]}}, {"LOWER": {"REGEX": "^n'?t$"}, "OP": "?"}]
//
// Attributes: ORTH or TEXT, LOWER, NORM, SHAPE, PREFIX, SUFFIX, IS_SPACE (of the form); TAG, POS, MORPH, DEP, LEMMA (of
// the analysis). Tests: equality, IN, NOT_IN, REGEX. Operators: 1 ! ? * + {n} {n,m} {n,} {,m}.
#pragma once

#include <string>
#include <vector>

#include "language/analysis.h"
#include "language/msgpack.h"
#include "language/regex.h"

namespace verbale {

enum class Attribute : uint8_t { orth, lower, norm, shape, prefix, suffix, is_space, tag, pos, morph, dep, lemma };

// Whether the attribute belongs to the form, whatever the analysis.
inline bool is_lexical(Attribute attribute) { return attribute <= Attribute::is_space; }

struct TokenCondition {
  enum class Test : uint8_t { is_in, is_not_in, regex };

  Attribute attribute = Attribute::orth;
  Test test = Test::is_in;
  std::vector<StringId> values;  // sorted
  std::shared_ptr<const Regex> regex;

  bool holds(const Lexeme& lexeme, RegexScratch& scratch) const;      // requires: is_lexical(attribute)
  bool holds(const Analysis& analysis, RegexScratch& scratch) const;  // requires: !is_lexical(attribute)
};

// One step of a pattern: tokens that meet all conditions (or not all of them, when negated).
struct PatternStep {
  enum class Repeat : uint8_t { once, at_most_once, any_number };

  std::vector<TokenCondition> lexical;
  std::vector<TokenCondition> analytic;
  Repeat repeat = Repeat::once;
  bool negated = false;

  bool matches_lexeme(const Lexeme& lexeme, RegexScratch& scratch) const;
  bool matches_analysis(const Analysis& analysis, RegexScratch& scratch) const;
  bool matches(const Lexicon& lexicon, const Analysis& analysis, RegexScratch& scratch) const;
};

struct TokenPattern {
  static constexpr size_t kStepsMax = 63;  // so that a set of steps fits a word

  std::vector<PatternStep> steps;

  // The ends of all matches that begin at `begin` and hold a token, each once, ascending.
  void find_ends(const Lexicon& lexicon, std::span<const Analysis> tokens, size_t begin, RegexScratch& scratch,
                 std::vector<size_t>& ends) const;

 private:
  // Sets of the steps that come next; the bit behind the last step says that the pattern has ended.
  uint64_t with_skipped(uint64_t reached) const;
  uint64_t after(uint64_t reached, const Lexicon& lexicon, const Analysis& token, RegexScratch& scratch) const;
};

// Reads a list of token specifications. Errors name the attribute or operator that is not known.
Result<TokenPattern> read_pattern(MsgpackValue specifications);

}  // namespace verbale
