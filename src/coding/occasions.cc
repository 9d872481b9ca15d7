// Looks back over the last few sentences; a time that is carried over says so in its reason.
#include "coding/occasions.h"

#include "coding/participants.h"

namespace verbale {
namespace {

constexpr std::string_view kSameOccasion = "same occasion as what the same actors did before";
constexpr std::string_view kSameAttack = "same occasion as the attack told before";
constexpr uint32_t kSentencesBack = 2;

void take_time(const Event& earlier, Event& event, std::string_view reason = kSameOccasion) {
  event.time = earlier.time;
  event.time->ref = kNone;
  event.time->reason = reason;
}

// The last event told before, not farther back than an occasion reaches, that passes the test; or null.
template <class Test>
const Event* last_before(const Document& doc, const Event& event, Test&& passes) {
  for (auto earlier = doc.events.rbegin(); earlier != doc.events.rend(); ++earlier) {
    if (earlier->sentence + kSentencesBack < event.sentence) return nullptr;
    if (earlier->time && passes(*earlier)) return &*earlier;
  }
  return nullptr;
}

bool is_demonstrative(const Document& doc, TokenId noun) {
  const TokenId determiner = first_child(doc, noun, Dep::det);
  return determiner != kNone && (doc.tokens[determiner].lower == "that" || doc.tokens[determiner].lower == "this");
}

}  // namespace

std::optional<EventTime> time_of_anaphor(const Document& doc, const Predicate& predicate) {
  for (const Argument& argument : predicate.with(Slot::oblique, "in")) {
    if (!is_demonstrative(doc, argument.head)) continue;
    for (auto event = doc.events.rbegin(); event != doc.events.rend(); ++event)
      if (doc.tokens[event->trigger_token].lemma == doc.tokens[argument.head].lemma) return event->time;
  }
  return std::nullopt;
}

void take_time_of_same_actors(const Document& doc, Event& event) {
  const Event* earlier = last_before(doc, event, [&](const Event& one) {
    const bool dated = one.time->ref != kNone || one.time->reason == kSameOccasion;
    return dated && one.status == EventStatus::happened && one.said_by == event.said_by &&
           share_entity(one.actors, event.actors);
  });
  if (earlier != nullptr) take_time(*earlier, event);
}

void take_time_of_attack_before(const Document& doc, Event& event) {
  if (event.type != "ASSAULT" || !event.actors.empty() || event.time->reason == kSameOccasion) return;
  const Event* earlier = last_before(doc, event, [&](const Event& one) {
    return one.type == "ASSAULT" && one.time->ref != kNone && one.status == EventStatus::happened;
  });
  if (earlier == nullptr || earlier->sentence + 1 != event.sentence) return;
  if (doc.sentences[earlier->sentence].paragraph != doc.sentences[event.sentence].paragraph) return;
  take_time(*earlier, event, kSameAttack);
}

void take_time_of_definite_subject(const Document& doc, const Codebook& codebook, const Predicate& predicate,
                                   Event& event) {
  for (const Argument& subject : predicate.with(Slot::subject)) {
    const Token& noun = doc.tokens[subject.head];
    if (noun.pos != Pos::noun || !is_definite(doc, subject.head)) continue;
    if (codebook.rows_for(noun.lemma, PredicateKind::noun) == nullptr) continue;
    event.time.reset();
    const Event* earlier = last_before(doc, event, [&](const Event& one) { return one.type == event.type; });
    if (earlier != nullptr) take_time(*earlier, event);
    return;
  }
}

}  // namespace verbale
