// First what a row may ask of the clause below, then whom the act in it concerns.
#include "coding/acts_below.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "coding/participants.h"
#include "coding/parties.h"

namespace verbale {
namespace {

// ---- the clause that a row wants ----------------------------------------------------------------------------------

bool has_auxiliary(const Document& doc, TokenId verb, const WordSet& words) {
  for (TokenId aux : children(doc, verb, Dep::aux))
    if (words.contains(doc.tokens[aux].lower)) return true;
  return false;
}

constexpr std::array<std::string_view, 6> kSpeakersPronouns = {"it", "he", "she", "they", "we", "i"};

// "his country", "their government": what acts for its owner.
constexpr std::array<std::string_view, 9> kBodies = {"country", "government", "administration", "ministry", "party",
                                                     "army",    "military",   "group",          "company"};

// True when who acts below is the speaker, or acts for the speaker.
bool is_speaker(const Document& doc, const PredicateIndex& index, TokenId subject,
                const std::vector<Participant>& speakers) {
  const std::vector<Participant> named = participants_named(doc, index.words(), subject);
  for (const Participant& one : named)
    if (contains_entity(speakers, one.entity)) return true;
  const Token& token = doc.tokens[subject];
  if (token.pos == Pos::pron) return named.empty() && is_one_of(token.lower, kSpeakersPronouns);
  if (!is_one_of(token.lemma, kBodies)) return false;
  const TokenId owner = first_child(doc, subject, Dep::poss);
  return owner != kNone && doc.tokens[owner].tag == "PRP$";
}

bool is_told_of(const Document& doc, const PredicateIndex& index, const Predicate& act, ClauseBelow::Who who,
                const std::vector<Participant>& actors) {
  if (who == ClauseBelow::Who::anybody) return true;
  const ArgumentsIn subjects = act.with(act.passive ? Slot::object : Slot::subject);
  if (subjects.empty()) return false;
  return is_speaker(doc, index, subjects.front().head, actors) == (who == ClauseBelow::Who::same);
}

}  // namespace

bool is_clause_wanted(const Document& doc, const PredicateIndex& index, TokenId verb, const ClauseBelow& wanted,
                      const std::vector<Participant>& actors) {
  const Predicate* act = index.headed_by(verb);
  if (act == nullptr || act->kind != PredicateKind::verb || has_perfect(doc, verb)) return false;
  if (!wanted.auxiliaries.empty() && !has_auxiliary(doc, verb, wanted.auxiliaries)) return false;
  return is_told_of(doc, index, *act, wanted.who, actors);
}

namespace {

// ---- whom it concerns ---------------------------------------------------------------------------------------------

// Types whose events are about another act.
constexpr std::array<std::string_view, 5> kAboutActs = {"AGREE", "REJECT", "THREATEN", "REQUEST", "CONCEDE"};

// Where a verb without a row of its own has whom it concerns.
constexpr std::array<SlotChoice, 8> kConcerned = {{{Slot::dative, {}},
                                                   {Slot::object, {}},
                                                   {Slot::oblique, "to"},
                                                   {Slot::oblique, "with"},
                                                   {Slot::oblique, "from"},
                                                   {Slot::oblique, "against"},
                                                   {Slot::oblique, "for"},
                                                   {Slot::oblique, "on"}}};

bool is_turned_by_hostility(const CodebookRow& row) { return row.type == "AGREE" || row.type == "REJECT"; }

class ConcernedFinder {
 public:
  ConcernedFinder(const Document& doc, const Codebook& codebook, const PredicateIndex& index, const Match& match)
      : doc_(doc), codebook_(codebook), index_(index), match_(match) {}

  std::vector<Participant> find(const Predicate& predicate) const {
    std::vector<Participant> found = find_below(predicate);
    for (TokenId noun : match_.consumed) {
      const Predicate* consumed = index_.headed_by(noun);
      if (found.empty() && consumed != nullptr) found = find_below(*consumed);
    }
    return found;
  }

 private:
  std::vector<Participant> find_below(const Predicate& upper) const {
    for (const Argument& complement : upper.with(Slot::complement))
      if (std::vector<Participant> found = concerned_by(complement.head); !found.empty()) return found;
    return {};
  }

  std::vector<Participant> concerned_by(TokenId verb) const {
    const Predicate* act = index_.headed_by(verb);
    if (act == nullptr || act->kind != PredicateKind::verb || is_somebody_elses(*act) || is_denied(*act)) return {};
    const Match below = match_predicate(doc_, codebook_, index_, *act);
    if (below.row == nullptr) return without(parties_of(*act), match_.actors);
    if (turns_round(*below.row)) return {};
    // "said he would meet X": those who act with the speaker are concerned as well.
    return without(below.recipients.empty() ? below.actors : below.recipients, match_.actors);
  }

  // Troops that are offered are sent to help.
  bool turns_round(const CodebookRow& below) const {
    return below.quad >= 3 && below.type != "MOBILIZE" && is_turned_by_hostility(*match_.row);
  }

  // "denied targeting X" rejects whoever says so, not X; "refused to meet X" rejects X.
  bool is_denied(const Predicate& act) const {
    return match_.row->type == "REJECT" && doc_.tokens[act.head].tag == "VBG" && match_.recipients.empty();
  }

  // "agreed that X should …": what another does concerns him in the row's own slots or not at all.
  bool is_somebody_elses(const Predicate& act) const {
    for (const Argument& subject : act.with(Slot::subject))
      if (!subject.inherited) return true;
    return false;
  }

  std::vector<Participant> parties_of(const Predicate& act) const {
    for (const SlotChoice& choice : kConcerned)
      for (const Argument& argument : act.with(choice.slot, choice.preposition))
        if (std::vector<Participant> found = parties_behind(doc_, index_, argument.head); !found.empty()) return found;
    return {};
  }

  const Document& doc_;
  const Codebook& codebook_;
  const PredicateIndex& index_;
  const Match& match_;
};

}  // namespace

std::vector<Participant> concerned_by_acts_below(const Document& doc, const Codebook& codebook,
                                                 const PredicateIndex& index, const Predicate& predicate,
                                                 const Match& match) {
  if (!is_one_of(match.row->type, kAboutActs)) return {};
  return ConcernedFinder(doc, codebook, index, match).find(predicate);
}

void drop_whom_hostility_spares(const Document& doc, const Codebook& codebook, const PredicateIndex& index,
                                const Predicate& predicate, Match& match) {
  if (match.recipients.empty() || !is_turned_by_hostility(*match.row)) return;
  for (const Argument& complement : predicate.with(Slot::complement)) {
    const Predicate* act = index.headed_by(complement.head);
    if (act == nullptr || act->kind != PredicateKind::verb) continue;
    const Match below = match_predicate(doc, codebook, index, *act);
    if (below.row == nullptr || below.row->quad < 3) continue;
    match.recipients = without(std::move(match.recipients), below.recipients);
  }
}

}  // namespace verbale
