// Walks from an event up the tree, asking of every word on the way what it does to the truth of what it governs. For
// status.cc and status_governors.cc alone; the way in is StatusTables::read.
#pragma once

#include "coding/status_clause.h"

namespace verbale {

class StatusReader {
 public:
  StatusReader(const StatusTables& tables, const Document& doc, const Predicate& predicate)
      : tables_(tables), doc_(doc), predicate_(predicate), clause_(tables, doc, reading_) {}

  StatusReading read();

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }
  void apply(EventStatus status, TokenId cue) { reading_.apply(status, at(cue).span); }

  // The way up (status.cc).
  void climb(TokenId token);
  bool pass(TokenId token, TokenId governor);
  bool is_finite(TokenId verb) const;
  bool pass_noun_clause(TokenId token, TokenId governor);
  bool looks_ahead(TokenId verb) const;
  bool has_gap(TokenId clause, TokenId noun) const;
  bool is_of_any(TokenId noun) const;
  bool has_ordinal(TokenId noun) const;
  bool pass_adverbial(TokenId token, TokenId governor);
  bool is_done_thereby(TokenId token, TokenId governor) const;
  bool pass_participle(TokenId token, TokenId governor);
  bool follows_particle(TokenId token, TokenId governor) const;
  void read_question();

  // What a governing word does (status_governors.cc).
  bool pass_embedding(TokenId token, TokenId governor, std::string_view relation);
  const StatusTables::Embedding* with_particle(TokenId verb, std::string_view relation) const;
  void read_embedding(const StatusTables::Embedding& row, TokenId token, TokenId governor);
  void read_end(TokenId end);
  bool is_asked_about(TokenId clause) const;
  bool was_planned_then(const StatusTables::Embedding& row, TokenId governor) const;
  bool is_ahead_of(TokenId token, TokenId governor) const;
  bool holds_word(TokenId governor, std::string_view word) const;
  bool is_speech(TokenId noun) const;
  bool has_claim(TokenId noun) const;
  bool pass_unknown(TokenId token, TokenId governor, std::string_view relation);
  bool pass_supposed(TokenId subject, TokenId verb);
  void read_be_to(TokenId token, TokenId governor);
  TokenId judgement_of(TokenId copula) const;
  void read_judgement(TokenId judgement, TokenId copula);
  bool pass_scope(TokenId noun, TokenId verb);
  bool is_new(TokenId noun) const;
  bool pass_preposition(TokenId token, TokenId preposition);
  bool hangs_too_low(TokenId governor) const;
  bool replaces(TokenId preposition) const;
  bool pass_unknown_preposition(TokenId token, TokenId preposition, TokenId governor);
  bool pass_purpose(TokenId token, TokenId preposition, TokenId governor);

  const StatusTables& tables_;
  const Document& doc_;
  const Predicate& predicate_;
  StatusReading reading_;
  ClauseReader clause_;
};

}  // namespace verbale
