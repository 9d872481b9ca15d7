// The speaker's own future first, then what the speaker is ready for, then what must come before something else.
#include "coding/intention_futures.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "coding/participants.h"
#include "coding/statements.h"

namespace verbale {
namespace {

// What a speaker of an office commits by speaking: "the minister said the government would …".
constexpr std::array<std::string_view, 14> kBodies = {
    "government", "administration", "ministry", "cabinet", "country", "coalition", "party",
    "army",       "authority",      "movement", "union",   "group",   "front",     "alliance"};
constexpr std::array<std::string_view, 5> kPublicSectors = {"GOV", "MIL", "COP", "LEG", "JUD"};
constexpr std::array<std::string_view, 3> kReadiness = {"ready", "willing", "prepared"};
constexpr std::array<std::string_view, 5> kObliged = {"must", "should", "needs", "need", "has"};

bool is_official(const Entity& entity) {
  return std::any_of(entity.codes.begin(), entity.codes.end(), [](const ActorCode& code) {
    return is_one_of(code.sector, kPublicSectors) && code.code_for != CodeFor::citizenship;
  });
}

}  // namespace

void IntentionFutures::read(const Predicate& predicate) const {
  const StatementId id = statement_carrying(doc_, predicate.head);
  if (id == kNone || predicate.kind != PredicateKind::verb) return;
  const Statement& statement = doc_.statements[id];
  read_precondition(predicate, statement, id);
  if (statement.speaker == kNone) return;
  read_future(predicate, statement, id);
  read_readiness(predicate, statement, id);
}

// ---- "We will …" ----------------------------------------------------------------------------------------------------

void IntentionFutures::read_future(const Predicate& predicate, const Statement& statement, StatementId id) const {
  const TokenId modal = future_of(predicate.head);
  if (modal == kNone || at(predicate.head).lemma == "be" || is_asked(predicate.head)) return;
  const bool negated = is_negated(predicate.head);
  // "would not stand in the way" promises as much as it refuses; what waits for a condition is refused until then.
  const Event* deed = event_at(predicate.head);
  if (negated && !depends(predicate.head) && (deed == nullptr || deed->quad >= 3)) return;
  if (!is_own_act(predicate, statement.speaker) || is_told_by_word(predicate.head)) return;
  Intention intention;
  intention.kind = kind_of_future(predicate.head, negated);
  intention.content = without_next_clause(predicate.head);
  intention.by = actors_of(predicate, statement.speaker);
  intention.said_by = id;
  parts_.add(modal, std::move(intention));
}

// "[it would leave] and that the others would stay": a clause with a subject of its own is another one.
Span IntentionFutures::without_next_clause(TokenId verb) const {
  Span span = doc_.subtree_span(verb);
  for (TokenId next : children(doc_, verb, Dep::conj)) {
    if (subject_of(doc_, next) == kNone || next < verb) continue;
    TokenId end = at(next).left_edge;
    while (end > verb + 1 && (at(end - 1).dep == Dep::cc || at(end - 1).pos == Pos::punct)) --end;
    span.end = std::min(span.end, at(end - 1).span.end);
  }
  return span;
}

// "warned that it would …": the word above has told it.
bool IntentionFutures::is_told_by_word(TokenId verb) const {
  const Span clause = doc_.subtree_span(verb);
  return std::any_of(doc_.intentions.begin(), doc_.intentions.end(),
                     [&](const Intention& told) { return told.content == clause; });
}

// The modal that commits: the trigger of the promise (commitments.h), where it is an event. "would have sent" is over.
TokenId IntentionFutures::future_of(TokenId verb) const {
  if (has_perfect(doc_, verb)) return kNone;
  for (TokenId aux : children(doc_, verb, Dep::aux)) {
    const std::string_view word = at(aux).lower;
    if (word == "will" || word == "'ll" || word == "’ll" || word == "shall" || word == "would" || word == "wo")
      return aux;
  }
  return kNone;
}

// "have not decided whether they will follow": nobody has said so.
bool IntentionFutures::is_asked(TokenId verb) const {
  const TokenId mark = first_child(doc_, verb, Dep::mark);
  return mark != kNone && (at(mark).lower == "whether" || at(mark).lower == "if");
}

bool IntentionFutures::is_negated(TokenId verb) const {
  if (first_child(doc_, verb, Dep::neg) != kNone) return true;
  for (TokenId adverb : children(doc_, verb, Dep::advmod))
    if (at(adverb).lower == "never") return true;
  return false;
}

const Event* IntentionFutures::event_at(TokenId verb) const {
  for (const Event& event : doc_.events)
    if (event.trigger_token == verb) return &event;
  return nullptr;
}

IntentionKind IntentionFutures::kind_of_future(TokenId verb, bool negated) const {
  if (negated) return IntentionKind::refusal;
  const Event* deed = event_at(verb);
  if (deed != nullptr && deed->quad >= 3) return IntentionKind::threat;
  if (deed == nullptr && threats_.contains(at(verb).lemma)) return IntentionKind::threat;
  // An appeal goes to a court: it is planned, not promised to anybody.
  return at(verb).lemma == "appeal" ? IntentionKind::plan : IntentionKind::promise;
}

bool IntentionFutures::depends(TokenId verb) const {
  return clause_after(verb, "until") != kNone || clause_after(verb, "unless") != kNone;
}

TokenId IntentionFutures::clause_after(TokenId verb, std::string_view mark) const {
  for (TokenId clause : children(doc_, verb, Dep::advcl))
    for (TokenId word : children(doc_, clause, Dep::mark))
      if (at(word).lower == mark) return clause;
  return kNone;
}

// ---- who intends ----------------------------------------------------------------------------------------------------

bool IntentionFutures::is_own_act(const Predicate& predicate, EntityId speaker) const {
  for (const Argument& subject : predicate.with(Slot::subject)) {
    const std::string_view word = at(subject.head).lower;
    if (word == "we" || word == "i") return true;
    for (const Participant& participant : participants_named(doc_, index_.words(), subject.head))
      if (participant.entity == speaker) return true;
    if (speaks_for(speaker, subject.head)) return true;
  }
  return false;
}

// A president for "the government", a foreign ministry for its state.
bool IntentionFutures::speaks_for(EntityId speaker, TokenId subject) const {
  const Entity& person = doc_.entities[speaker];
  // "its spokesman said the movement was ready": a noun that nobody else is called.
  const bool nameless = doc_.mention_headed_by(subject) == kNone && is_definite(doc_, subject);
  if (nameless && is_one_of(at(subject).lemma, kBodies)) return !person.roles.empty();
  for (const Participant& named : participants_named(doc_, index_.words(), subject)) {
    const Entity& body = doc_.entities[named.entity];
    const bool by_role = std::any_of(person.roles.begin(), person.roles.end(),
                                     [&](const Role& role) { return role.of == named.entity; });
    if (by_role) return true;
    if (!is_official(person) || body.codes.empty() || !is_official(body)) continue;
    const bool body_of_some = body.kind == EntityKind::group && is_one_of(at(subject).lemma, kBodies);
    const std::string_view country = body.codes.front().country;
    if (body_of_some && country.empty()) return true;
    if (body.kind != EntityKind::state && !body_of_some) continue;
    if (std::any_of(person.codes.begin(), person.codes.end(), [&](const ActorCode& code) {
          return code.country == country &&
                 (code.sector == "GOV" || (body_of_some && code.sector == body.codes.front().sector));
        }))
      return true;
  }
  return false;
}

// Who is named to act; the speaker where it is "we".
std::vector<EntityId> IntentionFutures::actors_of(const Predicate& predicate, EntityId speaker) const {
  std::vector<EntityId> actors;
  for (const Argument& subject : predicate.with(Slot::subject)) {
    const std::string_view word = at(subject.head).lower;
    if (word == "we" || word == "i") {
      IntentionParts::add_once(actors, speaker);
      continue;
    }
    for (const Participant& participant : participants_named(doc_, index_.words(), subject.head))
      IntentionParts::add_once(actors, participant.entity);
  }
  if (actors.empty()) actors.push_back(speaker);
  return actors;
}

// ---- "we are ready to …" --------------------------------------------------------------------------------------------

// With a condition it is the condition that counts: "If the attacks stop, we are ready to talk".
void IntentionFutures::read_readiness(const Predicate& predicate, const Statement& statement, StatementId id) const {
  const TokenId adjective = at(predicate.head).lemma == "be" ? first_child(doc_, predicate.head, Dep::acomp) : kNone;
  if (adjective == kNone || !is_one_of(at(adjective).lower, kReadiness) || is_negated(predicate.head)) return;
  const TokenId deed = first_child(doc_, adjective, Dep::xcomp);
  if (deed == kNone || is_asked(predicate.head) || !is_own_act(predicate, statement.speaker)) return;
  Intention intention;
  intention.kind = IntentionKind::offer;
  intention.content = doc_.subtree_span(deed);
  intention.by = actors_of(predicate, statement.speaker);
  intention.said_by = id;
  for (std::string_view mark : {"if", "once", "unless", "until", "provided"})
    if (const TokenId clause = clause_after(predicate.head, mark); clause != kNone) {
      intention.kind = IntentionKind::precondition;
      intention.conditions.push_back({doc_.subtree_span(clause), mark == "once" ? "if" : mark, kNone});
    }
  parts_.add(adjective, std::move(intention));
}

// ---- "X must … before …" --------------------------------------------------------------------------------------------

void IntentionFutures::read_precondition(const Predicate& predicate, const Statement& statement, StatementId id) const {
  const TokenId waiting = clause_after(predicate.head, "before");
  if (waiting == kNone || waiting < predicate.head || is_negated(predicate.head)) return;
  const bool obliged =
      std::any_of(doc_.tokens.begin() + at(predicate.head).left_edge, doc_.tokens.begin() + predicate.head,
                  [&](const Token& token) {
                    return token.head == predicate.head && token.dep == Dep::aux && is_one_of(token.lower, kObliged);
                  });
  const bool ahead =
      first_child(doc_, waiting, Dep::aux) != kNone || at(waiting).tag == "VBZ" || at(waiting).tag == "VBP";
  if (!obliged || !ahead) return;
  Intention intention;
  intention.kind = IntentionKind::precondition;
  intention.content = doc_.subtree_span(predicate.head);
  intention.by = speakers_of(statement);
  if (intention.by.empty()) return;
  for (const Argument& subject : predicate.with(predicate.passive ? Slot::object : Slot::subject)) {
    if (!subject.inherited) intention.content.begin = at(at(subject.head).left_edge).span.begin;
    for (const Participant& obliged_party : participants_named(doc_, index_.words(), subject.head))
      IntentionParts::add_once(intention.to, obliged_party.entity);
  }
  const Span condition = {intention.content.begin, at(at(waiting).left_edge - 1).span.end};
  intention.conditions.push_back({condition, "precondition", kNone});
  intention.said_by = id;
  parts_.add(predicate.head, std::move(intention));
}

// A document speaks for whoever issued it: "a statement by the Danish government".
std::vector<EntityId> IntentionFutures::speakers_of(const Statement& statement) const {
  if (statement.speaker != kNone) return {statement.speaker};
  std::vector<EntityId> speakers;
  if (!statement.speaker_span) return speakers;
  for (const Mention& mention : doc_.mentions)
    if (speakers.empty() && statement.speaker_span->contains(mention.span))
      IntentionParts::add_once(speakers, mention.entity);
  return speakers;
}

}  // namespace verbale
