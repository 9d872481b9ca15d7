// `verbale explain`: one sentence, stage by stage, with the reason that each stage gives.
#include <fmt/format.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/open_engine.h"
#include "cli/output.h"
#include "cli/phrases.h"
#include "cli/table.h"
#include "cli/terminal.h"
#include "ingest/decode.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

using Row = std::vector<std::string>;

class Explanation {
 public:
  Explanation(const Document& doc, const Phrases& phrases, const Terminal& terminal)
      : doc_(doc), phrases_(phrases), style_(terminal.colour) {}

  std::string write() {
    write_parse();
    write_names();
    write_times();
    write_places();
    write_entities();
    write_statements();
    write_events();
    write_intentions();
    write_trace();
    return std::move(out_);
  }

 private:
  // A stage that found nothing says so: that is an answer too.
  void section(std::string_view title, const Row& header, const std::vector<Row>& rows) {
    out_ += fmt::format("{}\n", style_.blue(title));
    out_ += rows.empty() ? fmt::format("  {}\n", style_.dim("none")) : align(header, rows, style_);
    out_ += '\n';
  }

  std::string words(Span span) const { return one_line(doc_.words(span)); }

  void write_parse() {
    std::vector<Row> rows;
    for (TokenId id = 0; id < doc_.tokens.size(); ++id) {
      const Token& token = doc_.tokens[id];
      const std::string head =
          token.head == id ? "" : fmt::format("{} {}", token.head, words(doc_.tokens[token.head].span));
      rows.push_back({std::to_string(id), words(token.span), one_line(token.lemma), std::string(to_label(token.pos)),
                      std::string(token.tag), std::string(token.label), head, std::string(token.morph)});
    }
    section("Tokens and parse", {"#", "word", "lemma", "pos", "tag", "relation", "head", "features"}, rows);
  }

  void write_names() {
    std::vector<Row> rows;
    for (const Name& name : doc_.names) rows.push_back({words(doc_.span_of(name.tokens)), std::string(name.type)});
    section("Names", {"words", "type"}, rows);
  }

  void write_times() {
    std::vector<Row> rows;
    for (const Timex& time : doc_.times)
      rows.push_back({words(time.span), std::string(to_label(time.type)),
                      time.value.empty() ? "unresolved" : std::string(time.value), std::string(time.reason)});
    section("When", {"words", "type", "value", "because"}, rows);
  }

  void write_places() {
    std::vector<Row> rows;
    for (const Place& place : doc_.places)
      rows.push_back({first_mention(place), std::string(place.name), std::string(place.country),
                      place.located ? fmt::format("{:.2f}, {:.2f}", place.lat, place.lon) : "not located",
                      fmt::format("{:.2f}", place.confidence), std::string(place.reason)});
    section("Where", {"words", "place", "country", "lat, lon", "confidence", "because"}, rows);
  }

  std::string first_mention(const Place& place) const {
    return place.mentions.empty() ? "" : words(doc_.place_mentions[place.mentions.front()].span);
  }

  void write_entities() {
    std::vector<Row> rows;
    for (const Entity& entity : doc_.entities)
      rows.push_back({mentions_of(entity), one_line(entity.name), std::string(to_label(entity.kind)), codes_of(entity),
                      std::string(entity.reason)});
    section("Who", {"words", "entity", "kind", "code", "because"}, rows);
  }

  std::string mentions_of(const Entity& entity) const {
    Row mentions;
    for (MentionId id : entity.mentions) mentions.push_back(words(doc_.mentions[id].span));
    return fmt::format("{}", fmt::join(mentions, " | "));
  }

  static std::string codes_of(const Entity& entity) {
    Row codes;
    for (const ActorCode& code : entity.codes)
      codes.push_back(fmt::format("{}{}{}", code.country, code.sector.empty() ? "" : " ", code.sector));
    return fmt::format("{}", fmt::join(codes, ", "));
  }

  void write_statements() {
    std::vector<Row> rows;
    for (StatementId id = 0; id < doc_.statements.size(); ++id) {
      const Statement& one = doc_.statements[id];
      Row contents;
      for (Span content : one.content) contents.push_back(words(content));
      rows.push_back({speaker_phrase(doc_, id), std::string(to_label(one.speaker_kind)), one.cue ? words(*one.cue) : "",
                      std::string(to_label(one.form)), fmt::format("{}", fmt::join(contents, " | "))});
    }
    section("By whose word", {"speaker", "kind", "cue", "form", "content"}, rows);
  }

  void write_events() {
    std::vector<Row> rows;
    for (const Event& event : doc_.events)
      rows.push_back({phrases_.headline(doc_, event, Style(false)), Phrases::code(event),
                      std::string(to_label(event.status)), event.background ? "yes" : "no", words(event.trigger),
                      std::string(event.rule), fmt::format("{:.2f}", event.confidence), circumstances(event)});
    section("What", {"event", "type", "status", "background", "trigger", "rule", "confidence", "circumstances"}, rows);
  }

  std::string circumstances(const Event& event) const {
    Row parts;
    if (event.time) parts.push_back(time_phrase(*event.time));
    if (event.time && !event.time->reason.empty()) parts.back() += fmt::format(" ({})", event.time->reason);
    if (event.place && event.place->ref != kNone) parts.push_back("in " + place_phrase(doc_, event.place->ref));
    if (event.said_by != kNone) parts.push_back("on the word of " + speaker_phrase(doc_, event.said_by));
    for (const Cue& cue : event.cues)
      parts.push_back(fmt::format("{} by “{}”", cue.background ? "background" : "status", words(cue.span)));
    for (const Count& count : event.counts) parts.push_back(count_phrase(count));
    return fmt::format("{}", fmt::join(parts, " · "));
  }

  void write_intentions() {
    std::vector<Row> rows;
    for (const Intention& one : doc_.intentions)
      rows.push_back({std::string(to_label(one.kind)), entities(one.by), entities(one.to), words(one.content)});
    section("Intentions", {"kind", "by", "to", "content"}, rows);
  }

  std::string entities(const std::vector<EntityId>& ids) const {
    Row names;
    for (EntityId id : ids) names.push_back(entity_phrase(doc_, id));
    return join_names(names);
  }

  void write_trace() {
    std::vector<Row> rows;
    for (const Trace& step : doc_.trace)
      rows.push_back({std::string(step.stage), words(step.span), one_line(step.text)});
    section("Steps of the reasoning", {"stage", "words", "decision"}, rows);
  }

  const Document& doc_;
  const Phrases& phrases_;
  Style style_;
  std::string out_;
};

Article article_of(const Options& options) {
  Article article;
  article.text = clean_utf8(options.sentence, article.notes);
  article.language = "en";
  if (options.date) article.published = *options.date;
  return article;
}

}  // namespace

Result<int> run_explain(const Options& options) {
  Result<Engine> engine = open_engine(options);
  if (!engine) return std::move(engine).error();

  const Article article = article_of(options);
  Document doc(article);
  doc.explaining = true;
  Engine::Worker worker(*engine);
  engine->read(doc, worker);

  const Phrases phrases(engine->knowledge());
  Result<Output> out = Output::open("-");
  const Status written = out->write(Explanation(doc, phrases, describe_terminal(STDOUT_FILENO)).write());
  if (!written && !out->reader_left()) return written.error();
  return int(kFine);
}

}  // namespace verbale
