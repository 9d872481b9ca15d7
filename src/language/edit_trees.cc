// Packages write a tree after the trees that it hands parts to. Demanding that order rules out circles.
#include "language/edit_trees.h"

#include <algorithm>
#include <unordered_set>

#include "language/string_texts.h"
#include "language/unicode.h"

namespace verbale {

Result<EditTrees> EditTrees::open(const Package& package, const std::string& file) {
  Result<PackageData> data = package.read_msgpack(file);
  if (!data) return std::move(data).error();
  const MsgpackValue list = data->root()["trees"];
  if (!list.is_list()) return package.error(file, "trees", "expected a list");
  EditTrees trees;
  std::vector<Replacement> replacements;
  for (const MsgpackValue tree : list)
    if (!trees.add(tree, replacements))
      return package.error(file, "tree " + std::to_string(trees.size()), "expected a match or a replacement");
  if (Status status = trees.name_strings(package, replacements); !status) return std::move(status).error();
  return trees;
}

bool EditTrees::add(MsgpackValue tree, std::vector<Replacement>& replacements) {
  const auto original = tree["orig"].unsigned_integer(), replacement = tree["subst"].unsigned_integer();
  if (!original || !replacement) return add_match(tree);
  replacements.push_back({uint32_t(trees_.size()), *original, *replacement});
  Tree& added = trees_.emplace_back();
  added.is_replacement = true;
  added.depth = 1;
  return true;
}

bool EditTrees::add_match(MsgpackValue tree) {
  const auto number = [&](const char* name) { return tree[name].unsigned_integer().value_or(UINT64_MAX); };
  const uint64_t prefix_length = number("prefix_len"), suffix_length = number("suffix_len");
  const uint64_t prefix_tree = number("prefix_tree"), suffix_tree = number("suffix_tree");
  if (prefix_length > INT32_MAX || suffix_length > INT32_MAX) return false;
  if (!stands_before(prefix_tree) || !stands_before(suffix_tree)) return false;

  Tree match;
  match.prefix_length = uint32_t(prefix_length);
  match.suffix_length = uint32_t(suffix_length);
  match.prefix_tree = uint32_t(prefix_tree);
  match.suffix_tree = uint32_t(suffix_tree);
  match.depth = 1 + std::max(depth_of(match.prefix_tree), depth_of(match.suffix_tree));
  if (match.depth > kDepthMax) return false;
  trees_.push_back(std::move(match));
  return true;
}

Status EditTrees::name_strings(const Package& package, const std::vector<Replacement>& replacements) {
  std::unordered_set<StringId> wanted;
  for (const Replacement& entry : replacements) wanted.insert({entry.original, entry.replacement});
  Result<StringTexts> texts = read_string_texts(package, wanted);
  if (!texts) return std::move(texts).error();
  for (const Replacement& entry : replacements) {
    trees_[entry.tree].original = texts->at(entry.original);
    trees_[entry.tree].replacement = texts->at(entry.replacement);
  }
  return {};
}

bool EditTrees::apply(uint32_t number, std::string_view form, std::string& lemma) const {
  const Tree& tree = trees_[number];
  if (tree.is_replacement) {
    if (form != tree.original) return false;
    lemma += tree.replacement;
    return true;
  }
  if (size_t(tree.prefix_length) + tree.suffix_length > count_code_points(form)) return false;
  const std::string_view prefix = first_code_points(form, tree.prefix_length);
  const std::string_view suffix = last_code_points(form, tree.suffix_length);
  if (tree.prefix_tree != kNoTree && !apply(tree.prefix_tree, prefix, lemma)) return false;
  lemma += form.substr(prefix.size(), form.size() - prefix.size() - suffix.size());
  return tree.suffix_tree == kNoTree || apply(tree.suffix_tree, suffix, lemma);
}

}  // namespace verbale
