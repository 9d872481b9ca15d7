// Cuts a text into tokens exactly as spaCy's tokenizer does with the package's rules.
//
//   Result<Tokenizer> tokenizer = Tokenizer::open(package);
//   TokenizerScratch scratch(lexeme_rules);                       one per worker
//   std::vector<TextToken> tokens;
//   tokenizer->tokenize("He can't.", scratch, tokens);            He · ca · n't · .
//   scratch.lexicon[tokens[0].lexeme].lower;                      "he"
//
// A chunk between blanks that was met before costs one look into the worker's cache. What a chunk gives depends on
// the chunk alone, so caching changes no result. A chunk of more than kChunkBytesMax bytes stays one token.
// requires: valid UTF-8 of less than 4 GB.
#pragma once

#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "language/package.h"
#include "language/regex.h"
#include "language/special_cases.h"
#include "language/special_spans.h"

namespace verbale {

inline constexpr size_t kChunkBytesMax = 1024;

struct TextToken {
  uint32_t begin = 0;  // bytes in the text
  uint32_t size = 0;
  LexemeId lexeme = 0;
  bool space_after = false;        // one blank follows that is no token itself
  bool may_begin_special = false;  // a special case that spans tokens may begin here
  StringId norm = 0;               // set by a special case; 0: the lexeme's own
};

// What chunks gave before, and where the work happens.
struct TokenizerScratch {
  explicit TokenizerScratch(const LexemeRules& rules) : lexicon(rules) {}

  Lexicon lexicon;

 private:
  friend class Tokenizer;
  struct CachedChunk {
    uint32_t begin = 0;  // pieces[begin, end)
    uint32_t end = 0;
  };
  void forget_if_full();
  // Move an affix from the text to the list.
  void take_prefix(std::string_view& text, size_t size);
  void take_suffix(std::string_view& text, size_t size);

  StringIndex chunk_index;
  std::vector<CachedChunk> chunks;
  std::vector<TextToken> pieces;  // `begin` counts from the chunk's first byte
  std::vector<TextToken> current;
  std::vector<std::string_view> prefixes, suffixes;
  RegexScratch regex;
  SpecialSpanScratch spans;
};

class Tokenizer {
 public:
  static Result<Tokenizer> open(const Package& package);

  // Replaces `tokens` by the tokens of the text.
  void tokenize(std::string_view text, TokenizerScratch& scratch, std::vector<TextToken>& tokens) const;

 private:
  struct Rules {
    std::optional<Regex> prefix, suffix, infix;
    std::optional<RegexTest> token_match, url_match;
    bool faster_heuristics = true;
  };

  Tokenizer(PackageData data, Rules rules, SpecialCases cases)
      : data_(std::move(data)), rules_(std::move(rules)), cases_(std::move(cases)) {}

  static Result<Rules> read_rules(MsgpackValue root, const Package& package);
  void prepare_spans();

  void add_chunk(std::string_view text, Span chunk, TokenizerScratch& scratch, std::vector<TextToken>& tokens) const;
  TokenizerScratch::CachedChunk split_and_cache(std::string_view chunk, TokenizerScratch& scratch) const;

  // Split one chunk; texts are views into it.
  void split_chunk(std::string_view chunk, const SpecialCases* cases, TokenizerScratch& scratch) const;
  std::string_view strip_affixes(std::string_view text, const SpecialCases* cases, TokenizerScratch& scratch) const;
  // One round; false when nothing was found or a special case is left.
  bool strip_once(std::string_view& text, const SpecialCases* cases, TokenizerScratch& scratch) const;
  void add_middle(std::string_view middle, const SpecialCases* cases, TokenizerScratch& scratch) const;
  void add_between_infixes(std::string_view middle, TokenizerScratch& scratch) const;
  void add_special(const SpecialCase& special, TokenizerScratch& scratch) const;
  void add_piece(std::string_view text, StringId norm, TokenizerScratch& scratch) const;

  bool would_split(std::string_view text, RegexScratch& scratch) const;
  std::vector<std::string> split_without_cases(std::string_view text, TokenizerScratch& scratch) const;

  PackageData data_;  // the special cases are views into it
  Rules rules_;
  SpecialCases cases_;
  SpecialSpans spans_;
};

}  // namespace verbale
