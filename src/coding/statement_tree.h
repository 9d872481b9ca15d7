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

constexpr size_t kWrappedLineBytesMax = 120;

// Bytes of the text between the line break before and this one.
inline size_t line_length(const Document& doc, TokenId line_break) {
  const uint32_t end = doc.tokens[line_break].span.begin;
  const size_t before = end == 0 ? std::string_view::npos : doc.text.rfind('\n', end - 1);
  return before == std::string_view::npos ? end : end - before - 1;
}

// "“The tax will pass,”" at the end of a line: whatever the parse makes of it, the sentence goes on to its cue.
inline bool ends_in_comma(const Document& doc, TokenId token) {
  if (is_one_of(doc.tokens[token].lower, {"”", "\"", "''"}) && token > 0) --token;
  return doc.tokens[token].lower == ",";
}

// Where a line ends that a paragraph, a heading or a label fills. A line that was wrapped within its sentence ends
// nothing.
inline bool ends_paragraph(const Document& doc, TokenId token) {
  if (!is_line_break(doc, token)) return false;
  const bool inner = token > 0 && token + 1 < doc.tokens.size();
  if (!inner) return true;
  if (doc.tokens[token - 1].sentence != doc.tokens[token + 1].sentence && !ends_in_comma(doc, token - 1)) return true;
  const std::string_view words = doc.words(token);
  const bool blank_line = words.find('\n') != words.rfind('\n');
  const bool indented = words.ends_with("  ") && is_one_of(doc.tokens[token - 1].lower, {".", "”", "\"", "''"});
  const bool abbreviated = words.ends_with("  ") && doc.words(token - 1).ends_with('.');
  return blank_line || indented || abbreviated || line_length(doc, token) > kWrappedLineBytesMax;
}

// The token before or after, across a line's end within the sentence; kNone at the ends of the text.
inline TokenId word_before(const Document& doc, TokenId token) {
  while (token > 0 && doc.tokens[token - 1].pos == Pos::space && !ends_paragraph(doc, token - 1)) --token;
  return token == 0 ? TokenId{kNone} : token - 1;
}
inline TokenId word_after(const Document& doc, TokenId token) {
  ++token;
  while (token < doc.tokens.size() && doc.tokens[token].pos == Pos::space && !ends_paragraph(doc, token)) ++token;
  return token < doc.tokens.size() ? token : TokenId{kNone};
}

inline bool follows(const Document& doc, TokenId token, std::string_view word) {
  const TokenId before = word_before(doc, token);
  return before != kNone && doc.tokens[before].lower == word;
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

// "said the door was open and offered to …": a noun that names no party does nothing of the kind; who says so does.
inline bool is_thing_among_parties(const Document& doc, TokenId verb, TokenId outer) {
  const TokenId thing = child_with(doc, verb, {Dep::nsubj, Dep::nsubjpass});
  const TokenId party = child_with(doc, outer, {Dep::nsubj});
  return thing != kNone && party != kNone && doc.tokens[thing].pos == Pos::noun && doc.tokens[verb].dep == Dep::ccomp &&
         doc.mention_headed_by(thing) == kNone && doc.mention_headed_by(party) != kNone;
}

// "said the talks had failed and warned that …": a finite verb of saying without a subject of its own, joined to a verb
// form that it does not match, goes on with the subject of the sentence.
inline bool is_outer_conjunct(const Document& doc, TokenId verb) {
  const Token& token = doc.tokens[verb];
  if (token.dep != Dep::conj || !is_one_of(token.tag, {"VBD", "VBZ", "VBG"})) return false;
  if (child_with(doc, verb, {Dep::nsubj, Dep::nsubjpass, Dep::aux}) != kNone) return false;
  const Token& joined = doc.tokens[token.head];
  if (joined.head == token.head) return false;
  if (joined.tag == token.tag)
    return doc.tokens[joined.head].tag == token.tag && is_thing_among_parties(doc, token.head, joined.head);
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
