// Subtree edges settle after a pass in each direction when no arcs cross; otherwise the passes repeat until every head
// lies inside its sentence, up to a limit that spaCy has and that decides in the rare tangled tree.
//
// Lowering searches breadth first from the present head, children from left to right, through edges that are not
// renewed before the last token is done: again as spaCy does, since the order of the search decides.
#include "language/dependency_tree.h"

#include <algorithm>
#include <numeric>

namespace verbale {
namespace {

constexpr int kPassesMax = 12;

template <class Visit>
void each_child(std::span<const uint32_t> heads, const TreeEdges& edges, uint32_t token, Visit visit) {
  for (uint32_t child = edges.left[token]; child <= edges.right[token]; ++child)
    if (child != token && heads[child] == token) visit(child);
}

// The first token labelled `wanted` below the head of `token`; that head itself when there is none.
uint32_t find_new_head(std::span<const uint32_t> heads, std::span<const uint16_t> labels,
                       std::span<const uint8_t> is_space, const TreeEdges& edges, uint32_t token, uint16_t wanted) {
  std::vector<uint32_t> level{heads[token]}, next;
  while (!level.empty()) {
    next.clear();
    for (uint32_t parent : level) {
      uint32_t found = token;
      each_child(heads, edges, parent, [&](uint32_t child) {
        if (found != token || child == token || is_space[child]) return;
        if (labels[child] == wanted)
          found = child;
        else
          next.push_back(child);
      });
      if (found != token) return found;
    }
    level.swap(next);
  }
  return heads[token];
}

}  // namespace

void TreeEdges::spread(std::span<const uint32_t> heads) {
  const auto widen = [&](size_t child) {
    const uint32_t head = heads[child];
    left[head] = std::min(left[head], left[child]);
    right[head] = std::max(right[head], right[child]);
  };
  for (size_t i = 0; i < heads.size(); ++i) widen(i);
  for (size_t i = heads.size(); i-- > 0;) widen(i);
}

void TreeEdges::mark_sentence_starts(std::span<const uint32_t> heads) {
  sentence_start.assign(heads.size(), 0);
  for (size_t i = 0; i < heads.size(); ++i)
    if (heads[i] == i) sentence_start[left[i]] = 1;
}

bool TreeEdges::heads_stay_inside_sentences(std::span<const uint32_t> heads) const {
  size_t begin = 0;
  for (size_t i = 0; i < heads.size(); ++i) {
    if (!(i > 0 && sentence_start[i]) && i + 1 != heads.size()) continue;
    for (size_t token = begin; token < i; ++token)
      if (heads[token] < begin || heads[token] > i) return false;
    begin = i;
  }
  return true;
}

void TreeEdges::compute(std::span<const uint32_t> heads) {
  left.resize(heads.size());
  right.resize(heads.size());
  std::iota(left.begin(), left.end(), 0u);
  std::iota(right.begin(), right.end(), 0u);
  for (int pass = 0; pass < kPassesMax; ++pass) {
    spread(heads);
    mark_sentence_starts(heads);
    if (heads_stay_inside_sentences(heads)) return;
  }
}

void lower_decorated_arcs(std::span<const DecoratedLabel> decorations, std::span<const uint8_t> is_space,
                          std::span<uint32_t> heads, std::span<uint16_t> labels, TreeEdges& edges) {
  bool changed = false;
  for (uint32_t token = 0; token < heads.size(); ++token) {
    const DecoratedLabel& decoration = decorations[labels[token]];
    if (decoration.own == DecoratedLabel::kPlain) continue;
    if (decoration.head != DecoratedLabel::kPlain)
      heads[token] = find_new_head(heads, labels, is_space, edges, token, decoration.head);
    labels[token] = decoration.own;
    changed = true;
  }
  if (changed) edges.compute(heads);
}

}  // namespace verbale
