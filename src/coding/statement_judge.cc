// A cue fails here when its speech has not taken place (purposes), is nobody's (thoughts of "I" and "you"), or is no
// news (conditions under which a source spoke).
#include "coding/statement_judge.h"

#include <algorithm>
#include <string>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr int kClimbsMax = 4;

bool is_first_or_second(std::string_view word) {
  return word == "i" || word == "we" || word == "you" || word == "me" || word == "us";
}

// The verb that says it: the cue, or the one that its noun or adjective completes.
TokenId predicate_of(const StatementCue& cue) { return cue.form == CueForm::verb ? cue.token : cue.predicate; }

bool is_thought(const SpeechVerb& reading) {
  return reading.kind == "believe" || reading.kind == "want" || reading.kind == "plan" || reading.kind == "support";
}

}  // namespace

bool StatementJudge::is_reported(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker,
                                 const std::vector<TokenRange>& pieces) const {
  if (cue.form == CueForm::phrase) return speaker.has_value();
  if (speaker && is_nobody(*speaker)) return false;
  if (is_private(cue, speaker) || is_purpose(cue) || is_imagined(cue) || is_manner(cue, pieces)) return false;
  if (asks_for_anonymity(cue) || is_unsaid(cue) || (speaker && is_done_by_thing(cue, *speaker))) return false;
  if (!speaker && (cue.form == CueForm::adjective || (cue.form == CueForm::noun && !cue.takes(kClause)))) return false;
  if (cue.takes(kDocument)) return speaker && (is_evidence(*speaker) || is_finding(cue, *speaker));
  if (!speaker && cue.form == CueForm::verb) return cue.takes(kPassive) || has_quotation(pieces);
  return true;
}

bool StatementJudge::is_nobody(const SpeakerPhrase& speaker) const {
  return is_one_of(doc_.tokens[speaker.tokens.begin].lower,
                   {"nobody", "no", "none", "neither", "anyone", "anybody", "whoever"});
}

// "went there to ask whether": an infinitive that nobody has carried out, unless the governing verb only says how
// ("continued to call for", "declined to say").
bool StatementJudge::is_purpose(const StatementCue& cue) const {
  const TokenId verb = predicate_of(cue);
  if (verb == kNone || !is_infinitive(doc_, verb)) return false;
  const Token& token = doc_.tokens[verb];
  if (!has_dep(token, {Dep::xcomp, Dep::advcl}))
    return has_dep(token, {Dep::acl, Dep::relcl, Dep::ccomp, Dep::pcomp, Dep::csubj});
  return !carries_out(token.head);
}

// "continued to say", "went on to say"
bool StatementJudge::carries_out(TokenId verb) const {
  const TokenId particle = child_with(doc_, verb, {Dep::prt});
  std::string words(doc_.tokens[verb].lemma);
  if (particle != kNone) words += " " + std::string(doc_.tokens[particle].lower);
  return tables_.carries_out(words);
}

// "if they accept that", "they could deny it": nobody has said so yet. What somebody would say is still told of him.
bool StatementJudge::is_imagined(const StatementCue& cue) const {
  const TokenId verb = predicate_of(cue);
  if (verb == kNone) return false;
  if (is_demanded(verb) || is_only_announced(cue, verb)) return true;
  bool open = false;
  bool modal_found = false;
  bool negated = false;
  const bool says = cue.reading->kind == "say" || cue.reading->kind == "ask";
  for_each_child(doc_, verb, [&](TokenId child) {
    const Token& token = doc_.tokens[child];
    const bool condition = token.dep == Dep::mark && is_one_of(token.lower, {"if", "unless"});
    const bool modal = token.dep == Dep::aux && token.tag == "MD" && token.lemma != "will";
    modal_found = modal_found || modal;
    negated = negated || token.dep == Dep::neg;
    open = open || condition || (modal && !says);
  });
  return open || (modal_found && negated);  // "could not say whether"
}

// "demanded that he apologise": a bare form is what somebody is to do; "heard him say", "made him admit" are not.
bool StatementJudge::is_demanded(TokenId verb) const {
  const Token& token = doc_.tokens[verb];
  return token.tag == "VB" && token.dep == Dep::ccomp && child_with(doc_, verb, {Dep::aux}) == kNone &&
         child_with(doc_, verb, {Dep::nsubj}) != kNone &&
         !is_one_of(doc_.tokens[token.head].lemma, {"hear", "see", "make", "let"});
}

// "Berg said the premier would announce a plan": told of him for a day to come, and not what he will say.
bool StatementJudge::is_only_announced(const StatementCue& cue, TokenId verb) const {
  if (child_with(doc_, verb, {Dep::ccomp, Dep::xcomp}) != kNone || !is_told(verb)) return false;
  bool future = false;
  for_each_child(doc_, verb, [&](TokenId child) {
    const Token& token = doc_.tokens[child];
    future = future || (token.dep == Dep::aux && (token.lemma == "will" || token.lower == "would"));
  });
  return future && cue.takes(kObject);
}

// "by opposing the plan", "a suit challenging the law": gerunds that say how or what, unless they carry a clause.
bool StatementJudge::is_manner(const StatementCue& cue, const std::vector<TokenRange>& pieces) const {
  if (cue.form != CueForm::verb || doc_.tokens[cue.token].tag != "VBG") return false;
  if (!has_dep(doc_.tokens[cue.token], {Dep::pcomp, Dep::acl})) return false;
  if (is_thought(*cue.reading) || cue.reading->kind == "reject") return true;
  return !has_quotation(pieces) && std::none_of(pieces.begin(), pieces.end(), [&](TokenRange piece) {
    return std::any_of(doc_.tokens.begin() + piece.begin, doc_.tokens.begin() + piece.end, is_verbal);
  });
}

// "has not claimed responsibility", "did not mention the raid": a thing passed over in silence. A clause under "did not
// say that" is still told of the speaker, and a thought that is not held is a thought.
bool StatementJudge::is_unsaid(const StatementCue& cue) const {
  if (cue.form != CueForm::verb || !cue.takes(kObject) || child_with(doc_, cue.token, {Dep::neg}) == kNone)
    return false;
  return is_one_of(cue.reading->kind, {"say", "demand", "promise", "accuse"}) &&
         child_with(doc_, cue.token, {Dep::ccomp, Dep::xcomp}) == kNone;
}

// "The loan is supported by a guarantee": what names no party speaks for nothing.
bool StatementJudge::is_done_by_thing(const StatementCue& cue, const SpeakerPhrase& speaker) const {
  if (cue.form != CueForm::verb || cue.reading->kind != "support" || doc_.entities.empty()) return false;
  return child_with(doc_, cue.token, {Dep::agent}) != kNone && doc_.tokens[speaker.head].pos == Pos::noun &&
         doc_.mention_headed_by(speaker.head) == kNone;
}

// "who asked not to be named" tells how the source is called, and nothing of the news.
bool StatementJudge::asks_for_anonymity(const StatementCue& cue) const {
  if (cue.form != CueForm::verb) return false;
  const TokenId asked = child_with(doc_, cue.particle == kNone ? cue.token : cue.particle, {Dep::dobj, Dep::pobj});
  if (asked != kNone && doc_.tokens[asked].lower == "anonymity") return true;
  if (!cue.takes(kTo | kObjectTo)) return false;
  const TokenId act = child_with(doc_, cue.token, {Dep::xcomp});
  return act != kNone && tables_.is_naming(doc_.tokens[act].lemma) && is_infinitive(doc_, act) &&
         child_with(doc_, act, {Dep::auxpass}) != kNone;
}

// Thoughts and wishes of "I" and "you", and those that are only mentioned within what another says, are no statements.
bool StatementJudge::is_private(const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) const {
  const bool first_or_second = speaker && is_first_or_second(doc_.tokens[speaker->head].lower);
  const bool quoted = quotations_.at(cue.token) != nullptr;
  if (quoted && (!speaker || first_or_second)) return true;
  const bool mentioned = cue.form == CueForm::adjective || (cue.form == CueForm::noun && cue.particle != kNone);
  if (mentioned && (quoted || is_told(cue.predicate == kNone ? cue.token : cue.predicate))) return true;
  if (!is_thought(*cue.reading)) return false;
  const bool told = is_told(cue.token);  // then it is the word of the one who tells it
  const bool aside = cue.form == CueForm::verb && doc_.tokens[cue.token].dep == Dep::acl;  // "a force backed by Oslo"
  return quoted || first_or_second || told || aside || is_infinitive(doc_, cue.token);
}

// "She said she hopes …": the thought is part of what another cue reports.
bool StatementJudge::is_told(TokenId token) const {
  for (int climbs = 0; climbs < kClimbsMax && doc_.tokens[token].head != token; ++climbs) {
    const TokenId head = doc_.tokens[token].head;
    if (doc_.tokens[token].dep == Dep::ccomp && is_quoting_cue(head)) return true;
    token = head;
  }
  return false;
}

bool StatementJudge::is_quoting_cue(TokenId token) const {
  const StatementCue* cue = cue_at(cues_, token);
  return cue != nullptr && cue->takes(kQuote);
}

bool StatementJudge::is_evidence(const SpeakerPhrase& speaker) const {
  const SpeakerKind kind = kind_of_speaker(tables_, doc_, speaker);
  return kind == SpeakerKind::document || kind == SpeakerKind::media;
}

// "The court found that …": courts and inquiries say what they find.
bool StatementJudge::is_finding(const StatementCue& cue, const SpeakerPhrase& speaker) const {
  return tables_.is_finder(doc_.tokens[speaker.head].lemma) && child_with(doc_, cue.token, {Dep::ccomp}) != kNone;
}

bool StatementJudge::has_quotation(const std::vector<TokenRange>& pieces) const {
  return std::any_of(pieces.begin(), pieces.end(),
                     [&](TokenRange piece) { return quotations_.at(piece.begin) != nullptr; });
}

}  // namespace verbale
