// The words that finding arguments turns on, from data/arguments:
//
//   light_verbs.tsv   verbs that lend tense and subject to the noun that is their object: "held talks"
//   occurrences.tsv   verbs whose subject is what occurs: "talks began"
//   askers.tsv        verbs that ask somebody behind a preposition to act: "called on X to leave"
//   journeys.tsv      verbs whose subject goes somewhere for what follows "for": "flew to Lima for talks"
//   measures.tsv      nouns that only measure what follows "of": "tonnes of medicine"
//   documents.tsv     what is written, and says what its authors say: "put out a report accusing X"
//   issuing.tsv       verbs whose subject is the author of such a document
//   shared.tsv        what one has with another: "abandoned the accord with X"
//   instruments.tsv   what fights or works for its owner without being an actor itself: "the army's jets"
//
// Every row has an example; the tests read them.
#pragma once

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

class ArgumentWords {
 public:
  // requires: the Knowledge outlives the words, which are views into it
  static Result<ArgumentWords> open(const Knowledge& knowledge);

  bool is_light(const Token& verb) const { return contains_verb(light_verbs_, verb); }
  bool tells_occurrence(const Token& verb) const { return contains_verb(occurrences_, verb); }
  bool asks_behind(const Token& verb, std::string_view preposition) const;
  bool tells_journey(const Token& verb) const { return contains_verb(journeys_, verb); }
  bool is_document(const Token& noun) const { return documents_.contains(noun.lemma); }
  bool issues_documents(const Token& verb) const { return contains_verb(issuing_, verb); }
  bool is_shared(const Token& noun) const { return shared_.contains(noun.lemma); }
  bool is_measure(const Token& token) const;
  bool is_instrument(const Document& doc, TokenId noun) const;

  // The word of a measured thing: in "50 tonnes of medicine" and "dozens of tanks" the tonnes and dozens only count;
  // kNone when the word measures nothing.
  TokenId counted_noun(const Document& doc, TokenId head) const;

 private:
  using Words = std::unordered_set<std::string_view>;
  static bool contains_verb(const Words& words, const Token& verb);

  Words light_verbs_;
  Words occurrences_;
  Words askers_;  // "call on"
  Words journeys_;
  Words measures_;
  std::unordered_map<std::string_view, std::vector<std::string_view>> instruments_;  // what must stand before each
  Words documents_;
  Words issuing_;
  Words shared_;
};

}  // namespace verbale
