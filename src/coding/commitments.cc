// Each event is asked whether a word that commits its actor made its status; the commitment takes the parties over.
#include "coding/commitments.h"

#include <algorithm>
#include <optional>

#include "coding/awaited.h"
#include "coding/event_time.h"
#include "coding/statements.h"

namespace verbale {

class CommitmentReader {
 public:
  CommitmentReader(const Commitments& commitments, const PredicateIndex& index, Document& doc)
      : commitments_(commitments), index_(index), doc_(doc) {}

  void read() {
    decltype(doc_.events) all(doc_.events.get_allocator());
    for (Event& deed : doc_.events) {
      if (std::optional<Event> commitment = commitment_to(deed)) {
        // A refusal denies no claim: the deed will not be done.
        if (commitment->type == "REJECT" && deed.status == EventStatus::denied) deed.status = EventStatus::not_happened;
        all.push_back(std::move(*commitment));
      }
      all.push_back(std::move(deed));
    }
    doc_.events = std::move(all);
  }

 private:
  std::optional<Event> commitment_to(const Event& deed) const {
    if (deed.actors.empty() || deed.status == EventStatus::happened || deed.status == EventStatus::ongoing)
      return std::nullopt;
    for (const Commitments::Row& row : commitments_.rows_) {
      if (!concerns(row, deed)) continue;
      const TokenId word = cue_of(deed, row.word);
      if (word == kNone || is_negated(deed, word) != row.negated || is_conditional(word) || is_over(word)) continue;
      if (row.own_words ? !is_own_word(deed) : is_of_another_verb(word, deed)) continue;
      return make(row, word, deed);
    }
    return std::nullopt;
  }

  static bool concerns(const Commitments::Row& row, const Event& deed) {
    return std::find(row.deeds.begin(), row.deeds.end(), deed.type) != row.deeds.end();
  }

  // "will not send", "is not willing to send", "never".
  bool is_negated(const Event& deed, TokenId word) const {
    const Token& token = doc_.tokens[word];
    return first_child(doc_, token.head, Dep::neg) != kNone || first_child(doc_, deed.trigger_token, Dep::neg) != kNone;
  }

  // "talking will not stop it, and the meeting …": the word says nothing of the meeting.
  bool is_of_another_verb(TokenId word, const Event& deed) const {
    return doc_.tokens[word].dep == Dep::aux && doc_.tokens[word].head != deed.trigger_token;
  }

  TokenId cue_of(const Event& deed, std::string_view word) const {
    for (const Cue& cue : deed.cues) {
      const TokenId token = token_at(deed, cue.span);
      if (token != kNone && (doc_.tokens[token].lower == word || doc_.tokens[token].lemma == word)) return token;
    }
    return kNone;
  }

  TokenId token_at(const Event& deed, Span span) const {
    const TokenRange sentence = doc_.sentences[deed.sentence].tokens;
    for (TokenId t = sentence.begin; t < sentence.end; ++t)
      if (doc_.tokens[t].span.begin == span.begin) return t;
    return kNone;
  }

  // "would have sent": nothing is still to come.
  bool is_over(TokenId word) const {
    return doc_.tokens[word].dep == Dep::aux && has_perfect(doc_, doc_.tokens[word].head);
  }

  // "if it is willing to …", "would be willing": nobody has said so yet.
  bool is_conditional(TokenId word) const {
    const Token& token = doc_.tokens[word];
    if (token.dep == Dep::aux) return false;
    for (TokenId t = token.head;; t = doc_.tokens[t].head) {
      for (TokenId child : children(doc_, t)) {
        const Token& beside = doc_.tokens[child];
        const bool asks = beside.dep == Dep::mark && (beside.lower == "if" || beside.lower == "whether");
        if (asks || (beside.dep == Dep::aux && beside.tag == "MD")) return true;
      }
      if (doc_.tokens[t].head == t) return false;
    }
  }

  // "The ministry said it would …", "\"We will …\", the minister said".
  bool is_own_word(const Event& deed) const {
    if (deed.said_by == kNone || is_forecast(doc_.statements[deed.said_by])) return false;
    const EntityId speaker = doc_.statements[deed.said_by].speaker;
    return std::any_of(deed.actors.begin(), deed.actors.end(), [&](const Participant& actor) {
      return actor.entity == speaker || speaks_for(speaker, actor.entity) || is_of(actor.entity, deed.said_by);
    });
  }

  // "predicted that the House would …".
  bool is_forecast(const Statement& statement) const {
    return statement.cue_token != kNone && commitments_.forecasts_.contains(doc_.tokens[statement.cue_token].lemma);
  }

  // "the president's office said": a voice that the actor is named as the owner of.
  bool is_of(EntityId actor, StatementId said_by) const {
    const std::optional<Span> voice = doc_.statements[said_by].speaker_span;
    if (!voice || doc_.statements[said_by].speaker != kNone) return false;
    return std::any_of(doc_.mentions.begin(), doc_.mentions.end(), [&](const Mention& mention) {
      return mention.entity == actor && voice->begin <= mention.span.begin && mention.span.end <= voice->end;
    });
  }

  // A minister for the state, a spokesman for the office that he holds.
  bool speaks_for(EntityId speaker, EntityId actor) const {
    if (speaker == kNone) return false;
    const Entity& person = doc_.entities[speaker];
    const bool by_role =
        std::any_of(person.roles.begin(), person.roles.end(), [&](const Role& role) { return role.of == actor; });
    if (by_role) return true;
    const Entity& other = doc_.entities[actor];
    if (person.kind == EntityKind::state) return governs(other, person);  // "the Kremlin said Putin would …"
    return other.kind == EntityKind::state && governs(person, other);
  }

  static bool governs(const Entity& person, const Entity& state) {
    if (state.codes.empty()) return false;
    return std::any_of(person.codes.begin(), person.codes.end(), [&](const ActorCode& code) {
      return code.sector == "GOV" && code.code_for != CodeFor::citizenship &&
             code.country == state.codes.front().country;
    });
  }

  Event make(const Commitments::Row& row, TokenId word, const Event& deed) const {
    Event event;
    event.type = row.type;
    event.mode = row.mode;
    event.cameo = row.relation.cameo;
    event.quad = row.relation.quad;
    event.intensity = row.relation.intensity;
    event.rule = row.name;
    event.trigger_token = word;
    event.trigger = doc_.tokens[word].span;
    event.sentence = deed.sentence;
    // Of those who meet, they commit who stand before the word.
    for (const Participant& actor : deed.actors)
      (actor.span.begin < event.trigger.begin ? event.actors : event.recipients).push_back(actor);
    if (event.actors.empty()) event.actors.swap(event.recipients);
    event.recipients.insert(event.recipients.end(), deed.recipients.begin(), deed.recipients.end());
    // "will not lift it until X pays", "would close it unless X pays".
    if (event.recipients.empty() && row.type != "AGREE")
      event.recipients = awaited_by(doc_, index_, deed.trigger_token, event.actors);
    const bool own = is_own_word(deed);
    event.said_by = own ? doc_.statements[deed.said_by].within : deed.said_by;
    if (own) set_time(doc_.statements[deed.said_by], event);
    event.conditions = 1;
    doc_.explain("coding", event.trigger,
                 [&] { return row.name + ": " + std::string(row.type) + ", it commits to what follows"; });
    return event;
  }

  // A commitment in words is made when it is said.
  void set_time(const Statement& statement, Event& event) const {
    const Predicate* saying = statement.cue_token == kNone ? nullptr : index_.headed_by(statement.cue_token);
    if (saying == nullptr) return;
    Event said = event;
    said.trigger_token = statement.cue_token;
    event.time = time_of(doc_, *saying, said);
    const auto published = doc_.published_day();
    if (published && event.time && event.time->begin && *event.time->begin > *published) event.time.reset();
  }

  const Commitments& commitments_;
  const PredicateIndex& index_;
  Document& doc_;
};

Result<Commitments> Commitments::open(const Knowledge& knowledge) {
  const Table* table = knowledge.find("commitments/words.tsv");
  if (table == nullptr) return Error{Error::Kind::knowledge, "the table commitments/words.tsv is missing"};
  const Table* forecasts = knowledge.find("commitments/forecasts.tsv");
  if (forecasts == nullptr) return Error{Error::Kind::knowledge, "the table commitments/forecasts.tsv is missing"};
  Result<Relations> relations = Relations::open(knowledge);
  if (!relations) return std::move(relations).error();

  Commitments commitments;
  for (size_t i = 0; i < table->rows(); ++i) {
    Row row;
    row.word = table->cell(i, "word");
    row.negated = table->cell(i, "negated") == "yes";
    row.deeds = split_list(table->cell(i, "deeds"));
    row.type = table->cell(i, "type");
    row.mode = table->cell(i, "mode");
    row.own_words = table->cell(i, "own_words") == "yes";
    row.name = "commitments/" + table->row_name(i);
    const PloverRelation* relation = relations->find(row.type, row.mode);
    if (relation == nullptr) return table_error(*table, i, "unknown type or mode");
    row.relation = *relation;
    commitments.rows_.push_back(std::move(row));
  }
  for (size_t i = 0; i < forecasts->rows(); ++i) commitments.forecasts_.insert(forecasts->cell(i, "verb"));
  return commitments;
}

void Commitments::code(const PredicateIndex& index, Document& doc) const { CommitmentReader(*this, index, doc).read(); }

}  // namespace verbale
