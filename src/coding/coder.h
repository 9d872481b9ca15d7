// The coding stage as the engine sees it: what happened, what is intended, and what goes with each event.
//
//   Result<Coder> coder = Coder::open(knowledge, packs / "relations.model");
//   coder->code(doc);   after find_statements; fills doc.events and doc.intentions
#pragma once

#include "coding/commitments.h"
#include "coding/contexts.h"
#include "coding/counts.h"
#include "coding/events.h"
#include "coding/intentions.h"
#include "coding/items.h"

namespace verbale {

class Coder {
 public:
  // requires: the Knowledge outlives the coder; `relations` is the file of the
  // relation model; without it rows alone give events
  static Result<Coder> open(const Knowledge& knowledge, const std::filesystem::path& relations);

  void code(Document& doc) const;

  const Codebook& codebook() const { return events_.codebook(); }

 private:
  Coder(EventCoder events, Commitments commitments, ItemCoder items, CountCoder counts, ContextCoder contexts,
        IntentionCoder intentions)
      : events_(std::move(events)),
        commitments_(std::move(commitments)),
        items_(std::move(items)),
        counts_(std::move(counts)),
        contexts_(std::move(contexts)),
        intentions_(std::move(intentions)) {}

  EventCoder events_;
  Commitments commitments_;
  ItemCoder items_;
  CountCoder counts_;
  ContextCoder contexts_;
  IntentionCoder intentions_;
};

}  // namespace verbale
