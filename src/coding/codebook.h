// The codebook: which predicate, in which frame, is which relation.
//
// Tables under data/codebook/, one topic a file. Columns:
//
//   predicate  the lemma of the head word, and its kind after a slash: "visit/v", "attack/n"
//   frame      what the clause must look like and who is who; empty for "A=subj R=obj" (verbs) and
//              "A=poss|by|mod|subj R=of|against|on" (nouns). Words, separated by spaces:
//                A=subj|poss      where the actor stands: the first of the slots that is filled
//                A+=with          where further actors stand
//                R=obj|to|with    where the recipient stands
//                obj:{talks}      the slot must hold a word of the set data/words names; obj:visa,permit lists words
//                !obj:deadline    … must not hold one
//                obj:town,<place> … or the name of a place
//                obj>mod:cyber    the noun in the slot must be told more closely by such a word ("a cyber attack")
//                inf:{words}      the complement is an infinitive, of one of these verbs (inf:* of any)
//                prt:out          the particle
//                R~person,group   the recipient must be of one of these kinds of entity (record.md, entities.kind)
//                need:R           the frame holds only with a recipient (or A, or AR); plural:A with several actors
//                modal:must       the clause below has one of these auxiliaries, and no perfect ("said X must leave")
//                affirmed         the clause is not negated, nor is who acts in it ("no group claimed …")
//                who:other        who acts in the clause below is not the actor; or who:same
//              Slots: subj obj dat poss mod attr comp, or a preposition ("to", "against"); "comp>obj" is the object of
//              the complement ("asked to join *the union*"). A clause is in active terms: passives are undone before.
//   type, mode, cameo   the relation; an empty cameo takes the one of the mode or the type (data/plover)
//   example    a sentence that gives this event by this row, with its actor and recipient marked:
//              "[A The minister] visited [R Turkey] on Monday." The tests read every example.
//
// When several rows fit, the one with more satisfied constraints wins, then the one with more roles filled, then the
// first. Errors name file and line.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "coding/predicates.h"
#include "pack/table.h"

namespace verbale {

using WordSet = std::unordered_set<std::string_view>;

// "subj|to|comp>obj" -> the slots, in order of preference.
std::vector<SlotChoice> parse_slot_choices(std::string_view words);

struct SlotConstraint {
  SlotChoice where;
  bool of_modifier = false;  // the words stand before the noun in the slot
  bool infinitive = false;   // the complement must be an infinitive with "to"
  bool particle = false;     // the constraint is on the particle, not on a slot
  bool negated = false;
  WordSet words;  // empty: the slot must be filled, whatever it holds
};

// What a row asks of the clause below its predicate.
struct ClauseBelow {
  enum class Who : uint8_t { anybody, same, other };
  WordSet auxiliaries;  // one of these must be there; empty: no matter
  Who who = Who::anybody;
};

struct CodebookRow {
  std::string name;  // "consult.tsv:14"
  PredicateKind kind = PredicateKind::verb;
  std::string_view lemma;
  std::vector<SlotChoice> actor;
  std::vector<SlotChoice> actor_more;
  std::vector<SlotChoice> recipient;
  std::vector<SlotConstraint> constraints;
  std::vector<EntityKind> recipient_kinds;
  std::optional<ClauseBelow> below;
  bool needs_actor = false;
  bool needs_recipient = false;
  bool needs_several_actors = false;
  bool affirmed = false;
  std::string_view type;
  std::string_view mode;
  std::string_view cameo;
  uint8_t quad = 0;
  double intensity = 0;
  std::string_view example;
};

class Codebook {
 public:
  // requires: the Knowledge outlives the codebook, which keeps views into it
  static Result<Codebook> open(const Knowledge& knowledge);

  // The rows for a head word, in file order; none for words that the codebook does not know.
  const std::vector<CodebookRow>* rows_for(std::string_view lemma, PredicateKind kind) const;

  // The types of those rows, each once.
  std::span<const std::string_view> types_for(std::string_view lemma, PredicateKind kind) const;

  // What finding arguments turns on; here because whoever codes has a codebook.
  const ArgumentWords& argument_words() const { return argument_words_; }

  // Every row, for tests and `check`.
  std::vector<const CodebookRow*> rows() const;

 private:
  struct RowsOfWord {
    std::vector<CodebookRow> rows;
    std::vector<std::string_view> types;
  };
  const RowsOfWord* find(std::string_view lemma, PredicateKind kind) const;

  ArgumentWords argument_words_;
  std::unordered_map<std::string_view, RowsOfWord> verbs_;
  std::unordered_map<std::string_view, RowsOfWord> nouns_;
};

}  // namespace verbale
