// Strings that a package tokenises by a list instead of by rules: "can't" -> "ca" + "n't", "U.S." -> itself.
//
// A case applies to a whole chunk, to what is left of a chunk when affixes are gone, and, for cases that the rules
// would split, to a run of tokens that spells the case (SpecialSpans, in special_spans.h).
//
//   const SpecialCase* found = cases.find("can't");
//   found->pieces[0].text == "ca"; found->pieces[0].norm == string_id("can");
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/package.h"
#include "language/string_id.h"

namespace verbale {

struct SpecialPiece {
  std::string_view text;
  StringId norm = 0;  // 0: the lexeme's own
};

struct SpecialCase {
  std::string_view text;
  std::vector<SpecialPiece> pieces;

  // Whether applying the case to one token that already spells it changes nothing.
  bool is_plain_token() const { return pieces.size() == 1 && pieces[0].norm == 0; }
};

class SpecialCases {
 public:
  // `exceptions`: the tokenizer's map from text to a list of attributes. Texts stay views into the package.
  static Result<SpecialCases> read(MsgpackValue exceptions, const Package& package);

  // nullptr when there is none.
  const SpecialCase* find(std::string_view text) const {
    const auto found = by_text_.find(text);
    return found == by_text_.end() ? nullptr : &cases_[found->second];
  }
  // In the order of their texts.
  std::span<const SpecialCase> all() const { return cases_; }

 private:
  std::vector<SpecialCase> cases_;
  std::unordered_map<std::string_view, uint32_t> by_text_;
};

}  // namespace verbale
