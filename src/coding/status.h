// What kind of truth an event has: happened, planned, wanted, possible, denied, not happened — read off the words that
// have scope over it in the parse, never guessed from the type.
//
// Three tables under data/status say what the words do:
//   modals.tsv      auxiliaries of the event's own clause: "will" -> planned, "may" -> possible
//   embeddings.tsv  words that govern the event: "plan" with a clause -> planned, "deny" -> denied, "fail" ->
//   not_happened;
//                   a second status for the governing word negated: "did not fail" -> happened
//   modifiers.tsv   adjectives and determiners of a nominal event: "no talks", "the next summit", "alleged attack"
//
// The strongest status along the path wins; a clause boundary that reports (say, know, when, because) ends the path.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "coding/predicates.h"
#include "pack/table.h"

namespace verbale {

struct StatusReading {
  EventStatus status = EventStatus::happened;
  bool negated = false;   // by a word of the event's own clause: a speaker who says so denies it
  std::vector<Cue> cues;  // the words that made it so
};

class StatusTables {
 public:
  static Result<StatusTables> open(const Knowledge& knowledge);

  StatusReading read(const Document& doc, const Predicate& predicate) const;

 private:
  friend class StatusReader;
  struct Embedding {
    EventStatus status;
    EventStatus negated;
    bool transparent;  // "start", "continue": what governs it decides
  };

  std::unordered_map<std::string, Embedding> embeddings_;  // "plan/v comp", "threat/n of"
  std::unordered_map<std::string_view, EventStatus> modals_;
  std::unordered_map<std::string_view, EventStatus> modifiers_;
};

}  // namespace verbale
