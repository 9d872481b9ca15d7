// Numbers as the news writes them: "14", "50,000", "$3.5 million", "€200m", "two dozen", "half a million", "at least
// 12", "between 20 and 30", "tens of thousands". Items of aid and counts of people both read them here.
//
//   Result<AmountTables> tables = AmountTables::open(knowledge);
//   if (std::optional<Amount> amount = amount_of(*tables, doc, noun)) use(amount->low, amount->high);
//
// Tables: times/numbers.tsv (number words), counts/magnitudes.tsv, counts/vague.tsv, counts/bounds.tsv,
// items/currencies.tsv. A vague word has a bound only where its row gives one with a reason; else it has none at all.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

struct Amount {
  TokenRange tokens;  // the number with its bounds and currency: "at least $3.5 million"
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> stated;  // the number that is written, bounded or not; none for ranges and vague words
  std::string_view currency;     // ISO 4217; "" for things, and for money of an untold country
  bool money = false;

  bool known() const { return low || high; }
};

class AmountTables {
 public:
  // requires: the Knowledge outlives the tables
  static Result<AmountTables> open(const Knowledge& knowledge);

  // The amount that begins at a token, bounds first ("at least 12"), and does not go beyond `end`.
  std::optional<Amount> read_at(const Document& doc, TokenId begin, TokenId end) const;

  // True for a token that is a number, or a word that stands for one ("dozens").
  bool is_numeric(const Token& token) const;
  // True for the signs, codes and words of money.
  bool is_currency(const Token& token) const;

 private:
  friend class AmountReader;
  enum class Bound : uint8_t { none, low, high, both };
  struct NumberWord {
    double value;
    bool tens;
    bool times;
  };
  struct Phrase {
    std::vector<std::string_view> words;
    Bound bound = Bound::none;
    std::optional<double> low;
    std::string_view code;
  };
  using Phrases = std::unordered_map<std::string_view, std::vector<Phrase>>;  // by first word, longest first

  Status read_numbers(const Knowledge& knowledge);
  Status read_vague(const Knowledge& knowledge);
  Status read_bounds(const Knowledge& knowledge);
  Status read_currencies(const Knowledge& knowledge);

  std::unordered_map<std::string_view, NumberWord> numbers_;
  std::unordered_map<std::string_view, double> magnitudes_;
  std::unordered_map<std::string_view, double> letters_;  // "m" in "200m"
  Phrases vague_;
  Phrases bounds_;
  Phrases currencies_;
};

// How many a noun tells of: the amount that stands before it in its phrase, or that it is itself ("dozens of tanks",
// "12 of the soldiers"). A number that is part of the name after it ("Leopard 2 tanks") is none.
std::optional<Amount> amount_of(const AmountTables& tables, const Document& doc, TokenId noun);

}  // namespace verbale
