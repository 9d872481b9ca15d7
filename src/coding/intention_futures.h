// Intentions without a word for them, in somebody's words: "We will give more information", "the ministry said it would
// send doctors", "she said the government would rebuild the schools", "we are ready to return if …", "X must finish the
// reform before funds can be released".
//
//   const IntentionFutures futures(threats, index, doc);   threats: lemmas of deeds that are threatened ("hunt")
//   futures.read(predicate);     appends to doc.intentions what the predicate tells
#pragma once

#include <string_view>
#include <unordered_set>

#include "coding/intention_parts.h"
#include "coding/predicates.h"

namespace verbale {

class IntentionFutures {
 public:
  using Threats = std::unordered_set<std::string_view>;

  // requires: all outlive the futures; statements and events are found
  IntentionFutures(const Threats& threats, const PredicateIndex& index, Document& doc)
      : threats_(threats), index_(index), doc_(doc), parts_(doc) {}

  void read(const Predicate& predicate) const;

  // True when whoever does what the predicate tells is the speaker, or a body that the speaker speaks for.
  bool is_own_act(const Predicate& predicate, EntityId speaker) const;

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }

  void read_future(const Predicate& predicate, const Statement& statement, StatementId id) const;
  void read_readiness(const Predicate& predicate, const Statement& statement, StatementId id) const;
  void read_precondition(const Predicate& predicate, const Statement& statement, StatementId id) const;

  Span without_next_clause(TokenId verb) const;
  bool is_told_by_word(TokenId verb) const;
  TokenId future_of(TokenId verb) const;
  bool is_asked(TokenId verb) const;
  bool is_negated(TokenId verb) const;
  IntentionKind kind_of_future(TokenId verb, bool negated) const;
  const Event* event_at(TokenId verb) const;
  bool depends(TokenId verb) const;
  TokenId clause_after(TokenId verb, std::string_view mark) const;
  std::vector<EntityId> actors_of(const Predicate& predicate, EntityId speaker) const;
  std::vector<EntityId> speakers_of(const Statement& statement) const;
  bool speaks_for(EntityId speaker, TokenId subject) const;

  const Threats& threats_;
  const PredicateIndex& index_;
  Document& doc_;
  IntentionParts parts_;
};

}  // namespace verbale
