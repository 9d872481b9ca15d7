// Clauses of the speaker's own that the parser hangs below what he reports.
//
//   "The army said its soldiers had not fired and called for an inquiry."    the army called
//   "He said he would resign, but gave no date."                             he gave none
//   "The mayor said the road was open; the police said it was closed."       two sentences of equal rank
//
// and clauses of those whom he tells about that the parser hangs on him or on each other:
//
//   "accused the army of shelling a school, killing nine"     the army killed
//   "said A would leave if B stayed, and that C would come"   C's coming waits for nothing
//   "the leaders of nine countries, who met on Friday"        the leaders met
//   "offered to host talks"                                   to host is a deed, though the tagger takes it for a noun
//
// A reported clause looks back from its verb of saying ("had fired", "would resign"): a plain past coordinated with it
// is on the level of that verb. Where both are plain, only verbs of data/news/own_acts.tsv are taken for the speaker's.
#pragma once

#include <string_view>
#include <unordered_set>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

class OwnClauses {
 public:
  // The knowledge must outlive it. Errors: Error::Kind::knowledge when the table is missing.
  static Result<OwnClauses> open(const Knowledge& knowledge);

  // Mends heads and labels within sentences; true when any was changed, and the tree has to be linked again.
  // requires: tags, lemmas, sentences and a linked tree
  bool give_back(Document& doc) const;

 private:
  std::unordered_set<std::string_view> own_acts_;  // lemmas
};

}  // namespace verbale
