// Chunks are maximal runs of white space or of anything else. A chunk is looked up in the special cases, then stripped
// of prefixes and suffixes until neither is found or a special case is left, then cut at infixes.
//
// spaCy stops caching chunks behind the first special case of a document; here the cache is always on, because what a
// chunk gives does not depend on what was cached. Pieces keep the cases' norms.
#include "language/tokenizer.h"

#include <algorithm>

#include "language/unicode.h"

namespace verbale {
namespace {

constexpr size_t kCachedChunksMax = 200'000;
constexpr size_t kCachedBytesMax = 8u << 20;
constexpr std::string_view kFile = "tokenizer";

// Leaves `out` empty when the package has no such rule.
template <class Pattern>
Status read_pattern(MsgpackValue root, std::string_view name, const Package& package, bool at_start,
                    std::optional<Pattern>& out) {
  const MsgpackValue source = root[name];
  if (source.is_nil()) return {};
  if (!source.text()) return package.error(kFile, name, "expected a regular expression");
  Result<Pattern> pattern = Pattern::compile(*source.text(), at_start);
  if (!pattern) return package.error(kFile, name, pattern.error().what());
  out = *std::move(pattern);
  return {};
}

size_t length_of_match(const std::optional<Regex>& regex, std::string_view text, RegexScratch& scratch) {
  if (!regex) return 0;
  const auto found = regex->search(text, 0, scratch);
  return found ? found->size() : 0;
}

const SpecialCase* find_case(const SpecialCases* cases, std::string_view text) {
  return cases == nullptr || text.empty() ? nullptr : cases->find(text);
}

// Calls `use` with every maximal run of white space or of anything else; the single blank that follows a run of
// anything else belongs to no run.
template <class Use>
void for_each_chunk(std::string_view text, Use use) {
  if (text.empty()) return;
  bool in_space = is_space(decode(text, 0).value);
  uint32_t start = 0;
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (is_space(point.value) != in_space) {
      if (start < at) use(Span{start, at});
      start = point.value == ' ' ? at + 1 : at;
      in_space = !in_space;
    }
    at += point.size;
  }
  if (start < text.size()) use(Span{start, uint32_t(text.size())});
}

// The setting is a section of its own or a JSON object; without one, the language's default is meant.
bool has_rule_tokenizer(const PackageConfig& config) {
  constexpr std::string_view kRules = "spacy.Tokenizer.v1";
  const auto section = config.text("nlp.tokenizer", "@tokenizers");
  const auto object = config.json("nlp", "tokenizer");
  if (section) return *section == kRules;
  return !object || object->find(kRules) != std::string::npos;
}

bool is_followed_by_blank(std::string_view text, Span chunk) {
  return chunk.end < text.size() && text[chunk.end] == ' ';
}

}  // namespace

void TokenizerScratch::forget_if_full() {
  const bool chunks_full = chunk_index.size() > kCachedChunksMax || chunk_index.bytes() > kCachedBytesMax;
  if (!lexicon.forget_if_full() && !chunks_full) return;
  chunk_index.clear();
  chunks.clear();
  pieces.clear();
}

// ---- opening ---------------------------------------------------------------------------------------------------

Result<Tokenizer::Rules> Tokenizer::read_rules(MsgpackValue root, const Package& package) {
  Rules rules;
  rules.faster_heuristics = root["faster_heuristics"].boolean().value_or(true);
  Status read = read_pattern(root, "prefix_search", package, false, rules.prefix);
  if (read) read = read_pattern(root, "suffix_search", package, false, rules.suffix);
  if (read) read = read_pattern(root, "infix_finditer", package, false, rules.infix);
  if (read) read = read_pattern(root, "token_match", package, true, rules.token_match);
  if (read) read = read_pattern(root, "url_match", package, true, rules.url_match);
  if (!read) return std::move(read).error();
  return rules;
}

Result<Tokenizer> Tokenizer::open(const Package& package) {
  if (!has_rule_tokenizer(package.config()))
    return package.error("config.cfg", "[nlp] tokenizer", "only spacy.Tokenizer.v1 is supported");
  Result<PackageData> data = package.read_msgpack(kFile);
  if (!data) return std::move(data).error();
  Result<Rules> rules = read_rules(data->root(), package);
  if (!rules) return std::move(rules).error();
  Result<SpecialCases> cases = SpecialCases::read(data->root()["exceptions"], package);
  if (!cases) return std::move(cases).error();

  Tokenizer tokenizer(*std::move(data), *std::move(rules), *std::move(cases));
  tokenizer.prepare_spans();
  return tokenizer;
}

bool Tokenizer::would_split(std::string_view text, RegexScratch& scratch) const {
  const auto finds = [&](const std::optional<Regex>& regex) { return regex && regex->matches(text, scratch); };
  return !rules_.faster_heuristics || length_of_match(rules_.prefix, text, scratch) > 0 || finds(rules_.infix) ||
         length_of_match(rules_.suffix, text, scratch) > 0 || text.find(' ') != std::string_view::npos;
}

void Tokenizer::prepare_spans() {
  const LexemeRules no_norms;
  TokenizerScratch scratch(no_norms);
  for (const SpecialCase& special : cases_.all()) {
    if (!would_split(special.text, scratch.regex)) continue;
    std::vector<std::string> forms = split_without_cases(special.text, scratch);
    if (forms.size() > 1 || !special.is_plain_token()) spans_.add(std::move(forms));
  }
}

std::vector<std::string> Tokenizer::split_without_cases(std::string_view text, TokenizerScratch& scratch) const {
  std::vector<std::string> forms;
  for_each_chunk(text, [&](Span chunk) {
    scratch.current.clear();
    split_chunk(chunk.of(text), nullptr, scratch);
    for (const TextToken& piece : scratch.current) forms.emplace_back(scratch.lexicon[piece.lexeme].text);
  });
  return forms;
}

// ---- one chunk -------------------------------------------------------------------------------------------------

void Tokenizer::add_piece(std::string_view text, StringId norm, TokenizerScratch& scratch) const {
  const uint32_t begin = scratch.current.empty() ? 0 : scratch.current.back().begin + scratch.current.back().size;
  scratch.current.push_back({.begin = begin,
                             .size = uint32_t(text.size()),
                             .lexeme = scratch.lexicon.add(text),
                             .may_begin_special = spans_.may_begin_at(text),
                             .norm = norm});
}

void Tokenizer::add_special(const SpecialCase& special, TokenizerScratch& scratch) const {
  for (const SpecialPiece& piece : special.pieces) add_piece(piece.text, piece.norm, scratch);
}

void TokenizerScratch::take_prefix(std::string_view& text, size_t size) {
  prefixes.push_back(text.substr(0, size));
  text.remove_prefix(size);
}

void TokenizerScratch::take_suffix(std::string_view& text, size_t size) {
  suffixes.push_back(text.substr(text.size() - size));
  text.remove_suffix(size);
}

bool Tokenizer::strip_once(std::string_view& text, const SpecialCases* cases, TokenizerScratch& scratch) const {
  const size_t prefix = length_of_match(rules_.prefix, text, scratch.regex);
  const std::string_view without_prefix = text.substr(prefix);
  if (prefix > 0 && find_case(cases, without_prefix) != nullptr) {
    scratch.take_prefix(text, prefix);
    return false;
  }

  const size_t suffix = length_of_match(rules_.suffix, without_prefix, scratch.regex);
  if (suffix > 0 && find_case(cases, text.substr(0, text.size() - suffix)) != nullptr) {
    scratch.take_suffix(text, suffix);
    return false;
  }

  const bool both_fit = prefix + suffix <= text.size();
  if (prefix > 0) scratch.take_prefix(text, prefix);
  if (suffix > 0 && (prefix == 0 || both_fit)) scratch.take_suffix(text, suffix);
  return prefix + suffix > 0;
}

std::string_view Tokenizer::strip_affixes(std::string_view text, const SpecialCases* cases,
                                          TokenizerScratch& scratch) const {
  while (!text.empty()) {
    if (rules_.token_match && rules_.token_match->matches(text, scratch.regex)) break;
    if (find_case(cases, text) != nullptr) break;
    if (!strip_once(text, cases, scratch)) break;
  }
  return text;
}

void Tokenizer::add_between_infixes(std::string_view middle, TokenizerScratch& scratch) const {
  size_t start = 0;
  size_t from = 0;
  bool empty_at_start = true;
  while (rules_.infix && from <= middle.size()) {
    const auto infix = rules_.infix->search(middle, from, scratch.regex, empty_at_start);
    if (!infix) break;
    from = infix->end;
    empty_at_start = !infix->empty();
    if (infix->begin == 0) continue;
    if (infix->begin > start) add_piece(middle.substr(start, infix->begin - start), 0, scratch);
    if (!infix->empty()) add_piece(infix->of(middle), 0, scratch);
    start = infix->end;
  }
  if (start < middle.size()) add_piece(middle.substr(start), 0, scratch);
}

void Tokenizer::add_middle(std::string_view middle, const SpecialCases* cases, TokenizerScratch& scratch) const {
  const auto is_one = [&](const std::optional<RegexTest>& test) {
    return test && test->matches(middle, scratch.regex);
  };
  if (middle.empty()) return;
  if (const SpecialCase* special = find_case(cases, middle))
    add_special(*special, scratch);
  else if (is_one(rules_.token_match) || is_one(rules_.url_match))
    add_piece(middle, 0, scratch);
  else
    add_between_infixes(middle, scratch);
}

void Tokenizer::split_chunk(std::string_view chunk, const SpecialCases* cases, TokenizerScratch& scratch) const {
  if (const SpecialCase* special = find_case(cases, chunk)) return add_special(*special, scratch);
  if (chunk.size() > kChunkBytesMax) return add_piece(chunk, 0, scratch);

  scratch.prefixes.clear();
  scratch.suffixes.clear();
  const std::string_view middle = strip_affixes(chunk, cases, scratch);
  for (const std::string_view prefix : scratch.prefixes) add_piece(prefix, 0, scratch);
  add_middle(middle, cases, scratch);
  for (size_t at = scratch.suffixes.size(); at-- > 0;) add_piece(scratch.suffixes[at], 0, scratch);
}

// ---- a text ----------------------------------------------------------------------------------------------------

TokenizerScratch::CachedChunk Tokenizer::split_and_cache(std::string_view chunk, TokenizerScratch& scratch) const {
  scratch.current.clear();
  split_chunk(chunk, &cases_, scratch);
  const auto begin = uint32_t(scratch.pieces.size());
  scratch.pieces.insert(scratch.pieces.end(), scratch.current.begin(), scratch.current.end());
  scratch.chunks.push_back({begin, uint32_t(scratch.pieces.size())});
  return scratch.chunks.back();
}

void Tokenizer::add_chunk(std::string_view text, Span chunk, TokenizerScratch& scratch,
                          std::vector<TextToken>& tokens) const {
  const std::string_view words = chunk.of(text);
  const auto [number, is_new] = scratch.chunk_index.add(words);
  const TokenizerScratch::CachedChunk cached = is_new ? split_and_cache(words, scratch) : scratch.chunks[number];
  for (uint32_t at = cached.begin; at < cached.end; ++at) {
    tokens.push_back(scratch.pieces[at]);
    tokens.back().begin += chunk.begin;
  }
}

void Tokenizer::tokenize(std::string_view text, TokenizerScratch& scratch, std::vector<TextToken>& tokens) const {
  scratch.forget_if_full();
  tokens.clear();
  for_each_chunk(text, [&](Span chunk) {
    add_chunk(text, chunk, scratch, tokens);
    tokens.back().space_after = is_followed_by_blank(text, chunk);
  });
  spans_.apply(text, cases_, scratch.lexicon, scratch.spans, tokens);
}

}  // namespace verbale
