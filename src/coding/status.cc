// Walks from the event up the tree, asking of every word on the way what it does to the truth of what it governs.
//
// A nominal event that is new to the reader ("merger talks", "an attack") lies in the scope of the clause that it is
// the object of: "did not make an offer", "could lead to war". One that is known ("the attack") is taken for granted.
#include "coding/status.h"

#include <algorithm>
#include <array>

#include "coding/status_clause.h"

namespace verbale {
namespace {

// How far a status takes an event from being a plain fact: on a path, the farthest wins.
int distance_from_fact(EventStatus status) {
  constexpr int kDistance[] = {0, 1, 2, 3, 4, 7, 6, 5};
  return kDistance[size_t(status)];
}

// Verbs whose complement is what is reported: beyond them the status is the speaker's business (said_by).
constexpr std::array<std::string_view, 14> kReportVerbs = {"say",     "tell",   "report",  "state",  "announce",
                                                           "add",     "note",   "claim",   "write",  "show",
                                                           "confirm", "reveal", "declare", "explain"};
constexpr std::array<std::string_view, 4> kInsteads = {"instead", "rather", "short", "lieu"};
constexpr std::array<std::string_view, 4> kScopedPrepositions = {"for", "to", "into", "with"};

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void StatusReading::apply(EventStatus farther, Span cue) {
  if (distance_from_fact(farther) <= distance_from_fact(status)) return;
  status = farther;
  cues.push_back({false, cue});
}

class StatusReader {
 public:
  StatusReader(const StatusTables& tables, const Document& doc, const Predicate& predicate)
      : tables_(tables), doc_(doc), predicate_(predicate), clause_(tables, doc, reading_) {}

  StatusReading read() {
    if (predicate_.kind == PredicateKind::noun) clause_.read_modifiers(predicate_.head);
    const TokenId anchor = predicate_.carrier != kNone ? predicate_.carrier : predicate_.head;
    if (is_verb(at(anchor))) clause_.read_own(anchor);
    climb(anchor);
    read_question();
    return std::move(reading_);
  }

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }
  void apply(EventStatus status, TokenId cue) { reading_.apply(status, at(cue).span); }

  // Up the tree, until a boundary: a finite clause that stands for itself.
  void climb(TokenId token) {
    for (int steps = 0; steps < 12 && at(token).head != token; ++steps) {
      const TokenId governor = at(token).head;
      if (!pass(token, governor)) return;
      token = governor;
    }
  }

  // Reads what the governor does to its dependent; false when the path ends here.
  bool pass(TokenId token, TokenId governor) {
    switch (at(token).dep) {
      case Dep::conj:
        return !is_finite(token) || is_finite(governor);
      case Dep::xcomp:
      case Dep::ccomp:
      case Dep::acomp:
      case Dep::attr:
      case Dep::oprd:
        return pass_embedding(token, governor, "comp");
      case Dep::dobj:
      case Dep::nsubjpass:
        return token != predicate_.carrier && pass_embedding(token, governor, "obj");
      case Dep::nsubj:
        return token != predicate_.carrier && pass_embedding(token, governor, "subj");
      case Dep::pobj:
      case Dep::pcomp:
        return pass_preposition(token, governor);
      case Dep::acl:
        return pass_noun_clause(token, governor);
      case Dep::relcl:
        if (clause_.has_to(token) || tables_.embedding(at(governor), "comp") != nullptr)
          return pass_noun_clause(token, governor);
        if (clause_.is_negated(governor)) apply(EventStatus::not_happened, governor);
        return false;
      case Dep::advcl:
        return pass_adverbial(token, governor);
      default:
        return false;
    }
  }

  bool is_finite(TokenId verb) const { return at(verb).tag == "VBD" || at(verb).tag == "VBZ" || at(verb).tag == "VBP"; }

  bool pass_embedding(TokenId token, TokenId governor, std::string_view relation) {
    const StatusTables::Embedding* row = nullptr;
    if (relation == "obj" && is_speech(token)) row = tables_.embedding(at(governor), "act");
    if (row == nullptr && token != predicate_.head && has_claim(token)) row = tables_.embedding(at(governor), "claim");
    if (row == nullptr && relation == "obj" && is_nominal(at(token)) && is_new(token))
      row = tables_.embedding(at(governor), "new");
    if (row == nullptr) row = tables_.embedding(at(governor), relation);
    if (row == nullptr) return pass_unknown(token, governor, relation);
    read_embedding(*row, token, governor);
    clause_.read_governing(governor);
    return true;
  }

  void read_embedding(const StatusTables::Embedding& row, TokenId token, TokenId governor) {
    if (is_ahead_of(token, governor)) return apply(EventStatus::not_happened, governor);
    if (clause_.is_negated(governor)) return apply(row.negated, governor);
    if (!row.transparent) apply(row.status, governor);
    const bool goes_on = at(governor).lemma == "continue" || at(governor).lemma == "keep";
    if (goes_on && (at(governor).tag == "VBZ" || at(governor).tag == "VBP")) apply(EventStatus::ongoing, governor);
  }

  // "have yet to agree", "are yet to meet".
  bool is_ahead_of(TokenId token, TokenId governor) const {
    if (at(governor).lemma != "have" && at(governor).lemma != "be") return false;
    return holds_word(token, "yet") || holds_word(governor, "yet");
  }

  bool holds_word(TokenId governor, std::string_view word) const {
    for (TokenId child : children(doc_, governor, Dep::advmod))
      if (at(child).lower == word) return true;
    return false;
  }

  // "rejected a demand": the demand was made. Nouns that have a content of their own are acts of speech.
  bool is_speech(TokenId noun) const {
    return noun == predicate_.head && is_nominal(at(noun)) && tables_.embedding(at(noun), "comp") != nullptr;
  }

  // A noun that has a clause for its content: "reports that …", "claims to …".
  bool has_claim(TokenId noun) const {
    if (!is_nominal(at(noun))) return false;
    return first_child(doc_, noun, Dep::acl) != kNone || first_child(doc_, noun, Dep::ccomp) != kNone ||
           first_child(doc_, noun, Dep::relcl) != kNone;
  }

  bool pass_unknown(TokenId token, TokenId governor, std::string_view relation) {
    if (relation == "obj") return is_verb(at(governor)) && pass_scope(token, governor);
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

  // "is to visit" is planned; "was to have visited" did not come about.
  void read_be_to(TokenId token, TokenId governor) {
    if (const TokenId judgement = judgement_of(governor); judgement != kNone)
      return read_judgement(judgement, governor);
    bool perfect = false;
    for (TokenId aux : children(doc_, token, Dep::aux)) perfect |= at(aux).lower == "have";
    apply(perfect || is_ahead_of(token, governor) ? EventStatus::not_happened : EventStatus::planned, governor);
  }

  // "It is necessary to meet": the adjective or noun beside the copula decides.
  TokenId judgement_of(TokenId copula) const {
    const TokenId adjective = first_child(doc_, copula, Dep::acomp);
    return adjective != kNone ? adjective : first_child(doc_, copula, Dep::attr);
  }

  void read_judgement(TokenId judgement, TokenId copula) {
    const StatusTables::Embedding* row = tables_.embedding(at(judgement), "comp");
    if (row == nullptr) return apply(EventStatus::possible, judgement);
    if (clause_.is_negated(copula)) return apply(row->negated, judgement);
    if (!row->transparent) apply(row->status, judgement);
  }

  // A nominal event that is new to the reader shares the fate of the clause that it stands in.
  bool pass_scope(TokenId noun, TokenId verb) {
    if (!is_nominal(at(noun)) || !is_new(noun)) return false;
    clause_.read_governing(verb);
    if (clause_.is_negated(verb)) apply(EventStatus::not_happened, verb);
    return true;
  }

  bool is_new(TokenId noun) const {
    if (at(noun).pos == Pos::propn || first_child(doc_, noun, Dep::poss) != kNone) return false;
    const TokenId determiner = first_child(doc_, noun, Dep::det);
    if (determiner == kNone) return true;
    const std::string_view word = at(determiner).lower;
    return word == "a" || word == "an" || word == "any" || word == "another" || word == "no" || word == "some";
  }

  bool pass_preposition(TokenId token, TokenId preposition) {
    TokenId governor = at(preposition).head;
    if (replaces(preposition)) return apply(EventStatus::not_happened, preposition), false;
    const StatusTables::Embedding* row = tables_.embedding(at(governor), at(preposition).lower);
    if (row == nullptr && hangs_too_low(governor)) {
      row = tables_.embedding(at(at(governor).head), at(preposition).lower);
      if (row != nullptr) governor = at(governor).head;
    }
    if (row == nullptr) return pass_unknown_preposition(token, preposition, governor);
    if (clause_.is_negated(governor))
      apply(row->negated, governor);
    else if (!row->transparent)
      apply(row->status, governor);
    if (is_verb(at(governor))) clause_.read_governing(governor);
    climb(governor);
    return false;
  }

  // "accused the rebels of …", "shied away from …": the phrase belongs to the verb.
  bool hangs_too_low(TokenId governor) const {
    const Dep dep = at(governor).dep;
    return (dep == Dep::dobj || dep == Dep::advmod || dep == Dep::prt) && is_verb(at(at(governor).head));
  }

  // "without", "instead of attacking", "rather than attack".
  bool replaces(TokenId preposition) const {
    if (at(preposition).lower == "without" || at(preposition).lower == "instead") return true;
    const TokenId outer = at(preposition).head;
    return is_one_of(at(outer).lower, kInsteads) && outer + 1 == preposition;
  }

  bool pass_unknown_preposition(TokenId token, TokenId preposition, TokenId governor) {
    if (is_verb(at(governor)) && is_one_of(at(preposition).lower, kScopedPrepositions))
      return pass_scope(token, governor), false;
    if (is_nominal(at(governor)) && is_new(token) && clause_.is_negated(governor))
      return apply(EventStatus::not_happened, governor), false;
    return pass_purpose(token, preposition, governor);
  }

  // "a platform for dialogue": what something is for need not have happened. "for" after a verb is a reason as often.
  bool pass_purpose(TokenId token, TokenId preposition, TokenId governor) {
    const bool bare = first_child(doc_, token, Dep::det) == kNone && first_child(doc_, token, Dep::poss) == kNone;
    if (at(preposition).lower == "for" && bare && !is_verb(at(governor))) apply(EventStatus::possible, preposition);
    return false;
  }

  // "a plan to attack", "the first leader to visit", "a report that …", "no proof linking …".
  bool pass_noun_clause(TokenId token, TokenId governor) {
    const bool to = clause_.has_to(token);
    const StatusTables::Embedding* row = tables_.embedding(at(governor), "comp");
    const bool states_content = to || at(token).dep == Dep::relcl || first_child(doc_, token, Dep::mark) != kNone;
    if (row != nullptr && states_content) {
      if (clause_.is_negated(governor))
        apply(row->negated, governor);
      else if (!row->transparent)
        apply(row->status, governor);
      clause_.read_modifiers(governor);
      climb(governor);
      return false;
    }
    if (clause_.is_negated(governor)) apply(EventStatus::not_happened, governor);
    if (to && !has_ordinal(governor)) apply(EventStatus::possible, token);
    if (!to && states_content) climb(governor);
    return false;
  }

  bool has_ordinal(TokenId noun) const {
    for (TokenId child : children(doc_, noun, Dep::amod))
      if (at(child).lower == "first" || at(child).lower == "last" || at(child).lower == "only" ||
          at(child).lower == "latest")
        return true;
    return false;
  }

  // A purpose is intended, not done; a participle shares its clause's fate; other clauses stand for themselves.
  bool pass_adverbial(TokenId token, TokenId governor) {
    if (holds_word(governor, "too") && clause_.has_to(token)) return apply(EventStatus::not_happened, governor), false;
    if (!clause_.has_to(token)) return pass_participle(token, governor);
    if (tables_.embedding(at(governor), "comp") != nullptr) return pass_embedding(token, governor, "comp");
    apply(EventStatus::planned, token);
    if (is_verb(at(governor)) && clause_.is_negated(governor)) apply(EventStatus::not_happened, governor);
    return false;
  }

  bool pass_participle(TokenId token, TokenId governor) {
    const bool bare = at(token).tag == "VBG" && first_child(doc_, token, Dep::mark) == kNone &&
                      first_child(doc_, token, Dep::nsubj) == kNone;
    if (!bare || token < governor || !is_verb(at(governor))) return false;
    clause_.read_governing(governor);
    return true;
  }

  // A question asserts nothing.
  void read_question() {
    const Sentence& sentence = doc_.sentences[at(predicate_.head).sentence];
    for (TokenId t = sentence.tokens.end; t-- > sentence.tokens.begin;) {
      if (at(t).pos != Pos::punct && at(t).pos != Pos::space) return;
      if (at(t).lower == "?") return apply(EventStatus::unclear, t);
    }
  }

  const StatusTables& tables_;
  const Document& doc_;
  const Predicate& predicate_;
  StatusReading reading_;
  ClauseReader clause_;
};

StatusReading StatusTables::read(const Document& doc, const Predicate& predicate) const {
  return StatusReader(*this, doc, predicate).read();
}

}  // namespace verbale
