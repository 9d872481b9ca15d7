// Views are into the knowledge, which outlives the tables made of it.
#include "language/name_case.h"

#include <algorithm>

#include "language/unicode.h"

namespace verbale {
namespace {

constexpr size_t kNameWordsMax = 5;

bool has_capital(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    if (is_upper_case(c.value)) return true;
    at += c.size;
  }
  return false;
}

}  // namespace

void NameCase::add_name(std::string_view name) {
  if (name.find(':') != std::string_view::npos || !has_capital(name)) return;
  const std::vector<std::string_view> words = split_list(name, ' ');
  if (words.empty() || words.size() > kNameWordsMax) return;
  names_.try_emplace(to_lower(name), words);
  words_max_ = std::max(words_max_, words.size());
}

void NameCase::add_names(const Table& table, std::initializer_list<std::string_view> columns) {
  for (const std::string_view column : columns)
    for (size_t row = 0; row < table.rows(); ++row)
      for (const std::string_view name : split_list(table.cell(row, column))) add_name(name);
}

void NameCase::add_nouns(const Table& table, std::string_view column) {
  for (size_t row = 0; row < table.rows(); ++row)
    for (const std::string_view word : split_list(table.cell(row, column), ' '))
      if (!has_capital(word)) common_nouns_.insert(word);
}

Result<NameCase> NameCase::open(const Knowledge& knowledge) {
  const Table* small = knowledge.find("news/small_words.tsv");
  if (small == nullptr) return Error(Error::Kind::knowledge, "there is no table news/small_words.tsv");
  NameCase names;
  for (size_t row = 0; row < small->rows(); ++row) names.small_words_.insert(small->cell(row, "word"));
  for (const std::string_view file : {"states", "territories", "organisations", "groups", "companies", "media"})
    if (const Table* table = knowledge.find("actors/" + std::string(file) + ".tsv"))
      names.add_names(*table, {"name", "acronyms", "aliases", "demonyms", "adjectives", "capital", "metonyms"});
  for (const std::string_view file : {"people", "given_names"})
    if (const Table* table = knowledge.find("actors/" + std::string(file) + ".tsv"))
      names.add_names(*table, {"name", "aliases"});
  for (const Table* table : knowledge.in_folder("places")) names.add_names(*table, {"name", "aliases"});
  if (const Table* agents = knowledge.find("actors/agents.tsv")) names.add_nouns(*agents, "phrase");
  for (const std::string_view file : {"action_nouns", "references"})
    if (const Table* table = knowledge.find("actors/" + std::string(file) + ".tsv")) names.add_nouns(*table, "noun");
  if (const Table* calendar = knowledge.find("news/calendar.tsv")) names.add_names(*calendar, {"name"});
  return names;
}

std::span<const std::string_view> NameCase::find(std::span<const std::string_view> lower) const {
  std::string words;
  std::span<const std::string_view> found;
  for (size_t size = 1; size <= std::min(lower.size(), words_max_); ++size) {
    if (size > 1) words += ' ';
    words += lower[size - 1];
    if (const auto name = names_.find(words); name != names_.end()) found = name->second;
  }
  return found;
}

}  // namespace verbale
