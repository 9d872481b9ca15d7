// Candidates from the parse, a guess for each, and the threshold that keeps the sure ones.
#include "coding/model_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "coding/participants.h"
#include "coding/parties.h"
#include "coding/relation_features.h"
#include "coding/relations.h"

namespace verbale {
namespace {

// Chosen on held sentences of PLV: above it, the model's events are right as often as the codebook's (bench_events).
constexpr double kSure = 0.9;
constexpr double kVerbAgrees = 0.5;
// Of the model's events with the right type, how many have the right parties and status as well.
constexpr double kWholeEvent = 0.85;
constexpr size_t kReasonsMax = 4;
constexpr std::string_view kYield = "YIELD";

constexpr std::array<SlotChoice, 8> kActedOn = {{{Slot::object, {}},
                                                 {Slot::dative, {}},
                                                 {Slot::oblique, "against"},
                                                 {Slot::oblique, "with"},
                                                 {Slot::oblique, "to"},
                                                 {Slot::oblique, "at"},
                                                 {Slot::oblique, "on"},
                                                 {Slot::oblique, "for"}}};

bool is_real(EventStatus status) { return status == EventStatus::happened || status == EventStatus::ongoing; }

std::vector<Span> spans_of(const std::vector<Participant>& participants) {
  std::vector<Span> spans;
  for (const Participant& one : participants) spans.push_back(one.span);
  return spans;
}

}  // namespace

class ModelReader {
 public:
  ModelReader(const ModelEvents& events, Document& doc, const PredicateIndex& index, const Codebook& codebook,
              const StatusTables& status)
      : events_(events), doc_(doc), index_(index), codebook_(codebook), status_(status) {
    features_.keep_names = doc.explaining;
  }

  std::vector<ModelMatch> find() {
    std::vector<ModelMatch> found;
    for (const Predicate& predicate : index_.all()) {
      if (!is_open(predicate)) continue;
      Match match;
      match.actors = actors_of(predicate);
      if (match.actors.empty()) continue;
      match.recipients = recipients_of(predicate, match.actors);
      if (match.recipients.empty() || !is_real(status_.read(doc_, predicate).status)) continue;
      if (const double confidence = guess(predicate, match); confidence > 0)
        found.push_back({&predicate, std::move(match), confidence});
    }
    return found;
  }

 private:
  // A full verb, finite or part of a finite form, that tells no event yet and nothing said.
  bool is_open(const Predicate& predicate) const {
    const Token& token = doc_.tokens[predicate.head];
    if (predicate.kind != PredicateKind::verb || token.pos != Pos::verb || token.tag == "VBG" ||
        doc_.in_boilerplate(token.span))
      return false;
    const auto is_here = [&](TokenId head) { return head == predicate.head; };
    return std::none_of(doc_.events.begin(), doc_.events.end(),
                        [&](const Event& event) { return is_here(event.trigger_token); }) &&
           std::none_of(doc_.statements.begin(), doc_.statements.end(),
                        [&](const Statement& statement) { return is_here(statement.cue_token); });
  }

  // Resolved as far as its country, and no company.
  bool can_be_party(const Participant& one) const {
    const Entity& entity = doc_.entities[one.entity];
    const bool acts = entity.kind == EntityKind::state || entity.kind == EntityKind::organisation ||
                      entity.kind == EntityKind::person || entity.kind == EntityKind::group;
    if (!acts || entity.codes.empty()) return false;
    return !entity.codes.front().country.empty() && entity.codes.front().sector != "BUS";
  }

  void add_parties(TokenId head, const std::vector<Participant>& others, std::vector<Participant>& out) const {
    add_fit(participants_named(doc_, index_.words(), head), others, out);
  }

  void add_fit(const std::vector<Participant>& found, const std::vector<Participant>& others,
               std::vector<Participant>& out) const {
    for (const Participant& one : found)
      if (can_be_party(one) && !contains_entity(others, one.entity) && !contains_entity(out, one.entity))
        out.push_back(one);
  }

  std::vector<Participant> actors_of(const Predicate& predicate) const {
    std::vector<Participant> actors;
    for (const Argument& subject : predicate.with(Slot::subject))
      if (!subject.inherited) add_parties(subject.head, {}, actors);
    return actors;
  }

  // Who is acted on, or whose thing is: "faulted X's decision".
  std::vector<Participant> recipients_of(const Predicate& predicate, const std::vector<Participant>& actors) const {
    std::vector<Participant> found;
    for (const SlotChoice& choice : kActedOn) {
      for (const Argument& argument : predicate.with(choice.slot, choice.preposition)) {
        add_parties(argument.head, actors, found);
        if (found.empty() && choice.slot == Slot::object)
          add_fit(parties_behind(doc_, index_, argument.head, Behind::makers), actors, found);
      }
      if (!found.empty()) break;
    }
    return found;
  }

  // Sets the row where the model is sure; gives the confidence, 0 where it is not.
  double guess(const Predicate& predicate, Match& match) {
    describe_pair({doc_, index_, codebook_, spans_of(match.actors), spans_of(match.recipients)}, features_);
    const RelationGuess guess = events_.model_.classify(features_);
    // YIELD is two types, of which the model knows no difference.
    const bool sure = guess.probability >= kSure && guess.root != kYield && verb_agrees(predicate, guess);
    doc_.explain("coding", doc_.tokens[predicate.head].span, [&] { return tell(guess, sure); });
    if (!sure) return 0;
    match.row = &events_.rows_[guess.index];
    return guess.probability * kWholeEvent;
  }

  // The words around may make the model sure of what another verb tells; this verb alone has to say the same.
  bool verb_agrees(const Predicate& predicate, const RelationGuess& guess) const {
    const FactWord lemma = std::string_view(doc_.tokens[predicate.head].lemma);
    RelationFeatures alone;
    alone.add({"on path", lemma});
    alone.add({"top", lemma});
    alone.slots[size_t(WordSlot::path_verbs)] = {lemma};
    const RelationGuess verb = events_.model_.classify(alone);
    return verb.index == guess.index && verb.probability >= kVerbAgrees;
  }

  std::string tell(const RelationGuess& guess, bool sure) const {
    size_t next = guess.index == 0 ? 1 : 0;
    for (size_t i = 0; i < kRelationRoots; ++i)
      if (i != guess.index && guess.probabilities[i] > guess.probabilities[next]) next = i;
    std::string text = fmt::format("{}relations.model: {} {:.2f}, then {} {:.2f}", sure ? "" : "not ", guess.root,
                                   guess.probability, kRelationRootNames[next], guess.probabilities[next]);
    if (guess.root == kYield) return text + "; which of the two types that yield is open";
    if (guess.probability < kSure) return text + fmt::format("; it is sure from {:.2f} on", kSure);
    if (!sure) return text + "; the verb alone says something else";
    text += "; because of ";
    for (const RelationReason& reason : events_.model_.reasons(features_, guess, kReasonsMax))
      text += fmt::format("{}\"{}\" {:.2f}", text.ends_with("of ") ? "" : ", ", reason.fact, reason.weight);
    return text;
  }

  const ModelEvents& events_;
  Document& doc_;
  const PredicateIndex& index_;
  const Codebook& codebook_;
  const StatusTables& status_;
  RelationFeatures features_;
};

Result<ModelEvents> ModelEvents::open(const Knowledge& knowledge, const std::filesystem::path& model) {
  Result<RelationModel> relations = RelationModel::open(model);
  if (!relations) return std::move(relations).error();
  Result<Relations> plover = Relations::open(knowledge);
  if (!plover) return std::move(plover).error();

  std::vector<CodebookRow> rows(kRelationRoots);
  for (size_t root = 0; root < kRelationRoots; ++root) {
    CodebookRow& row = rows[root];
    row.name = kModelRule;
    row.type = kRelationRootNames[root];
    const PloverRelation* relation = plover->find(row.type);
    if (relation == nullptr) continue;  // YIELD, which is two types
    row.cameo = relation->cameo;
    row.quad = relation->quad;
    row.intensity = relation->intensity;
  }
  return ModelEvents(*std::move(relations), std::move(rows));
}

std::vector<ModelMatch> ModelEvents::find(Document& doc, const PredicateIndex& index, const Codebook& codebook,
                                          const StatusTables& status) const {
  return ModelReader(*this, doc, index, codebook, status).find();
}

std::optional<double> ModelEvents::probability_of(const Event& event, Document& doc, const PredicateIndex& index,
                                                  const Codebook& codebook, RelationFeatures& features) const {
  if (!is_real(event.status)) return std::nullopt;
  describe_pair({doc, index, codebook, spans_of(event.actors), spans_of(event.recipients)}, features);
  const RelationGuess guess = model_.classify(features);
  const std::string_view root = root_of(event.type);
  const auto* own = std::find(kRelationRootNames.begin(), kRelationRootNames.end(), root);
  if (own == kRelationRootNames.end()) return std::nullopt;
  const double probability = guess.probabilities[size_t(own - kRelationRootNames.begin())];
  doc.explain("coding", event.trigger, [&] {
    return fmt::format("relations.model gives {} {:.2f} between these parties", root, probability) +
           (guess.root == root ? "" : fmt::format(", {} {:.2f}", guess.root, guess.probability));
  });
  return probability;
}

}  // namespace verbale
