// What the word above an event does to it: verbs and nouns by the tables, prepositions, and the clause that a new
// nominal event lies in.
#include <array>

#include "base/words.h"
#include "coding/status_reader.h"

namespace verbale {
namespace {

// Verbs whose complement is what is reported: beyond them the status is the speaker's business (said_by).
constexpr std::array<std::string_view, 14> kReportVerbs = {"say",     "tell",   "report",  "state",  "announce",
                                                           "add",     "note",   "claim",   "write",  "show",
                                                           "confirm", "reveal", "declare", "explain"};
constexpr std::array<std::string_view, 4> kInsteads = {"instead", "rather", "short", "lieu"};
constexpr std::array<std::string_view, 4> kScopedPrepositions = {"for", "to", "into", "with"};

}  // namespace

bool StatusReader::pass_embedding(TokenId token, TokenId governor, std::string_view relation) {
  const StatusTables::Embedding* row = nullptr;
  if (relation == "obj" && is_speech(token)) row = tables_.embedding(at(governor), "act");
  if (row == nullptr && token != predicate_.head && has_claim(token)) row = tables_.embedding(at(governor), "claim");
  if (row == nullptr && relation == "obj" && is_nominal(at(token)) && is_new(token))
    row = tables_.embedding(at(governor), "new");
  if (row == nullptr) row = with_particle(governor, relation);
  if (row == nullptr) row = tables_.embedding(at(governor), relation);
  if (row == nullptr) return pass_unknown(token, governor, relation);
  if (row->status == EventStatus::wanted && is_asked_about(token)) return false;
  if (row->ends) return read_end(governor), false;
  read_embedding(*row, token, governor);
  clause_.read_governing(governor);
  return true;
}

// "asked why they had attacked": what is asked about is taken for granted.
bool StatusReader::is_asked_about(TokenId clause) const {
  if (at(clause).dep != Dep::ccomp) return false;
  const std::string_view first = at(at(clause).left_edge).lower;
  return first == "why" || first == "how" || first == "when" || first == "where";
}

// "ruled out stepping down": the particle turns the verb's meaning.
const StatusTables::Embedding* StatusReader::with_particle(TokenId verb, std::string_view relation) const {
  const TokenId particle = first_child(doc_, verb, Dep::prt);
  if (particle == kNone) return nullptr;
  return tables_.embedding(at(verb), std::string(at(particle).lower) + " " + std::string(relation));
}

void StatusReader::read_embedding(const StatusTables::Embedding& row, TokenId token, TokenId governor) {
  // "urged Washington not to impose sanctions": they may come, and are not wanted.
  const bool asks = row.status == EventStatus::wanted || at(governor).lemma == "warn";
  const bool averted = asks && reading_.status == EventStatus::not_happened;
  if (averted && token == predicate_.anchor() && looks_ahead(token)) reading_.status = EventStatus::possible;
  if (is_ahead_of(token, governor)) return apply(EventStatus::not_happened, governor);
  if (clause_.is_negated(governor)) return apply(row.negated, governor);
  if (!row.transparent) apply(was_planned_then(row, governor) ? EventStatus::unclear : row.status, governor);
  const bool goes_on = at(governor).lemma == "continue" || at(governor).lemma == "keep";
  if (goes_on && (at(governor).tag == "VBZ" || at(governor).tag == "VBP")) apply(EventStatus::ongoing, governor);
}

// "must stop attacking", "called for an end to the siege": until the end is a fact, it goes on.
void StatusReader::read_end(TokenId end) {
  Predicate ending;
  ending.head = end;
  ending.kind = is_verb(at(end)) ? PredicateKind::verb : PredicateKind::noun;
  const EventStatus status = StatusReader(tables_, doc_, ending).read().status;
  if (status != EventStatus::happened && status != EventStatus::ongoing) apply(EventStatus::ongoing, end);
}

// "had been expected to host": what became of it is not told.
bool StatusReader::was_planned_then(const StatusTables::Embedding& row, TokenId governor) const {
  if (row.status != EventStatus::planned || first_child(doc_, governor, Dep::auxpass) == kNone) return false;
  for (TokenId aux : children(doc_, governor, Dep::aux))
    if (at(aux).lower == "had") return true;
  return false;
}

// "have yet to agree", "are yet to meet".
bool StatusReader::is_ahead_of(TokenId token, TokenId governor) const {
  if (at(governor).lemma != "have" && at(governor).lemma != "be") return false;
  return holds_word(token, "yet") || holds_word(governor, "yet");
}

bool StatusReader::holds_word(TokenId governor, std::string_view word) const {
  for (TokenId child : children(doc_, governor, Dep::advmod))
    if (at(child).lower == word) return true;
  return false;
}

// "rejected a demand": the demand was made. Nouns that have a content of their own are acts of speech.
bool StatusReader::is_speech(TokenId noun) const {
  return noun == predicate_.head && is_nominal(at(noun)) && tables_.embedding(at(noun), "comp") != nullptr;
}

// A noun that has a clause for its content: "reports that …", "claims to …".
bool StatusReader::has_claim(TokenId noun) const {
  if (!is_nominal(at(noun))) return false;
  return first_child(doc_, noun, Dep::acl) != kNone || first_child(doc_, noun, Dep::ccomp) != kNone ||
         first_child(doc_, noun, Dep::relcl) != kNone;
}

bool StatusReader::pass_unknown(TokenId token, TokenId governor, std::string_view relation) {
  if (relation == "obj") return is_verb(at(governor)) && pass_scope(token, governor);
  if (relation == "subj") return pass_supposed(token, governor);
  if (relation != "comp") return false;
  if (is_one_of(at(governor).lemma, kReportVerbs)) return false;
  if (at(governor).lemma == "be" && clause_.has_to(token)) return read_be_to(token, governor), true;
  if (is_ahead_of(token, governor)) return apply(EventStatus::not_happened, governor), true;
  if (holds_word(governor, "too") && clause_.has_to(token)) return apply(EventStatus::not_happened, governor), true;
  if (at(token).dep == Dep::ccomp) return false;
  if (is_nominal(at(token)) && !is_new(token)) return false;
  clause_.read_governing(governor);
  if (clause_.is_negated(governor)) apply(EventStatus::not_happened, governor);
  return true;
}

// "An attack on the ships would trigger the pact": what it would bring about has not come about, nor has it.
bool StatusReader::pass_supposed(TokenId subject, TokenId verb) {
  // "reports that it would attack were baseless": the judgement is on what they say.
  const TokenId judgement = at(verb).lemma == "be" ? judgement_of(verb) : kNone;
  const StatusTables::Embedding* row = judgement == kNone ? nullptr : tables_.embedding(at(judgement), "subj");
  if (row != nullptr && has_claim(subject)) read_embedding(*row, subject, judgement);
  if (!is_nominal(at(subject)) || !is_new(subject)) return false;
  for (TokenId aux : children(doc_, verb, Dep::aux))
    if (at(aux).tag == "MD") apply(EventStatus::possible, aux);
  return false;
}

// "is to visit" is planned; "was to have visited" did not come about.
void StatusReader::read_be_to(TokenId token, TokenId governor) {
  if (const TokenId judgement = judgement_of(governor); judgement != kNone) return read_judgement(judgement, governor);
  apply(has_perfect(doc_, token) || is_ahead_of(token, governor) ? EventStatus::not_happened : EventStatus::planned,
        governor);
}

// "It is necessary to meet": the adjective or noun beside the copula decides.
TokenId StatusReader::judgement_of(TokenId copula) const {
  const TokenId adjective = first_child(doc_, copula, Dep::acomp);
  return adjective != kNone ? adjective : first_child(doc_, copula, Dep::attr);
}

void StatusReader::read_judgement(TokenId judgement, TokenId copula) {
  const StatusTables::Embedding* row = tables_.embedding(at(judgement), "comp");
  if (row == nullptr) return apply(EventStatus::possible, judgement);
  if (clause_.is_negated(copula)) return apply(row->negated, judgement);
  if (!row->transparent) apply(row->status, judgement);
}

// A nominal event that is new to the reader shares the fate of the clause that it stands in.
bool StatusReader::pass_scope(TokenId noun, TokenId verb) {
  if (!is_nominal(at(noun)) || !is_new(noun)) return false;
  clause_.read_governing(verb);
  if (clause_.is_negated(verb)) apply(EventStatus::not_happened, verb);
  return true;
}

bool StatusReader::is_new(TokenId noun) const {
  if (at(noun).pos == Pos::propn || first_child(doc_, noun, Dep::poss) != kNone) return false;
  const TokenId determiner = first_child(doc_, noun, Dep::det);
  if (determiner == kNone) return true;
  const std::string_view word = at(determiner).lower;
  return word == "a" || word == "an" || word == "any" || word == "another" || word == "no" || word == "some";
}

bool StatusReader::pass_preposition(TokenId token, TokenId preposition) {
  TokenId governor = at(preposition).head;
  if (replaces(preposition)) return apply(EventStatus::not_happened, preposition), false;
  const StatusTables::Embedding* row = tables_.embedding(at(governor), at(preposition).lower);
  if (row == nullptr && hangs_too_low(governor)) {
    row = tables_.embedding(at(at(governor).head), at(preposition).lower);
    if (row != nullptr) governor = at(governor).head;
  }
  if (row == nullptr) return pass_unknown_preposition(token, preposition, governor);
  if (row->status == EventStatus::wanted && is_asked_about(token)) return false;
  if (row->ends) return read_end(governor), false;
  if (clause_.is_negated(governor))
    apply(row->negated, governor);
  else if (!row->transparent)
    apply(row->status, governor);
  if (is_verb(at(governor))) clause_.read_governing(governor);
  climb(governor);
  return false;
}

// "accused the rebels of …", "shied away from …": the phrase belongs to the verb.
bool StatusReader::hangs_too_low(TokenId governor) const {
  const Dep dep = at(governor).dep;
  return (dep == Dep::dobj || dep == Dep::advmod || dep == Dep::prt) && is_verb(at(at(governor).head));
}

// "without", "instead of attacking", "rather than attack".
bool StatusReader::replaces(TokenId preposition) const {
  if (at(preposition).lower == "without" || at(preposition).lower == "instead") return true;
  const TokenId outer = at(preposition).head;
  return is_one_of(at(outer).lower, kInsteads) && outer + 1 == preposition;
}

bool StatusReader::pass_unknown_preposition(TokenId token, TokenId preposition, TokenId governor) {
  if (is_verb(at(governor)) && is_one_of(at(preposition).lower, kScopedPrepositions))
    return pass_scope(token, governor), false;
  if (is_nominal(at(governor)) && is_new(token) && clause_.is_negated(governor))
    return apply(EventStatus::not_happened, governor), false;
  return pass_purpose(token, preposition, governor);
}

// "a platform for dialogue": what something is for need not have happened. "for" after a verb is a reason as often.
bool StatusReader::pass_purpose(TokenId token, TokenId preposition, TokenId governor) {
  const bool bare = first_child(doc_, token, Dep::det) == kNone && first_child(doc_, token, Dep::poss) == kNone;
  if (at(preposition).lower == "for" && bare && !is_verb(at(governor))) apply(EventStatus::possible, preposition);
  return false;
}

}  // namespace verbale
