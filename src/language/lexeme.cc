// Norms in the order of precedence: the package's own table, the norms that all languages share, lower case.
#include "language/lexeme.h"

#include <algorithm>

#include "language/unicode.h"

namespace verbale {
namespace {

struct Norm {
  std::string_view text, norm;
};

constexpr Norm kSharedNorms[] = {
#define VERBALE_NORM(text, norm) {text, norm},
#include "language/symbols.inc"
#undef VERBALE_NORM
};

constexpr size_t kSuffixLength = 3;

// Languages that compute norms by a procedure of their own.
constexpr std::string_view kOwnNorms[] = {"hi", "ht", "ne"};

}  // namespace

Result<LexemeRules> LexemeRules::open(const Package& package) {
  if (std::find(std::begin(kOwnNorms), std::end(kOwnNorms), package.language()) != std::end(kOwnNorms))
    return package.error("config.cfg", "[nlp] lang", "norms of \"" + package.language() + "\" are not supported");
  constexpr std::string_view kFile = "vocab/lookups.bin";
  Result<LookupTables> tables = LookupTables::open(package, kFile);
  if (!tables) return std::move(tables).error();

  LexemeRules rules;
  for (const auto [key, value] : tables->table("lexeme_norm").entries()) {
    const auto id = key.unsigned_integer();
    const auto norm = value.text();
    if (!id || !norm) return package.error(kFile, "lexeme_norm", "expected string ids with strings");
    rules.norms_.emplace(*id, string_id(*norm));
  }
  for (const Norm& shared : kSharedNorms) rules.norms_.emplace(string_id(shared.text), string_id(shared.norm));
  return rules;
}

StringId LexemeRules::norm_id(StringId orth, StringId lower) const {
  const auto found = norms_.find(orth);
  return found != norms_.end() ? found->second : lower;
}

LexicalIds LexemeRules::ids(std::string_view text, std::string_view lower) const {
  const StringId orth = string_id(text);
  const StringId lower_id = text == lower ? orth : string_id(lower);
  return {.orth = orth,
          .lower = lower_id,
          .norm = norm_id(orth, lower_id),
          .prefix = string_id(first_code_points(text, 1)),
          .suffix = string_id(last_code_points(text, kSuffixLength)),
          .shape = string_id(word_shape(text)),
          .is_space = is_space(text)};
}

}  // namespace verbale
