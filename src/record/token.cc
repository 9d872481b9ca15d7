// The two label tables, in the order of their enumerations.
#include "record/token.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

constexpr std::array<std::string_view, 19> kPosLabels = {
    "",    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",  "VERB", "X",   "SPACE"};

constexpr std::array<std::string_view, 48> kDepLabels = {
    "",        "ROOT",    "acl",    "acomp",    "advcl",     "advmod",     "agent",  "amod",      "appos", "attr",
    "aux",     "auxpass", "cc",     "ccomp",    "complement", "compound",  "conj",   "csubj",     "csubjpass", "dative",
    "dep",     "det",     "dobj",   "expl",     "intj",      "mark",       "meta",   "neg",       "nmod",  "npadvmod",
    "nsubj",   "nsubjpass", "nummod", "oprd",   "parataxis", "pcomp",      "pobj",   "poss",      "preconj", "predet",
    "prep",    "prt",     "punct",  "quantmod", "relcl",     "xcomp",      "case",   "subtok"};

}  // namespace

Dep dep_from_label(std::string_view label) {
  const auto* found = std::find(kDepLabels.begin(), kDepLabels.end(), label);
  return found == kDepLabels.end() ? Dep::other : Dep(found - kDepLabels.begin());
}

Pos pos_from_label(std::string_view label) {
  const auto* found = std::find(kPosLabels.begin(), kPosLabels.end(), label);
  return found == kPosLabels.end() ? Pos::none : Pos(found - kPosLabels.begin());
}

std::string_view to_label(Pos pos) { return kPosLabels[size_t(pos)]; }

}  // namespace verbale
