// Where a phrase of an actor begins and ends, and where in its clause it stands: what the collection of mentions asks
// of the parse (mentions.cc). All in tokens of one document.
#pragma once

#include "record/document.h"
#include "resolve/actor_scan.h"

namespace verbale {

class MentionSyntax {
 public:
  MentionSyntax(const ActorTables& tables, const Document& doc, const ActorScan& scan)
      : tables_(tables), doc_(doc), scan_(scan) {}

 protected:
  const Token& token(TokenId t) const { return doc_.tokens[t]; }
  const NameSpan& name_at(TokenId t) const { return scan_.names[scan_.name_of_token[t]]; }
  bool is_known_name(TokenId t) const;

  // The child of `head` above `t`, or kNone when `t` is not below it.
  TokenId branch(TokenId head, TokenId t) const;
  TokenId left_of(TokenId head, TokenId begin) const;
  TokenId right_of(TokenId head, TokenId begin, bool takes_for = false) const;
  TokenId head_of(TokenRange range) const;

  // Whether it is the subject of a verb that is done on purpose, or its "by".
  bool is_purposeful_subject(TokenId head) const;
  // Whether it is spoken to, owns an action, or stands behind "against", "between" or "with".
  bool is_addressed(TokenId head) const;
  bool stands_behind_locative(TokenId head) const;
  // "shelled Kharkiv", "an attack on the town", "a curfew in parts of Kashmir": the place is acted upon.
  bool is_acted_upon(TokenId head) const;
  // "arrested X", "an investigation against X", "found X guilty": only somebody can be governed so.
  bool is_done_to_person(TokenId head) const;
  // "a ban on imports of British beef": what is taxed or kept out is whose it is.
  bool is_under_measure(TokenId noun) const;
  // "a state of siege" is no state.
  bool names_condition(TokenId noun) const;

  const ActorTables& tables_;
  const Document& doc_;
  const ActorScan& scan_;

 private:
  bool is_dash(TokenId t) const;
  bool tells_whose(TokenId preposition, TokenId begin) const;
  bool is_sent_to_state(TokenId governor, TokenId preposition) const;
  TokenId object_before(TokenId verb, TokenId preposition) const;
  TokenId end_of_plain_phrase(TokenId begin) const;
};

}  // namespace verbale
