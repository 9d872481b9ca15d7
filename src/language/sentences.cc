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

namespace {

// The length of the line that begins at this byte.
size_t line_length(std::string_view text, size_t begin) {
  const size_t end = text.find('\n', begin);
  return (end == std::string_view::npos ? text.size() : end) - begin;
}

bool ends_as_sentences_do(std::string_view word) {
  return word == "." || word == "!" || word == "?" || word == "…" || word == ":" || word == "\"" || word == "”" ||
         word == "’" || word == "»" || word == "''";
}

// A first line that is much shorter than the one below it is no wrapped line.
bool is_headline(const Document& doc, TokenId line_end) {
  constexpr size_t kHeadlineBytesMax = 160;
  const size_t below = doc.text.find_first_not_of(" \t\n", doc.tokens[line_end].span.end);
  if (below == std::string_view::npos) return true;
  const size_t length = doc.tokens[line_end].span.begin;
  return length <= kHeadlineBytesMax && line_length(doc.text, below) > length + length / 2;
}

bool line_is_over(const Document& doc, TokenId line_end) {
  if (line_end == 0) return true;
  const bool first_line = doc.text.find('\n') >= doc.tokens[line_end].span.begin;
  return ends_as_sentences_do(doc.words(line_end - 1)) || (first_line && is_headline(doc, line_end));
}

}  // namespace

bool has_blank_lines(const Document& doc) { return paragraph_break(doc) == Break::paragraph; }

TokenId end_of_paragraph(const Document& doc, TokenId begin, bool has_blank_lines) {
  for (TokenId token = begin; token < doc.tokens.size(); ++token) {
    const Break found = break_at(doc, token);
    if (found == Break::paragraph || (found == Break::line && !has_blank_lines && line_is_over(doc, token)))
      return token + 1;
  }
  return TokenId(doc.tokens.size());
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
