// The one flat record that every stage reads from and adds to.
//
// Plain arrays, owned by one arena per article; small integer ids are indices into them; offsets are UTF-8 bytes
// into `text` and become code points only at the border (record/json.h). Names and meanings follow record.md.
//
//   Document doc(article);
//   language.parse(doc);          fills tokens, sentences, names
//   resolve_times(doc);           fills times; and so on, in the order that engine.cc tells
//
// Who fills what: language: tokens, sentences, names · resolve: times, places, mentions, entities ·
// coding: statements, events, intentions, signals · everybody: notes, trace.
#pragma once

#include <cstdint>
#include <deque>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/calendar.h"
#include "base/span.h"
#include "record/article.h"
#include "record/token.h"

namespace verbale {

inline constexpr uint32_t kNone = UINT32_MAX;  // "no such index", for every id below

using TokenId = uint32_t;
using EntityId = uint32_t;
using MentionId = uint32_t;
using PlaceId = uint32_t;
using TimeId = uint32_t;
using StatementId = uint32_t;
using EventId = uint32_t;

// Half-open range of tokens.
struct TokenRange {
  TokenId begin = 0;
  TokenId end = 0;

  bool contains(TokenId token) const { return begin <= token && token < end; }
  uint32_t size() const { return end - begin; }
};

struct Sentence {
  TokenRange tokens;
  TokenId root = 0;
  uint32_t paragraph = 0;  // counts the line breaks with a blank line, or single ones where the text has no blank lines
};

// A name as the language layer found it; resolution may overrule its type.
struct Name {
  TokenRange tokens;
  std::string_view type;  // OntoNotes: PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW DATE TIME MONEY …
};

// ---- resolution ------------------------------------------------------------------------------------------------

enum class EntityKind : uint8_t { state, organisation, person, group, place, facility, document, other };
enum class CodeFor : uint8_t { self, office, citizenship };
enum class MentionForm : uint8_t { name, nominal, pronoun };

struct ActorCode {
  std::string_view country;  // ISO 3166-1 alpha-3, or IGO UNO EUR NGO ISM IMG MNC
  std::string_view sector;   // one of PLOVER's 25, or ""
  CodeFor code_for = CodeFor::self;
};

struct Role {
  std::string_view title;
  EntityId of = kNone;
  Span span;
};

struct Entity {
  std::string_view key;       // row of the actor tables, "state:UKR"; "" for what only this article knows
  std::string_view name;
  EntityKind kind = EntityKind::other;
  std::string_view wikidata;
  std::string_view country;   // citizenship of a person, seat of an organisation; "" when unknown
  std::vector<ActorCode> codes;
  std::vector<Role> roles;
  std::vector<MentionId> mentions;  // in text order
  std::string_view reason;    // how the identity was decided
};

struct Mention {
  Span span;
  TokenRange tokens;
  TokenId head = kNone;
  MentionForm form = MentionForm::name;
  EntityId entity = kNone;
  bool plural = false;
};

enum class PlacePrecision : uint8_t { point, city, district, province, country, region };

struct Place {
  std::string_view name;
  uint32_t geonames = 0;      // 0: not in GeoNames
  double lat = 0;
  double lon = 0;
  bool located = false;       // false: no coordinates; then `reason` says why not
  std::string_view country;   // ISO 3166-1 alpha-3, "" when unknown or in no country
  std::string_view admin1;
  PlacePrecision precision = PlacePrecision::city;
  std::string_view reason;
  double confidence = 0;
  std::vector<uint32_t> mentions;  // indices into Document::place_mentions, in text order
};

struct PlaceMention {
  Span span;
  TokenRange tokens;
  TokenId head = kNone;
  PlaceId place = kNone;
};

enum class TimexType : uint8_t { date, time, duration, set };

struct Timex {
  Span span;
  TokenRange tokens;
  TimexType type = TimexType::date;
  std::string_view value;     // TIMEX3: "2022-09", "P2Y", "PAST_REF"; "" when it could not be resolved
  std::optional<Day> begin;   // first and last day, only when the value is a calendar interval
  std::optional<Day> end;
  std::string_view anchor;    // "published", "dateline", "running", or "" for an absolute expression
  std::string_view reason;
};

// ---- coding ----------------------------------------------------------------------------------------------------

enum class SpeakerKind : uint8_t { named, unnamed, organisation, document, media, author };
enum class StatementForm : uint8_t { direct, indirect, mixed };

struct Statement {
  EntityId speaker = kNone;
  std::optional<Span> speaker_span;
  SpeakerKind speaker_kind = SpeakerKind::named;
  std::optional<Span> cue;
  TokenId cue_token = kNone;
  std::vector<Span> content;
  StatementForm form = StatementForm::indirect;
  StatementId within = kNone;
};

enum class EventStatus : uint8_t { happened, ongoing, planned, wanted, possible, denied, not_happened, unclear };

struct Participant {
  EntityId entity = kNone;
  Span span;
  TokenId head = kNone;
};

struct OtherParticipant {
  std::string_view role;      // "host", "mediator", …
  EntityId entity = kNone;
};

struct Cue {
  bool background = false;    // for the background flag; else for the status
  Span span;
};

struct Context {
  std::string_view name;
  Span span;
};

struct EventTime {
  TimeId ref = kNone;
  std::optional<Day> begin;
  std::optional<Day> end;
  std::string_view precision;  // "day", "month", "year", …
  std::string_view reason;     // when there is no ref: "publication date", "dateline"
};

struct EventPlace {
  PlaceId ref = kNone;
  Span span;
};

struct Item {
  Span span;
  std::string_view item;
  std::string_view category;
  std::optional<double> quantity;
  std::string_view unit;
  std::string_view currency;
  std::string_view lethal = "unknown";
};

enum class CountKind : uint8_t { dead, injured, arrested, abducted, displaced, crowd };

struct Count {
  CountKind kind = CountKind::dead;
  std::optional<double> low;
  std::optional<double> high;
  Span span;
};

struct Event {
  std::string_view type;      // one of the 16 PLOVER types
  std::string_view mode;      // "" when there is none
  std::vector<Context> contexts;
  std::string_view cameo;
  uint8_t quad = 0;
  EventStatus status = EventStatus::happened;
  bool background = false;
  std::vector<Cue> cues;
  std::vector<Participant> actors;
  std::vector<Participant> recipients;
  std::vector<OtherParticipant> others;
  std::optional<EventTime> time;
  std::optional<EventPlace> place;
  std::vector<Item> items;
  std::vector<Count> counts;
  StatementId said_by = kNone;
  Span trigger;
  TokenId trigger_token = kNone;
  uint32_t sentence = 0;
  std::string_view rule;      // "consult.tsv:14"
  uint8_t conditions = 0;     // how many constraints the rule had to satisfy
  double confidence = 0;
  double intensity = 0;
};

enum class IntentionKind : uint8_t { promise, agreement, plan, offer, threat, demand, request, aim, precondition, refusal };

struct Condition {
  Span span;
  std::string_view form;      // "if" "unless" "until" "precondition" "provided"
  EventId requires_event = kNone;
};

struct Intention {
  IntentionKind kind = IntentionKind::plan;
  std::vector<EntityId> by;
  std::vector<EntityId> to;
  Span content;
  EventId event = kNone;
  std::vector<EventId> would_be;
  TimeId due = kNone;
  std::vector<Condition> conditions;
  StatementId said_by = kNone;
};

struct Signal {
  std::string_view scheme;    // "trust-project", …
  std::string_view signal;    // "citations.unnamed_sources"
  std::string_view level;     // "work", "outlet"
  uint32_t count = 0;         // the value when it is a number
  bool is_flag = false;       // the value is `true`
  std::vector<Span> spans;
};

// ---- explanation -----------------------------------------------------------------------------------------------

// One step of reasoning, kept only when somebody asks (`verbale explain`).
struct Trace {
  std::string_view stage;     // "time", "place", "entity", "status", "coding", …
  Span span;
  std::string text;
};

// ---- the document ----------------------------------------------------------------------------------------------

class Document {
 public:
  explicit Document(const Article& article) : article(article), text(article.text) {}
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

 private:
  std::pmr::monotonic_buffer_resource arena_;  // before the arrays: they live in it

 public:
  const Article& article;
  std::string_view text;

  std::pmr::vector<Token> tokens{&arena_};
  std::pmr::vector<Sentence> sentences{&arena_};
  std::pmr::vector<Name> names{&arena_};

  std::pmr::vector<Timex> times{&arena_};
  std::pmr::vector<Place> places{&arena_};
  std::pmr::vector<PlaceMention> place_mentions{&arena_};
  std::pmr::vector<Mention> mentions{&arena_};  // in text order
  std::pmr::vector<Entity> entities{&arena_};
  std::optional<PlaceId> dateline_place;
  std::optional<Span> dateline;

  std::pmr::vector<Statement> statements{&arena_};
  std::pmr::vector<Event> events{&arena_};
  std::pmr::vector<Intention> intentions{&arena_};
  std::pmr::vector<Signal> signals{&arena_};
  std::vector<Note> notes;

  // Byte ranges that are not part of the story (boilerplate, credits): they give signals, never events or entities.
  std::pmr::vector<Span> boilerplate{&arena_};

  bool explaining = false;
  std::vector<Trace> trace;

  // The words of a span, a token, or a range of tokens.
  std::string_view words(Span span) const { return span.of(text); }
  std::string_view words(TokenId token) const { return tokens[token].span.of(text); }
  Span span_of(TokenRange range) const {
    return range.begin >= range.end ? Span{} : Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
  // The span of everything that the token governs, without surrounding punctuation or space.
  Span subtree_span(TokenId token) const;

  // Copies a string into the arena; the view lives as long as the document.
  std::string_view keep(std::string_view words);

  // The publication day, when it is known at least to the day.
  std::optional<Day> published_day() const { return parse_day(article.published.value); }

  // The mention whose head is this token, or kNone.
  MentionId mention_headed_by(TokenId token) const {
    return token < mention_by_head_.size() ? mention_by_head_[token] : kNone;
  }
  // The innermost mention that covers the token, or kNone.
  MentionId mention_covering(TokenId token) const {
    return token < mention_by_token_.size() ? mention_by_token_[token] : kNone;
  }
  // Rebuilds both look-ups; resolution calls it when mentions are final.
  void index_mentions();

  bool in_boilerplate(Span span) const;

  // Keeps a step of the reasoning; free when nobody asked.
  template <class MakeText>
  void explain(std::string_view stage, Span span, MakeText&& make_text) {
    if (explaining) [[unlikely]]
      trace.push_back({stage, span, make_text()});
  }

 private:
  std::pmr::vector<MentionId> mention_by_head_{&arena_};
  std::pmr::vector<MentionId> mention_by_token_{&arena_};
};

}  // namespace verbale
