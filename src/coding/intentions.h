// What somebody promises, agrees, plans, offers, threatens, demands, requests, aims at, refuses or makes conditional:
// by whom, to whom, with which content, until when and on which condition.
//
//   Result<IntentionCoder> coder = IntentionCoder::open(knowledge);
//   coder->code(index, doc);   fills doc.intentions, in text order; after statements and events
//
// data/intentions/words.tsv says which words express which kind and where their content stands. Besides these, a
// speaker's own future is an intention of the speaker: "We will give more information", "France said it would send
// tanks".
#pragma once

#include <string>
#include <unordered_map>
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
  };
  std::unordered_map<std::string_view, Word> verbs_;
  std::unordered_map<std::string_view, Word> nouns_;
};

}  // namespace verbale
