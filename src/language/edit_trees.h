// Edit trees: how a form turns into its lemma, learnt from pairs of both. A tree keeps the middle of a form and hands
// what stands before and behind it to smaller trees, or replaces one string by another.
//
//   Result<EditTrees> trees = EditTrees::open(package, "lemmatizer/trees");
//   std::string lemma;
//   trees->apply(17, "gelegt", lemma);           true: "legen"; false where the tree does not fit the form
//
// Lengths count code points. Strings come from vocab/strings.json, where the package keeps the texts of its ids.
// errors: input, naming the file and the tree.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/package.h"

namespace verbale {

class EditTrees {
 public:
  static Result<EditTrees> open(const Package& package, const std::string& file);

  size_t size() const { return trees_.size(); }

  // Appends the lemma that the tree makes of the form; what was appended is of no use when the answer is false.
  // requires: tree < size()
  bool apply(uint32_t tree, std::string_view form, std::string& lemma) const;

 private:
  static constexpr uint32_t kNoTree = UINT32_MAX;
  static constexpr uint32_t kDepthMax = 256;  // longer chains of trees are no lemmas of words

  struct Tree {
    bool is_replacement = false;
    std::string original, replacement;
    uint32_t prefix_length = 0, suffix_length = 0;
    uint32_t prefix_tree = kNoTree, suffix_tree = kNoTree;
    uint32_t depth = 0;
  };
  // Where the strings of replacements will stand once they are known.
  struct Replacement {
    uint32_t tree = 0;
    uint64_t original = 0, replacement = 0;
  };

  bool add(MsgpackValue tree, std::vector<Replacement>& replacements);
  bool add_match(MsgpackValue tree);
  uint32_t depth_of(uint32_t tree) const { return tree == kNoTree ? 0 : trees_[tree].depth; }
  bool stands_before(uint64_t tree) const { return tree == kNoTree || tree < trees_.size(); }
  Status name_strings(const Package& package, const std::vector<Replacement>& replacements);

  std::vector<Tree> trees_;
};

}  // namespace verbale
