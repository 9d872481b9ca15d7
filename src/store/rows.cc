// One function for each table; values follow the columns of tables.cc, line by line.
#include "store/rows.h"

#include <fmt/format.h>

#include "record/code_points.h"
#include "record/json.h"
#include "record/json_parts.h"
#include "record/json_writer.h"
#include "record/vocabulary.h"
#include "store/tables.h"

namespace verbale {
namespace {

std::string local_id(char prefix, uint32_t index) {
  return index == kNone ? std::string() : fmt::format("{}{}", prefix, index + 1);
}

class Rows {
 public:
  Rows(const Document& doc, const RecordIds& ids, std::string_view run_id, std::vector<Appender>& appenders)
      : doc_(doc), ids_(ids), points_(doc.text), run_id_(run_id), appenders_(appenders) {}

  Status append() {
    append_article();
    append_notes();
    if (is_unread(doc_)) return std::move(status_);
    append_sentences();
    append_entities();
    append_places();
    append_times();
    append_statements();
    append_events();
    append_intentions();
    append_signals();
    return std::move(status_);
  }

 private:
  Appender& to(StoreTable table) { return appenders_[size_t(table)]; }

  // A row that begins, as nearly all do, with the article.
  Appender& row(StoreTable table) { return to(table).text(ids_.article); }

  void end(Appender& row) {
    if (Status ended = row.end_row(); !ended && status_) status_ = std::move(ended);
  }

  template <class Parts>
  std::string parts_json(const Parts& parts) const {
    std::string out;
    Json json(out);
    json.begin_array();
    for (const auto& part : parts) write_part(json, points_, part);
    json.end_array();
    return out;
  }

  template <class List, class Name>
  static std::string names_json(const List& list, Name name) {
    std::string out;
    Json json(out);
    json.begin_array();
    for (const auto& one : list) json.text(name(one));
    json.end_array();
    return out;
  }

  void span_or_null(Appender& row, const std::optional<Span>& span) {
    span && !span->empty() ? row.span(points_(*span)) : row.no_span();
  }

  void date(Appender& row, const ArticleDate& date) {
    row.text(date.value).text(date.precision).text(date.known() ? to_label(date.method) : "");
  }

  void append_article() {
    const Article& article = doc_.article;
    Appender& row = this->row(StoreTable::article);
    row.text(run_id_).text(article.url).text(article.title);
    row.text(article.bylines.empty() ? "" : names_json(article.bylines, [](const std::string& one) { return one; }));
    row.text(article.publisher_name).text(article.publisher_domain).text(article.origin).text(article.language);
    row.text(article.kind.empty() ? "unknown" : article.kind);
    date(row, article.published);
    date(row, article.modified);
    row.text(local_id('p', doc_.dateline_place.value_or(kNone)));
    span_or_null(row, doc_.dateline);
    row.exact_text(doc_.text).text(ids_.sha256);
    end(row);
  }

  void append_sentences() {
    uint32_t ordinal = 0;
    for (const Sentence& sentence : doc_.sentences) {
      Appender& row = this->row(StoreTable::sentence);
      row.number(ordinal++).span(points_(trim_span(doc_.text, doc_.span_of(sentence.tokens))));
      end(row);
    }
  }

  void append_entities() {
    for (EntityId id = 0; id < doc_.entities.size(); ++id) append_entity(id, doc_.entities[id]);
  }

  void append_entity(EntityId id, const Entity& entity) {
    const ActorCode code = entity.codes.empty() ? ActorCode{} : entity.codes.front();
    Appender& row = this->row(StoreTable::entity);
    row.text(local_id('e', id)).text(entity.key).text(entity.name).text(to_label(entity.kind)).text(entity.wikidata);
    row.text(entity.country).text(code.country).text(code.sector);
    row.text(parts_json(entity.roles)).text(parts_json(entity.codes)).text(entity.reason);
    end(row);
    for (MentionId mention : entity.mentions) {
      Appender& of = this->row(StoreTable::mention);
      of.text(local_id('e', id)).span(points_(doc_.mentions[mention].span)).text(to_label(doc_.mentions[mention].form));
      end(of);
    }
  }

  void append_places() {
    for (PlaceId id = 0; id < doc_.places.size(); ++id) append_place(id, doc_.places[id]);
  }

  void append_place(PlaceId id, const Place& place) {
    Appender& row = this->row(StoreTable::place);
    row.text(local_id('p', id)).text(place.name);
    place.geonames ? row.number(place.geonames) : row.null();
    place.located ? row.real(round_coordinate(place.lat)).real(round_coordinate(place.lon)) : row.no_span();
    row.text(place.country).text(place.admin1).text(to_label(place.precision)).text(place.reason);
    row.real(round_estimate(place.confidence));
    end(row);
    for (uint32_t mention : place.mentions) {
      Appender& of = this->row(StoreTable::place_mention);
      of.text(local_id('p', id)).span(points_(doc_.place_mentions[mention].span));
      end(of);
    }
  }

  void append_times() {
    for (TimeId id = 0; id < doc_.times.size(); ++id) {
      const Timex& time = doc_.times[id];
      Appender& row = this->row(StoreTable::time);
      row.text(local_id('t', id)).span(points_(time.span)).text(to_label(time.type)).text(time.value);
      row.day(time.begin).day(time.end).text(time.anchor).text(time.reason);
      end(row);
    }
  }

  void append_statements() {
    for (StatementId id = 0; id < doc_.statements.size(); ++id) append_statement(id, doc_.statements[id]);
  }

  void append_statement(StatementId id, const Statement& statement) {
    Appender& row = this->row(StoreTable::statement);
    row.text(local_id('s', id)).text(local_id('e', statement.speaker));
    span_or_null(row, statement.speaker_span);
    row.text(to_label(statement.speaker_kind));
    span_or_null(row, statement.cue);
    row.text(to_label(statement.form)).text(local_id('s', statement.within));
    end(row);
    uint32_t ordinal = 0;
    for (Span content : statement.content) {
      Appender& of = this->row(StoreTable::statement_span);
      of.text(local_id('s', id)).number(ordinal++).span(points_(content));
      end(of);
    }
  }

  void append_events() {
    for (EventId id = 0; id < doc_.events.size(); ++id) {
      append_event(id, doc_.events[id]);
      append_roles(id, doc_.events[id]);
      append_items(id, doc_.events[id]);
      append_counts(id, doc_.events[id]);
    }
  }

  void append_event(EventId id, const Event& event) {
    Appender& row = this->row(StoreTable::event);
    row.text(ids_.events[id]).text(event.type).text(event.mode).text(event.cameo);
    event.quad ? row.number(event.quad) : row.null();
    row.text(to_label(event.status)).flag(event.background);
    const EventTime time = event.time.value_or(EventTime{});
    row.text(local_id('t', time.ref)).day(time.begin).day(time.end).text(time.precision).text(time.reason);
    const EventPlace place = event.place.value_or(EventPlace{});
    row.text(local_id('p', place.ref));
    span_or_null(row, place.span);
    row.text(local_id('s', event.said_by)).span(points_(event.trigger)).number(event.sentence).text(event.rule);
    row.real(round_estimate(event.confidence)).real(round_estimate(event.intensity));
    row.text(parts_json(event.contexts)).text(parts_json(event.cues));
    end(row);
  }

  void append_roles(EventId id, const Event& event) {
    append_participants(id, "actor", event.actors);
    append_participants(id, "recipient", event.recipients);
    uint32_t ordinal = 0;
    for (const OtherParticipant& other : event.others) {
      Appender& row = to(StoreTable::event_role);
      row.text(ids_.events[id]).text(other.role).number(ordinal++).text(local_id('e', other.entity)).no_span();
      row.text(ids_.article);
      end(row);
    }
  }

  void append_participants(EventId id, std::string_view role, const std::vector<Participant>& participants) {
    uint32_t ordinal = 0;
    for (const Participant& one : participants) {
      Appender& row = to(StoreTable::event_role);
      row.text(ids_.events[id]).text(role).number(ordinal++).text(local_id('e', one.entity)).span(points_(one.span));
      row.text(ids_.article);
      end(row);
    }
  }

  void append_items(EventId id, const Event& event) {
    uint32_t ordinal = 0;
    for (const Item& item : event.items) {
      Appender& row = this->row(StoreTable::event_item);
      row.text(ids_.events[id]).number(ordinal++).span(points_(item.span)).text(item.item).text(item.category);
      row.real(item.quantity).text(item.unit).text(item.currency).text(item.lethal);
      end(row);
    }
  }

  void append_counts(EventId id, const Event& event) {
    for (const Count& count : event.counts) {
      Appender& row = this->row(StoreTable::event_count);
      row.text(ids_.events[id]).text(to_label(count.kind)).real(count.low).real(count.high).span(points_(count.span));
      end(row);
    }
  }

  void append_intentions() {
    for (uint32_t id = 0; id < doc_.intentions.size(); ++id) append_intention(id, doc_.intentions[id]);
  }

  void append_intention(uint32_t id, const Intention& intention) {
    const auto entity = [](EntityId one) { return local_id('e', one); };
    const auto event = [&](EventId one) { return ids_.events[one]; };
    Appender& row = this->row(StoreTable::intention);
    row.text(local_id('n', id)).text(to_label(intention.kind));
    row.text(names_json(intention.by, entity)).text(names_json(intention.to, entity)).span(points_(intention.content));
    row.text(intention.event == kNone ? "" : event(intention.event)).text(names_json(intention.would_be, event));
    row.text(local_id('t', intention.due)).text(local_id('s', intention.said_by)).text("open");
    end(row);
    uint32_t ordinal = 0;
    for (const Condition& condition : intention.conditions) {
      Appender& of = this->row(StoreTable::intention_condition);
      of.text(local_id('n', id)).number(ordinal++).span(points_(condition.span)).text(condition.form);
      of.text(condition.requires_event == kNone ? "" : event(condition.requires_event));
      end(of);
    }
  }

  void append_signals() {
    for (const Signal& signal : doc_.signals) {
      Appender& row = this->row(StoreTable::signal);
      row.text(signal.scheme).text(signal.signal).text(signal.level).number(signal.is_flag ? 1 : signal.count);
      row.flag(signal.is_flag).text("text").text(spans_json(signal.spans));
      end(row);
    }
  }

  std::string spans_json(const std::vector<Span>& spans) const {
    std::string out;
    Json json(out);
    json.begin_array();
    for (Span span : spans) json.span(points_(span));
    json.end_array();
    return out;
  }

  void append_notes() {
    for (const auto* notes : {&doc_.article.notes, &doc_.notes})
      for (const Note& note : *notes) {
        Appender& row = this->row(StoreTable::note);
        row.text(to_label(note.kind)).text(note.what);
        span_or_null(row, note.span);
        end(row);
      }
  }

  const Document& doc_;
  const RecordIds& ids_;
  CodePointMap points_;
  std::string_view run_id_;
  std::vector<Appender>& appenders_;
  Status status_;
};

}  // namespace

Status append_rows(const Document& doc, const RecordIds& ids, std::string_view run_id,
                   std::vector<Appender>& appenders) {
  return Rows(doc, ids, run_id, appenders).append();
}

}  // namespace verbale
