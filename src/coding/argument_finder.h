// How the arguments of predicates are found. For predicates.cc alone.
//
// ArgumentFiller fills all predicates of a document; ArgumentFinder one of them: what the parse hangs on it
// (verb_arguments.cc, noun_arguments.cc) and what it shares with another clause (shared_arguments.cc).
#pragma once

#include <vector>

#include "coding/predicates.h"

namespace verbale {

class ArgumentFiller {
 public:
  ArgumentFiller(const Document& doc, const ArgumentWords& words, std::vector<Predicate>& predicates,
                 const std::vector<uint32_t>& by_head)
      : doc_(doc), words_(words), predicates_(predicates), by_head_(by_head), filled_(predicates.size()) {}

  void fill_all();

  // The arguments of a verb that lends some of them, found now if they are not yet; null for what is no predicate.
  const Predicate* lender(TokenId head);

 private:
  void fill(uint32_t id);

  const Document& doc_;
  const ArgumentWords& words_;
  std::vector<Predicate>& predicates_;
  const std::vector<uint32_t>& by_head_;
  std::vector<bool> filled_;  // set when the filling begins: heads hold no circle, so nobody waits for himself
};

class ArgumentFinder {
 public:
  ArgumentFinder(const Document& doc, const ArgumentWords& words, ArgumentFiller& filler, Predicate& predicate)
      : doc_(doc), words_(words), filler_(filler), predicate_(predicate) {}

  void find_for_verb();
  void find_for_noun();
  void find_for_adjective();

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }
  void add(Slot slot, TokenId head, std::string_view preposition = {}, bool inherited = false);
  void share(const Argument& argument, Slot slot);

  // The parse's own children.
  TokenId resolve_relative(TokenId token) const;
  std::string_view particle_of(TokenId verb) const;
  bool is_passive(TokenId verb) const;
  void add_own_arguments(TokenId verb);
  void add_authors(TokenId document);
  void add_child(TokenId verb, TokenId child);
  bool is_told_before(TokenId object) const;
  void add_dative(TokenId child);
  void add_prepositional(TokenId preposition, Slot slot, bool inherited = false);
  void add_obliques(TokenId governor, bool inherited = false);
  void add_gap(TokenId verb);
  void add_mislabelled_subject(TokenId verb);

  // What is shared with another clause.
  void inherit_subject(TokenId verb);
  void inherit_object(TokenId verb);
  const Argument* asked_to_act(TokenId verb, const Predicate& giver) const;
  TokenId subject_giver(TokenId verb) const;
  TokenId holder_of(TokenId thing) const;
  bool may_lack_subject(TokenId verb) const;
  TokenId adjective_verb(TokenId adjective) const;
  bool acts_with_thing(TokenId verb, const Predicate& giver) const;
  bool controls_by_object(TokenId verb, const Predicate& giver) const;

  // Nouns, and the verbs that carry their tense.
  void add_carrier(TokenId noun);
  void add_traveller(TokenId noun);
  TokenId carrier_of(TokenId noun) const;
  TokenId prepositional_carrier(TokenId noun) const;
  TokenId relative_carrier(TokenId noun) const;
  TokenId carrier_behind_complement(TokenId noun) const;
  bool takes_place(TokenId verb) const;

  const Document& doc_;
  const ArgumentWords& words_;
  ArgumentFiller& filler_;
  Predicate& predicate_;
};

}  // namespace verbale
