// Who did what to whom: the coder that turns predicates into events.
//
//   Result<EventCoder> coder = EventCoder::open(knowledge);
//   coder->code(index, doc);    fills doc.events, in text order
//   coder->weigh(index, doc);   how sure each is, when all are known, those that others added as well
//
// reads: tokens, sentences, mentions, entities, times, places, statements. An event needs a row of the codebook and an
// actor or a recipient in its clause; everything else about it is added by one function a question: status, said_by,
// time, place, background.
#pragma once

#include <filesystem>
#include <optional>

#include "base/result.h"
#include "coding/background.h"
#include "coding/codebook.h"
#include "coding/confidence.h"
#include "coding/model_events.h"
#include "coding/not_events.h"
#include "coding/status.h"
#include "record/document.h"

namespace verbale {

class EventCoder {
 public:
  // requires: the Knowledge outlives the coder; `relations` is the file of the
  // relation model; without it rows alone give events
  static Result<EventCoder> open(const Knowledge& knowledge, const std::filesystem::path& relations);

  void code(const PredicateIndex& index, Document& doc) const;
  void weigh(const PredicateIndex& index, Document& doc) const;

  const Codebook& codebook() const { return codebook_; }

 private:
  EventCoder(Codebook codebook, StatusTables status, BackgroundCues background, NotEvents not_events,
             ConfidenceModel confidence, std::optional<ModelEvents> model_events)
      : codebook_(std::move(codebook)),
        status_(std::move(status)),
        background_(std::move(background)),
        not_events_(std::move(not_events)),
        confidence_(std::move(confidence)),
        model_events_(std::move(model_events)) {}

  Codebook codebook_;
  StatusTables status_;
  BackgroundCues background_;
  NotEvents not_events_;
  ConfidenceModel confidence_;
  std::optional<ModelEvents> model_events_;
};

}  // namespace verbale
