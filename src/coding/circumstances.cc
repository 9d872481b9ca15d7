// Attachment by the tree: a time or place belongs to the predicate that its phrase hangs on. Distances in the sentence
// are not used, because adjacency misleads wherever two events share a sentence.
#include "coding/circumstances.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace verbale {
namespace {

constexpr std::chrono::days kNewsWindow{20};  // what lies farther back than this is recalled, not reported

// How strongly an expression claims an event.
enum class Claim : uint8_t { none, sentence, clause, direct };

// The predicate-like word that a phrase hangs on: the first verb or noun above it that is not part of the phrase.
TokenId attachment(const Document& doc, TokenId token) {
  while (doc.tokens[token].head != token) {
    token = doc.tokens[token].head;
    const Pos pos = doc.tokens[token].pos;
    if (is_verb(doc.tokens[token]) || pos == Pos::noun || pos == Pos::propn) return token;
  }
  return token;
}

TokenId head_of(const Document& doc, TokenRange range) {
  for (TokenId t = range.begin; t < range.end; ++t)
    if (!range.contains(doc.tokens[t].head) || doc.tokens[t].head == t) return t;
  return range.begin;
}

// True for the clause of the event and for the clauses that share its tense: "went to X and met Y on Friday".
bool same_clause(const Document& doc, TokenId clause, TokenId event_clause) {
  if (clause == event_clause) return true;
  const Dep dep = doc.tokens[event_clause].dep;
  if (dep == Dep::xcomp || dep == Dep::conj) return doc.tokens[event_clause].head == clause;
  return doc.tokens[clause].dep == Dep::xcomp && doc.tokens[clause].head == event_clause;
}

constexpr std::array<std::string_view, 8> kPhases = {"start", "beginning", "outbreak", "launch",
                                                     "end",   "eve",       "onset",    "course"};

bool is_phase_of(const Document& doc, TokenId noun, TokenId event) {
  if (std::find(kPhases.begin(), kPhases.end(), doc.tokens[noun].lemma) == kPhases.end()) return false;
  const TokenId preposition = doc.tokens[event].head;
  return doc.tokens[preposition].lower == "of" && doc.tokens[preposition].head == noun;
}

Claim claim_on(const Document& doc, const Predicate& predicate, TokenId expression_head) {
  const TokenId anchor = predicate.carrier != kNone ? predicate.carrier : predicate.head;
  TokenId at = attachment(doc, expression_head);
  if (at == predicate.head || at == predicate.carrier) return Claim::direct;
  // "the start of the invasion in May": the phases of an event carry its time.
  if (is_phase_of(doc, at, predicate.head)) return Claim::direct;
  // "arrived at the port of X on Monday": the expression hangs on an argument of the event.
  for (const Argument& argument : predicate.arguments)
    if (argument.head == at && !argument.inherited) return Claim::clause;
  if (predicate.kind == PredicateKind::verb || predicate.carrier != kNone)
    return same_clause(doc, clause_of(doc, at), clause_of(doc, anchor)) ? Claim::clause : Claim::none;
  return Claim::none;
}

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

// "has visited", "have been attacked": the perfect tells of a past without a date.
bool is_perfect(const Document& doc, TokenId verb, std::string_view tag_of_have) {
  for (TokenId aux : children(doc, verb, Dep::aux)) {
    const Token& token = doc.tokens[aux];
    const bool past = token.tag == "VBD" || token.lower == "had";
    if (token.lemma == "have" && past == (tag_of_have == "VBD")) return true;
  }
  return false;
}

constexpr std::array<std::string_view, 14> kLocative = {"in",         "at",     "near",   "on",   "outside",
                                                        "inside",     "across", "around", "over", "within",
                                                        "throughout", "off",    "along",  "from"};

// The preposition that introduces a place, or "" when none does.
std::string_view preposition_of(const Document& doc, TokenId head) {
  const Token& token = doc.tokens[head];
  if (token.dep != Dep::pobj) return {};
  return doc.tokens[token.head].lower;
}

bool is_locative(std::string_view preposition) {
  return std::find(kLocative.begin(), kLocative.end(), preposition) != kLocative.end() && preposition != "from";
}

}  // namespace

namespace {

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
  const TokenId holder = attachment(doc, head_of(doc, doc.times[only].tokens));
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
    const Claim claim = claim_on(doc, predicate, head_of(doc, time.tokens));
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

namespace {

// "visited Oslo", "shelled Kharkiv": what is acted on is where it happens. A state that is attacked is a party, not a
// spot.
bool is_object_place(const Document& doc, const Predicate& predicate, const Event& event, const PlaceMention& mention) {
  const bool spot = event.type == "ASSAULT" && doc.places[mention.place].precision != PlacePrecision::country;
  if (event.mode != "visit" && !spot) return false;
  const std::vector<Argument> objects = predicate.with(Slot::object);
  return std::any_of(objects.begin(), objects.end(),
                     [&](const Argument& object) { return mention.tokens.contains(object.head); });
}

}  // namespace

std::optional<EventPlace> place_of(const Document& doc, const Predicate& predicate, const Event& event) {
  std::optional<EventPlace> best;
  Claim strongest = Claim::none;
  for (const PlaceMention& mention : doc.place_mentions) {
    if (mention.place == kNone || doc.tokens[mention.head].sentence != event.sentence) continue;
    Claim claim = Claim::none;
    const bool visited =
        event.mode == "visit" && std::any_of(event.recipients.begin(), event.recipients.end(),
                                             [&](const Participant& p) { return mention.tokens.contains(p.head); });
    if (visited || is_object_place(doc, predicate, event, mention))
      claim = Claim::direct;
    else if (is_locative(preposition_of(doc, mention.head)))
      claim = claim_on(doc, predicate, mention.head);
    if (claim > strongest) strongest = claim, best = EventPlace{mention.place, mention.span};
  }
  return best;
}

Result<BackgroundCues> BackgroundCues::open(const Knowledge& knowledge) {
  const Table* table = knowledge.find("status/background.tsv");
  if (table == nullptr) return Error{Error::Kind::knowledge, "the table status/background.tsv is missing"};
  BackgroundCues cues;
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view scope = table->cell(row, "scope");
    if (scope != "governs" && scope != "clause" && scope != "for")
      return table_error(*table, row, "the scope is governs, clause or for");
    cues.phrases_.push_back({split_list(table->cell(row, "phrase"), ' '), scope});
  }
  return cues;
}

namespace {

bool matches_at(const Document& doc, const std::vector<std::string_view>& words, TokenId at, TokenId end) {
  if (at + words.size() > end) return false;
  for (size_t i = 0; i < words.size(); ++i)
    if (doc.tokens[at + i].lower != words[i]) return false;
  return true;
}

bool governs(const Document& doc, TokenId governor, TokenId token) {
  while (doc.tokens[token].head != token) {
    token = doc.tokens[token].head;
    if (token == governor) return true;
    if (is_verb(doc.tokens[token])) return false;
  }
  return false;
}

// "In 1983 soldiers came to the village. They burned the houses.": what goes on from a recalled sentence is recalled.
TimeId time_recalled_before(const Document& doc, const Predicate& predicate, const Event& event) {
  const auto published = doc.published_day();
  if (!published || event.sentence == 0 || !event.time || event.time->ref != kNone) return kNone;
  if (doc.sentences[event.sentence - 1].paragraph != doc.sentences[event.sentence].paragraph) return kNone;
  const auto subjects = predicate.with(Slot::subject);
  if (subjects.empty() || doc.tokens[subjects.front().head].pos != Pos::pron) return kNone;
  TimeId last = kNone;
  for (TimeId id = 0; id < doc.times.size(); ++id)
    if (doc.times[id].begin && doc.tokens[doc.times[id].tokens.begin].sentence == event.sentence - 1) last = id;
  return last != kNone && *doc.times[last].end + kNewsWindow < *published ? last : kNone;
}

// "sentenced for the attack", "charged with shelling …", "the trial over …": the deed lies before the court's act.
bool judged_by(const Document& doc, std::string_view word, TokenId token) {
  for (int steps = 0; steps < 6 && doc.tokens[token].head != token; ++steps) {
    const TokenId preposition = doc.tokens[token].head;
    const std::string_view link = doc.tokens[preposition].lower;
    const bool links =
        link == "for" || link == "of" || link == "with" || link == "over" || link == "in" || link == "to";
    if (doc.tokens[preposition].dep == Dep::prep && links) {
      const TokenId judge = doc.tokens[preposition].head;
      if (doc.tokens[judge].lemma == word) return true;
      if (doc.tokens[doc.tokens[judge].head].lemma == word && doc.tokens[judge].dep == Dep::dobj) return true;
    }
    token = preposition;
    if (is_verb(doc.tokens[token])) return doc.tokens[token].lemma == word;
  }
  return false;
}

// "the soldiers killed in combat": a past clause that says who somebody is.
bool explains_a_noun(const Document& doc, TokenId verb) {
  return doc.tokens[verb].dep == Dep::acl && doc.tokens[verb].tag == "VBN";
}

}  // namespace

BackgroundCues::Finding BackgroundCues::find(const Document& doc, const Predicate& predicate,
                                             const Event& event) const {
  Finding finding;
  const auto published = doc.published_day();
  if (published && event.time && event.time->end && *event.time->end + kNewsWindow < *published) {
    finding.background = true;
    if (event.time->ref != kNone) finding.cues.push_back({true, doc.times[event.time->ref].span});
    return finding;
  }

  const TokenId anchor = predicate.carrier != kNone ? predicate.carrier : predicate.head;
  const Sentence& sentence = doc.sentences[event.sentence];
  const TokenId clause = clause_of(doc, anchor);
  for (const Phrase& phrase : phrases_)
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const bool found = phrase.scope == "for" ? doc.tokens[t].lemma == phrase.words.front()
                                               : matches_at(doc, phrase.words, t, sentence.tokens.end);
      if (!found) continue;
      const TokenId last = TokenId(t + phrase.words.size() - 1);
      const bool holds = phrase.scope == "for"
                             ? doc.tokens[t].head != anchor && judged_by(doc, phrase.words.front(), anchor)
                         : phrase.scope == "governs"
                             ? !is_verb(doc.tokens[anchor]) && (governs(doc, t, anchor) || governs(doc, last, anchor))
                             : is_verb(doc.tokens[anchor]) && clause_of(doc, t) == clause;
      if (!holds) continue;
      finding.background = true;
      finding.cues.push_back({true, {doc.tokens[t].span.begin, doc.tokens[last].span.end}});
      return finding;
    }

  if (const TimeId earlier = time_recalled_before(doc, predicate, event); earlier != kNone) {
    finding.background = true;
    finding.cues.push_back({true, doc.times[earlier].span});
    return finding;
  }
  if (explains_a_noun(doc, anchor) && !event.time) {
    finding.background = true;
    finding.cues.push_back({true, doc.tokens[anchor].span});
    return finding;
  }
  // The past of the past, outside reported speech, which shifts every tense back.
  if (is_verb(doc.tokens[anchor]) && event.said_by == kNone && is_perfect(doc, anchor, "VBD")) {
    finding.background = true;
    finding.cues.push_back({true, doc.tokens[children(doc, anchor, Dep::aux).front()].span});
  }
  return finding;
}

}  // namespace verbale
