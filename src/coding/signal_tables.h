// What is known about trust signals: the phrases that show them, and the lines that are no part of a story.
//
//   Result<SignalTables> tables = SignalTables::open(knowledge);
//   mark_boilerplate(*tables, doc);   // boilerplate.h
//   find_signals(*tables, doc);       // signals.h
//
// The tables are data/signals/*.tsv. A phrase is a row of lower-case words; "*" stands for up to three words.
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

struct SignalPhrase {
  std::vector<std::string_view> words;
  std::string_view scheme;  // "trust-project", "jti", …
  std::string_view signal;  // "methods.not_verified"
  std::string_view where;   // boilerplate: "start", "only", "anywhere" of a line
  uint32_t words_max = 0;   // boilerplate: longer lines are story
};

// Phrases by their first word, in the order of the table.
class PhraseList {
 public:
  void add(SignalPhrase phrase);
  struct Match {
    const SignalPhrase* phrase = nullptr;
    TokenRange tokens;
  };
  // The longest phrase that begins at the token.
  std::optional<Match> at(const Document& doc, TokenId token, TokenId end) const;

 private:
  std::unordered_map<std::string_view, std::vector<SignalPhrase>> by_first_;
};

class SignalTables {
 public:
  static Result<SignalTables> open(const Knowledge& knowledge);

  const PhraseList& schemes() const { return schemes_; }
  const PhraseList& phrases() const { return phrases_; }
  const PhraseList& boilerplate() const { return boilerplate_; }
  bool is_source(std::string_view lemma) const { return sources_.contains(lemma); }

 private:
  PhraseList schemes_;
  PhraseList phrases_;
  PhraseList boilerplate_;
  std::unordered_set<std::string_view> sources_;
};

}  // namespace verbale
