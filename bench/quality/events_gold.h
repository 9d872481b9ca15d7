// The sentences of PLV with marked parties and the relation between them, and how they fall into folds.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coding/marked_pair.h"

namespace verbale::bench {

inline constexpr unsigned kFolds = 5;

struct GoldPair {
  std::string id;  // sentence_id; the rows of one sentence share a fold
  MarkedPair pair;
  std::string root;  // one of 15: PLOVER's types, YIELD for CONCEDE and RETREAT
  unsigned quad = 0;
  unsigned fold = 0;
};

// Reads PLV_train.tsv in the folder. The fold of a sentence is the place of its id among all ids, modulo kFolds.
Result<std::vector<GoldPair>> read_gold_pairs(const std::filesystem::path& folder);

// The root that PLV has for a type of PLOVER.
std::string_view root_of_type(std::string_view type);
// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for no root.
unsigned quad_of_root(std::string_view root);

// Macro-averaged F1 over the labels that occur in the gold data, and what it is made of.
class Confusion {
 public:
  void add(std::string_view gold, std::string_view found);
  double accuracy() const;
  double macro_f1() const;
  // One line a label: gold, found, right, precision, recall, F1.
  std::string table() const;
  // "REJECT for ACCUSE: 7", most frequent first.
  std::vector<std::string> mistakes() const;

 private:
  struct Cell {
    std::string gold, found;
    size_t count = 0;
  };
  size_t count(std::string_view gold, std::string_view found) const;  // "" matches all
  double f1(std::string_view label) const;
  std::vector<std::string> labels() const;

  std::vector<Cell> cells_;
};

}  // namespace verbale::bench
