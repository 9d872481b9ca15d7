// One function for each object of the record, in the order of its fields. Everything that is "absent when unknown" goes
// through field_if or an `if` that says so.
#include "record/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "record/code_points.h"
#include "record/ids.h"
#include "record/json_parts.h"
#include "record/json_writer.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

bool is_space(char32_t point) {
  return point == ' ' || (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200B) || point == 0x2028 || point == 0x2029 || point == 0x202F ||
         point == 0x205F || point == 0x3000 || point == 0xFEFF;
}

class RecordWriter {
 public:
  RecordWriter(const Document& doc, std::string& out)
      : doc_(doc), ids_(record_ids(doc)), points_(doc.text), json_(out) {}

  void write() {
    json_.begin_object();
    json_.field("schema", kSchema);
    json_.key("article");
    write_article();
    if (!is_unread(doc_)) write_findings();
    json_.key("notes");
    write_notes();
    json_.end_object();
  }

 private:
  void write_findings() {
    write_list("sentences", doc_.sentences, [&](const Sentence& one) { write(one); });
    write_numbered("entities", doc_.entities, [&](size_t id, const Entity& one) { write(id, one); });
    write_numbered("places", doc_.places, [&](size_t id, const Place& one) { write(id, one); });
    write_numbered("times", doc_.times, [&](size_t id, const Timex& one) { write(id, one); });
    write_numbered("statements", doc_.statements, [&](size_t id, const Statement& one) { write(id, one); });
    write_numbered("events", doc_.events, [&](size_t id, const Event& one) { write(id, one); });
    write_numbered("intentions", doc_.intentions, [&](size_t id, const Intention& one) { write(id, one); });
    write_list("signals", doc_.signals, [&](const Signal& one) { write(one); });
  }

  // ---- shapes that recur ----

  template <class List, class Write>
  void write_list(std::string_view name, const List& list, Write write_one) {
    json_.key(name).begin_array();
    for (const auto& one : list) write_one(one);
    json_.end_array();
  }

  template <class List, class Write>
  void write_numbered(std::string_view name, const List& list, Write write_one) {
    json_.key(name).begin_array();
    for (size_t id = 0; id < list.size(); ++id) write_one(id, list[id]);
    json_.end_array();
  }

  void span(std::string_view name, Span bytes) { json_.key(name).span(points_(bytes)); }
  void span_if(std::string_view name, const std::optional<Span>& bytes) {
    if (bytes && !bytes->empty()) span(name, *bytes);
  }
  void spans(std::string_view name, const std::vector<Span>& list) {
    write_list(name, list, [&](Span one) { json_.span(points_(one)); });
  }
  void id(std::string_view name, char prefix, size_t index) {
    json_.field(name, fmt::format("{}{}", prefix, index + 1));
  }
  void id_if(std::string_view name, char prefix, uint32_t index) {
    if (index != kNone) id(name, prefix, index);
  }
  void id_or_null(std::string_view name, char prefix, uint32_t index) {
    if (index != kNone) return id(name, prefix, index);
    json_.key(name).null();
  }
  void event_or_null(std::string_view name, EventId event) {
    if (event != kNone) return json_.field(name, ids_.events[event]);
    json_.key(name).null();
  }
  void day_if(std::string_view name, const std::optional<Day>& day) {
    if (day) json_.field(name, format_day(*day));
  }
  void number_if(std::string_view name, const std::optional<double>& value) {
    if (value) json_.key(name).number(*value);
  }

  // ---- the article ----

  void write_article() {
    const Article& article = doc_.article;
    json_.begin_object();
    json_.field("id", ids_.article);
    json_.field_if("url", article.url);
    json_.field_if("title", article.title);
    if (!article.bylines.empty()) write_list("byline", article.bylines, [&](std::string_view one) { json_.text(one); });
    write_publisher();
    json_.field_if("origin", article.origin);
    json_.field_if("language", article.language);
    json_.field("kind", article.kind.empty() ? "unknown" : article.kind);
    write_date("published", article.published);
    write_date("modified", article.modified);
    write_dateline();
    json_.field("text", doc_.text);
    json_.field("sha256", ids_.sha256);
    json_.end_object();
  }

  void write_publisher() {
    const Article& article = doc_.article;
    if (article.publisher_name.empty() && article.publisher_domain.empty()) return;
    json_.key("publisher").begin_object();
    json_.field_if("name", article.publisher_name);
    json_.field_if("domain", article.publisher_domain);
    json_.end_object();
  }

  void write_date(std::string_view name, const ArticleDate& date) {
    if (!date.known()) return;
    json_.key(name).begin_object();
    json_.field_if("value", date.value);
    json_.field_if("precision", date.precision);
    json_.field("method", to_label(date.method));
    json_.end_object();
  }

  void write_dateline() {
    if (!doc_.dateline) return;
    json_.key("dateline").begin_object();
    if (doc_.dateline_place) id_if("place", 'p', *doc_.dateline_place);
    span("text", *doc_.dateline);
    json_.end_object();
  }

  // ---- what the article holds ----

  void write(const Sentence& sentence) { json_.span(points_(trim_span(doc_.text, doc_.span_of(sentence.tokens)))); }

  void write(size_t index, const Entity& entity) {
    json_.begin_object();
    id("id", 'e', index);
    json_.field_if("key", entity.key);
    json_.field("name", entity.name);
    json_.field("kind", to_label(entity.kind));
    json_.field_if("wikidata", entity.wikidata);
    if (!entity.roles.empty())
      write_list("roles", entity.roles, [&](const Role& one) { write_part(json_, points_, one); });
    json_.field_if("country", entity.country);
    if (!entity.codes.empty())
      write_list("codes", entity.codes, [&](const ActorCode& one) { write_part(json_, points_, one); });
    write_list("mentions", entity.mentions, [&](MentionId one) { write(doc_.mentions[one]); });
    json_.field_if("reason", entity.reason);
    json_.end_object();
  }

  void write(const Mention& mention) {
    json_.begin_object();
    span("span", mention.span);
    json_.field("form", to_label(mention.form));
    json_.end_object();
  }

  void write(size_t index, const Place& place) {
    json_.begin_object();
    id("id", 'p', index);
    json_.field("name", place.name);
    if (place.geonames != 0) json_.key("geonames").integer(place.geonames);
    if (place.located) {
      json_.key("lat").number(round_coordinate(place.lat));
      json_.key("lon").number(round_coordinate(place.lon));
    }
    json_.field_if("country", place.country);
    json_.field_if("admin1", place.admin1);
    json_.field("precision", to_label(place.precision));
    write_list("mentions", place.mentions, [&](uint32_t one) { json_.span(points_(doc_.place_mentions[one].span)); });
    json_.field_if("reason", place.reason);
    json_.key("confidence").number(round_estimate(place.confidence));
    json_.end_object();
  }

  void write(size_t index, const Timex& time) {
    json_.begin_object();
    id("id", 't', index);
    span("span", time.span);
    json_.field("type", to_label(time.type));
    json_.field_if("value", time.value);
    day_if("begin", time.begin);
    day_if("end", time.end);
    json_.field_if("anchor", time.anchor);
    json_.field_if("reason", time.reason);
    json_.end_object();
  }

  void write(size_t index, const Statement& statement) {
    json_.begin_object();
    id("id", 's', index);
    id_or_null("speaker", 'e', statement.speaker);
    span_if("speaker_span", statement.speaker_span);
    json_.field("speaker_kind", to_label(statement.speaker_kind));
    span_if("cue", statement.cue);
    spans("content", statement.content);
    json_.field("form", to_label(statement.form));
    id_or_null("within", 's', statement.within);
    json_.end_object();
  }

  // ---- events ----

  void write(size_t index, const Event& event) {
    json_.begin_object();
    json_.field("id", ids_.events[index]);
    json_.field("type", event.type);
    json_.field_if("mode", event.mode);
    write_list("contexts", event.contexts, [&](const Context& one) { write_part(json_, points_, one); });
    json_.field_if("cameo", event.cameo);
    if (event.quad != 0) json_.key("quad").integer(event.quad);
    json_.field("status", to_label(event.status));
    json_.key("background").boolean(event.background);
    write_list("cues", event.cues, [&](const Cue& one) { write_part(json_, points_, one); });
    write_list("actors", event.actors, [&](const Participant& one) { write(one); });
    write_list("recipients", event.recipients, [&](const Participant& one) { write(one); });
    write_list("others", event.others, [&](const OtherParticipant& one) { write(one); });
    write_time(event.time);
    write_place(event.place);
    write_list("items", event.items, [&](const Item& one) { write(one); });
    write_counts(event.counts);
    id_or_null("said_by", 's', event.said_by);
    span("trigger", event.trigger);
    json_.key("sentence").integer(event.sentence);
    json_.field_if("rule", event.rule);
    json_.key("confidence").number(round_estimate(event.confidence));
    json_.key("intensity").number(round_estimate(event.intensity));
    json_.end_object();
  }

  void write(const Participant& participant) {
    json_.begin_object();
    id_if("entity", 'e', participant.entity);
    span("span", participant.span);
    json_.end_object();
  }

  void write(const OtherParticipant& other) {
    json_.begin_object();
    json_.field("role", other.role);
    id_if("entity", 'e', other.entity);
    json_.end_object();
  }

  void write_time(const std::optional<EventTime>& time) {
    if (!time) return;
    json_.key("time").begin_object();
    id_if("ref", 't', time->ref);
    day_if("begin", time->begin);
    day_if("end", time->end);
    json_.field_if("precision", time->precision);
    json_.field_if("reason", time->reason);
    json_.end_object();
  }

  void write_place(const std::optional<EventPlace>& place) {
    if (!place) return;
    json_.key("place").begin_object();
    id_if("ref", 'p', place->ref);
    if (!place->span.empty()) span("span", place->span);
    json_.end_object();
  }

  void write(const Item& item) {
    json_.begin_object();
    span("span", item.span);
    json_.field("item", item.item);
    json_.field_if("category", item.category);
    number_if("quantity", item.quantity);
    json_.field_if("unit", item.unit);
    json_.field_if("currency", item.currency);
    json_.field_if("lethal", item.lethal);
    json_.end_object();
  }

  // An object has each key once: of several counts of one kind, the first in the event's order is written.
  void write_counts(const std::vector<Count>& counts) {
    json_.key("counts").begin_object();
    for (const Count& count : counts) {
      const auto first =
          std::find_if(counts.begin(), counts.end(), [&](const Count& one) { return one.kind == count.kind; });
      if (&*first != &count) continue;
      json_.key(to_label(count.kind)).begin_object();
      number_if("low", count.low);
      number_if("high", count.high);
      span("span", count.span);
      json_.end_object();
    }
    json_.end_object();
  }

  // ---- intentions, signals, notes ----

  void write(size_t index, const Intention& intention) {
    json_.begin_object();
    id("id", 'n', index);
    json_.field("kind", to_label(intention.kind));
    write_list("by", intention.by, [&](EntityId one) { json_.text(fmt::format("e{}", one + 1)); });
    write_list("to", intention.to, [&](EntityId one) { json_.text(fmt::format("e{}", one + 1)); });
    span("content", intention.content);
    event_or_null("event", intention.event);
    write_list("would_be", intention.would_be, [&](EventId one) { json_.text(ids_.events[one]); });
    id_or_null("due", 't', intention.due);
    write_list("conditions", intention.conditions, [&](const Condition& one) { write(one); });
    id_or_null("said_by", 's', intention.said_by);
    json_.field("state", "open");
    json_.end_object();
  }

  void write(const Condition& condition) {
    json_.begin_object();
    span("span", condition.span);
    json_.field("form", condition.form);
    event_or_null("requires", condition.requires_event);
    json_.end_object();
  }

  void write(const Signal& signal) {
    json_.begin_object();
    json_.field("scheme", signal.scheme);
    json_.field("signal", signal.signal);
    json_.field("level", signal.level);
    if (signal.is_flag) {
      json_.key("value").boolean(true);
    } else {
      json_.key("value").integer(signal.count);
    }
    json_.field("method", "text");
    spans("spans", signal.spans);
    json_.end_object();
  }

  void write_notes() {
    json_.begin_array();
    for (const Note& note : doc_.article.notes) write(note);
    for (const Note& note : doc_.notes) write(note);
    json_.end_array();
  }

  void write(const Note& note) {
    json_.begin_object();
    json_.field("kind", to_label(note.kind));
    json_.field("what", note.what);
    span_if("span", note.span);
    json_.end_object();
  }

  const Document& doc_;
  RecordIds ids_;
  CodePointMap points_;
  Json json_;
};

double round_to(double value, double steps) { return std::round(value * steps) / steps; }

}  // namespace

void write_record(const Document& doc, std::string& out) {
  RecordWriter(doc, out).write();
  out += '\n';
}

bool is_unread(const Document& doc) {
  const auto says_so = [](const Note& note) { return note.kind == NoteKind::unsupported_language; };
  const auto& given = doc.article.notes;
  return std::any_of(given.begin(), given.end(), says_so) || std::any_of(doc.notes.begin(), doc.notes.end(), says_so);
}

Span trim_span(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint first = decode(text, span.begin);
    if (!is_space(first.value)) break;
    span.begin += first.size;
  }
  while (!span.empty()) {
    uint32_t last = span.end - 1;
    while (last > span.begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    if (!is_space(decode(text, last).value)) break;
    span.end = last;
  }
  return span;
}

double round_estimate(double value) { return round_to(value, 1e3); }
double round_coordinate(double value) { return round_to(value, 1e5); }

}  // namespace verbale
