// One token as the language layer leaves it: its place in the text, and what the parse says about it.
//
// Strings are views into the language package or the document's arena. `dep` and `pos` are enumerations so that
// rules compare small integers; the package's own label is kept beside them for output.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/span.h"

namespace verbale {

// Universal part-of-speech tags.
enum class Pos : uint8_t {
  none, adj, adp, adv, aux, cconj, det, intj, noun, num, part, pron, propn, punct, sconj, sym, verb, x, space
};

// ClearNLP dependency labels, as the English packages use them; any other label reads as `other`.
enum class Dep : uint8_t {
  other, root, acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass, cc, ccomp, complement, compound,
  conj, csubj, csubjpass, dative, dep, det, dobj, expl, intj, mark, meta, neg, nmod, npadvmod, nsubj, nsubjpass,
  nummod, oprd, parataxis, pcomp, pobj, poss, preconj, predet, prep, prt, punct, quantmod, relcl, xcomp, case_,
  subtok
};

struct Token {
  Span span;
  uint32_t head = 0;           // index of the governing token in the document; its own index at a root
  uint32_t sentence = 0;       // index into Document::sentences
  uint32_t left_edge = 0;      // first token of the subtree
  uint32_t right_edge = 0;     // last token of the subtree, inclusive
  uint32_t first_child = UINT32_MAX;   // the first token that hangs on it, and
  uint32_t next_sibling = UINT32_MAX;  // the next one that hangs on the same; kNone without: walk with parse_tree.h
  std::string_view lemma;
  std::string_view lower;      // the text, lower-cased
  std::string_view tag;        // Penn Treebank tag: "VBD"
  std::string_view morph;      // FEATS, "" when there are none: "Tense=Past|VerbForm=Fin"
  std::string_view label;      // dependency label as the package writes it: "nsubj"
  std::string_view name_type;  // OntoNotes type of the name that the token is part of: "GPE"; "" outside names
  Pos pos = Pos::none;
  Dep dep = Dep::other;
  bool space_after = false;
  bool name_begin = false;     // first token of a name
};

Dep dep_from_label(std::string_view label);
Pos pos_from_label(std::string_view label);
std::string_view to_label(Pos pos);

}  // namespace verbale
