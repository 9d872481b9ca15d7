// The tables of data/status as look-ups.
#include <algorithm>
#include <array>

#include "coding/status.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 8> kStatusNames = {"happened", "ongoing", "planned",      "wanted",
                                                          "possible", "denied",  "not_happened", "unclear"};

std::optional<EventStatus> status_named(std::string_view name) {
  const auto* found = std::find(kStatusNames.begin(), kStatusNames.end(), name);
  if (found == kStatusNames.end()) return std::nullopt;
  return EventStatus(found - kStatusNames.begin());
}

}  // namespace

Result<StatusTables> StatusTables::open(const Knowledge& knowledge) {
  StatusTables tables;
  const Table* embeddings = knowledge.find("status/embeddings.tsv");
  const Table* modals = knowledge.find("status/modals.tsv");
  const Table* adverbs = knowledge.find("status/adverbs.tsv");
  const Table* modifiers = knowledge.find("status/modifiers.tsv");
  if (embeddings == nullptr || modals == nullptr || adverbs == nullptr || modifiers == nullptr)
    return Error{Error::Kind::knowledge, "a table under status/ is missing: embeddings, modals, adverbs or modifiers"};

  for (size_t row = 0; row < embeddings->rows(); ++row) {
    const std::string_view status = embeddings->cell(row, "status");
    const bool ends = status == "ended";
    const bool transparent = status == "transparent" || ends;
    const auto plain = transparent ? EventStatus::happened : status_named(status);
    const std::string_view negated_name = embeddings->cell(row, "negated");
    const auto negated = negated_name.empty() ? EventStatus::not_happened : status_named(negated_name);
    if (!plain || !negated) return table_error(*embeddings, row, "unknown status");
    for (std::string_view governs : split_list(embeddings->cell(row, "governs"))) {
      const std::string key = std::string(embeddings->cell(row, "word")) + " " + std::string(governs);
      tables.embeddings_[key] = {*plain, *negated, transparent, ends};
    }
  }
  for (const auto& [table, words] : {std::pair{modals, &tables.modals_}, std::pair{adverbs, &tables.adverbs_},
                                     std::pair{modifiers, &tables.modifiers_}})
    for (size_t row = 0; row < table->rows(); ++row) {
      const auto status = status_named(table->cell(row, "status"));
      if (!status) return table_error(*table, row, "unknown status");
      (*words)[table->cell(row, "word")] = *status;
    }
  return tables;
}

const StatusTables::Embedding* StatusTables::embedding(const Token& word, std::string_view relation) const {
  const char* kind = is_verb(word) ? "/v " : word.pos == Pos::adj ? "/a " : "/n ";
  const std::string ending = kind + std::string(relation);
  auto found = embeddings_.find(std::string(word.lemma) + ending);
  // The lemmatizer sometimes takes a final "e" away: "hopes" becomes "hop".
  if (found == embeddings_.end() && is_verb(word) && word.lower != word.lemma)
    found = embeddings_.find(std::string(word.lemma) + "e" + ending);
  return found == embeddings_.end() ? nullptr : &found->second;
}

std::optional<EventStatus> StatusTables::find(const Words& words, std::string_view word) {
  const auto found = words.find(word);
  if (found == words.end()) return std::nullopt;
  return found->second;
}

}  // namespace verbale
