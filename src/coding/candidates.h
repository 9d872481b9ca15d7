// The matches of a document before they become events: what tells the same thing twice is dropped.
//
//   Candidates candidates(doc);
//   candidates.add({&predicate, match, status});      in text order
//   candidates.drop_doubles();
//   for (const EventCandidate& candidate : candidates.all()) if (!candidate.dropped) …
#pragma once

#include <string>
#include <vector>

#include "coding/match.h"
#include "coding/status.h"

namespace verbale {

struct EventCandidate {
  const Predicate* predicate;
  Match match;
  StatusReading status;
  bool dropped = false;
};

class Candidates {
 public:
  explicit Candidates(Document& doc) : doc_(doc) {}

  void add(EventCandidate candidate) { all_.push_back(std::move(candidate)); }
  const std::vector<EventCandidate>& all() const { return all_; }
  uint32_t sentence_of(const EventCandidate& candidate) const {
    return doc_.tokens[candidate.predicate->head].sentence;
  }

  // Leaves one candidate for everything that a sentence tells with several words.
  void drop_doubles() {
    drop_consumed();
    drop_demands_of_protests();
    drop_repeated();
  }

 private:
  void drop_consumed();
  void drop_demands_of_protests();
  bool is_protested(const EventCandidate& protest, const EventCandidate& other) const;
  void drop_repeated();
  bool tell_the_same(const EventCandidate& a, const EventCandidate& b) const;
  bool goes_on(const EventCandidate& earlier, const EventCandidate& later) const;
  void drop(EventCandidate& candidate, const std::string& reason);

  Document& doc_;
  std::vector<EventCandidate> all_;
};

}  // namespace verbale
