// Sets aside what uses the words of politics for something else: sport, plots of films, price wars, heart attacks,
// storms, battles against inflation, visits to one's mother, and headlines that the first sentence repeats.
//
//   Result<NotEvents> filter = NotEvents::open(knowledge);
//   filter->set_aside(index, doc);    after the events are coded; every event dropped is explained
//
// Two kinds of knowledge under data/topics: exclusions.tsv (a word in a slot of the event's predicate tells another
// use) and the topic of the paragraph (topics.h). A topic drops an event only where nobody in it acts for a state or an
// armed group: police and fans who clash at a stadium are an event, two teams are not. What a history tells becomes
// background.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "coding/predicates.h"
#include "coding/topics.h"

namespace verbale {

class NotEvents {
 public:
  // requires: the Knowledge outlives the filter
  static Result<NotEvents> open(const Knowledge& knowledge);

  void set_aside(const PredicateIndex& index, Document& doc) const;

  // The reason why a use of the word tells no event of the type, "" when nothing speaks against it.
  std::string_view figure_of_speech(const Document& doc, const Predicate& predicate, std::string_view type) const;

 private:
  struct Exclusion {
    SlotChoice where;
    std::unordered_set<std::string_view> words;
    std::string_view why;
  };

  explicit NotEvents(TopicTables topics) : topics_(std::move(topics)) {}
  Status read_exclusions(const Table& table, const Table& sets);
  bool holds(const Document& doc, const Predicate& predicate, const Exclusion& exclusion) const;

  TopicTables topics_;
  std::unordered_map<std::string, std::vector<Exclusion>> exclusions_;  // by "attack/n" or "ASSAULT"
};

}  // namespace verbale
