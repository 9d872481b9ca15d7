// Reads the parts off the events and times inside the content, and off the clauses of condition beside it.
#include "coding/intention_parts.h"

#include <algorithm>
#include <array>

#include "coding/event_time.h"

namespace verbale {
namespace {

// The forms of a condition, by the word that introduces it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kConditionForms = {{{"if", "if"},
                                                                                           {"unless", "unless"},
                                                                                           {"until", "until"},
                                                                                           {"provided", "provided"},
                                                                                           {"providing", "provided"},
                                                                                           {"once", "if"}}};

std::string_view condition_form(std::string_view word) {
  for (const auto& [mark, form] : kConditionForms)
    if (mark == word) return form;
  return {};
}

// What is still to come of it: "talks mediated by X" lie before the agreement that they led to.
bool is_ahead(const Event& event) {
  return event.status != EventStatus::happened && event.status != EventStatus::ongoing && !event.background;
}

bool is_condition(const Intention& intention, const Event& event) {
  return std::any_of(intention.conditions.begin(), intention.conditions.end(), [&](const Condition& condition) {
    return condition.form != "precondition" && condition.span.contains(event.trigger);
  });
}

}  // namespace

void IntentionParts::add_once(std::vector<EntityId>& entities, EntityId entity) {
  if (entity != kNone && std::find(entities.begin(), entities.end(), entity) == entities.end())
    entities.push_back(entity);
}

// "promised that it would send doctors": the promise and the future below it are one.
bool IntentionParts::is_told_already(const Intention& later) const {
  return std::any_of(doc_.intentions.begin(), doc_.intentions.end(), [&](const Intention& earlier) {
    return earlier.content == later.content && earlier.by == later.by;
  });
}

void IntentionParts::add(TokenId trigger, Intention intention) const {
  if (is_told_already(intention)) return;
  find_due(intention);
  find_conditions(trigger, intention);
  link_events(trigger, intention);
  // "reports that it intended to attack were baseless": whoever denies the deed denies the plan.
  if (std::any_of(intention.would_be.begin(), intention.would_be.end(),
                  [&](EventId id) { return doc_.events[id].status == EventStatus::denied; }))
    return;
  // "promised retaliation"
  const bool threatens = intention.event != kNone && doc_.events[intention.event].type == "THREATEN";
  if (threatens && intention.kind == IntentionKind::promise) intention.kind = IntentionKind::threat;
  doc_.intentions.push_back(std::move(intention));
}

// Whom the event is directed at, the intention is directed at: "threatening to take Budapest to court". Those who agree
// have nobody before them but each other.
void IntentionParts::link_events(TokenId trigger, Intention& intention) const {
  for (EventId id = 0; id < doc_.events.size(); ++id) {
    const Event& event = doc_.events[id];
    if (event.trigger_token == trigger)
      intention.event = id;
    else if (intention.content.contains(event.trigger) && is_ahead(event) && !is_condition(intention, event))
      intention.would_be.push_back(id);
  }
  if (intention.event == kNone || !intention.to.empty() || intention.kind == IntentionKind::agreement) return;
  for (const Participant& recipient : doc_.events[intention.event].recipients) add_once(intention.to, recipient.entity);
}

// "by the end of June": the first time that the content sets itself.
void IntentionParts::find_due(Intention& intention) const {
  for (TimeId id = 0; id < doc_.times.size() && intention.due == kNone; ++id) {
    const Timex& time = doc_.times[id];
    if (intention.content.contains(time.span) && sets_term(doc_, time)) intention.due = id;
  }
}

void IntentionParts::find_conditions(TokenId trigger, Intention& intention) const {
  const Sentence& sentence = doc_.sentences[doc_.tokens[trigger].sentence];
  for (TokenId mark = sentence.tokens.begin; mark < sentence.tokens.end; ++mark) {
    const std::string_view form = condition_form(doc_.tokens[mark].lower);
    const TokenId verb = doc_.tokens[mark].head;
    if (form.empty() || doc_.tokens[mark].dep != Dep::mark || doc_.tokens[verb].dep != Dep::advcl) continue;
    const TokenId governor = doc_.tokens[verb].head;
    if (!intention.content.contains(doc_.tokens[governor].span) && governor != trigger) continue;
    intention.conditions.push_back({doc_.subtree_span(verb), form, event_in(doc_.subtree_span(verb))});
  }
}

EventId IntentionParts::event_in(Span span) const {
  for (EventId id = 0; id < doc_.events.size(); ++id)
    if (span.contains(doc_.events[id].trigger)) return id;
  return kNone;
}

}  // namespace verbale
