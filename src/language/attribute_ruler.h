// Sets tags, parts of speech, features, labels and lemmas of tokens that patterns match: in English, the whole step
// from Penn tags to universal ones.
//
//   Result<AttributeRuler> ruler = AttributeRuler::open(package, interner);
//   ruler->apply(lexicon, scratch, analyses);
//
// All patterns are matched before anything is written; then rules write in their order, later ones winning. A form is
// tested against the patterns once, so an ordinary token meets the two or three rules of its tag.
#pragma once

#include <array>
#include <unordered_map>

#include "language/package.h"
#include "language/token_pattern.h"

namespace verbale {

// Which patterns a form may begin, per lexeme of one worker's lexicon; and the matches of one document.
struct AttributeRulerScratch {
  struct Candidates {
    uint32_t begin = 0, end = 0;  // in `pool`
    bool known = false;
  };
  struct Match {
    uint32_t rule = 0, begin = 0, end = 0;
    friend auto operator<=>(const Match&, const Match&) = default;
  };

  uint32_t generation = 0;
  std::vector<Candidates> by_lexeme;
  std::vector<uint32_t> pool;
  std::vector<Match> matches;
  std::vector<size_t> ends;
  RegexScratch regex;
};

class AttributeRuler {
 public:
  // A package without the component gives a ruler without rules.
  static Result<AttributeRuler> open(const Package& package, Interner& interner);

  void apply(const Lexicon& lexicon, AttributeRulerScratch& scratch, std::span<Analysis> tokens) const;

 private:
  // What a rule writes; nothing where a member is empty.
  struct Attributes {
    const Label* tag = nullptr;
    const Label* dep = nullptr;
    const Morphology* morphology = nullptr;
    std::optional<Pos> pos;
    std::optional<std::string> lemma;
  };
  struct Rule {
    Attributes attributes;
    int index = 0;  // of the token that is written, from the match's end when negative
  };
  struct Pattern {
    TokenPattern tokens;
    uint32_t rule = 0;
    bool is_single = false;  // one token, once: its match needs no search
  };

  Status add_rule(MsgpackValue rule, Interner& interner);
  static Status read_attribute(std::string_view name, std::string_view value, Interner& interner, Attributes& out);
  void index_patterns();
  void index_by_tag(uint32_t pattern, const TokenCondition& tags);
  void index_by_pos(uint32_t pattern, const TokenCondition& parts_of_speech);

  const AttributeRulerScratch::Candidates& candidates_of(LexemeId id, const Lexicon& lexicon,
                                                         AttributeRulerScratch& scratch) const;
  void match_at(size_t at, const Lexicon& lexicon, std::span<const Analysis> tokens,
                AttributeRulerScratch& scratch) const;
  void try_pattern(uint32_t pattern, size_t at, const Lexicon& lexicon, std::span<const Analysis> tokens,
                   AttributeRulerScratch& scratch) const;
  void write(AttributeRulerScratch::Match match, std::span<Analysis> tokens) const;

  static constexpr size_t kPosCount = size_t(Pos::space) + 1;

  std::vector<Rule> rules_;
  std::vector<Pattern> patterns_;

  // Every pattern is in one of these, by the conditions on its first token.
  std::vector<uint32_t> by_form_;                               // there is one on the form
  std::unordered_map<StringId, std::vector<uint32_t>> by_tag_;  // else, the tag is one of a list
  std::array<std::vector<uint32_t>, kPosCount> by_pos_;         // else, the part of speech is one of a list
  std::vector<uint32_t> others_;
};

}  // namespace verbale
