// The words of counting, as CountCoder asks them.
#include <algorithm>
#include <array>

#include "coding/counts.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

constexpr std::array kKinds = {CountKind::dead,     CountKind::injured,   CountKind::arrested,
                               CountKind::abducted, CountKind::displaced, CountKind::crowd};

std::optional<CountKind> kind_named(std::string_view name) {
  for (CountKind kind : kKinds)
    if (to_label(kind) == name) return kind;
  return std::nullopt;
}

std::optional<CountTables::Place> place_named(std::string_view name) {
  using Place = CountTables::Place;
  static constexpr std::pair<std::string_view, Place> kPlaces[] = {{"obj", Place::object},     {"subj", Place::subject},
                                                                   {"of", Place::of},          {"self", Place::self},
                                                                   {"pred", Place::predicate}, {"tally", Place::tally}};
  for (const auto& [label, place] : kPlaces)
    if (label == name) return place;
  return std::nullopt;
}

Error missing(std::string_view name) {
  return Error(Error::Kind::knowledge, "the table " + std::string(name) + " is missing");
}

}  // namespace

const CountTables::Word* CountTables::word_of(const Token& token) const {
  const auto found = words_.find(token.lemma);
  if (found == words_.end()) return nullptr;
  for (const Word& word : found->second) {
    // A participle before a noun is an adjective to some parses: "12 injured civilians".
    const bool verb = token.pos == Pos::verb || (token.pos == Pos::adj && token.tag == "VBN");
    if (word.pos == 'v'   ? verb
        : word.pos == 'n' ? token.pos == Pos::noun
                          : token.pos == Pos::adj || token.pos == Pos::noun)
      return &word;
  }
  return nullptr;
}

bool CountTables::can_have(const Event& event, CountKind kind) const {
  const auto& types = types_[size_t(kind)];
  return std::find(types.begin(), types.end(), event.type) != types.end();
}

Status CountTables::read_words(const Knowledge& knowledge) {
  const Table* table = knowledge.find("counts/words.tsv");
  if (table == nullptr) return missing("counts/words.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view cell = table->cell(row, "word");
    const size_t slash = cell.find('/');
    const std::optional<CountKind> kind = kind_named(table->cell(row, "kind"));
    if (slash == std::string_view::npos || slash + 2 != cell.size())
      return table_error(*table, row, "a word is lemma/v, /n or /a");
    if (!kind) return table_error(*table, row, "there is no such kind of count");
    Word word;
    word.pos = cell[slash + 1];
    word.kind = *kind;
    for (std::string_view slot : split_list(table->cell(row, "slot"))) {
      const size_t colon = slot.find(':');
      if (colon != std::string_view::npos) word.needed = slot.substr(colon + 1);
      const std::optional<Place> place = place_named(slot.substr(0, colon));
      if (!place) return table_error(*table, row, "a slot is obj, subj, of, self, pred or tally");
      word.places.push_back(*place);
    }
    for (std::string_view never : split_list(table->cell(row, "never"))) word.never.insert(never);
    words_[cell.substr(0, slash)].push_back(std::move(word));
  }
  return {};
}

Status CountTables::read_kinds(const Knowledge& knowledge) {
  const Table* table = knowledge.find("counts/kinds.tsv");
  if (table == nullptr) return missing("counts/kinds.tsv");
  types_.resize(kKinds.size());
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::optional<CountKind> kind = kind_named(table->cell(row, "kind"));
    if (!kind) return table_error(*table, row, "there is no such kind of count");
    types_[size_t(*kind)] = split_list(table->cell(row, "types"));
  }
  const Table* collectives = knowledge.find("counts/collectives.tsv");
  if (collectives == nullptr) return missing("counts/collectives.tsv");
  for (size_t row = 0; row < collectives->rows(); ++row) collectives_.insert(collectives->cell(row, "word"));
  return {};
}

Result<CountTables> CountTables::open(const Knowledge& knowledge) {
  Result<AmountTables> amounts = AmountTables::open(knowledge);
  if (!amounts) return std::move(amounts).error();
  CountTables tables(*std::move(amounts));
  if (Status status = tables.read_words(knowledge); !status) return std::move(status).error();
  if (Status status = tables.read_kinds(knowledge); !status) return std::move(status).error();
  return tables;
}

}  // namespace verbale
