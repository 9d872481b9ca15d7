// The story of one article, stage by stage, and nothing else: what each stage does is told where it lives.
#include "engine.h"

#include <fmt/format.h>

#include <future>

#include "coding/boilerplate.h"
#include "coding/coder.h"
#include "coding/signals.h"
#include "coding/statements.h"
#include "language/language.h"
#include "language/news_reading.h"
#include "pack/table.h"
#include "record/json.h"
#include "resolve/actor_tables.h"
#include "resolve/entities.h"
#include "resolve/gazetteer.h"
#include "resolve/places.h"
#include "resolve/times.h"

namespace verbale {

struct Engine::Stages {
  std::unique_ptr<const Knowledge> knowledge;  // the tables below point into it
  Language language;
  NewsReading news;
  TimeTables times;
  Gazetteer gazetteer;
  ActorTables actors;
  StatementTables statements;
  Coder coder;
  SignalTables signals;
};

struct Engine::Worker::Scratch {
  explicit Scratch(const Language& language) : language(language) {}

  Language::Scratch language;
};

namespace {

constexpr const char* kLanguagePackage = "en_core_web_sm";
constexpr const char* kRelations = "relations.model";
constexpr const char* kGazetteer = "places.gaz";

// A parse of a sentence that long is noise: a table, a list, a text without full stops. Nothing is coded from it.
void set_aside_long_sentences(Document& doc) {
  for (const Sentence& sentence : doc.sentences) {
    if (sentence.tokens.size() <= kSentenceTokensMax) continue;
    const Span span = trim_span(doc.text, doc.span_of(sentence.tokens));
    doc.boilerplate.push_back(span);
    doc.notes.push_back({NoteKind::cut,
                         fmt::format("sentence of {} tokens: longer than the {} that are read closely",
                                     sentence.tokens.size(), kSentenceTokensMax),
                         span});
  }
}

// A pack that is missing would not fail any look-up: it would only find nothing.
Status check_complete(const Knowledge& knowledge, const std::filesystem::path& packs) {
  for (std::string_view folder : {"actors", "codebook", "news", "plover", "signals", "statements", "status", "times"})
    if (knowledge.in_folder(folder).empty())
      return Error(Error::Kind::knowledge, fmt::format("{} holds no tables of {}", packs.string(), folder));
  return {};
}

std::filesystem::path relation_model(const EngineOptions& options) {
  if (!options.model_events) return {};
  return options.relations.empty() ? options.packs / kRelations : options.relations;
}

// What takes longest to open needs nothing of the others: it is opened beside them.
template <class Open>
auto beside(Open open) {
  return std::async(std::launch::async, std::move(open));
}

}  // namespace

void Engine::read(Document& doc, Worker& worker) const {
  parse(doc, worker);
  resolve(doc);
  code(doc);
}

void Engine::parse(Document& doc, Worker& worker) const {
  stages_->language.parse(doc, worker.scratch_->language, &stages_->news);
  mark_boilerplate(stages_->signals, doc);
  set_aside_long_sentences(doc);
}

void Engine::resolve(Document& doc) const {
  resolve_places(stages_->gazetteer, doc);
  resolve_times(stages_->times, doc);
  find_entities(stages_->actors, doc);
}

void Engine::code(Document& doc) const {
  find_statements(stages_->statements, doc);
  stages_->coder.code(doc);
  find_signals(stages_->signals, doc);
}

Result<Engine> Engine::open(const EngineOptions& options) {
  std::future<Result<Language>> language =
      beside([package = options.packs / kLanguagePackage] { return Language::open(package); });
  Result<Knowledge> opened = Knowledge::open(options.packs, options.overlays);
  if (!opened) return std::move(opened).error();
  auto knowledge = std::make_unique<const Knowledge>(*std::move(opened));
  if (Status complete = check_complete(*knowledge, options.packs); !complete) return std::move(complete).error();

  std::future<Result<ActorTables>> opening_actors = beside([&] { return ActorTables::open(*knowledge); });
  std::future<Result<Coder>> opening_coder = beside([&] { return Coder::open(*knowledge, relation_model(options)); });

  Result<NewsReading> news = NewsReading::open(*knowledge);
  if (!news) return std::move(news).error();
  Result<TimeTables> times = TimeTables::open(*knowledge);
  if (!times) return std::move(times).error();
  Result<Gazetteer> gazetteer = Gazetteer::open(options.packs / kGazetteer);
  if (!gazetteer) return std::move(gazetteer).error();
  Result<StatementTables> statements = StatementTables::open(*knowledge);
  if (!statements) return std::move(statements).error();
  Result<SignalTables> signals = SignalTables::open(*knowledge);
  if (!signals) return std::move(signals).error();
  Result<ActorTables> actors = opening_actors.get();
  if (!actors) return std::move(actors).error();
  Result<Coder> coder = opening_coder.get();
  if (!coder) return std::move(coder).error();
  Result<Language> parser = language.get();
  if (!parser) return Error(Error::Kind::knowledge, "opening the language package: " + parser.error().what());

  return Engine(std::unique_ptr<const Stages>(
      new Stages{std::move(knowledge), *std::move(parser), *std::move(news), *std::move(times), *std::move(gazetteer),
                 *std::move(actors), *std::move(statements), *std::move(coder), *std::move(signals)}));
}

Engine::Engine(std::unique_ptr<const Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

const Knowledge& Engine::knowledge() const { return *stages_->knowledge; }

Engine::Worker::Worker(const Engine& engine) : scratch_(std::make_unique<Scratch>(engine.stages_->language)) {}
Engine::Worker::Worker(Worker&&) noexcept = default;
Engine::Worker& Engine::Worker::operator=(Worker&&) noexcept = default;
Engine::Worker::~Worker() = default;

}  // namespace verbale
