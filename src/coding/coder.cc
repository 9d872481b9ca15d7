// The parts of coding in their order; each reads what those above it wrote.
#include "coding/coder.h"

namespace verbale {

Result<Coder> Coder::open(const Knowledge& knowledge, const std::filesystem::path& relations) {
  Result<EventCoder> events = EventCoder::open(knowledge, relations);
  if (!events) return std::move(events).error();
  Result<Commitments> commitments = Commitments::open(knowledge);
  if (!commitments) return std::move(commitments).error().during("reading the words of commitment");
  Result<ItemCoder> items = ItemCoder::open(knowledge);
  if (!items) return std::move(items).error().during("reading the tables of items");
  Result<CountCoder> counts = CountCoder::open(knowledge);
  if (!counts) return std::move(counts).error().during("reading the tables of counts");
  Result<ContextCoder> contexts = ContextCoder::open(knowledge);
  if (!contexts) return std::move(contexts).error().during("reading the tables of contexts");
  Result<IntentionCoder> intentions = IntentionCoder::open(knowledge);
  if (!intentions) return std::move(intentions).error();
  return Coder(*std::move(events), *std::move(commitments), *std::move(items), *std::move(counts), *std::move(contexts),
               *std::move(intentions));
}

void Coder::code(Document& doc) const {
  const PredicateIndex index(doc, codebook().argument_words());
  events_.code(index, doc);
  commitments_.code(index, doc);
  events_.weigh(index, doc);
  items_.code(index, doc);
  counts_.code(index, doc);
  contexts_.code(doc);
  intentions_.code(index, doc);
}

}  // namespace verbale
