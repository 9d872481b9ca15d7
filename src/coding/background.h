// Whether the article recalls an event instead of reporting it.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.h"
#include "coding/predicates.h"
#include "pack/table.h"

namespace verbale {

// Cues of what is recalled (data/status/background.tsv): words and phrases with the part of speech of their attachment.
class BackgroundCues {
 public:
  static Result<BackgroundCues> open(const Knowledge& knowledge);

  // The cue that makes the event background, or nothing. `event.time` and `event.said_by` are set before.
  struct Finding {
    bool background = false;
    std::vector<Cue> cues;
    TimeId recalled = kNone;  // the time of the sentence before, where the event belongs to what that one recalls
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
