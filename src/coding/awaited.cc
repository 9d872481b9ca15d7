// Down the clauses below a verb to the first "until" or "unless", then to who acts there.
#include "coding/awaited.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "coding/clauses.h"
#include "coding/participants.h"

namespace verbale {
namespace {

constexpr int kClausesDown = 2;  // "said it would refuse to lift the ban until …"

constexpr std::array<std::string_view, 3> kAwaiting = {"until", "till", "unless"};

bool is_awaiting(const Document& doc, TokenId clause) {
  for (TokenId child : children(doc, clause))
    if (is_one_of(doc.tokens[child].lower, kAwaiting)) return true;
  return false;
}

// Who acts in the clause: its subject, or the agent of its passive; behind "until he is satisfied that …" the one
// below.
std::vector<Participant> actors_in(const Document& doc, const PredicateIndex& index, TokenId clause,
                                   const std::vector<Participant>& waiting, int clauses_down) {
  const Predicate* act = index.headed_by(clause);
  if (act == nullptr) return {};
  for (const Argument& subject : act->with(Slot::subject)) {
    if (subject.inherited) continue;
    std::vector<Participant> found = without(participants_named(doc, index.words(), subject.head), waiting);
    if (!found.empty()) return found;
  }
  if (clauses_down == 0) return {};
  for (const Argument& complement : act->with(Slot::complement))
    if (auto found = actors_in(doc, index, complement.head, waiting, clauses_down - 1); !found.empty()) return found;
  return {};
}

std::vector<Participant> awaited_within(const Document& doc, const PredicateIndex& index, TokenId verb,
                                        const std::vector<Participant>& waiting, int clauses_down) {
  for (TokenId clause : children(doc, verb, Dep::advcl))
    if (is_awaiting(doc, clause))
      if (auto found = actors_in(doc, index, clause, waiting, 1); !found.empty()) return found;
  const Predicate* act = index.headed_by(verb);
  if (act == nullptr || clauses_down == 0) return {};
  for (const Argument& complement : act->with(Slot::complement))
    if (auto found = awaited_within(doc, index, complement.head, waiting, clauses_down - 1); !found.empty())
      return found;
  return {};
}

}  // namespace

std::vector<Participant> awaited_by(const Document& doc, const PredicateIndex& index, TokenId verb,
                                    const std::vector<Participant>& waiting) {
  return awaited_within(doc, index, verb, waiting, kClausesDown);
}

}  // namespace verbale
