// Small questions about the parse that all parts of a statement ask.
#pragma once

#include <initializer_list>
#include <string_view>

#include "record/document.h"
#include "record/parse_tree.h"

namespace verbale {

inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (std::string_view one : words)
    if (word == one) return true;
  return false;
}

template <class Visit>
void for_each_child(const Document& doc, TokenId token, Visit&& visit) {
  for (TokenId child : children(doc, token)) visit(child);
}

inline bool has_dep(const Token& token, std::initializer_list<Dep> deps) {
  for (Dep dep : deps)
    if (token.dep == dep) return true;
  return false;
}

// The first child with one of the relations, or kNone.
inline TokenId child_with(const Document& doc, TokenId token, std::initializer_list<Dep> deps) {
  for (TokenId child : children(doc, token))
    if (has_dep(doc.tokens[child], deps)) return child;
  return kNone;
}

inline TokenRange subtree(const Document& doc, TokenId token) {
  return {doc.tokens[token].left_edge, doc.tokens[token].right_edge + 1};
}

inline bool is_line_break(const Document& doc, TokenId token) {
  return doc.words(token).find('\n') != std::string_view::npos;
}

inline bool is_verb_of_statement(const Token& token) {
  return token.pos == Pos::verb || (token.pos == Pos::aux && token.tag == "VBD");
}

inline bool is_verbal(const Token& token) { return token.pos == Pos::verb || token.pos == Pos::aux; }

inline bool is_infinitive(const Document& doc, TokenId verb) {
  bool to = false;
  for_each_child(doc, verb, [&](TokenId child) {
    to = to || (doc.tokens[child].dep == Dep::aux && doc.tokens[child].tag == "TO");
  });
  return to;
}

// "said the talks had failed and warned that …": a finite verb of saying without a subject of its own, joined to a verb
// form that it does not match, goes on with the subject of the sentence.
inline bool is_outer_conjunct(const Document& doc, TokenId verb) {
  const Token& token = doc.tokens[verb];
  if (token.dep != Dep::conj || (token.tag != "VBD" && token.tag != "VBZ")) return false;
  if (child_with(doc, verb, {Dep::nsubj, Dep::nsubjpass, Dep::aux}) != kNone) return false;
  const Token& joined = doc.tokens[token.head];
  if (joined.tag == token.tag || joined.head == token.head) return false;
  TokenId outer = joined.head;
  while (doc.tokens[outer].head != outer && doc.tokens[outer].tag != token.tag) outer = doc.tokens[outer].head;
  return doc.tokens[outer].tag == token.tag;
}

inline bool is_participle(const Token& token) { return token.tag == "VBG" || token.tag == "VBN"; }

inline bool is_dash(const Token& token) { return is_one_of(token.lower, {"-", "--", "–", "—", "―"}); }

// Leaves out the space and, outside quotation marks, the commas and stops around a range of tokens.
inline TokenRange without_edges(const Document& doc, TokenRange range) {
  const auto is_edge = [&](TokenId t) {
    const Token& token = doc.tokens[t];
    if (token.pos == Pos::space || is_line_break(doc, t)) return true;
    return is_one_of(token.lower, {",", ";", ":", "."}) || is_dash(token);
  };
  while (range.begin < range.end && is_edge(range.begin)) ++range.begin;
  while (range.end > range.begin && is_edge(range.end - 1)) --range.end;
  return range;
}

}  // namespace verbale
