// `verbale resolve`: one phrase a line in, one JSON object a line out: which actor, place or time it means, why, and
// what else it could mean. Each kind opens only what it needs: a gazetteer alone takes no time, times need the parser.
#include <fmt/format.h>

#include <iostream>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/open_engine.h"
#include "cli/output.h"
#include "ingest/decode.h"
#include "record/json_writer.h"
#include "record/vocabulary.h"
#include "resolve/actors.h"
#include "resolve/place_country.h"

namespace verbale {
namespace {

constexpr const char* kGazetteer = "places.gaz";

// The answer to one phrase, as a line of JSON.
using Answer = std::function<std::string(const std::string& phrase)>;

// ---- actor -------------------------------------------------------------------------------------------------------

void write_code(Json& json, std::string_view country, std::string_view sector) {
  json.field_if("country", country);
  json.field_if("sector", sector);
}

std::string tell_actor(const std::string& phrase, const ActorCodeResult& who) {
  std::string line;
  Json json(line);
  json.begin_object();
  json.field("phrase", phrase);
  write_code(json, who.country, who.sector);
  json.field_if("id", who.key);
  json.field_if("name", who.name);
  json.field_if("wikidata", who.wikidata);
  json.field("reason", who.reason.empty() ? std::string_view("nothing in it is known") : std::string_view(who.reason));
  json.key("alternatives").begin_array();
  for (const ActorAlternative& other : who.alternatives) {
    json.begin_object();
    json.field("id", other.key);
    json.field("name", other.name);
    write_code(json, other.country, other.sector);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return line;
}

Result<Answer> answer_actors(const EngineOptions& options, std::optional<Day> day) {
  auto opened = Knowledge::open(options.packs, options.overlays);
  if (!opened) return std::move(opened).error();
  auto knowledge = std::make_shared<const Knowledge>(*std::move(opened));
  auto tables = ActorTables::open(*knowledge);
  if (!tables) return std::move(tables).error();
  auto gazetteer = Gazetteer::open(options.packs / kGazetteer);
  if (!gazetteer) return std::move(gazetteer).error();
  auto actors = std::make_shared<const ActorTables>(*std::move(tables));
  auto places = std::make_shared<const Gazetteer>(*std::move(gazetteer));
  return Answer([knowledge, actors, places, day](const std::string& phrase) {
    const auto country = [&](std::string_view name) { return country_of_place(*places, name); };
    return tell_actor(phrase, resolve_actor(*actors, phrase, "", day, country));
  });
}

// ---- place -------------------------------------------------------------------------------------------------------

void write_place(Json& json, const Gazetteer& gazetteer, uint32_t id) {
  const GazetteerRow& row = gazetteer.row(id);
  json.field("name", gazetteer.name(id));
  if (row.geonames) json.key("geonames").integer(row.geonames);
  json.key("lat").number(gazetteer.lat(id));
  json.key("lon").number(gazetteer.lon(id));
  json.field_if("country", gazetteer.alpha3(id));
  if (row.province != kNoRow) json.field("admin1", gazetteer.name(row.province));
  json.field("precision", to_label(PlacePrecision(row.precision)));
}

std::string tell_place(const std::string& phrase, const Gazetteer& gazetteer) {
  const std::vector<uint32_t> rows = places_called(gazetteer, phrase);
  std::string line;
  Json json(line);
  json.begin_object();
  json.field("phrase", phrase);
  if (!rows.empty()) write_place(json, gazetteer, rows.front());
  json.field("reason", rows.empty()       ? "no place of that name is known"
                       : rows.size() == 1 ? "the only place of that name"
                       : phrase.find(',') != std::string::npos
                           ? "held by what stands behind the comma, else the best known of that name"
                           : "the best known of several places of that name");
  json.key("alternatives").begin_array();
  for (size_t at = 1; at < rows.size(); ++at) {
    json.begin_object();
    write_place(json, gazetteer, rows[at]);
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return line;
}

Result<Answer> answer_places(const EngineOptions& options) {
  auto gazetteer = Gazetteer::open(options.packs / kGazetteer);
  if (!gazetteer) return std::move(gazetteer).error();
  auto places = std::make_shared<const Gazetteer>(*std::move(gazetteer));
  return Answer([places](const std::string& phrase) { return tell_place(phrase, *places); });
}

// ---- time --------------------------------------------------------------------------------------------------------

void write_time(Json& json, const Document& doc, const Timex& time) {
  json.begin_object();
  json.field("words", doc.words(time.span));
  json.field("type", to_label(time.type));
  json.field_if("value", time.value);
  if (time.begin) json.field("begin", format_day(*time.begin));
  if (time.end) json.field("end", format_day(*time.end));
  json.field_if("anchor", time.anchor);
  json.field("reason", time.reason);
  json.end_object();
}

std::string tell_times(const std::string& phrase, const std::optional<ArticleDate>& date, const Engine& engine,
                       Engine::Worker& worker) {
  Article article;
  article.text = phrase;
  article.language = "en";
  if (date) article.published = *date;
  Document doc(article);
  engine.read(doc, worker);
  std::string line;
  Json json(line);
  json.begin_object();
  json.field("phrase", phrase);
  json.key("times").begin_array();
  for (const Timex& time : doc.times) write_time(json, doc, time);
  json.end_array();
  json.end_object();
  return line;
}

Result<Answer> answer_times(const EngineOptions& options, const std::optional<ArticleDate>& date) {
  auto opened = Engine::open(options);
  if (!opened) return std::move(opened).error();
  auto engine = std::make_shared<const Engine>(*std::move(opened));
  auto worker = std::make_shared<Engine::Worker>(*engine);
  return Answer(
      [engine, worker, date](const std::string& phrase) { return tell_times(phrase, date, *engine, *worker); });
}

// ------------------------------------------------------------------------------------------------------------------

Result<Answer> open_answer(const Options& options) {
  Result<EngineOptions> wanted = engine_options(options);
  if (!wanted) return std::move(wanted).error();
  if (options.kind == "place") return answer_places(*wanted);
  if (options.kind == "time") return answer_times(*wanted, options.date);
  return answer_actors(*wanted, options.date ? parse_day(options.date->value) : std::nullopt);
}

Status tell(const Answer& answer, const std::string& line, Output& out) {
  std::vector<Note> notes;
  const std::string phrase = clean_utf8(line, notes);
  return phrase.empty() ? Status{} : out.write(answer(phrase) + "\n");
}

}  // namespace

Result<int> run_resolve(const Options& options) {
  Result<Answer> answer = open_answer(options);
  if (!answer) return std::move(answer).error();
  Result<Output> out = Output::open("-");
  Status written;
  for (const std::string& phrase : options.inputs)
    if (written) written = tell(*answer, phrase, *out);
  for (std::string line; options.inputs.empty() && written && std::getline(std::cin, line);)
    written = tell(*answer, line, *out);
  if (!written && !out->reader_left()) return std::move(written).error();
  return int(kFine);
}

}  // namespace verbale
