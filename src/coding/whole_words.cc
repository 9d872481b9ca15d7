// A hyphen joins what it stands next to; the lemmatizer's usual errors are undone by trying the other spellings.
#include "coding/whole_words.h"

namespace verbale {

std::string hyphenated(const Document& doc, TokenId token) {
  if (token < 2 || doc.tokens[token - 1].lower != "-") return {};
  const Token &first = doc.tokens[token - 2], &hyphen = doc.tokens[token - 1], &last = doc.tokens[token];
  if (first.span.end != hyphen.span.begin || hyphen.span.end != last.span.begin) return {};
  return std::string(first.lower) + "-" + std::string(last.lemma);
}

std::string without_hyphen(std::string word) {
  std::erase(word, '-');
  return word;
}

// The lemmatizer sometimes errs about a final "e" or a doubled consonant: "staged" becomes "stag", "cordoned"
// "cordone", "wiretapped" "wiretappe".
const std::vector<CodebookRow>* rows_for_head(const Document& doc, const Codebook& codebook,
                                              const Predicate& predicate) {
  const Token& head = doc.tokens[predicate.head];
  if (const std::string whole = hyphenated(doc, predicate.head); !whole.empty()) {
    if (const auto* rows = codebook.rows_for(whole, predicate.kind); rows != nullptr) return rows;
    if (const auto* rows = codebook.rows_for(without_hyphen(whole), predicate.kind); rows != nullptr) return rows;
  }
  const auto* rows = codebook.rows_for(head.lemma, predicate.kind);
  if (rows != nullptr || predicate.kind != PredicateKind::verb) return rows;
  std::string_view stem = head.lower;
  if (stem.ends_with("ed"))
    stem.remove_suffix(2);
  else if (stem.ends_with("ing"))
    stem.remove_suffix(3);
  else
    return nullptr;
  if (rows = codebook.rows_for(stem, predicate.kind); rows != nullptr) return rows;
  if (rows = codebook.rows_for(std::string(stem) + "e", predicate.kind); rows != nullptr) return rows;
  const bool doubled = stem.size() > 3 && stem[stem.size() - 1] == stem[stem.size() - 2];
  return doubled ? codebook.rows_for(stem.substr(0, stem.size() - 1), predicate.kind) : nullptr;
}

}  // namespace verbale
