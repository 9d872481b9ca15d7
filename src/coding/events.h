// Who did what to whom: the coder that turns predicates into events.
//
//   Result<EventCoder> coder = EventCoder::open(knowledge);
//   coder->code(index, doc);   fills doc.events, in text order
//
// reads: tokens, sentences, mentions, entities, times, places, statements. An event needs a row of the codebook and an
// actor or a recipient in its clause; everything else about it is added by one function a question: status, said_by,
// time, place, background.
#pragma once

#include "base/result.h"
#include "coding/background.h"
#include "coding/codebook.h"
#include "coding/confidence.h"
#include "coding/not_events.h"
#include "coding/status.h"
#include "record/document.h"

namespace verbale {

class EventCoder {
 public:
  // requires: the Knowledge outlives the coder
  static Result<EventCoder> open(const Knowledge& knowledge);

  void code(const PredicateIndex& index, Document& doc) const;

  const Codebook& codebook() const { return codebook_; }

 private:
  EventCoder(Codebook codebook, StatusTables status, BackgroundCues background, NotEvents not_events,
             ConfidenceModel confidence)
      : codebook_(std::move(codebook)),
        status_(std::move(status)),
        background_(std::move(background)),
        not_events_(std::move(not_events)),
        confidence_(std::move(confidence)) {}

  Codebook codebook_;
  StatusTables status_;
  BackgroundCues background_;
  NotEvents not_events_;
  ConfidenceModel confidence_;
};

}  // namespace verbale
