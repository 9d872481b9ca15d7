// Subtree edges, sentence starts, and decorated arcs brought to where they belong.
#include "language/dependency_tree.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

using Indices = std::vector<uint32_t>;
using Flags = std::vector<uint8_t>;

TEST(TreeEdges, EndWhereSubtreesEnd) {
  // "Rain fell . Boats stayed home" with roots 1 and 4
  const Indices heads{1, 1, 1, 4, 4, 4};
  TreeEdges edges;
  edges.compute(heads);
  EXPECT_EQ(edges.left, (Indices{0, 0, 2, 3, 3, 5}));
  EXPECT_EQ(edges.right, (Indices{0, 2, 2, 3, 5, 5}));
  EXPECT_EQ(edges.sentence_start, (Flags{1, 0, 0, 1, 0, 0}));
}

TEST(TreeEdges, HoldForArcsThatCross) {
  // 1 governs 3 across the arc from 2 to 4: "hearing is scheduled on today"
  const Indices heads{1, 2, 2, 1, 2};
  TreeEdges edges;
  edges.compute(heads);
  EXPECT_EQ(edges.left[1], 0u);
  EXPECT_EQ(edges.right[1], 3u);
  EXPECT_EQ(edges.sentence_start, (Flags{1, 0, 0, 0, 0}));
}

TEST(TreeEdges, TakeAnEmptyDocument) {
  TreeEdges edges;
  edges.compute({});
  EXPECT_TRUE(edges.sentence_start.empty());
}

// Labels: 0 root, 1 nsubj, 2 prep, 3 "prep||nsubj", 4 "prep||dobj" (no plain dobj is known)
const std::vector<DecoratedLabel> kDecorations{{}, {}, {}, {2, 1}, {2, DecoratedLabel::kPlain}};

struct Tree {
  Indices heads;
  std::vector<uint16_t> labels;
  Flags is_space;
};

void lower(Tree& tree) {
  TreeEdges edges;
  edges.compute(tree.heads);
  lower_decorated_arcs(kDecorations, tree.is_space, tree.heads, tree.labels, edges);
}

TEST(DecoratedArcs, GoUnderTheFirstTokenOfThatLabel) {
  Tree tree{{1, 2, 2, 2}, {0, 1, 0, 3}, {0, 0, 0, 0}};
  lower(tree);
  EXPECT_EQ(tree.heads, (Indices{1, 2, 2, 1}));
  EXPECT_EQ(tree.labels, (std::vector<uint16_t>{0, 1, 0, 2}));
}

TEST(DecoratedArcs, StayWhereNothingFits) {
  Tree none{{1, 1, 1}, {2, 0, 3}, {0, 0, 0}}, unknown{{1, 1, 1}, {1, 0, 4}, {0, 0, 0}},
      space{{1, 1, 1}, {1, 0, 3}, {1, 0, 0}};
  for (Tree* tree : {&none, &unknown, &space}) {
    lower(*tree);
    EXPECT_EQ(tree->heads[2], 1u);
    EXPECT_EQ(tree->labels[2], 2u);
  }
}

}  // namespace
}  // namespace verbale
