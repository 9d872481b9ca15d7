// The tables of numbers, magnitudes, vague words ("dozens"), bounds ("at least") and currencies as look-ups.
#include <algorithm>
#include <charconv>

#include "coding/amounts.h"

namespace verbale {
namespace {

std::optional<double> as_double(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

Error missing(std::string_view name) {
  return Error(Error::Kind::knowledge, "the table " + std::string(name) + " is missing");
}

}  // namespace

Status AmountTables::read_numbers(const Knowledge& knowledge) {
  const Table* numbers = knowledge.find("times/numbers.tsv");
  if (numbers == nullptr) return missing("times/numbers.tsv");
  for (size_t row = 0; row < numbers->rows(); ++row) {
    const std::optional<double> value = as_double(numbers->cell(row, "value"));
    if (!value) return table_error(*numbers, row, "the value is not a number");
    const std::string_view use = numbers->cell(row, "use");
    const std::string_view word = numbers->cell(row, "word");
    if (word != "single" && word != "couple") numbers_[word] = {*value, use == "tens", use == "times"};
  }
  const Table* magnitudes = knowledge.find("counts/magnitudes.tsv");
  if (magnitudes == nullptr) return missing("counts/magnitudes.tsv");
  for (size_t row = 0; row < magnitudes->rows(); ++row) {
    const std::optional<double> value = as_double(magnitudes->cell(row, "value"));
    if (!value) return table_error(*magnitudes, row, "the value is not a number");
    auto& where = magnitudes->cell(row, "letters").empty() ? magnitudes_ : letters_;
    where[magnitudes->cell(row, "word")] = *value;
  }
  return {};
}

namespace {

template <class Phrases, class Phrase>
void add_phrase(Phrases& phrases, Phrase phrase) {
  auto& same = phrases[phrase.words.front()];
  const auto longer = [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); };
  same.insert(std::upper_bound(same.begin(), same.end(), phrase, longer), std::move(phrase));
}

}  // namespace

Status AmountTables::read_vague(const Knowledge& knowledge) {
  const Table* table = knowledge.find("counts/vague.tsv");
  if (table == nullptr) return missing("counts/vague.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    Phrase phrase;
    phrase.words = split_list(table->cell(row, "phrase"), ' ');
    phrase.low = as_double(table->cell(row, "low"));
    if (!phrase.low && !table->cell(row, "low").empty())
      return table_error(*table, row, "the low bound is not a number");
    add_phrase(vague_, std::move(phrase));
  }
  return {};
}

Status AmountTables::read_bounds(const Knowledge& knowledge) {
  const Table* table = knowledge.find("counts/bounds.tsv");
  if (table == nullptr) return missing("counts/bounds.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view bound = table->cell(row, "bound");
    Phrase phrase;
    phrase.words = split_list(table->cell(row, "phrase"), ' ');
    if (bound != "low" && bound != "high" && bound != "both")
      return table_error(*table, row, "the bound is low, high or both");
    phrase.bound = bound == "low" ? Bound::low : bound == "high" ? Bound::high : Bound::both;
    add_phrase(bounds_, std::move(phrase));
  }
  return {};
}

Status AmountTables::read_currencies(const Knowledge& knowledge) {
  const Table* table = knowledge.find("items/currencies.tsv");
  if (table == nullptr) return missing("items/currencies.tsv");
  for (size_t row = 0; row < table->rows(); ++row) {
    Phrase phrase;
    phrase.words = split_list(table->cell(row, "form"), ' ');
    phrase.code = table->cell(row, "code");
    add_phrase(currencies_, std::move(phrase));
  }
  return {};
}

Result<AmountTables> AmountTables::open(const Knowledge& knowledge) {
  AmountTables tables;
  using Read = Status (AmountTables::*)(const Knowledge&);
  for (Read read : {&AmountTables::read_numbers, &AmountTables::read_vague, &AmountTables::read_bounds,
                    &AmountTables::read_currencies})
    if (Status status = (tables.*read)(knowledge); !status) return std::move(status).error();
  return tables;
}

}  // namespace verbale
