// The expression with the strongest claim wins; deadlines and datelines are no dates of events.
#include "coding/event_time.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/words.h"
#include "coding/attachment.h"
#include "coding/clauses.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 4> kTermWords = {"by", "until", "before", "within"};
constexpr std::array<std::string_view, 6> kEndings = {"end", "collapse", "break", "fail", "finish", "stop"};
constexpr std::chrono::days kDaysToPublish{3};
constexpr std::chrono::days kDaysToJudge{20};  // a judgement told as news is no older

// Types that answer to something done before, and the prepositions by which they name it.
constexpr std::array<std::string_view, 5> kJudgements = {"SANCTION", "ACCUSE", "COERCE", "CONCEDE", "REJECT"};
constexpr std::array<std::string_view, 5> kReasons = {"for", "over", "about", "against", "despite"};

std::string_view precision_of(const Timex& time) {
  const auto length = time.value.size();
  if (time.begin == time.end) return "day";
  if (length == 7 && time.value.find('W') == std::string_view::npos) return time.value[5] == 'Q' ? "quarter" : "month";
  if (length == 4) return "year";
  if (length == 3) return "decade";
  if (time.value.find('W') != std::string_view::npos) return "week";
  return "interval";
}

// "had repelled the attack and killed six": the second verb has the first one's auxiliary, though it is tagged a past.
bool shares_perfect(const Document& doc, TokenId verb) {
  if (doc.tokens[verb].dep != Dep::conj || first_child(doc, verb, Dep::nsubj) != kNone) return false;
  return is_perfect(doc, coordination_partner(doc, verb));
}

// The simple past, or the passive of it. The perfect and the present passive tell of no day.
bool is_past_tense(const Document& doc, const Predicate& predicate) {
  const TokenId verb = predicate.carrier != kNone ? predicate.carrier : clause_of(doc, predicate.head);
  if (doc.tokens[verb].tag == "VBD") return !shares_perfect(doc, verb);
  if (doc.tokens[verb].tag != "VBN") return false;
  const TokenId auxiliary = first_child(doc, verb, Dep::auxpass);
  return auxiliary != kNone && doc.tokens[auxiliary].tag == "VBD";
}

// "which he built", "after it fell": what a clause only explains need not be of the day.
bool is_explained(const Document& doc, TokenId verb) {
  while (doc.tokens[verb].dep == Dep::conj && is_verb(doc.tokens[doc.tokens[verb].head])) verb = doc.tokens[verb].head;
  const Dep dep = doc.tokens[verb].dep;
  if (dep == Dep::relcl || dep == Dep::acl) return true;
  for (TokenId preposition : children(doc, verb, Dep::prep))  // "…, in which 20 people died"
    for (TokenId object : children(doc, preposition, Dep::pobj))
      if (doc.tokens[object].tag == "WDT") return true;
  const TokenId mark = first_child(doc, verb, Dep::mark);
  return dep == Dep::advcl && mark != kNone && (doc.tokens[mark].lower == "after" || doc.tokens[mark].lower == "since");
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
  if (!is_since(doc, time) || !doc.published_day() || *when.end > *doc.published_day()) return when;
  // "has given a billion since 2021": from then to the day of writing.
  when.end = doc.published_day();
  when.precision = "interval";
  return when;
}

// "between 1 and 3 March", "from Monday to Wednesday": the days between the two as well.
void widen_to_range(const Document& doc, TimeId first, EventTime& when) {
  const Timex& begin = doc.times[first];
  if (first + 1 >= doc.times.size() || begin.tokens.begin == 0) return;
  const Timex& end = doc.times[first + 1];
  const std::string_view opener = doc.tokens[begin.tokens.begin - 1].lower;
  const std::string_view link = doc.tokens[begin.tokens.end].lower;
  const bool ranges = (opener == "between" && link == "and") ||
                      (opener == "from" && (link == "to" || link == "until" || link == "through"));
  if (!ranges || end.tokens.begin != begin.tokens.end + 1 || !end.end || *end.end < *when.begin) return;
  when.end = end.end;
  when.precision = "interval";
}

// "promised to rebuild the school by June": the date of what is promised, not of the promise. What has been done was
// not done by a day to come.
bool is_deadline(const Document& doc, const Timex& time, const Event& event) {
  if (event.type == "CONSULT" || !sets_term(doc, time)) return false;
  if (event.quad == 1 || event.quad == 3) return true;
  return event.status == EventStatus::happened && time.end && doc.published_day() && *time.end >= *doc.published_day();
}

bool is_dateline(const Document& doc, const Timex& time) { return doc.dateline && doc.dateline->overlaps(time.span); }

// "KHARTOUM, April 24 -": what is reported without a day is reported from that one, when it lies right before the
// publication.
std::optional<Day> day_of_dateline(const Document& doc, Day published) {
  for (const Timex& time : doc.times)
    if (is_dateline(doc, time) && time.begin && time.begin == time.end && *time.begin <= published &&
        published - *time.begin <= kDaysToPublish)
      return time.begin;
  return std::nullopt;
}

// "X, minister since June, is to go": only what lasts or has been can have begun then.
bool is_told_of_another(const Document& doc, const Predicate& predicate, const Timex& time) {
  if (!is_since(doc, time) || predicate.kind != PredicateKind::verb) return false;
  return !is_perfect(doc, clause_of(doc, predicate.anchor()));
}

// "agreed on Monday to stop fighting": Monday is the day of agreeing.
bool dates_what_governs(const Document& doc, const Predicate& predicate, const Event& event, const Timex& time) {
  if (event.status == EventStatus::happened || event.status == EventStatus::ongoing) return false;
  const auto published = doc.published_day();
  const TokenId verb = predicate.anchor();
  return published && time.end && *time.end <= *published && doc.tokens[verb].dep == Dep::xcomp &&
         clause_of(doc, top_word(doc, time.tokens)) == doc.tokens[verb].head;
}

// "since 3 March, when two people were killed": the clause tells what was on that day.
bool is_day_of(const Document& doc, const Predicate& predicate, const Timex& time) {
  const TokenId clause = clause_of(doc, predicate.anchor());
  const Token& verb = doc.tokens[clause];
  if (verb.dep == Dep::relcl && time.tokens.contains(verb.head)) return true;
  const TokenId when = verb.left_edge;
  return doc.tokens[when].lower == "when" && doc.tokens[when].head == clause && when == time.tokens.end + 1 &&
         doc.tokens[when - 1].lower == ",";
}

// "agreed to impose bans unless a vote is held by April": the term is that of the condition.
bool is_term_of_condition(const Document& doc, const Event& event, const Timex& time) {
  for (TokenId t = event.trigger_token + 1; t < time.tokens.begin; ++t) {
    const std::string_view word = doc.tokens[t].lower;
    if (doc.tokens[t].dep == Dep::mark && (word == "if" || word == "unless" || word == "until" || word == "once"))
      return true;
  }
  return false;
}

// A sentence may date something else than its event: what the event came before, or what a thing in it is known for.
enum class Elsewhere : uint8_t { no, aside, against };

// "met X, who took office in March" is aside; against the day of writing speak "killed before the truce began on
// Tuesday" and "the war, which ended in 1996, killed many".
Elsewhere is_elsewhere(const Document& doc, const Predicate& predicate, TokenId time_head) {
  for (TokenId verb = clause_of(doc, time_head); doc.tokens[verb].head != verb && verb != predicate.anchor();) {
    const Token& token = doc.tokens[verb];
    if (token.dep == Dep::relcl)
      return doc.mention_headed_by(token.head) == kNone ? Elsewhere::against : Elsewhere::aside;
    const TokenId mark = token.dep == Dep::advcl ? first_child(doc, verb, Dep::mark) : kNone;
    if (mark != kNone && doc.tokens[mark].lower == "before") return Elsewhere::against;
    if (mark != kNone && doc.tokens[mark].lower == "since") return Elsewhere::aside;
    verb = clause_of(doc, token.head);
  }
  return Elsewhere::no;
}

// "jailed for the killings in 1983": what is judged lies before the judgement, wherever the parse hangs its year.
bool dates_what_is_judged(const Document& doc, const Predicate& predicate, const Event& event, const Timex& time) {
  if (!is_one_of(event.type, kJudgements) || predicate.kind != PredicateKind::verb) return false;
  const TokenId head = top_word(doc, time.tokens);
  const TokenId noun = attachment(doc, head);
  const bool of_reason =
      doc.tokens[noun].dep == Dep::pobj && is_one_of(doc.tokens[doc.tokens[noun].head].lower, kReasons);
  if (noun != predicate.head && of_reason) return true;
  const auto published = doc.published_day();
  if (!published || !time.end || *time.end + kDaysToJudge >= *published) return false;
  return std::any_of(predicate.arguments.begin(), predicate.arguments.end(), [&](const Argument& argument) {
    return argument.slot == Slot::oblique && is_one_of(argument.preposition, kReasons) && argument.head < head;
  });
}

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

bool is_told_elsewhere(const Document& doc, const Predicate& predicate, const Event& event, const Timex& time) {
  return is_deadline(doc, time, event) || dates_what_is_judged(doc, predicate, event, time) ||
         is_told_of_another(doc, predicate, time) || is_term_of_condition(doc, event, time) ||
         dates_what_governs(doc, predicate, event, time);
}

}  // namespace

bool sets_term(const Document& doc, const Timex& time) {
  return time.tokens.begin > 0 && is_one_of(doc.tokens[time.tokens.begin - 1].lower, kTermWords);
}

bool is_since(const Document& doc, const Timex& time) {
  return time.begin && time.tokens.begin > 0 && doc.tokens[time.tokens.begin - 1].lower == "since";
}

bool ends_what_is_known(const Document& doc, const Predicate& predicate) {
  const TokenId verb = clause_of(doc, predicate.anchor());
  if (doc.tokens[verb].dep != Dep::advcl || first_child(doc, verb, Dep::mark) != kNone) return false;
  const TokenId above = doc.tokens[verb].head;
  const TokenId subject = first_child(doc, above, Dep::nsubj);
  const bool known = subject != kNone && (doc.tokens[subject].lower == "it" || is_definite(doc, subject));
  return known && doc.mention_headed_by(subject) == kNone && is_one_of(doc.tokens[above].lemma, kEndings);
}

EventTime time_recalled(const Document& doc, TimeId told) {
  EventTime when = from_timex(doc, told);
  when.ref = kNone;
  when.reason = "told by the sentence before";
  return when;
}

std::optional<EventTime> time_of(const Document& doc, const Predicate& predicate, const Event& event) {
  TimeId best = kNone;
  Claim strongest = Claim::none;
  bool vague = false;
  for (TimeId id = 0; id < doc.times.size(); ++id) {
    const Timex& time = doc.times[id];
    if (doc.tokens[time.tokens.begin].sentence != event.sentence || is_dateline(doc, time)) continue;
    const TokenId head = top_word(doc, time.tokens);
    const bool own_day = is_day_of(doc, predicate, time);
    if (!own_day && is_told_elsewhere(doc, predicate, event, time)) continue;
    const Claim claim = own_day ? Claim::direct : claim_on(doc, predicate, head);
    if (!time.begin) {
      vague |= claim != Claim::none && time.type == TimexType::date;
      continue;
    }
    if (claim > strongest) strongest = claim, best = id;
  }
  if (best != kNone) {
    EventTime when = from_timex(doc, best);
    if (is_day_of(doc, predicate, doc.times[best])) when.end = doc.times[best].end;  // "since", but not for this event
    widen_to_range(doc, best, when);
    return when;
  }

  const auto published = doc.published_day();
  if (vague || !may_take_publication_day(doc, predicate, event)) return std::nullopt;
  if (const TimeId only = only_time_of_sentence(doc, event); only != kNone) {
    const TokenId head = top_word(doc, doc.times[only].tokens);
    const Elsewhere elsewhere = is_elsewhere(doc, predicate, head);
    if (elsewhere == Elsewhere::against) return std::nullopt;
    const bool of_another = is_told_of_another(doc, predicate, doc.times[only]);
    if (elsewhere == Elsewhere::no && !of_another && !dates_what_is_judged(doc, predicate, event, doc.times[only]))
      return from_timex(doc, only);
  }
  const bool of_then = is_explained(doc, clause_of(doc, predicate.anchor())) || ends_what_is_known(doc, predicate);
  if (!published || of_then) return std::nullopt;
  EventTime when;
  when.begin = when.end = day_of_dateline(doc, *published);
  when.reason = when.begin ? "dateline" : "publication date";
  if (!when.begin) when.begin = when.end = published;
  when.precision = "day";
  return when;
}

}  // namespace verbale
