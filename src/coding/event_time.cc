// The expression with the strongest claim wins; deadlines and datelines are no dates of events.
#include "coding/event_time.h"

#include <algorithm>

#include "coding/attachment.h"

namespace verbale {
namespace {

std::string_view precision_of(const Timex& time) {
  const auto length = time.value.size();
  if (time.begin == time.end) return "day";
  if (length == 7 && time.value.find('W') == std::string_view::npos) return time.value[5] == 'Q' ? "quarter" : "month";
  if (length == 4) return "year";
  if (length == 3) return "decade";
  if (time.value.find('W') != std::string_view::npos) return "week";
  return "interval";
}

// The simple past, or the passive of it. The perfect and the present passive tell of no day.
bool is_past_tense(const Document& doc, const Predicate& predicate) {
  const TokenId verb = predicate.carrier != kNone ? predicate.carrier : clause_of(doc, predicate.head);
  if (doc.tokens[verb].tag == "VBD") return true;
  if (doc.tokens[verb].tag != "VBN") return false;
  const TokenId auxiliary = first_child(doc, verb, Dep::auxpass);
  return auxiliary != kNone && doc.tokens[auxiliary].tag == "VBD";
}

bool may_take_publication_day(const Document& doc, const Predicate& predicate, const Event& event) {
  if (event.background || event.status != EventStatus::happened) return false;
  return is_past_tense(doc, predicate) && (predicate.kind == PredicateKind::verb || predicate.carrier != kNone);
}

EventTime from_timex(const Document& doc, TimeId id) {
  const Timex& time = doc.times[id];
  EventTime when;
  when.ref = id;
  when.begin = time.begin;
  when.end = time.end;
  when.precision = precision_of(time);
  return when;
}

// "promised to rebuild the school by June": the date of what is promised, not of the promise.
bool is_deadline(const Document& doc, const Timex& time, const Event& event) {
  if (event.quad != 1 && event.quad != 3) return false;
  if (event.type == "CONSULT" || time.tokens.begin == 0) return false;
  const std::string_view before = doc.tokens[time.tokens.begin - 1].lower;
  return before == "by" || before == "until" || before == "before" || before == "within";
}

bool is_dateline(const Document& doc, const Timex& time) { return doc.dateline && doc.dateline->overlaps(time.span); }

// The only day of the sentence, when it is not that of somebody's saying so.
TimeId only_time_of_sentence(const Document& doc, const Event& event) {
  TimeId only = kNone;
  for (TimeId id = 0; id < doc.times.size(); ++id) {
    const Timex& time = doc.times[id];
    if (doc.tokens[time.tokens.begin].sentence != event.sentence || is_dateline(doc, time)) continue;
    if (only != kNone || !time.begin || is_deadline(doc, time, event)) return kNone;
    only = id;
  }
  if (only == kNone) return kNone;
  const TokenId holder = attachment(doc, top_word(doc, doc.times[only].tokens));
  const bool of_the_saying = std::any_of(doc.statements.begin(), doc.statements.end(),
                                         [&](const Statement& statement) { return statement.cue_token == holder; });
  return of_the_saying ? kNone : only;
}

}  // namespace

std::optional<EventTime> time_of(const Document& doc, const Predicate& predicate, const Event& event) {
  TimeId best = kNone;
  Claim strongest = Claim::none;
  bool vague = false;
  for (TimeId id = 0; id < doc.times.size(); ++id) {
    const Timex& time = doc.times[id];
    if (doc.tokens[time.tokens.begin].sentence != event.sentence || is_dateline(doc, time)) continue;
    if (is_deadline(doc, time, event)) continue;
    const Claim claim = claim_on(doc, predicate, top_word(doc, time.tokens));
    if (!time.begin) {
      vague |= claim != Claim::none && time.type == TimexType::date;
      continue;
    }
    if (claim > strongest) strongest = claim, best = id;
  }
  if (best != kNone) return from_timex(doc, best);

  const auto published = doc.published_day();
  if (vague || !may_take_publication_day(doc, predicate, event)) return std::nullopt;
  if (const TimeId only = only_time_of_sentence(doc, event); only != kNone) return from_timex(doc, only);
  if (!published) return std::nullopt;
  EventTime when;
  when.begin = when.end = published;
  when.precision = "day";
  when.reason = "publication date";
  return when;
}

}  // namespace verbale
