// Facts about the event, about the row that made it, and about each of its two sides.
#include "coding/confidence.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace verbale {
namespace {

constexpr std::string_view kTable = "confidence/weights.tsv";
constexpr uint32_t kFar = 12;  // tokens between a party and the word that tells the event

// In words, because what the model is sure of is more often right than its number, and what it rejects less often.
std::string_view what_it_says(double probability) {
  if (probability >= 0.95) return "the model is sure";
  if (probability >= 0.8) return "the model agrees";
  if (probability >= 0.5) return "the model leans to it";
  return probability >= 0.15 ? "the model doubts" : "the model rejects";
}

bool is_unknown(const Entity& entity) { return entity.codes.empty() && entity.kind == EntityKind::group; }

class Facts {
 public:
  Facts(const Document& doc, const Event& event) : doc_(doc), event_(event) {}

  std::vector<std::string> all(std::optional<double> model_says) {
    add("always");
    add("type " + std::string(event_.type));
    if (!event_.mode.empty()) add("has a mode");
    if (is_nominal()) add("nominal");
    if (event_.conditions > 0) add(event_.conditions == 1 ? "one condition" : "several conditions");
    if (model_says) add(std::string(what_it_says(*model_says)));
    if (event_.status != EventStatus::happened) add("did not simply happen");
    if (event_.background) add("recalled");
    if (event_.said_by != kNone) add("said by somebody");
    add_side("actor", event_.actors);
    add_side("recipient", event_.recipients);
    return std::move(facts_);
  }

 private:
  void add(std::string fact) { facts_.push_back(std::move(fact)); }

  bool is_nominal() const {
    const Pos pos = doc_.tokens[event_.trigger_token].pos;
    return pos == Pos::noun || pos == Pos::propn;
  }

  void add_side(const std::string& side, const std::vector<Participant>& parties) {
    if (parties.empty()) return add("no " + side);
    const auto any = [&](auto&& holds) { return std::any_of(parties.begin(), parties.end(), holds); };
    if (parties.size() > 1) add("several " + side + "s");
    if (any([&](const Participant& party) { return doc_.tokens[party.head].tag.starts_with("PRP"); }))
      add("pronoun as " + side);
    if (any([&](const Participant& party) { return is_unknown(doc_.entities[party.entity]); })) add("unknown " + side);
    if (any([&](const Participant& party) { return is_far(party.head); })) add("far " + side);
    if (any([&](const Participant& party) { return is_behind_clause(party.head); })) add("other clause's " + side);
  }

  bool is_far(TokenId party) const {
    const TokenId trigger = event_.trigger_token;
    return (party > trigger ? party - trigger : trigger - party) > kFar;
  }

  // The party does not hang below the trigger's clause: it was shared from another verb, or went round one.
  bool is_behind_clause(TokenId party) const {
    const Token& trigger = doc_.tokens[event_.trigger_token];
    return party < trigger.left_edge || party > trigger.right_edge;
  }

  const Document& doc_;
  const Event& event_;
  std::vector<std::string> facts_;
};

}  // namespace

std::vector<std::string> confidence_facts(const Document& doc, const Event& event, std::optional<double> model_says) {
  return Facts(doc, event).all(model_says);
}

Result<ConfidenceModel> ConfidenceModel::open(const Knowledge& knowledge) {
  const Table* table = knowledge.find(kTable);
  if (table == nullptr) return Error(Error::Kind::knowledge, "no table " + std::string(kTable));
  ConfidenceModel model;
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view cell = table->cell(row, "weight");
    double weight = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    if (error != std::errc() || end != cell.data() + cell.size())
      return table_error(*table, row, "weight is no number: \"" + std::string(cell) + "\"");
    model.weights_[table->cell(row, "fact")] = weight;
  }
  return model;
}

double ConfidenceModel::of(const Document& doc, const Event& event, std::optional<double> model_says) const {
  double sum = 0;
  for (const std::string& fact : confidence_facts(doc, event, model_says))
    if (const auto weight = weights_.find(fact); weight != weights_.end()) sum += weight->second;
  return 1 / (1 + std::exp(-sum));
}

}  // namespace verbale
