// Every answer is read off one token and its neighbours in the tree.
#include "coding/clauses.h"

#include <array>

#include "base/words.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 3> kFiniteTags = {"VBD", "VBZ", "VBP"};
constexpr std::array<std::string_view, 5> kDefinite = {"the", "this", "that", "these", "those"};

}  // namespace

bool is_verb(const Token& token) {
  if (token.pos != Pos::verb && token.pos != Pos::aux) return false;
  return token.dep != Dep::aux && token.dep != Dep::auxpass;
}

bool is_nominal(const Token& token) {
  return token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::pron;
}

bool has_to(const Document& doc, TokenId verb) {
  for (TokenId aux : children(doc, verb, Dep::aux))
    if (doc.tokens[aux].lower == "to") return true;
  return false;
}

bool has_perfect(const Document& doc, TokenId verb) {
  for (TokenId aux : children(doc, verb, Dep::aux))
    if (doc.tokens[aux].lower == "have") return true;
  return false;
}

bool is_definite(const Document& doc, TokenId noun) {
  const TokenId determiner = first_child(doc, noun, Dep::det);
  return determiner != kNone && is_one_of(doc.tokens[determiner].lower, kDefinite);
}

std::vector<TokenId> conjuncts(const Document& doc, TokenId token) {
  std::vector<TokenId> all = {token};
  for (size_t i = 0; i < all.size(); ++i)
    for (TokenId next : children(doc, all[i], Dep::conj)) all.push_back(next);
  return all;
}

TokenId coordination_head(const Document& doc, TokenId token) {
  while (doc.tokens[token].dep == Dep::conj && doc.tokens[token].head != token) token = doc.tokens[token].head;
  return token;
}

TokenId coordination_partner(const Document& doc, TokenId verb) {
  const auto is_finite = [&](TokenId t) { return is_one_of(doc.tokens[t].tag, kFiniteTags); };
  const TokenId partner = doc.tokens[verb].head;
  if (!is_finite(verb)) return partner;
  // "had thrown stones and smashed windows": a participle with an auxiliary is finite enough, where no comma parts the
  // two ("said soldiers had killed six, and denied …").
  const bool joined = verb >= 2 && doc.tokens[verb - 1].pos == Pos::cconj && doc.tokens[verb - 2].lower != ",";
  if (joined && doc.tokens[partner].tag == "VBN" && first_child(doc, partner, Dep::aux) != kNone) return partner;
  for (TokenId up = partner; doc.tokens[up].head != up && !is_finite(up);) {
    up = doc.tokens[up].head;
    if (is_verb(doc.tokens[up]) && is_finite(up) && up < verb) return up;
  }
  return partner;
}

TokenId clause_of(const Document& doc, TokenId token) {
  while (!is_verb(doc.tokens[token]) && doc.tokens[token].head != token) token = doc.tokens[token].head;
  return token;
}

}  // namespace verbale
