// When and where an event took place, by what governs the time or place expression in the parse; and whether the
// article recalls the event instead of reporting it.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "coding/predicates.h"
#include "pack/table.h"

namespace verbale {

// The time of an event: an expression that the event governs, else one of its clause, else of the sentence when no
// other event has a better claim; else, for what the article reports in the past tense, the publication day with that
// reason. Background events without an expression have no time; nor have planned ones.
std::optional<EventTime> time_of(const Document& doc, const Predicate& predicate, const Event& event);

// The place of an event: an expression that it governs, else one of its clause; for visits the place visited. Never the
// dateline.
std::optional<EventPlace> place_of(const Document& doc, const Predicate& predicate, const Event& event);

// Cues of what is recalled (data/status/background.tsv): words and phrases with the part of speech of their attachment.
class BackgroundCues {
 public:
  static Result<BackgroundCues> open(const Knowledge& knowledge);

  // The cue that makes the event background, or nothing. `event.time` and `event.said_by` are set before.
  struct Finding {
    bool background = false;
    std::vector<Cue> cues;
  };
  Finding find(const Document& doc, const Predicate& predicate, const Event& event) const;

 private:
  struct Phrase {
    std::vector<std::string_view> words;
    std::string_view scope;  // "governs": the event hangs on it; "clause": it stands in the event's clause
  };
  std::vector<Phrase> phrases_;
};

}  // namespace verbale
