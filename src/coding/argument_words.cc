// Tables of one shape: a word a row.
#include "coding/argument_words.h"

#include <algorithm>
#include <string>

#include "record/parse_tree.h"

namespace verbale {

Result<ArgumentWords> ArgumentWords::open(const Knowledge& knowledge) {
  ArgumentWords words;
  for (const auto& [file, set] :
       {std::pair{"arguments/light_verbs.tsv", &words.light_verbs_},
        std::pair{"arguments/occurrences.tsv", &words.occurrences_}, std::pair{"arguments/askers.tsv", &words.askers_},
        std::pair{"arguments/journeys.tsv", &words.journeys_}, std::pair{"arguments/measures.tsv", &words.measures_},
        std::pair{"arguments/documents.tsv", &words.documents_}, std::pair{"arguments/issuing.tsv", &words.issuing_},
        std::pair{"arguments/shared.tsv", &words.shared_}}) {
    const Table* table = knowledge.find(file);
    if (table == nullptr) return Error{Error::Kind::knowledge, "the table " + std::string(file) + " is missing"};
    for (size_t row = 0; row < table->rows(); ++row) set->insert(table->cell(row, "word"));
  }
  const Table* instruments = knowledge.find("arguments/instruments.tsv");
  if (instruments == nullptr) return Error{Error::Kind::knowledge, "the table arguments/instruments.tsv is missing"};
  for (size_t row = 0; row < instruments->rows(); ++row)
    words.instruments_[instruments->cell(row, "word")] = split_list(instruments->cell(row, "with"));
  return words;
}

bool ArgumentWords::is_instrument(const Document& doc, TokenId noun) const {
  const auto found = instruments_.find(doc.tokens[noun].lemma);
  if (found == instruments_.end() || found->second.empty()) return found != instruments_.end();
  for (TokenId before : children(doc, noun))
    if (std::find(found->second.begin(), found->second.end(), doc.tokens[before].lower) != found->second.end())
      return true;
  return false;
}

// The lemmatizer sometimes takes a final "e" away: "staged" becomes "stag".
bool ArgumentWords::contains_verb(const Words& words, const Token& verb) {
  if (words.contains(verb.lemma)) return true;
  const bool cut = verb.lower != verb.lemma && (verb.lower.ends_with("ed") || verb.lower.ends_with("ing"));
  if (!cut) return false;
  const auto is_verb = [&](std::string_view word) {
    return word.size() == verb.lemma.size() + 1 && word.ends_with('e') && word.starts_with(verb.lemma);
  };
  return std::any_of(words.begin(), words.end(), is_verb);
}

bool ArgumentWords::asks_behind(const Token& verb, std::string_view preposition) const {
  return askers_.contains(std::string(verb.lemma) + " " + std::string(preposition));
}

bool ArgumentWords::is_measure(const Token& token) const {
  return token.pos == Pos::num || token.pos == Pos::det || measures_.contains(token.lemma);
}

TokenId ArgumentWords::counted_noun(const Document& doc, TokenId head) const {
  // A bare number counts as well: "12 of them".
  if (!is_measure(doc.tokens[head]) && doc.tokens[head].pos != Pos::num) return kNone;
  for (TokenId preposition : children(doc, head, Dep::prep))
    if (doc.tokens[preposition].lower == "of") return first_child(doc, preposition, Dep::pobj);
  return kNone;
}

}  // namespace verbale
