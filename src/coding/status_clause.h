// What one clause says about the truth of its verb: auxiliaries, negation, adverbs, conditional words.
#pragma once

#include "coding/status.h"

namespace verbale {

class ClauseReader {
 public:
  // requires: all three outlive the reader; findings go into `reading`
  ClauseReader(const StatusTables& tables, const Document& doc, StatusReading& reading)
      : tables_(tables), doc_(doc), reading_(reading) {}

  // The clause of the event itself, its tense and its negation included.
  void read_own(TokenId verb) const;
  // A clause that governs the event: its negation is the caller's business, because it depends on the governing word.
  void read_governing(TokenId verb) const;

  // Determiners and adjectives of a nominal event: "no talks", "possible sanctions", "the next summit".
  void read_modifiers(TokenId noun) const;

  // True when the verb, noun or adjective is negated in its clause: "did not", "never", "no plan", "nobody".
  bool is_negated(TokenId word) const;
  bool has_to(TokenId verb) const;  // "to visit"

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }
  void apply(EventStatus status, TokenId cue) const { reading_.apply(status, at(cue).span); }

  void read(TokenId verb, bool own) const;
  void read_word(TokenId word, TokenId verb, bool own) const;
  bool is_supposed(TokenId verb) const;
  void read_modal(TokenId modal, TokenId verb) const;
  void read_condition(TokenId mark, TokenId verb) const;
  bool is_ahead(TokenId clause) const;
  void read_negative_argument(TokenId argument) const;
  void negate(TokenId cue) const;
  bool is_partial(TokenId negation) const;

  bool is_reported(TokenId verb) const;
  bool is_perfect(TokenId verb) const;
  bool is_progressive(TokenId verb) const;
  bool lasts_until_now(TokenId verb) const;
  bool is_imperative(TokenId verb) const;
  bool has_condition(TokenId verb) const;
  bool has_negative_subject(TokenId verb) const;
  TokenId auxiliary_holder(TokenId verb) const;

  const StatusTables& tables_;
  const Document& doc_;
  StatusReading& reading_;
};

}  // namespace verbale
