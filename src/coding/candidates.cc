// Words that fill out another event's predicate go first, then the demands that protests are held for, then the weaker
// of two that tell the same.
#include "coding/candidates.h"

#include <algorithm>

#include "coding/participants.h"

namespace verbale {
namespace {

bool share_or_lack(const std::vector<Participant>& a, const std::vector<Participant>& b) {
  return a.empty() || b.empty() || share_entity(a, b);
}

}  // namespace

// "held talks with X": the talks are the meeting that "held" already tells of.
void Candidates::drop_consumed() {
  for (const EventCandidate& holder : all_)
    for (EventCandidate& other : all_) {
      const auto& words = holder.match.consumed;
      if (&other == &holder || std::find(words.begin(), words.end(), other.predicate->head) == words.end()) continue;
      drop(other, "it is part of the event \"" + std::string(doc_.words(holder.predicate->head)) + "\"");
    }
}

// "marched to demand that X resign": what a protest demands is no request of its own (PLOVER, PROTEST); whoever it is
// demanded of is protested against.
void Candidates::drop_demands_of_protests() {
  for (EventCandidate& protest : all_) {
    if (protest.match.row->type != "PROTEST") continue;
    for (EventCandidate& other : all_) {
      if (protest.dropped || other.dropped || !is_protested(protest, other)) continue;
      if (protest.match.recipients.empty()) protest.match.recipients = other.match.recipients;
      drop(other, "it is what \"" + std::string(doc_.words(protest.predicate->head)) + "\" is for");
    }
  }
}

bool Candidates::is_protested(const EventCandidate& protest, const EventCandidate& other) const {
  if (other.match.row->quad != 3) return false;
  const Token& verb = doc_.tokens[other.predicate->head];
  return verb.head == protest.predicate->head && has_to(doc_, other.predicate->head) &&
         share_or_lack(protest.match.actors, other.match.actors);
}

// The same relation between the same parties twice in a sentence is one event: "arrived on his first visit to X".
void Candidates::drop_repeated() {
  for (size_t i = 0, first = 0; i < all_.size(); ++i) {
    while (sentence_of(all_[first]) != sentence_of(all_[i])) ++first;
    for (size_t j = first; j < i; ++j) {
      EventCandidate& earlier = all_[j];
      EventCandidate& later = all_[i];
      if (earlier.dropped || later.dropped || !tell_the_same(earlier, later)) continue;
      const bool earlier_is_noun = earlier.predicate->kind == PredicateKind::noun;
      const bool later_is_noun = later.predicate->kind == PredicateKind::noun;
      drop(earlier_is_noun && !later_is_noun ? earlier : later, "the sentence tells the same event with another word");
    }
  }
}

// A nominal event must hang under the verb's clause, not in a clause of its own.
bool Candidates::tell_the_same(const EventCandidate& a, const EventCandidate& b) const {
  const CodebookRow &row = *a.match.row, &other = *b.match.row;
  if (row.type != other.type) return false;
  if (row.mode != other.mode && !row.mode.empty() && !other.mode.empty()) return false;
  if (a.predicate->kind == PredicateKind::verb && b.predicate->kind == PredicateKind::verb) return goes_on(a, b);
  return share_or_lack(a.match.actors, b.match.actors) && share_or_lack(a.match.recipients, b.match.recipients) &&
         clause_of(doc_, a.predicate->head) == clause_of(doc_, b.predicate->head);
}

// "marched through the capital, chanting slogans", "freed five men, handing them over to the envoys", "met to discuss":
// how it was done or what for, not a second deed.
bool Candidates::goes_on(const EventCandidate& earlier, const EventCandidate& later) const {
  const Token& verb = doc_.tokens[later.predicate->head];
  const Match &first = earlier.match, &second = later.match;
  if (verb.head != earlier.predicate->head) return false;
  const bool is_participle = verb.dep == Dep::advcl && verb.tag == "VBG";
  if (second.row->type == "PROTEST")
    return is_participle && share_entity(first.actors, second.actors) &&
           share_or_lack(first.recipients, second.recipients);
  if (!share_or_lack(first.actors, second.actors)) return false;
  if (second.row->type == "CONSULT") return has_to(doc_, later.predicate->head);
  return is_participle && second.row->type == "RETREAT";
}

void Candidates::drop(EventCandidate& candidate, const std::string& reason) {
  candidate.dropped = true;
  doc_.explain("coding", doc_.tokens[candidate.predicate->head].span,
               [&] { return "not " + candidate.match.row->name + ": " + reason; });
}

}  // namespace verbale
