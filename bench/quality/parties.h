// The marked parties of a gold sentence among the entities of its record, and how an event lies between them.
//
// An entity is a party when one of its mentions overlaps the marks.
#pragma once

#include <set>
#include <vector>

#include "coding/marked_pair.h"
#include "record/document.h"

namespace verbale::bench {

bool overlaps_any(Span span, const std::vector<Span>& marks);

struct Parties {
  Parties(const Document& doc, const MarkedPair& pair);

  bool is_source(const Participant& one) const;
  bool is_target(const Participant& one) const;

  const MarkedPair& pair;
  std::set<EntityId> source, target;
};

// Joint: both act together ("X and Y met"). Half: one of the two parties stands where it should, the other does not.
enum class Between { no, forward, joint, reversed, half };

Between how_between(const Event& event, const Parties& parties);

}  // namespace verbale::bench
