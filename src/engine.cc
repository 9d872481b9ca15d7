// The story of one article, stage by stage, and nothing else: what each stage does is told where it lives.
#include "engine.h"

#include <fmt/format.h>

#include "pack/table.h"
#include "record/json.h"

namespace verbale {

struct Engine::Stages {
  Knowledge knowledge;
};

struct Engine::Worker::Scratch {};

namespace {

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

}  // namespace

void Engine::read(Document& doc, Worker&) const { set_aside_long_sentences(doc); }

Result<Engine> Engine::open(const EngineOptions& options) {
  Result<Knowledge> knowledge = Knowledge::open(options.packs, options.overlays);
  if (!knowledge) return std::move(knowledge).error();
  return Engine(std::make_unique<Stages>(Stages{*std::move(knowledge)}));
}

Engine::Engine(std::unique_ptr<const Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Engine::Worker::Worker() : scratch_(std::make_unique<Scratch>()) {}
Engine::Worker::Worker(Worker&&) noexcept = default;
Engine::Worker& Engine::Worker::operator=(Worker&&) noexcept = default;
Engine::Worker::~Worker() = default;

}  // namespace verbale
