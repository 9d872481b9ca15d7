// The things of an event: what is given, sold, withheld or asked for, with how much of it and whether it kills.
//
//   Result<ItemCoder> coder = ItemCoder::open(knowledge);
//   coder->code(index, doc);   after EventCoder; fills Event::items
//
// Tables: items/goods.tsv (things), items/generic.tsv and items/kinds.tsv ("medical equipment"), items/containers.tsv
// ("a package of"), items/units.tsv ("tonnes of"), items/types.tsv (which events have items, and in which slots).
// A generic word ("assistance") is an item only where nothing is named that it consists of.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "coding/amounts.h"
#include "coding/predicates.h"

namespace verbale {

class ItemTables {
 public:
  // requires: the Knowledge outlives the tables
  static Result<ItemTables> open(const Knowledge& knowledge);

  struct Good {
    std::vector<std::string_view> words;
    std::string_view category;
    std::string_view lethal;
    bool is_class = false;  // "weapons": no item beside those that are listed
  };
  struct Kind {
    std::string_view category;
    std::string_view lethal;
  };
  struct EventSlots {
    std::string_view mode;  // "" for every mode
    std::vector<SlotChoice> slots;
    bool generic = false;  // generic words count: help as such is the thing
  };

  // The longest row that ends at this token, or null.
  const Good* good_ending_at(const Document& doc, TokenId head) const;
  const Kind* kind_named(const Token& token) const;
  bool is_generic(const Token& token) const;
  bool is_container(const Token& token) const;
  std::string_view unit_named(const Token& token) const;  // the row's word, or ""
  const EventSlots* slots_for(const Event& event) const;
  const AmountTables& amounts() const { return amounts_; }

 private:
  explicit ItemTables(AmountTables amounts) : amounts_(std::move(amounts)) {}
  Status read_goods(const Knowledge& knowledge);
  Status read_kinds(const Knowledge& knowledge);
  Status read_words(const Knowledge& knowledge);
  Status read_types(const Knowledge& knowledge);

  AmountTables amounts_;
  std::unordered_map<std::string_view, std::vector<Good>> goods_;  // by last word, longest first
  std::unordered_map<std::string_view, Kind> kinds_;
  std::unordered_set<std::string_view> generic_;
  std::unordered_set<std::string_view> containers_;
  std::unordered_set<std::string_view> units_;
  std::unordered_map<std::string_view, std::vector<EventSlots>> types_;
};

class ItemCoder {
 public:
  // requires: the Knowledge outlives the coder
  static Result<ItemCoder> open(const Knowledge& knowledge);

  void code(const PredicateIndex& index, Document& doc) const;

 private:
  explicit ItemCoder(ItemTables tables) : tables_(std::move(tables)) {}

  ItemTables tables_;
};

}  // namespace verbale
