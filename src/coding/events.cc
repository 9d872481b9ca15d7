// The coder's story is in EventCoder::code: predicates, the best row for each, then one question after the other.
#include "coding/events.h"

#include <algorithm>

#include "coding/candidates.h"
#include "coding/event_place.h"
#include "coding/event_time.h"
#include "coding/match.h"
#include "coding/occasions.h"
#include "coding/predicates.h"
#include "coding/relations.h"
#include "coding/statements.h"

namespace verbale {
namespace {

class ArticleCoder {
 public:
  ArticleCoder(const Codebook& codebook, const StatusTables& status, const BackgroundCues& background,
               const ModelEvents* model_events, const PredicateIndex& index, Document& doc)
      : codebook_(codebook),
        status_(status),
        background_(background),
        model_events_(model_events),
        index_(index),
        doc_(doc),
        candidates_(doc) {}

  void code() {
    for (const Predicate& predicate : index_.all())
      if (is_codable(predicate)) match(predicate);
    candidates_.drop_doubles();
    for (const EventCandidate& candidate : candidates_.all()) add_event(candidate);
    add_events_of_model();
  }

 private:
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
    candidates_.add({&predicate, std::move(found), status_.read(doc_, predicate)});
  }

  // "that meeting", "the talks" after an event of the same word: a mention of it, not a new event.
  const Event* earlier_event(const EventCandidate& candidate) const {
    const Predicate& predicate = *candidate.predicate;
    if (predicate.kind != PredicateKind::noun || !is_definite(doc_, predicate.head)) return nullptr;
    for (auto event = doc_.events.rbegin(); event != doc_.events.rend(); ++event)
      if (is_same_word(doc_.tokens[event->trigger_token].lemma, doc_.tokens[predicate.head].lemma) &&
          event->sentence < candidates_.sentence_of(candidate) && event->type == candidate.match.row->type)
        return &*event;
    return nullptr;
  }

  // "agreed …; under the agreement": a noun made of the verb.
  static bool is_same_word(std::string_view verb, std::string_view noun) {
    constexpr size_t kStemMin = 5;
    return verb == noun || (verb.size() >= kStemMin && noun.size() > verb.size() && noun.starts_with(verb));
  }

  // What no row tells, after everything that rows tell; then all in text order again.
  void add_events_of_model() {
    if (model_events_ == nullptr) return;
    for (ModelMatch& found : model_events_->find(doc_, index_, codebook_, status_)) {
      const size_t before = doc_.events.size();
      add_event({found.predicate, std::move(found.match), status_.read(doc_, *found.predicate)});
      if (doc_.events.size() > before) doc_.events.back().confidence = found.confidence;
    }
    std::stable_sort(doc_.events.begin(), doc_.events.end(),
                     [](const Event& a, const Event& b) { return a.trigger_token < b.trigger_token; });
  }

  void add_event(const EventCandidate& candidate) {
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
    event.conditions = uint8_t(row.constraints.size());
    event.trigger_token = candidate.predicate->head;
    event.trigger = doc_.tokens[event.trigger_token].span;
    event.sentence = candidates_.sentence_of(candidate);
    event.actors = candidate.match.actors;
    event.recipients = candidate.match.recipients;
    if (event.type == "ASSAULT" && candidate.predicate->kind == PredicateKind::noun && event.recipients.empty())
      guess_attacked_state(event);
    event.said_by = statement_carrying(doc_, event.trigger_token);
    set_status(candidate, event);
    set_circumstances(*candidate.predicate, event);
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
  void set_status(const EventCandidate& candidate, Event& event) const {
    event.status = candidate.status.status;
    event.cues = candidate.status.cues;
    if (event.status == EventStatus::not_happened && candidate.status.negated && event.said_by != kNone)
      event.status = EventStatus::denied;
  }

  void set_circumstances(const Predicate& predicate, Event& event) const {
    event.time = time_of(doc_, predicate, event);
    if (!event.time) event.time = time_of_anaphor(doc_, predicate);
    event.place = place_of(doc_, predicate, event);
    BackgroundCues::Finding finding = background_.find(doc_, predicate, event);
    event.background = finding.background && lies_behind(event.status);
    if (event.background) event.cues.insert(event.cues.end(), finding.cues.begin(), finding.cues.end());
    if (event.background && event.time && event.time->ref == kNone) event.time.reset();
    if (event.time && event.time->ref == kNone) take_time_of_same_actors(doc_, event);
    if (event.time && event.time->ref == kNone) take_time_of_attack_before(doc_, event);
    if (event.time && event.time->ref == kNone) take_time_of_definite_subject(doc_, codebook_, predicate, event);
    if (event.background && finding.recalled != kNone) event.time = time_recalled(doc_, finding.recalled);
    settle_future(event);
  }

  // Only what is over can be recalled.
  static bool lies_behind(EventStatus status) {
    return status == EventStatus::happened || status == EventStatus::not_happened || status == EventStatus::denied ||
           status == EventStatus::unclear;
  }

  // What lies after the publication has not happened. A promise or a demand with a later date has been made; the date
  // is that of what is promised or demanded.
  void settle_future(Event& event) const {
    const auto published = doc_.published_day();
    if (!published || !event.time || !event.time->begin || *event.time->begin <= *published) return;
    if (event.status != EventStatus::happened && event.status != EventStatus::ongoing) return;
    if (is_act_of_words(event.type, event.quad)) {
      event.time.reset();
      return;
    }
    event.status = EventStatus::planned;
    if (event.time->ref != kNone) event.cues.push_back({false, doc_.times[event.time->ref].span});
  }

  const Codebook& codebook_;
  const StatusTables& status_;
  const BackgroundCues& background_;
  const ModelEvents* model_events_;  // null: rows alone
  const PredicateIndex& index_;
  Document& doc_;
  Candidates candidates_;
};

}  // namespace

Result<EventCoder> EventCoder::open(const Knowledge& knowledge, const std::filesystem::path& relations) {
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
  std::optional<ModelEvents> model_events;
  if (!relations.empty()) {
    Result<ModelEvents> opened = ModelEvents::open(knowledge, relations);
    if (!opened) return std::move(opened).error();
    model_events = *std::move(opened);
  }
  return EventCoder(*std::move(codebook), *std::move(status), *std::move(background), *std::move(not_events),
                    *std::move(confidence), std::move(model_events));
}

void EventCoder::code(const PredicateIndex& index, Document& doc) const {
  ArticleCoder(codebook_, status_, background_, model_events_ ? &*model_events_ : nullptr, index, doc).code();
  not_events_.set_aside(index, doc);
}

// The model weighs an event beside the others of its sentence. Its own events know their confidence.
void EventCoder::weigh(const PredicateIndex& index, Document& doc) const {
  RelationFeatures features;
  for (Event& event : doc.events) {
    if (event.rule == kModelRule) continue;
    std::optional<double> model_says;
    if (model_events_) model_says = model_events_->probability_of(event, doc, index, codebook_, features);
    event.confidence = confidence_.of(doc, event, model_says);
  }
}

}  // namespace verbale
