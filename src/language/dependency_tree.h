// What follows from heads and labels alone: the extent of each subtree, sentence starts, and the arcs that cross.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace verbale {

// Extents of subtrees, inclusive on both sides. Reused between documents.
struct TreeEdges {
  std::vector<uint32_t> left, right;
  std::vector<uint8_t> sentence_start;  // 1 at the left edge of each root

  // heads[i] is the token that governs i, i itself at a root.
  void compute(std::span<const uint32_t> heads);

 private:
  void spread(std::span<const uint32_t> heads);
  void mark_sentence_starts(std::span<const uint32_t> heads);
  bool heads_stay_inside_sentences(std::span<const uint32_t> heads) const;
};

// The parser builds trees without crossing arcs and marks where training lifted an arc to avoid one: the label "X||Y"
// says that the token belongs, as an X, under a Y somewhere below its present head.
struct DecoratedLabel {
  static constexpr uint16_t kPlain = 0xFFFF;

  uint16_t own = kPlain;   // X; kPlain for a label without a decoration
  uint16_t head = kPlain;  // Y; kPlain when no plain label has that name
};

// Lowers every decorated arc to where it belongs, token by token, and strips the decoration.
// decorations[label] describes each label. edges: those of the tree as given; afterwards those of the new tree.
void lower_decorated_arcs(std::span<const DecoratedLabel> decorations, std::span<const uint8_t> is_space,
                          std::span<uint32_t> heads, std::span<uint16_t> labels, TreeEdges& edges);

}  // namespace verbale
