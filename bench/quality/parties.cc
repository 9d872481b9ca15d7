// Looks parties up by their marks, and asks of an event who acts and who receives.
#include "parties.h"

#include <algorithm>

namespace verbale::bench {
namespace {

std::set<EntityId> entities_in(const Document& doc, const std::vector<Span>& marks) {
  std::set<EntityId> found;
  for (const Mention& mention : doc.mentions)
    if (mention.entity != kNone && overlaps_any(mention.span, marks)) found.insert(mention.entity);
  return found;
}

bool names(const Participant& one, const std::vector<Span>& marks, const std::set<EntityId>& entities) {
  return overlaps_any(one.span, marks) || entities.contains(one.entity);
}

template <class Holds>
bool any(const std::vector<Participant>& participants, Holds&& holds) {
  return std::any_of(participants.begin(), participants.end(), holds);
}

}  // namespace

bool overlaps_any(Span span, const std::vector<Span>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](Span mark) { return mark.overlaps(span); });
}

Parties::Parties(const Document& doc, const MarkedPair& pair)
    : pair(pair), source(entities_in(doc, pair.sources)), target(entities_in(doc, pair.targets)) {}

bool Parties::is_source(const Participant& one) const { return names(one, pair.sources, source); }
bool Parties::is_target(const Participant& one) const { return names(one, pair.targets, target); }

Between how_between(const Event& event, const Parties& parties) {
  const auto source = [&](const Participant& one) { return parties.is_source(one); };
  const auto target = [&](const Participant& one) { return parties.is_target(one); };
  const bool acts = any(event.actors, source), receives = any(event.recipients, target);
  if (parties.pair.targets.empty()) return acts ? Between::forward : Between::no;
  if (parties.pair.sources.empty()) return receives ? Between::forward : Between::no;
  if (acts && receives) return Between::forward;
  if (acts && any(event.actors, [&](const Participant& one) { return target(one) && !source(one); }))
    return Between::joint;
  if (any(event.actors, target) && any(event.recipients, source)) return Between::reversed;
  return acts || receives ? Between::half : Between::no;
}

}  // namespace verbale::bench
