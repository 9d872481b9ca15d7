// Reads the codebook's tables: word sets first, then PLOVER's types and modes, then the rows with their frames.
#include "coding/codebook.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "coding/relations.h"

namespace verbale {
namespace {

using Sets = std::unordered_map<std::string_view, WordSet>;

struct SlotName {
  std::string_view name;
  Slot slot;
};
constexpr std::array<SlotName, 7> kSlotNames = {{{"subj", Slot::subject},
                                                 {"obj", Slot::object},
                                                 {"dat", Slot::dative},
                                                 {"poss", Slot::possessor},
                                                 {"mod", Slot::modifier},
                                                 {"attr", Slot::attribute},
                                                 {"comp", Slot::complement}}};

constexpr std::array<std::string_view, 8> kKindNames = {"state", "organisation", "person",   "group",
                                                        "place", "facility",     "document", "other"};

SlotChoice parse_slot(std::string_view word) {
  constexpr std::string_view kOfComplement = "comp>";
  const bool of_complement = word.starts_with(kOfComplement);
  if (of_complement) word.remove_prefix(kOfComplement.size());
  for (const SlotName& name : kSlotNames)
    if (name.name == word) return {name.slot, {}, of_complement};
  return {Slot::oblique, word, of_complement};
}

Result<Sets> read_sets(const Knowledge& knowledge) {
  Sets sets;
  for (const Table* table : knowledge.in_folder("words"))
    for (size_t row = 0; row < table->rows(); ++row) {
      WordSet& set = sets[table->cell(row, "name")];
      for (std::string_view word : split_list(table->cell(row, "words"))) {
        if (!word.starts_with('{')) {
          set.insert(word);
          continue;
        }
        const auto other = sets.find(word.substr(1, word.size() - 2));
        if (other == sets.end())
          return table_error(*table, row, "no set above this line is named " + std::string(word));
        set.insert(other->second.begin(), other->second.end());
      }
    }
  return sets;
}

// Parses one row's frame; `problem` says what is wrong with it.
class FrameParser {
 public:
  FrameParser(const Sets& sets, CodebookRow& row) : sets_(sets), row_(row) {}

  std::optional<std::string> parse(std::string_view frame) {
    for (std::string_view word : split_list(frame, ' '))
      if (auto problem = parse_word(word)) return problem;
    add_defaults();
    return std::nullopt;
  }

 private:
  std::optional<std::string> parse_word(std::string_view word) {
    if (word.starts_with("A=")) return row_.actor = parse_slot_choices(word.substr(2)), std::nullopt;
    if (word.starts_with("A+=")) return row_.actor_more = parse_slot_choices(word.substr(3)), std::nullopt;
    if (word.starts_with("R="))
      return has_recipient_ = true, row_.recipient = parse_slot_choices(word.substr(2)), std::nullopt;
    if (word.starts_with("R~")) return parse_kinds(word.substr(2));
    if (word.starts_with("need:")) return parse_needs(word.substr(5));
    if (word.starts_with("modal:") || word.starts_with("who:")) return parse_below(word);
    if (word == "plural:A") return row_.needs_several_actors = true, std::nullopt;
    if (word == "affirmed") return row_.affirmed = true, std::nullopt;
    return parse_constraint(word);
  }

  std::optional<std::string> parse_kinds(std::string_view words) {
    for (std::string_view word : split_list(words, ',')) {
      const auto* found = std::find(kKindNames.begin(), kKindNames.end(), word);
      if (found == kKindNames.end()) return "unknown kind of entity \"" + std::string(word) + "\"";
      row_.recipient_kinds.push_back(EntityKind(found - kKindNames.begin()));
    }
    return std::nullopt;
  }

  std::optional<std::string> parse_needs(std::string_view roles) {
    for (char role : roles) {
      if (role == 'A')
        row_.needs_actor = true;
      else if (role == 'R')
        row_.needs_recipient = true;
      else
        return "need: takes A, R or AR";
    }
    return std::nullopt;
  }

  std::optional<std::string> parse_below(std::string_view word) {
    if (!row_.below) row_.below.emplace();
    const std::string_view value = word.substr(word.find(':') + 1);
    if (word.starts_with("modal:")) {
      const std::vector<std::string_view> items = split_list(value, ',');
      row_.below->auxiliaries = {items.begin(), items.end()};
      return std::nullopt;
    }
    if (value != "same" && value != "other") return "who: takes same or other";
    row_.below->who = value == "same" ? ClauseBelow::Who::same : ClauseBelow::Who::other;
    return std::nullopt;
  }

  std::optional<std::string> parse_constraint(std::string_view word) {
    SlotConstraint constraint;
    if (word.starts_with('!')) constraint.negated = true, word.remove_prefix(1);
    const size_t colon = word.find(':');
    if (colon == std::string_view::npos) return "cannot read the frame's word \"" + std::string(word) + "\"";
    std::string_view where = word.substr(0, colon);
    constexpr std::string_view kModifier = ">mod";
    constraint.of_modifier = where.ends_with(kModifier);
    if (constraint.of_modifier) where.remove_suffix(kModifier.size());
    constraint.particle = where == "prt";
    constraint.infinitive = where == "inf";
    constraint.where = parse_slot(constraint.infinitive ? "comp" : where);

    for (std::string_view item : split_list(word.substr(colon + 1), ',')) {
      if (item == "*") continue;
      if (!item.starts_with('{')) {
        constraint.words.insert(item);
        continue;
      }
      const auto set = sets_.find(item.substr(1, item.size() - 2));
      if (set == sets_.end()) return "no word set is named " + std::string(item) + " (data/words)";
      constraint.words.insert(set->second.begin(), set->second.end());
    }
    row_.constraints.push_back(std::move(constraint));
    return std::nullopt;
  }

  void add_defaults() {
    const bool verb = row_.kind == PredicateKind::verb;
    if (row_.actor.empty()) row_.actor = parse_slot_choices(verb ? "subj" : "poss|by|mod|subj");
    if (!has_recipient_) row_.recipient = parse_slot_choices(verb ? "obj" : "of|against|on");
  }

  const Sets& sets_;
  CodebookRow& row_;
  bool has_recipient_ = false;
};

std::optional<std::string> read_predicate(std::string_view cell, CodebookRow& row) {
  const size_t slash = cell.rfind('/');
  if (slash == std::string_view::npos) return "a predicate is written lemma/v or lemma/n";
  row.lemma = cell.substr(0, slash);
  const std::string_view kind = cell.substr(slash + 1);
  if (kind == "v")
    row.kind = PredicateKind::verb;
  else if (kind == "n")
    row.kind = PredicateKind::noun;
  else
    return "unknown kind of predicate \"" + std::string(kind) + "\", only v and n are known";
  return std::nullopt;
}

std::optional<std::string> read_relation(const Relations& relations, CodebookRow& row, std::string_view cameo) {
  if (relations.find(row.type) == nullptr) return "unknown type \"" + std::string(row.type) + "\"";
  const PloverRelation* found = relations.find(row.type, row.mode);
  if (found == nullptr) return "the type " + std::string(row.type) + " has no mode \"" + std::string(row.mode) + "\"";
  row.cameo = cameo.empty() ? found->cameo : cameo;
  row.quad = found->quad;
  row.intensity = found->intensity;
  return std::nullopt;
}

}  // namespace

std::vector<SlotChoice> parse_slot_choices(std::string_view words) {
  std::vector<SlotChoice> choices;
  for (std::string_view word : split_list(words, '|')) choices.push_back(parse_slot(word));
  return choices;
}

Result<Codebook> Codebook::open(const Knowledge& knowledge) {
  Result<Sets> sets = read_sets(knowledge);
  if (!sets) return std::move(sets).error();
  Result<Relations> relations = Relations::open(knowledge);
  if (!relations) return std::move(relations).error();

  Result<ArgumentWords> argument_words = ArgumentWords::open(knowledge);
  if (!argument_words) return std::move(argument_words).error();

  Codebook codebook;
  codebook.argument_words_ = *std::move(argument_words);
  for (const Table* table : knowledge.in_folder("codebook"))
    for (size_t i = 0; i < table->rows(); ++i) {
      CodebookRow row;
      row.name = table->row_name(i);
      row.type = table->cell(i, "type");
      row.mode = table->cell(i, "mode");
      row.example = table->cell(i, "example");
      auto problem = read_predicate(table->cell(i, "predicate"), row);
      if (!problem) problem = FrameParser(*sets, row).parse(table->cell(i, "frame"));
      if (!problem) problem = read_relation(*relations, row, table->cell(i, "cameo"));
      if (problem) return table_error(*table, i, *problem);
      RowsOfWord& word = (row.kind == PredicateKind::verb ? codebook.verbs_ : codebook.nouns_)[row.lemma];
      if (std::find(word.types.begin(), word.types.end(), row.type) == word.types.end()) word.types.push_back(row.type);
      word.rows.push_back(std::move(row));
    }
  return codebook;
}

const Codebook::RowsOfWord* Codebook::find(std::string_view lemma, PredicateKind kind) const {
  if (kind == PredicateKind::adjective) return nullptr;
  const auto& words = kind == PredicateKind::verb ? verbs_ : nouns_;
  const auto found = words.find(lemma);
  return found == words.end() ? nullptr : &found->second;
}

const std::vector<CodebookRow>* Codebook::rows_for(std::string_view lemma, PredicateKind kind) const {
  const RowsOfWord* word = find(lemma, kind);
  return word == nullptr ? nullptr : &word->rows;
}

std::span<const std::string_view> Codebook::types_for(std::string_view lemma, PredicateKind kind) const {
  const RowsOfWord* word = find(lemma, kind);
  return word == nullptr ? std::span<const std::string_view>() : word->types;
}

std::vector<const CodebookRow*> Codebook::rows() const {
  std::vector<const CodebookRow*> all;
  for (const auto* words : {&verbs_, &nouns_})
    for (const auto& [lemma, word] : *words)
      for (const CodebookRow& row : word.rows) all.push_back(&row);
  std::sort(all.begin(), all.end(), [](const CodebookRow* a, const CodebookRow* b) { return a->name < b->name; });
  return all;
}

}  // namespace verbale
