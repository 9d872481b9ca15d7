// The words that finding arguments turns on, from data/arguments:
//
//   light_verbs.tsv   verbs that lend tense and subject to the noun that is their object: "held talks"
//   occurrences.tsv   verbs whose subject is what occurs: "talks began"
//   journeys.tsv      verbs whose subject goes somewhere for what follows "for": "flew to Lima for talks"
//   measures.tsv      nouns that only measure what follows "of": "tonnes of medicine"
//   instruments.tsv   what fights or works for its owner without being an actor itself: "the army's jets"
//
// Every row has an example; the tests read them.
#pragma once

#include <string_view>
#include <unordered_set>

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
  bool tells_journey(const Token& verb) const { return contains_verb(journeys_, verb); }
  bool is_measure(const Token& token) const;
  bool is_instrument(const Token& noun) const { return instruments_.contains(noun.lemma); }

  // The word of a measured thing: in "50 tonnes of medicine" and "dozens of tanks" the tonnes and dozens only count;
  // kNone when the word measures nothing.
  TokenId counted_noun(const Document& doc, TokenId head) const;

 private:
  using Words = std::unordered_set<std::string_view>;
  static bool contains_verb(const Words& words, const Token& verb);

  Words light_verbs_;
  Words occurrences_;
  Words journeys_;
  Words measures_;
  Words instruments_;
};

}  // namespace verbale
