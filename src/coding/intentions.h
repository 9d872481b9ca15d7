// What somebody promises, agrees, plans, offers, threatens, demands, requests, aims at, refuses or makes conditional:
// by whom, to whom, with which content, until when and on which condition.
//
//   Result<IntentionCoder> coder = IntentionCoder::open(knowledge);
//   coder->code(index, doc);   fills doc.intentions, in text order; after statements and events
//
// data/intentions/words.tsv says which words express which kind and where their content stands; intentions without a
// word of their own ("We will give more information") are read in intention_futures.h, what hangs on each in
// intention_parts.h.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "coding/codebook.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

class IntentionCoder {
 public:
  static Result<IntentionCoder> open(const Knowledge& knowledge);

  void code(const PredicateIndex& index, Document& doc) const;

 private:
  friend class IntentionReader;
  struct Word {
    IntentionKind kind = IntentionKind::plan;
    std::vector<SlotChoice> by;
    std::vector<SlotChoice> to;
    std::vector<SlotChoice> content;
    std::vector<std::string_view> except;  // contents that are no intention: "rejected a claim"
  };
  std::unordered_map<std::string_view, Word> verbs_;
  std::unordered_map<std::string_view, Word> nouns_;
  std::unordered_set<std::string_view> threats_;  // lemmas of threats.tsv
};

}  // namespace verbale
