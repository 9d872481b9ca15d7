// Reads data/signals/*.tsv and matches their phrases against the tokens of a document.
#include "coding/signal_tables.h"

#include <charconv>
#include <string>

namespace verbale {
namespace {

constexpr TokenId kGapMax = 3;
constexpr uint32_t kBoilerplateWordsMax = 40;

// The end of a match of words[from…] that begins at the token, or kNone.
TokenId match_end(const Document& doc, const std::vector<std::string_view>& words, size_t from, TokenId token,
                  TokenId end) {
  if (from == words.size()) return token;
  if (words[from] == "*") {
    for (TokenId gap = 0; gap <= kGapMax && token + gap <= end; ++gap)
      if (const TokenId found = match_end(doc, words, from + 1, token + gap, end); found != kNone) return found;
    return kNone;
  }
  if (token >= end || doc.tokens[token].lower != words[from]) return kNone;
  return match_end(doc, words, from + 1, token + 1, end);
}

uint32_t number_in(std::string_view cell, uint32_t otherwise) {
  uint32_t number = otherwise;
  std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return number;
}

Status read_phrases(const Knowledge& knowledge, std::string_view file, PhraseList& list) {
  const Table* table = knowledge.find(file);
  if (!table) return Error{Error::Kind::knowledge, std::string(file) + " is missing"};
  for (size_t row = 0; row < table->rows(); ++row) {
    SignalPhrase phrase{split_list(table->cell(row, "phrase"), ' '), table->cell(row, "scheme"),
                        table->cell(row, "signal"), table->cell(row, "where"),
                        number_in(table->cell(row, "words_max"), kBoilerplateWordsMax)};
    if (phrase.words.empty() || phrase.words.front() == "*")
      return table_error(*table, row, "a phrase begins with a word");
    list.add(std::move(phrase));
  }
  return {};
}

}  // namespace

void PhraseList::add(SignalPhrase phrase) { by_first_[phrase.words.front()].push_back(std::move(phrase)); }

std::optional<PhraseList::Match> PhraseList::at(const Document& doc, TokenId token, TokenId end) const {
  const auto found = by_first_.find(doc.tokens[token].lower);
  if (found == by_first_.end()) return std::nullopt;
  std::optional<Match> best;
  for (const SignalPhrase& phrase : found->second) {
    const TokenId last = match_end(doc, phrase.words, 0, token, end);
    if (last != kNone && (!best || last > best->tokens.end)) best = Match{&phrase, {token, last}};
  }
  return best;
}

Result<SignalTables> SignalTables::open(const Knowledge& knowledge) {
  SignalTables tables;
  if (Status read = read_phrases(knowledge, "signals/schemes.tsv", tables.schemes_); !read) return read.error();
  if (Status read = read_phrases(knowledge, "signals/phrases.tsv", tables.phrases_); !read) return read.error();
  if (Status read = read_phrases(knowledge, "signals/boilerplate.tsv", tables.boilerplate_); !read) return read.error();
  if (const Table* sources = knowledge.find("statements/sources.tsv"))
    for (size_t row = 0; row < sources->rows(); ++row)
      if (sources->cell(row, "unnamed") == "yes") tables.sources_.insert(sources->cell(row, "word"));
  return tables;
}

}  // namespace verbale
