#include "coding/boilerplate.h"

#include <algorithm>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr uint32_t kSchemeLineWordsMax = 24;

bool is_mark(const Document& doc, TokenId token) {
  return doc.tokens[token].pos == Pos::punct || doc.tokens[token].pos == Pos::space ||
         doc.tokens[token].pos == Pos::sym;
}

bool is_only(const Document& doc, TokenRange line, TokenRange match) {
  for (TokenId t = match.end; t < line.end; ++t)
    if (!is_mark(doc, t)) return false;
  return true;
}

TokenId first_word(const Document& doc, TokenRange line) {
  TokenId first = line.begin;
  while (first < line.end && is_mark(doc, first)) ++first;
  return first;
}

// A mark such as © begins a phrase too, so the first token of the line and its first word are both tried.
bool begins_with_phrase(const PhraseList& phrases, const Document& doc, TokenRange line) {
  for (TokenId start : {line.begin, first_word(doc, line)}) {
    if (start >= line.end) continue;
    const auto match = phrases.at(doc, start, line.end);
    if (!match || line.size() > match->phrase->words_max) continue;
    if (match->phrase->where != "only" || is_only(doc, line, match->tokens)) return true;
  }
  return false;
}

bool holds_phrase(const PhraseList& phrases, const Document& doc, TokenRange line) {
  for (TokenId t = line.begin; t < line.end; ++t)
    if (const auto match = phrases.at(doc, t, line.end))
      if (match->phrase->where == "anywhere" && line.size() <= match->phrase->words_max) return true;
  return false;
}

bool has_finite_verb(const Document& doc, TokenRange line) {
  for (TokenId t = line.begin; t < line.end; ++t)
    if (doc.tokens[t].tag == "VBD" || doc.tokens[t].tag == "VBP" || doc.tokens[t].tag == "VBZ" ||
        doc.tokens[t].tag == "MD")
      return true;
  return false;
}

// A line that names a scheme and says nothing else.
bool only_mentions_scheme(const PhraseList& schemes, const Document& doc, TokenRange line) {
  if (line.size() > kSchemeLineWordsMax || has_finite_verb(doc, line)) return false;
  for (TokenId t = line.begin; t < line.end; ++t)
    if (schemes.at(doc, t, line.end)) return true;
  return false;
}

bool is_boilerplate(const SignalTables& tables, const Document& doc, TokenRange line) {
  return begins_with_phrase(tables.boilerplate(), doc, line) || holds_phrase(tables.boilerplate(), doc, line) ||
         only_mentions_scheme(tables.schemes(), doc, line);
}

}  // namespace

void mark_boilerplate(const SignalTables& tables, Document& doc) {
  TokenId begin = 0;
  for (TokenId t = 0; t <= doc.tokens.size(); ++t) {
    if (t < doc.tokens.size() && !is_line_break(doc, t)) continue;
    const TokenRange line{begin, t};
    begin = t + 1;
    if (line.size() > 0 && is_boilerplate(tables, doc, line)) doc.boilerplate.push_back(doc.span_of(line));
  }
}

}  // namespace verbale
