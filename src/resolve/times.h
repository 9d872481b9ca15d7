// When: finds the time expressions of an article and says which calendar days they mean.
//
//   Result<TimeTables> tables = TimeTables::open(knowledge);   once, shared between threads
//   resolve_times(*tables, doc);                               fills doc.times, in text order
//
// requires: tokens, sentences and names; ensures: every Timex has a span inside the text and a reason. Values follow
// TIMEX3 ("2022-09", "P2Y", "PAST_REF"); begin and end are the first and last day of a calendar interval.
// What cannot be resolved keeps the value "": without a publication date a weekday stays unresolved, and no clock is
// ever asked. Errors: opening fails with Error::Kind::knowledge when a table of data/times is missing or malformed.
#pragma once

#include <memory>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

class TimeLexicon;

class TimeTables {
 public:
  // The views of the tables are kept: `knowledge` must outlive them.
  static Result<TimeTables> open(const Knowledge& knowledge);

  const TimeLexicon& lexicon() const { return *lexicon_; }

 private:
  explicit TimeTables(std::shared_ptr<const TimeLexicon> lexicon) : lexicon_(std::move(lexicon)) {}

  std::shared_ptr<const TimeLexicon> lexicon_;
};

void resolve_times(const TimeTables& tables, Document& doc);

}  // namespace verbale
