// By time first, then by words that recall, then by the shape of the clause.
#include "coding/background.h"

#include <chrono>

#include "coding/attachment.h"
#include "coding/event_time.h"

namespace verbale {
namespace {

constexpr std::chrono::days kNewsWindow{20};  // what lies farther back than this is recalled, not reported

}  // namespace

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

TokenId root_of(const Document& doc, TokenId token) {
  while (doc.tokens[token].head != token) token = doc.tokens[token].head;
  return token;
}

// "it", "they", or "the strike" after a sentence about a strike.
bool points_back(const Document& doc, TokenId subject) {
  if (doc.tokens[subject].pos == Pos::pron) return true;
  if (doc.tokens[subject].pos != Pos::noun || !is_definite(doc, subject)) return false;
  const TokenRange before = doc.sentences[doc.tokens[subject].sentence - 1].tokens;
  for (TokenId t = before.begin; t < before.end; ++t)
    if (doc.tokens[t].pos == Pos::noun && doc.tokens[t].lemma == doc.tokens[subject].lemma) return true;
  return false;
}

// "They then burned the houses", "It ended when the government agreed": the event's own subject, or that of the clause
// which its own one belongs to.
bool goes_on_from_before(const Document& doc, const Predicate& predicate, const Event& event) {
  const ArgumentsIn subjects = predicate.with(Slot::subject);
  if (!subjects.empty() && points_back(doc, subjects.front().head)) return true;
  if (event.said_by != kNone) return false;
  const TokenId above = subject_of(doc, root_of(doc, predicate.anchor()));
  return above != kNone && points_back(doc, above);
}

// "In 1983 soldiers came to the village. They burned the houses.": what goes on from a recalled sentence is recalled.
TimeId time_recalled_before(const Document& doc, const Predicate& predicate, const Event& event) {
  const auto published = doc.published_day();
  if (!published || event.sentence == 0) return kNone;
  if (event.time ? event.time->ref != kNone : !ends_what_is_known(doc, predicate)) return kNone;
  if (doc.sentences[event.sentence - 1].paragraph != doc.sentences[event.sentence].paragraph) return kNone;
  if (!goes_on_from_before(doc, predicate, event)) return kNone;
  TimeId last = kNone;
  for (TimeId id = 0; id < doc.times.size(); ++id)
    if (doc.times[id].begin && doc.tokens[doc.times[id].tokens.begin].sentence == event.sentence - 1) last = id;
  return last != kNone && *doc.times[last].end + kNewsWindow < *published ? last : kNone;
}

// "applied to join in March 2022": one clause, whichever verb the day hangs on.
TokenId without_control(const Document& doc, TokenId verb) {
  while (doc.tokens[verb].dep == Dep::xcomp && doc.tokens[verb].head != verb) verb = doc.tokens[verb].head;
  return verb;
}

// "joined in March 2022, shortly after the invasion": a nominal event lies with the clause that it stands in.
TimeId time_of_recalled_clause(const Document& doc, const Predicate& predicate, const Event& event) {
  const auto published = doc.published_day();
  if (!published || event.time || predicate.kind != PredicateKind::noun || predicate.carrier != kNone) return kNone;
  const TokenId clause = without_control(doc, clause_of(doc, predicate.head));
  for (TimeId id = 0; id < doc.times.size(); ++id) {
    const Timex& time = doc.times[id];
    if (!time.end || doc.tokens[time.tokens.begin].sentence != event.sentence) continue;
    if (*time.end + kNewsWindow < *published &&
        without_control(doc, attachment(doc, top_word(doc, time.tokens))) == clause)
      return id;
  }
  return kNone;
}

// "sentenced for the attack", "charged with shelling …", "the trial over …": the deed lies before the court's act.
bool judged_by(const Document& doc, std::string_view word, TokenId token) {
  if (doc.tokens[token].dep == Dep::conj) return false;  // "pardoned and released"
  bool linked = false;
  for (int steps = 0; steps < 6 && doc.tokens[token].head != token; ++steps) {
    const TokenId preposition = doc.tokens[token].head;
    const std::string_view link = doc.tokens[preposition].lower;
    const bool links =
        link == "for" || link == "of" || link == "with" || link == "over" || link == "in" || link == "to";
    if (doc.tokens[preposition].dep == Dep::prep && links) {
      linked = true;
      const TokenId judge = doc.tokens[preposition].head;
      if (doc.tokens[judge].lemma == word) return true;
      if (doc.tokens[doc.tokens[judge].head].lemma == word && doc.tokens[judge].dep == Dep::dobj) return true;
    }
    token = preposition;
    if (is_verb(doc.tokens[token])) return linked && doc.tokens[token].lemma == word;
  }
  return false;
}

// "after she had met the minister": the past of the past is only what came first, where a clause of time puts it so.
bool only_comes_first(const Document& doc, TokenId verb) {
  const TokenId mark = doc.tokens[verb].dep == Dep::advcl ? first_child(doc, verb, Dep::mark) : kNone;
  if (mark == kNone) return false;
  const std::string_view word = doc.tokens[mark].lower;
  return word == "after" || word == "before" || word == "once" || word == "until";
}

// "has been cut since March": a stretch of time is as old as its beginning.
bool lies_far_back(const Document& doc, const EventTime& time, Day published) {
  const bool since = time.ref != kNone && is_since(doc, doc.times[time.ref]);
  return (since ? *time.begin : *time.end) + kNewsWindow < published;
}

// "The war, which ended in 1996, killed many": a thing of then did then what it did.
TimeId time_of_subject(const Document& doc, const Predicate& predicate, uint32_t sentence, Day published) {
  for (TimeId id = 0; id < doc.times.size(); ++id) {
    const Timex& time = doc.times[id];
    if (!time.end || *time.end + kNewsWindow >= published || doc.tokens[time.tokens.begin].sentence != sentence)
      continue;
    const Token& verb = doc.tokens[clause_of(doc, time.tokens.begin)];
    if (verb.dep != Dep::relcl || doc.mention_headed_by(verb.head) != kNone) continue;
    for (const Argument& subject : predicate.with(Slot::subject))
      if (subject.head == verb.head) return id;
  }
  return kNone;
}

// "the soldiers killed in combat", "the bank, which has invested …": a past clause that says who somebody is.
bool explains_a_noun(const Document& doc, TokenId verb) {
  const Token& token = doc.tokens[verb];
  return token.tag == "VBN" && (token.dep == Dep::acl || (token.dep == Dep::relcl && is_perfect(doc, verb, false)));
}

}  // namespace

BackgroundCues::Finding BackgroundCues::find(const Document& doc, const Predicate& predicate,
                                             const Event& event) const {
  Finding finding;
  const auto published = doc.published_day();
  if (published && event.time && event.time->end && lies_far_back(doc, *event.time, *published)) {
    finding.background = true;
    if (event.time->ref != kNone) finding.cues.push_back({true, doc.times[event.time->ref].span});
    return finding;
  }

  const TokenId anchor = predicate.anchor();
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

  if (const TimeId then = published ? time_of_subject(doc, predicate, event.sentence, *published) : kNone;
      then != kNone) {
    finding.background = true;
    finding.cues.push_back({true, doc.times[then].span});
    return finding;
  }
  finding.recalled = time_recalled_before(doc, predicate, event);
  const TimeId earlier = finding.recalled != kNone ? finding.recalled : time_of_recalled_clause(doc, predicate, event);
  if (earlier != kNone) {
    finding.background = true;
    finding.cues.push_back({true, doc.times[earlier].span});
    return finding;
  }
  if (explains_a_noun(doc, anchor) && !event.time) {
    finding.background = true;
    finding.cues.push_back({true, doc.tokens[anchor].span});
    return finding;
  }
  // The past of the past, outside reported speech, which shifts every tense back; a day of late says more than a tense.
  const bool dated = published && event.time && event.time->ref != kNone;
  if (is_verb(doc.tokens[anchor]) && event.said_by == kNone && !dated && is_perfect(doc, anchor, true) &&
      !only_comes_first(doc, anchor)) {
    finding.background = true;
    finding.cues.push_back({true, doc.tokens[children(doc, anchor, Dep::aux).front()].span});
  }
  return finding;
}

}  // namespace verbale
