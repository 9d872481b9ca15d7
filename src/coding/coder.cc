// The parts of coding in their order; each reads what those above it wrote.
#include "coding/coder.h"

namespace verbale {

Result<Coder> Coder::open(const Knowledge& knowledge) {
  Result<EventCoder> events = EventCoder::open(knowledge);
  if (!events) return std::move(events).error();
  Result<IntentionCoder> intentions = IntentionCoder::open(knowledge);
  if (!intentions) return std::move(intentions).error();
  return Coder(*std::move(events), *std::move(intentions));
}

void Coder::code(Document& doc) const {
  const PredicateIndex index(doc);
  events_.code(index, doc);
  intentions_.code(index, doc);
}

}  // namespace verbale
