// The tables of things, as ItemCoder asks them. Goods are found by their last word, so that a noun is looked up once.
#include <algorithm>

#include "coding/codebook.h"
#include "coding/items.h"
#include "coding/phrases.h"

namespace verbale {
namespace {

Error missing(std::string_view name) {
  return Error(Error::Kind::knowledge, "the table " + std::string(name) + " is missing");
}

bool is_lethality(std::string_view word) { return word == "yes" || word == "no" || word == "unknown"; }

// Names keep their capitals in the lemma, and their plural too: "Javelins".
bool is_word(const Token& token, std::string_view word) {
  if (token.lemma == word || token.lower == word) return true;
  return token.lower.size() == word.size() + 1 && token.lower.ends_with('s') && token.lower.starts_with(word);
}

// By lemma, by the word itself (adjectives, names), and by the word without its s, for plurals that the lemmatizer or
// the tagger misread ("doses" as "dos").
template <class Map>
auto find_word(const Map& map, const Token& token) {
  auto found = map.find(token.lemma);
  if (found == map.end()) found = map.find(token.lower);
  if (found == map.end() && token.lower.ends_with('s')) found = map.find(token.lower.substr(0, token.lower.size() - 1));
  return found;
}

}  // namespace

const ItemTables::Good* ItemTables::good_ending_at(const Document& doc, TokenId head) const {
  const Token& token = doc.tokens[head];
  // An object is a thing even where the tagger took it for a verb: "supplied landmines".
  const bool object = token.dep == Dep::dobj || token.dep == Dep::pobj;
  if (token.pos != Pos::noun && token.pos != Pos::propn && !object) return nullptr;
  const auto found = find_word(goods_, token);
  if (found == goods_.end()) return nullptr;
  const TokenId first = doc.sentences[token.sentence].tokens.begin;
  for (const Good& good : found->second) {
    const size_t length = good.words.size();
    if (head + 1 < first + length) continue;
    bool same = true;
    for (size_t i = 0; i + 1 < length && same; ++i) same = is_word(doc.tokens[head + 1 - length + i], good.words[i]);
    if (same) return &good;
  }
  return nullptr;
}

const ItemTables::Kind* ItemTables::kind_named(const Token& token) const {
  const auto found = find_word(kinds_, token);
  return found == kinds_.end() ? nullptr : &found->second;
}

bool ItemTables::is_generic(const Token& token) const { return find_word(generic_, token) != generic_.end(); }

bool ItemTables::is_container(const Token& token) const { return find_word(containers_, token) != containers_.end(); }

std::string_view ItemTables::unit_named(const Token& token) const {
  const auto found = find_word(units_, token);
  return found == units_.end() ? std::string_view{} : *found;
}

const ItemTables::EventSlots* ItemTables::slots_for(const Event& event) const {
  const auto found = types_.find(event.type);
  if (found == types_.end()) return nullptr;
  const EventSlots* any = nullptr;
  for (const EventSlots& slots : found->second) {
    if (slots.mode.empty())
      any = &slots;
    else if (slots.mode == event.mode)
      return &slots;
  }
  return any;
}

Status ItemTables::read_goods(const Knowledge& knowledge) {
  const Table* table = knowledge.find("items/goods.tsv");
  if (table == nullptr) return missing("items/goods.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    Good good;
    good.words = split_phrase(table->cell(row, "words"));
    good.category = table->cell(row, "category");
    good.lethal = table->cell(row, "lethal");
    good.is_class = table->cell(row, "class") == "yes";
    if (good.words.empty()) return table_error(*table, row, "the row has no words");
    if (!is_lethality(good.lethal)) return table_error(*table, row, "lethal is yes, no or unknown");
    goods_[good.words.back()].push_back(std::move(good));
  }
  for (auto& [word, goods] : goods_)
    std::stable_sort(goods.begin(), goods.end(),
                     [](const Good& a, const Good& b) { return a.words.size() > b.words.size(); });
  return {};
}

Status ItemTables::read_kinds(const Knowledge& knowledge) {
  const Table* table = knowledge.find("items/kinds.tsv");
  if (table == nullptr) return missing("items/kinds.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view lethal = table->cell(row, "lethal");
    if (!is_lethality(lethal)) return table_error(*table, row, "lethal is yes, no or unknown");
    kinds_[table->cell(row, "word")] = {table->cell(row, "category"), lethal};
  }
  return {};
}

Status ItemTables::read_words(const Knowledge& knowledge) {
  const std::pair<std::string_view, std::unordered_set<std::string_view>*> files[] = {
      {"items/generic.tsv", &generic_}, {"items/containers.tsv", &containers_}, {"items/units.tsv", &units_}};
  for (const auto& [file, words] : files) {
    const Table* table = knowledge.find(file);
    if (table == nullptr) return missing(file);
    for (size_t row = 0; row < table->rows(); ++row) words->insert(table->cell(row, "word"));
  }
  return {};
}

Status ItemTables::read_types(const Knowledge& knowledge) {
  const Table* table = knowledge.find("items/types.tsv");
  if (table == nullptr) return missing("items/types.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view name = table->cell(row, "type");
    const size_t slash = name.find('/');
    EventSlots slots;
    slots.mode = slash == std::string_view::npos ? std::string_view{} : name.substr(slash + 1);
    slots.slots = parse_slot_choices(table->cell(row, "slots"));
    slots.generic = table->cell(row, "generic") == "yes";
    types_[name.substr(0, slash)].push_back(std::move(slots));
  }
  return {};
}

Result<ItemTables> ItemTables::open(const Knowledge& knowledge) {
  Result<AmountTables> amounts = AmountTables::open(knowledge);
  if (!amounts) return std::move(amounts).error();
  ItemTables tables(*std::move(amounts));
  using Read = Status (ItemTables::*)(const Knowledge&);
  for (Read read : {&ItemTables::read_goods, &ItemTables::read_kinds, &ItemTables::read_words, &ItemTables::read_types})
    if (Status status = (tables.*read)(knowledge); !status) return std::move(status).error();
  return tables;
}

}  // namespace verbale
