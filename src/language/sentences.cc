// White space tokens carry the line breaks: the tokenizer keeps every run of white space but a single blank.
#include "language/sentences.h"

#include <algorithm>

namespace verbale {
namespace {

enum class Break : uint8_t { none, line, paragraph };

// A blank line is a line break that white space alone parts from another.
Break break_in(std::string_view token) {
  const auto breaks = std::count(token.begin(), token.end(), '\n');
  return breaks == 0 ? Break::none : breaks == 1 ? Break::line : Break::paragraph;
}

Break break_at(const Document& doc, TokenId token) { return break_in(doc.words(token)); }

// What ends a paragraph in this text.
Break paragraph_break(const Document& doc) {
  for (TokenId token = 0; token < doc.tokens.size(); ++token)
    if (break_at(doc, token) == Break::paragraph) return Break::paragraph;
  return Break::line;
}

}  // namespace

void find_sentences(Document& doc, std::span<const uint8_t> starts) {
  const Break separator = paragraph_break(doc);
  uint32_t paragraph = 0;
  for (TokenId token = 0; token < doc.tokens.size(); ++token) {
    if (token == 0 || starts[token] != 0) doc.sentences.push_back({{token, token}, kNone, paragraph});
    Sentence& sentence = doc.sentences.back();
    sentence.tokens.end = token + 1;
    doc.tokens[token].sentence = uint32_t(doc.sentences.size() - 1);
    if (sentence.root == kNone && doc.tokens[token].head == token) sentence.root = token;
    if (break_at(doc, token) >= separator) ++paragraph;
  }
  for (Sentence& sentence : doc.sentences)
    if (sentence.root == kNone) sentence.root = sentence.tokens.begin;
}

// Tokens are taken in the direction in which an edge moves, so whoever finds an ancestor's edge already past itself
// knows that all higher ones are, too.
void find_edges(Document& doc) {
  auto& tokens = doc.tokens;
  const auto count = TokenId(tokens.size());
  for (TokenId token = 0; token < count; ++token) tokens[token].left_edge = tokens[token].right_edge = token;
  for (TokenId token = 0; token < count; ++token)
    for (TokenId up = tokens[token].head; tokens[up].left_edge > token; up = tokens[up].head)
      tokens[up].left_edge = token;
  for (TokenId token = count; token-- > 0;)
    for (TokenId up = tokens[token].head; tokens[up].right_edge < token; up = tokens[up].head)
      tokens[up].right_edge = token;
}

TokenId end_of_piece(const Document& doc, TokenId begin, size_t tokens_max) {
  if (doc.tokens.size() - begin <= tokens_max) return TokenId(doc.tokens.size());
  const auto limit = TokenId(begin + tokens_max);
  TokenId line_end = limit;
  for (TokenId end = limit; end > begin + tokens_max / 2; --end) {
    const Break found = break_at(doc, end - 1);
    if (found == Break::paragraph) return end;
    if (found == Break::line && line_end == limit) line_end = end;
  }
  return line_end;
}

}  // namespace verbale
