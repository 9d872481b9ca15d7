// What the language layer knows about a word form wherever it occurs: the ids that the embeddings hash.
//
//   Result<LexemeRules> rules = LexemeRules::open(package);
//   LexicalIds ids = rules->ids("Xavier", "xavier");
//   ids.shape == string_id("Xxxxx");
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "language/lookup_tables.h"

namespace verbale {

struct LexicalIds {
  StringId orth = 0;
  StringId lower = 0;
  StringId norm = 0;
  StringId prefix = 0;
  StringId suffix = 0;
  StringId shape = 0;
  bool is_space = false;
};

class LexemeRules {
 public:
  static Result<LexemeRules> open(const Package& package);

  // requires: `lower` is to_lower(text)
  LexicalIds ids(std::string_view text, std::string_view lower) const;

 private:
  StringId norm_id(StringId orth, StringId lower) const;

  std::unordered_map<StringId, StringId> norms_;  // of the exact form; every other form's norm is its lower case
};

}  // namespace verbale
