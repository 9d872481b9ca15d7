// One row at a time against one predicate. A row that fails says why, because `verbale explain` shows it.
#include "coding/match.h"

#include <algorithm>
#include <string>

#include "coding/acts_below.h"
#include "coding/concerned.h"
#include "coding/participants.h"
#include "coding/parties.h"
#include "coding/whole_words.h"

namespace verbale {
namespace {

constexpr int kWordScore = 10;   // a slot holds one of the row's words
constexpr int kFilledScore = 3;  // a slot is filled, with whatever
constexpr int kRoleScore = 2;

// Stands in a list of words for any name of a place: "took Goma".
constexpr std::string_view kAnyPlace = "<place>";

class RowMatcher {
 public:
  RowMatcher(const Document& doc, const Codebook& codebook, const PredicateIndex& index, const Predicate& predicate)
      : doc_(doc), codebook_(codebook), index_(index), predicate_(predicate) {}

  // Fills `match`; gives the reason when the row does not fit, "" when it does.
  std::string_view fit(const CodebookRow& row, Match& match) const {
    match.row = &row;
    if (row.affirmed && is_negated()) return "it is negated";
    for (const SlotConstraint& constraint : row.constraints)
      if (!satisfies(constraint, match))
        return constraint.negated ? "an excluded word is there" : "a required word is missing";
    if (row.constraints.empty() && !predicate_.particle.empty()) match.score -= 1;

    match.actors = fill(row.actor, {}, match);
    for (Participant& more : fill(row.actor_more, match.actors, match)) match.actors.push_back(more);
    match.recipients = fill(row.recipient, match.actors, match);
    keep_kinds(row, match.recipients);
    // Where only persons can suffer it, their things do not stand for them: "released his tax returns" frees nobody.
    if (match.recipients.empty() && row.recipient_kinds.empty()) match.recipients = parties_behind_choices(row, match);

    if (match.actors.empty() && match.recipients.empty()) return "neither an actor nor a recipient is there";
    if (row.needs_actor && match.actors.empty()) return "it needs an actor";
    if (row.needs_recipient && match.recipients.empty()) return "it needs a recipient";
    if (row.needs_several_actors && !has_several(match.actors)) return "it needs several actors";
    if (row.below && !fits_below(*row.below, match)) return "the clause below it is another one";
    match.score += kRoleScore * (int(!match.actors.empty()) + int(!match.recipients.empty()));
    return "";
  }

 private:
  bool fits_below(const ClauseBelow& wanted, const Match& match) const {
    for (const Argument& complement : predicate_.with(Slot::complement))
      if (is_clause_wanted(doc_, index_, complement.head, wanted, match.actors)) return true;
    return false;
  }

  // "has not claimed", "no group claimed".
  bool is_negated() const {
    if (first_child(doc_, predicate_.anchor(), Dep::neg) != kNone) return true;
    for (const Argument& subject : predicate_.with(Slot::subject))
      if (const TokenId det = first_child(doc_, subject.head, Dep::det);
          det != kNone && (doc_.tokens[det].lower == "no" || doc_.tokens[det].lower == "neither"))
        return true;
    return false;
  }

  bool satisfies(const SlotConstraint& constraint, Match& match) const {
    if (constraint.particle) return holds_particle(constraint, match);
    for (const Argument& argument : arguments_near(constraint.where, match)) {
      if (constraint.of_modifier ? !is_told_closer(constraint.words, argument.head)
                                 : !holds_word(constraint.words, argument.head))
        continue;
      if (constraint.infinitive && !is_infinitive(argument.head)) continue;
      if (constraint.negated) return false;
      match.score += constraint.words.empty() ? kFilledScore : kWordScore;
      // A noun that fills out a light verb is part of the event; a clause below it is an event of its own.
      if (!constraint.words.empty() && !is_verb(doc_.tokens[argument.head])) match.consumed.push_back(argument.head);
      return true;
    }
    return constraint.negated;
  }

  std::vector<Argument> arguments_near(const SlotChoice& where, const Match& match) const {
    std::vector<Argument> found = index_.arguments(predicate_, where);
    if (where.slot == Slot::oblique && !where.of_complement)
      for (const Argument& argument : arguments_of_neighbours(where, match)) found.push_back(argument);
    return found;
  }

  // The word itself, or what it measures: "50 tonnes of medicine" holds medicine.
  bool holds_word(const WordSet& words, TokenId token) const {
    if (words.empty() || words.contains(doc_.tokens[token].lemma) || words.contains(doc_.tokens[token].lower))
      return true;
    if (const std::string whole = hyphenated(doc_, token); !whole.empty())
      if (words.contains(whole) || words.contains(without_hyphen(whole))) return true;
    if (words.contains(kAnyPlace) && names_place(token)) return true;
    if (const TokenId counted = index_.words().counted_noun(doc_, token); counted != kNone)
      return holds_word(words, counted);
    // "Cyclone Idai": a name is of the kind that stands before it.
    if (doc_.tokens[token].pos != Pos::propn) return false;
    for (TokenId kind : children(doc_, token, Dep::compound))
      if (words.contains(doc_.tokens[kind].lower)) return true;
    return false;
  }

  bool names_place(TokenId token) const {
    return std::any_of(doc_.place_mentions.begin(), doc_.place_mentions.end(),
                       [&](const PlaceMention& mention) { return mention.tokens.contains(token); });
  }

  // "a cyber attack", "a hunger strike": what stands before the noun.
  bool is_told_closer(const WordSet& words, TokenId noun) const {
    const Predicate* predicate = index_.headed_by(noun);
    if (predicate == nullptr) return false;
    for (const Argument& modifier : predicate->with(Slot::modifier))
      if (holds_word(words, modifier.head)) return true;
    return false;
  }

  bool is_infinitive(TokenId verb) const {
    const TokenId aux = first_child(doc_, verb, Dep::aux);
    return aux != kNone && doc_.tokens[aux].lower == "to";
  }

  bool holds_particle(const SlotConstraint& constraint, Match& match) const {
    const bool held = constraint.words.contains(predicate_.particle);
    if (held) match.score += kWordScore;
    return held != constraint.negated;
  }

  // The participants of the first choice that names any. A word fills one role only.
  std::vector<Participant> fill(const std::vector<SlotChoice>& choices, const std::vector<Participant>& taken,
                                const Match& match) const {
    for (const SlotChoice& choice : choices) {
      std::vector<Participant> found = participants_in(index_.arguments(predicate_, choice), taken);
      if (found.empty() && choice.slot == Slot::oblique && !choice.of_complement)
        found = participants_in(arguments_of_neighbours(choice, match), taken);
      if (found.empty() && choice.slot == Slot::modifier && predicate_.kind == PredicateKind::verb)
        found = participants_in(modifiers_of_consumed(match), taken);
      if (found.empty() && choice.of_complement) found = participants_in(arguments_below_nouns(choice, match), taken);
      if (!found.empty()) return found;
    }
    return {};
  }

  std::vector<Participant> participants_in(const std::vector<Argument>& arguments,
                                           const std::vector<Participant>& taken) const {
    std::vector<Participant> found;
    for (const Argument& argument : arguments)
      for (const Participant& participant : participants_named(doc_, index_.words(), argument.head))
        if (!contains(taken, participant) && !contains(found, participant)) found.push_back(participant);
    return found;
  }

  // A prepositional phrase may hang on a neighbour instead: "imposed [sanctions on X]", "an attack by [rebels on X]",
  // "called for [talks with X]".
  std::vector<Argument> arguments_of_neighbours(const SlotChoice& choice, const Match& match) const {
    std::vector<Argument> found;
    for (const Argument& neighbour : predicate_.arguments) {
      if (neighbour.inherited || !lends_phrases(neighbour, match)) continue;
      const Predicate* noun = index_.headed_by(neighbour.head);
      if (noun == nullptr || noun->kind != PredicateKind::noun) continue;
      for (const Argument& argument : noun->with(Slot::oblique, choice.preposition)) found.push_back(argument);
      // "returned dozens of statues [to X]"
      const TokenId counted = index_.words().counted_noun(doc_, neighbour.head);
      if (const Predicate* things = counted == kNone ? nullptr : index_.headed_by(counted); things != nullptr)
        for (const Argument& argument : things->with(Slot::oblique, choice.preposition)) found.push_back(argument);
    }
    for (const Argument& argument : arguments_of_inner_nouns(choice, match)) found.push_back(argument);
    return found;
  }

  // "attended a [NATO] summit": the body that stands before the noun that fills the verb out. States may only tell
  // where it was.
  std::vector<Argument> modifiers_of_consumed(const Match& match) const {
    std::vector<Argument> found;
    for (TokenId consumed : match.consumed)
      if (const Predicate* noun = index_.headed_by(consumed); noun != nullptr)
        for (const Argument& modifier : noun->with(Slot::modifier))
          if (names_body(modifier.head)) found.push_back(modifier);
    return found;
  }

  bool names_body(TokenId token) const {
    const MentionId mention = doc_.mention_headed_by(token);
    return mention != kNone && doc_.mentions[mention].entity != kNone &&
           doc_.entities[doc_.mentions[mention].entity].kind == EntityKind::organisation;
  }

  // "claimed responsibility for [the attack on X]": the noun that fills the frame out stands below a neighbour.
  std::vector<Argument> arguments_of_inner_nouns(const SlotChoice& choice, const Match& match) const {
    std::vector<Argument> found;
    for (TokenId noun : match.consumed) {
      if (is_argument(noun)) continue;
      if (const Predicate* inner = index_.headed_by(noun); inner != nullptr)
        for (const Argument& argument : inner->with(Slot::oblique, choice.preposition)) found.push_back(argument);
    }
    return found;
  }

  bool is_argument(TokenId token) const {
    return std::any_of(predicate_.arguments.begin(), predicate_.arguments.end(),
                       [&](const Argument& argument) { return argument.head == token; });
  }

  // "agreed to lift sanctions [against X]": the phrase hangs on what the complement acts on. "repeated its promise [to
  // help X]": the clause hangs on the noun that fills out the verb.
  std::vector<Argument> arguments_below_nouns(const SlotChoice& choice, const Match& match) const {
    std::vector<Argument> found;
    if (choice.slot == Slot::oblique)
      for (const Argument& object : index_.arguments(predicate_, {Slot::object, {}, true}))
        if (const Predicate* noun = index_.headed_by(object.head); noun != nullptr && noun->kind == PredicateKind::noun)
          for (const Argument& argument : noun->with(Slot::oblique, choice.preposition)) found.push_back(argument);
    for (TokenId noun : match.consumed)
      if (const Predicate* predicate = index_.headed_by(noun); predicate != nullptr)
        for (const Argument& argument : index_.arguments(*predicate, choice)) found.push_back(argument);
    return found;
  }

  // The recipient by what is his: "condemned X's decision", "rejected a demand made by X", "launched an investigation
  // into the dealings of X". Who acts is never told so: "welcomed the minister's visit" is no visit of his host.
  // Nor is who suffers: "condemned the attack on X" blames whoever made it.
  std::vector<Participant> parties_behind_choices(const CodebookRow& row, const Match& match) const {
    const bool judges = row.type == "ACCUSE" || row.type == "SUPPORT" || row.type == "PROTEST";
    for (const SlotChoice& choice : row.recipient) {
      if (choice.slot == Slot::subject) continue;
      std::vector<Argument> things = arguments_near(choice, match);
      if (choice.of_complement)
        for (const Argument& thing : arguments_below_nouns(choice, match)) things.push_back(thing);
      std::vector<Participant> found;
      for (const Argument& thing : things)
        for (const Participant& party :
             parties_behind(doc_, index_, thing.head, judges ? judged(thing.head) : Behind::anybody))
          if (!contains(match.actors, party) && !contains(found, party)) found.push_back(party);
      if (!found.empty()) return found;
    }
    return judges ? std::vector<Participant>{} : aimed_at(match);
  }

  // "dropped a probe [directed against X]".
  std::vector<Participant> aimed_at(const Match& match) const {
    for (TokenId noun : match.consumed) {
      std::vector<Participant> found = parties_aimed_at(doc_, index_, noun);
      std::erase_if(found, [&](const Participant& one) { return contains(match.actors, one); });
      if (!found.empty()) return found;
    }
    return {};
  }

  // Whoever condemns the killing of X does not condemn X.
  Behind judged(TokenId thing) const {
    const bool is_act = codebook_.rows_for(doc_.tokens[thing].lemma, PredicateKind::noun) != nullptr;
    return is_act ? Behind::doers : Behind::makers;
  }

  static bool lends_phrases(const Argument& neighbour, const Match& match) {
    if (neighbour.slot == Slot::object) return true;
    if (neighbour.slot == Slot::oblique && (neighbour.preposition == "by" || neighbour.preposition == "of"))
      return true;
    return std::find(match.consumed.begin(), match.consumed.end(), neighbour.head) != match.consumed.end();
  }

  static bool contains(const std::vector<Participant>& participants, const Participant& one) {
    return std::any_of(participants.begin(), participants.end(),
                       [&](const Participant& p) { return p.head == one.head || p.entity == one.entity; });
  }

  void keep_kinds(const CodebookRow& row, std::vector<Participant>& participants) const {
    if (row.recipient_kinds.empty()) return;
    std::erase_if(participants, [&](const Participant& p) {
      const auto& kinds = row.recipient_kinds;
      return std::find(kinds.begin(), kinds.end(), doc_.entities[p.entity].kind) == kinds.end();
    });
  }

  bool has_several(const std::vector<Participant>& actors) const {
    if (actors.size() > 1) return true;
    if (actors.empty()) return false;
    const MentionId mention = doc_.mention_headed_by(actors.front().head);
    return mention != kNone && doc_.mentions[mention].plural;
  }

  const Document& doc_;
  const Codebook& codebook_;
  const PredicateIndex& index_;
  const Predicate& predicate_;
};

}  // namespace

Match match_predicate(const Document& doc, const Codebook& codebook, const PredicateIndex& index,
                      const Predicate& predicate, std::vector<std::string>* rejected) {
  Match best;
  const auto* rows = rows_for_head(doc, codebook, predicate);
  if (rows == nullptr) return best;

  const RowMatcher matcher(doc, codebook, index, predicate);
  for (const CodebookRow& row : *rows) {
    Match match;
    const std::string_view problem = matcher.fit(row, match);
    if (!problem.empty()) {
      if (rejected != nullptr) rejected->push_back(row.name + ": " + std::string(problem));
      continue;
    }
    if (best.row == nullptr || match.score > best.score) best = std::move(match);
  }
  if (best.row == nullptr) return best;
  drop_whom_hostility_spares(doc, codebook, index, predicate, best);
  if (best.recipients.empty()) best.recipients = concerned_by_acts_below(doc, codebook, index, predicate, best);
  if (best.recipients.empty() && best.row->recipient_kinds.empty())
    best.recipients = concerned_around(doc, codebook, index, predicate, best);
  return best;
}

}  // namespace verbale
