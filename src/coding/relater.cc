// The model's root first; then the event that bears it out, or the word between the parties that carries the status.
#include "coding/relater.h"

#include <algorithm>

#include "coding/relation_features.h"

namespace verbale {
namespace {

constexpr size_t kReasonsMax = 6;
constexpr std::string_view kYield = "YIELD";

bool names(const std::vector<Participant>& participants, const std::vector<Span>& spans) {
  return std::any_of(participants.begin(), participants.end(), [&](const Participant& one) {
    return std::any_of(spans.begin(), spans.end(), [&](Span span) { return span.overlaps(one.span); });
  });
}

// How well the event bears the relation out: both parties, one of them, or only the same root in the sentence.
int support(const Event& event, const MarkedPair& pair, std::string_view root) {
  if (root_of(event.type) != root) return 0;
  return 1 + int(names(event.actors, pair.sources)) +
         int(names(event.recipients, pair.targets) || names(event.actors, pair.targets));
}

const Event* best_event(const Document& doc, const MarkedPair& pair, std::string_view root) {
  const Event* best = nullptr;
  int best_support = 0;
  for (const Event& event : doc.events)
    if (const int found = support(event, pair, root); found > best_support) {
      best = &event;
      best_support = found;
    }
  return best;
}

TokenId first_token(const Document& doc, const std::vector<Span>& spans) {
  for (TokenId token = 0; !spans.empty() && token < doc.tokens.size(); ++token)
    if (doc.tokens[token].span.overlaps(spans.front())) return token;
  return kNone;
}

}  // namespace

Result<Relater> Relater::open(const Knowledge& knowledge, const std::filesystem::path& model) {
  Result<Codebook> codebook = Codebook::open(knowledge);
  if (!codebook) return std::move(codebook).error().during("reading the codebook");
  Result<StatusTables> status = StatusTables::open(knowledge);
  if (!status) return std::move(status).error().during("reading the status tables");
  Result<RelationModel> relations = RelationModel::open(model);
  if (!relations) return std::move(relations).error();

  Relater relater(*std::move(codebook), *std::move(status), *std::move(relations));
  const Table* types = knowledge.find("plover/types.tsv");
  if (types == nullptr) return Error(Error::Kind::knowledge, "the table plover/types.tsv is missing");
  for (size_t row = 0; row < types->rows(); ++row)
    relater.quads_[types->cell(row, "type")] = uint8_t(types->cell(row, "quad").front() - '0');
  return relater;
}

Relation Relater::relate(const Document& doc, const MarkedPair& pair, bool with_reasons) const {
  const PredicateIndex predicates(doc, codebook_.argument_words());
  RelationFeatures features;
  features.keep_names = with_reasons;
  describe_pair({doc, predicates, codebook_, pair.sources, pair.targets}, features);
  const RelationGuess guess = model_.classify(features);

  Relation relation;
  relation.confidence = guess.probability;
  if (const Event* event = best_event(doc, pair, guess.root))
    take_from_event(*event, relation);
  else
    take_from_model(doc, predicates, pair, guess, relation);
  const auto quad = quads_.find(relation.type);
  if (quad != quads_.end()) relation.quad = quad->second;
  if (with_reasons) relation.reasons = model_.reasons(features, guess, kReasonsMax);
  return relation;
}

void Relater::take_from_event(const Event& event, Relation& relation) const {
  relation.type = event.type;
  relation.mode = event.mode;
  relation.status = event.status;
  relation.rule = std::string(event.rule);
}

// The status of the clause that the first party stands in. Of the two types that yield, the one that is done, not said.
void Relater::take_from_model(const Document& doc, const PredicateIndex& predicates, const MarkedPair& pair,
                              const RelationGuess& guess, Relation& relation) const {
  relation.type = guess.root == kYield ? std::string_view("RETREAT") : guess.root;
  relation.rule = kModelRule;
  const TokenId party = first_token(doc, pair.sources.empty() ? pair.targets : pair.sources);
  if (party == kNone) return;
  const Predicate* predicate = predicates.headed_by(clause_of(doc, party));
  if (predicate != nullptr) relation.status = status_.read(doc, *predicate).status;
}

}  // namespace verbale
