// What kind of truth an event has: happened, planned, wanted, possible, denied, not happened — read off the words that
// have scope over it in the parse, never guessed from the type.
//
//   Result<StatusTables> tables = StatusTables::open(knowledge);
//   StatusReading reading = tables->read(doc, predicate);     reading.status, reading.cues
//
// Four tables under data/status say what the words do:
//   modals.tsv      auxiliaries of the event's own clause: "will" -> planned, "may" -> possible
//   adverbs.tsv     adverbs of its clause: "reportedly" -> unclear, "nearly" -> not_happened
//   embeddings.tsv  words that govern the event: "plan" with a clause -> planned, "deny" -> denied, "fail" ->
//                   not_happened; a second status for the governing word negated: "did not fail" -> happened
//   modifiers.tsv   adjectives and determiners of a nominal event: "no talks", "the next summit", "alleged attack"
//
// The strongest status along the path wins; a clause boundary that reports (say, know, when, because) ends the path.
// What a clause says of itself is read in status_clause.h, the path up the tree in status.cc.
#pragma once

#include <optional>
#include <string>
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
  std::vector<Cue> cues;  // the words that made it so, the last one decided

  // Takes the status when it lies farther from fact than the one known so far.
  void apply(EventStatus status, Span cue);
};

class StatusTables {
 public:
  struct Embedding {
    EventStatus status;
    EventStatus negated;
    bool transparent;  // "start", "continue": what governs it decides
    bool ends;         // "stop", "end": it goes on until the end is a fact
  };

  // requires: the Knowledge outlives the tables
  // errors: a missing table, an unknown status
  static Result<StatusTables> open(const Knowledge& knowledge);

  StatusReading read(const Document& doc, const Predicate& predicate) const;

  // What the word says of what hangs on it by the relation ("comp", "obj", "subj", "claim", "purpose" or a
  // preposition), or null.
  const Embedding* embedding(const Token& word, std::string_view relation) const;
  std::optional<EventStatus> modal(std::string_view word) const { return find(modals_, word); }
  std::optional<EventStatus> adverb(std::string_view word) const { return find(adverbs_, word); }
  std::optional<EventStatus> modifier(std::string_view word) const { return find(modifiers_, word); }

 private:
  using Words = std::unordered_map<std::string_view, EventStatus>;
  static std::optional<EventStatus> find(const Words& words, std::string_view word);

  std::unordered_map<std::string, Embedding> embeddings_;  // "plan/v comp", "threat/n of"
  Words modals_;
  Words adverbs_;
  Words modifiers_;
};

}  // namespace verbale
