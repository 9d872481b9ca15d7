// What hangs on every intention, however it is told: the event that it is, the events that it would bring about,
// towards whom, until when and on which condition.
//
//   IntentionParts(doc).add(trigger, intention);     fills the parts and appends to doc.intentions
#pragma once

#include "record/document.h"

namespace verbale {

class IntentionParts {
 public:
  // requires: events and times are found; the document outlives the parts
  explicit IntentionParts(Document& doc) : doc_(doc) {}

  // `trigger`: the word that expresses the intention.
  void add(TokenId trigger, Intention intention) const;

  static void add_once(std::vector<EntityId>& entities, EntityId entity);

 private:
  bool is_told_already(const Intention& later) const;
  void link_events(TokenId trigger, Intention& intention) const;
  void find_due(Intention& intention) const;
  void find_conditions(TokenId trigger, Intention& intention) const;
  EventId event_in(Span span) const;

  Document& doc_;
};

}  // namespace verbale
