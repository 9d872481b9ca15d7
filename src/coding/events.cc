// The coder's story is in EventCoder::code: predicates, the best row for each, then one question after the other.
#include "coding/events.h"

#include <algorithm>

#include "coding/match.h"
#include "coding/predicates.h"
#include "coding/statements.h"

namespace verbale {
namespace {

constexpr std::string_view kSameOccasion = "same occasion as what the same actors did before";

class ArticleCoder {
 public:
  ArticleCoder(const Codebook& codebook, const StatusTables& status, const BackgroundCues& background,
               const ConfidenceModel& confidence, const PredicateIndex& index, Document& doc)
      : codebook_(codebook),
        status_(status),
        background_(background),
        confidence_(confidence),
        index_(index),
        doc_(doc) {}

  void code() {
    for (const Predicate& predicate : index_.all())
      if (is_codable(predicate)) match(predicate);
    drop_consumed();
    drop_repeated();
    for (const Candidate& candidate : candidates_) add_event(candidate);
  }

 private:
  struct Candidate {
    const Predicate* predicate;
    Match match;
    StatusReading status;
    bool dropped = false;
  };

  bool is_codable(const Predicate& predicate) const {
    const Token& token = doc_.tokens[predicate.head];
    return !doc_.in_boilerplate(token.span);  // sentences too long to read closely are set aside there as well
  }

  void match(const Predicate& predicate) {
    std::vector<std::string> rejected;
    Match found = match_predicate(doc_, codebook_, index_, predicate, doc_.explaining ? &rejected : nullptr);
    for (const std::string& reason : rejected)
      doc_.explain("coding", doc_.tokens[predicate.head].span, [&] { return "not " + reason; });
    if (found.row == nullptr) return;
    candidates_.push_back({&predicate, std::move(found), status_.read(doc_, predicate)});
  }

  // "held talks with X": the talks are the meeting that "held" already tells of.
  void drop_consumed() {
    for (const Candidate& holder : candidates_)
      for (Candidate& other : candidates_) {
        const auto& words = holder.match.consumed;
        if (&other == &holder || std::find(words.begin(), words.end(), other.predicate->head) == words.end()) continue;
        drop(other, "it is part of the event \"" + std::string(doc_.words(holder.predicate->head)) + "\"");
      }
  }

  // The same relation between the same parties twice in a sentence is one event: "arrived on his first visit to X".
  void drop_repeated() {
    for (size_t i = 0; i < candidates_.size(); ++i)
      for (size_t j = 0; j < i; ++j) {
        Candidate& earlier = candidates_[j];
        Candidate& later = candidates_[i];
        if (earlier.dropped || later.dropped || !tell_the_same(earlier, later)) continue;
        Candidate& weaker = later.predicate->kind == PredicateKind::noun     ? later
                            : earlier.predicate->kind == PredicateKind::noun ? earlier
                                                                             : later;
        drop(weaker, "the sentence tells the same event with another word");
      }
  }

  bool tell_the_same(const Candidate& a, const Candidate& b) const {
    if (sentence_of(a) != sentence_of(b) || a.match.row->type != b.match.row->type) return false;
    if (a.match.row->mode != b.match.row->mode && !a.match.row->mode.empty() && !b.match.row->mode.empty())
      return false;
    if (a.predicate->kind == PredicateKind::verb && b.predicate->kind == PredicateKind::verb) return false;
    return share(a.match.actors, b.match.actors) && share(a.match.recipients, b.match.recipients) && is_near(a, b);
  }

  // A nominal event that hangs under the verb's clause, not in a clause of its own.
  bool is_near(const Candidate& a, const Candidate& b) const {
    return clause_of(doc_, a.predicate->head) == clause_of(doc_, b.predicate->head);
  }

  static bool share(const std::vector<Participant>& a, const std::vector<Participant>& b) {
    if (a.empty() || b.empty()) return true;
    return std::any_of(a.begin(), a.end(), [&](const Participant& x) {
      return std::any_of(b.begin(), b.end(), [&](const Participant& y) { return x.entity == y.entity; });
    });
  }

  uint32_t sentence_of(const Candidate& candidate) const { return doc_.tokens[candidate.predicate->head].sentence; }

  void drop(Candidate& candidate, std::string reason) {
    candidate.dropped = true;
    doc_.explain("coding", doc_.tokens[candidate.predicate->head].span,
                 [&] { return "not " + candidate.match.row->name + ": " + reason; });
  }

  // "that meeting", "the talks" after an event of the same word: a mention of it, not a new event.
  const Event* earlier_event(const Candidate& candidate) const {
    const Predicate& predicate = *candidate.predicate;
    if (predicate.kind != PredicateKind::noun || !is_definite(predicate.head)) return nullptr;
    for (auto event = doc_.events.rbegin(); event != doc_.events.rend(); ++event)
      if (doc_.tokens[event->trigger_token].lemma == doc_.tokens[predicate.head].lemma &&
          event->sentence < sentence_of(candidate) && event->type == candidate.match.row->type)
        return &*event;
    return nullptr;
  }

  bool is_definite(TokenId noun) const {
    const TokenId determiner = first_child(doc_, noun, Dep::det);
    if (determiner == kNone) return false;
    const std::string_view word = doc_.tokens[determiner].lower;
    return word == "that" || word == "this" || word == "those" || word == "these" || word == "the";
  }

  void add_event(const Candidate& candidate) {
    if (candidate.dropped) return;
    if (earlier_event(candidate) != nullptr) {
      doc_.explain("coding", doc_.tokens[candidate.predicate->head].span,
                   [&] { return "not " + candidate.match.row->name + ": it recalls an event told above"; });
      return;
    }
    const CodebookRow& row = *candidate.match.row;
    Event event;
    event.type = row.type;
    event.mode = row.mode;
    event.cameo = row.cameo;
    event.quad = row.quad;
    event.intensity = row.intensity;
    event.rule = row.name;
    event.trigger_token = candidate.predicate->head;
    event.trigger = doc_.tokens[event.trigger_token].span;
    event.sentence = sentence_of(candidate);
    event.actors = candidate.match.actors;
    event.recipients = candidate.match.recipients;
    if (event.type == "ASSAULT" && candidate.predicate->kind == PredicateKind::noun && event.recipients.empty())
      guess_attacked_state(event);
    event.said_by = statement_carrying(doc_, event.trigger_token);
    set_status(candidate, event);
    set_circumstances(*candidate.predicate, event);
    event.confidence = confidence_.of(doc_, event, row.constraints.size());
    doc_.explain("coding", event.trigger,
                 [&] { return row.name + ": " + std::string(row.type) + " " + std::string(row.mode); });
    doc_.events.push_back(std::move(event));
  }

  // "continue reforms in Y despite X's war": a state's war without a named enemy is on the one other state that the
  // sentence is about. The text does not say so in the clause, hence the note.
  void guess_attacked_state(Event& event) const {
    if (event.actors.size() != 1 || doc_.entities[event.actors.front().entity].kind != EntityKind::state) return;
    const TokenRange sentence = doc_.sentences[event.sentence].tokens;
    const Mention* attacked = nullptr;
    for (const Mention& mention : doc_.mentions) {
      if (mention.entity == kNone || !sentence.contains(mention.tokens.begin) ||
          mention.entity == event.actors.front().entity)
        continue;
      if (doc_.entities[mention.entity].kind != EntityKind::state) continue;
      if (attacked != nullptr && attacked->entity != mention.entity) return;
      if (attacked == nullptr) attacked = &mention;
    }
    if (attacked == nullptr) return;
    event.recipients.push_back({attacked->entity, attacked->span, attacked->head});
    doc_.notes.push_back(
        {NoteKind::guess,
         "the recipient of \"" + std::string(doc_.words(event.trigger)) + "\" is the only other state of its sentence",
         event.trigger});
  }

  // What somebody says is not so is denied; what the article says is not so did not happen.
  void set_status(const Candidate& candidate, Event& event) const {
    event.status = candidate.status.status;
    event.cues = candidate.status.cues;
    if (event.status == EventStatus::not_happened && candidate.status.negated && event.said_by != kNone)
      event.status = EventStatus::denied;
  }

  void set_circumstances(const Predicate& predicate, Event& event) const {
    event.time = time_of(doc_, predicate, event);
    if (!event.time) event.time = time_of_anaphor(predicate);
    event.place = place_of(doc_, predicate, event);
    BackgroundCues::Finding finding = background_.find(doc_, predicate, event);
    event.background = finding.background && lies_behind(event.status);
    if (event.background) event.cues.insert(event.cues.end(), finding.cues.begin(), finding.cues.end());
    if (event.background && event.time && event.time->ref == kNone) event.time.reset();
    if (event.time && event.time->ref == kNone) carry_time_over(event);
    if (event.time && event.time->ref == kNone) follow_definite_subject(predicate, event);
    settle_future(event);
  }

  // Only what is over can be recalled.
  static bool lies_behind(EventStatus status) {
    return status == EventStatus::happened || status == EventStatus::not_happened || status == EventStatus::denied ||
           status == EventStatus::unclear;
  }

  // A story goes on about an occasion: "At the meeting on May 4 the ministers urged …. They agreed to …". The
  // publication day is a weaker guess than the day of what the same actors did in the sentence before.
  void carry_time_over(Event& event) const {
    for (auto earlier = doc_.events.rbegin(); earlier != doc_.events.rend(); ++earlier) {
      if (earlier->sentence + 2 < event.sentence) return;
      const bool dated = earlier->time && (earlier->time->ref != kNone || earlier->time->reason == kSameOccasion);
      if (!dated || earlier->status != EventStatus::happened || !share_actor(*earlier, event)) continue;
      event.time = earlier->time;
      event.time->ref = kNone;
      event.time->reason = kSameOccasion;
      return;
    }
  }

  // "The strike killed nine": the strike told before has its own time, known or not; it is not news of the publication
  // day.
  void follow_definite_subject(const Predicate& predicate, Event& event) const {
    for (const Argument& subject : predicate.with(Slot::subject)) {
      const Token& noun = doc_.tokens[subject.head];
      if (noun.pos != Pos::noun || !is_definite(subject.head)) continue;
      if (codebook_.rows_for(noun.lemma, PredicateKind::noun) == nullptr) continue;
      event.time.reset();
      for (auto earlier = doc_.events.rbegin(); earlier != doc_.events.rend(); ++earlier) {
        if (earlier->sentence + 2 < event.sentence) return;
        if (earlier->type != event.type || !earlier->time) continue;
        event.time = earlier->time;
        event.time->ref = kNone;
        event.time->reason = kSameOccasion;
        return;
      }
      return;
    }
  }

  // What lies after the publication has not happened. A promise or a demand with a later date has been made; the date
  // is that of what is promised or demanded.
  void settle_future(Event& event) const {
    const auto published = doc_.published_day();
    if (!published || !event.time || !event.time->begin || *event.time->begin <= *published) return;
    if (event.status != EventStatus::happened && event.status != EventStatus::ongoing) return;
    const bool speaks_of_later = event.type == "AGREE" || event.type == "REQUEST" || event.type == "THREATEN" ||
                                 event.type == "REJECT" || event.type == "CONCEDE" || event.type == "ACCUSE" ||
                                 event.type == "SUPPORT";
    if (speaks_of_later) {
      event.time.reset();
      return;
    }
    event.status = EventStatus::planned;
    if (event.time->ref != kNone) event.cues.push_back({false, doc_.times[event.time->ref].span});
  }

  static bool share_actor(const Event& a, const Event& b) {
    return !a.actors.empty() && !b.actors.empty() && share(a.actors, b.actors);
  }

  // "In that meeting, X …": the clause happens when and where the meeting told above did.
  std::optional<EventTime> time_of_anaphor(const Predicate& predicate) const {
    for (const Argument& argument : predicate.with(Slot::oblique, "in")) {
      if (!is_demonstrative(argument.head)) continue;
      for (auto event = doc_.events.rbegin(); event != doc_.events.rend(); ++event)
        if (doc_.tokens[event->trigger_token].lemma == doc_.tokens[argument.head].lemma) return event->time;
    }
    return std::nullopt;
  }

  bool is_demonstrative(TokenId noun) const {
    const TokenId determiner = first_child(doc_, noun, Dep::det);
    return determiner != kNone && (doc_.tokens[determiner].lower == "that" || doc_.tokens[determiner].lower == "this");
  }

  const Codebook& codebook_;
  const StatusTables& status_;
  const BackgroundCues& background_;
  const ConfidenceModel& confidence_;
  const PredicateIndex& index_;
  Document& doc_;
  std::vector<Candidate> candidates_;
};

}  // namespace

Result<EventCoder> EventCoder::open(const Knowledge& knowledge) {
  Result<Codebook> codebook = Codebook::open(knowledge);
  if (!codebook) return std::move(codebook).error().during("reading the codebook");
  Result<StatusTables> status = StatusTables::open(knowledge);
  if (!status) return std::move(status).error().during("reading the status tables");
  Result<BackgroundCues> background = BackgroundCues::open(knowledge);
  if (!background) return std::move(background).error().during("reading the background cues");
  Result<NotEvents> not_events = NotEvents::open(knowledge);
  if (!not_events) return std::move(not_events).error().during("reading what is not an event");
  Result<ConfidenceModel> confidence = ConfidenceModel::open(knowledge);
  if (!confidence) return std::move(confidence).error().during("reading the weights of confidence");
  return EventCoder(*std::move(codebook), *std::move(status), *std::move(background), *std::move(not_events),
                    *std::move(confidence));
}

void EventCoder::code(const PredicateIndex& index, Document& doc) const {
  ArticleCoder(codebook_, status_, background_, confidence_, index, doc).code();
  not_events_.set_aside(index, doc);
}

}  // namespace verbale
