// Engine reads an article and fills its record. Open once, share between threads.
//
//   Result<Engine> engine = Engine::open({.packs = "build/dev/packs"});
//   Engine::Worker worker(*engine);              // one for each thread: scratch memory
//   Document doc(article);
//   engine->read(doc, worker);
//   for (const Event& event : doc.events) use(event);
//
// requires: article.text is valid UTF-8 (ingest/decode.h sees to it).
// ensures:  every span of the record lies inside the text; the same article gives the same record, whatever the thread.
// Errors: opening fails with Error::Kind::knowledge when a pack is missing or malformed; reading cannot fail.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

struct EngineOptions {
  std::filesystem::path packs;
  std::vector<std::filesystem::path> overlays;  // folders of the shape of data/, whose rows come after ours
  std::filesystem::path relations = {};         // another relation model than the one among the packs
  bool model_events = true;                     // false: rows alone give events, as for what trains the model
};

// What made a record: `verbale --version`, and the table `run`.
struct EngineVersions {
  std::string engine;
  std::string codebook;  // a hash of the knowledge tables in use
  std::string model;
  std::string schema;
};

// Reads no more of the packs than their headers.
EngineVersions engine_versions(const EngineOptions& options);

inline constexpr uint32_t kSentenceTokensMax = 512;

class Engine {
 public:
  class Worker {
   public:
    explicit Worker(const Engine& engine);
    Worker(Worker&&) noexcept;
    Worker& operator=(Worker&&) noexcept;
    ~Worker();

   private:
    friend class Engine;
    struct Scratch;
    std::unique_ptr<Scratch> scratch_;
  };

  static Result<Engine> open(const EngineOptions& options);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // The three stages of it one after another.
  void read(Document& doc, Worker& worker) const;

  // One stage alone, for what measures them (bench/speed/read.cc). Each needs the one before it.
  void parse(Document& doc, Worker& worker) const;  // tokens, sentences, names; what is not part of the story
  void resolve(Document& doc) const;                // places, times, entities
  void code(Document& doc) const;                   // statements, events, intentions, signals

  const Knowledge& knowledge() const;

 private:
  struct Stages;
  explicit Engine(std::unique_ptr<const Stages> stages);
  std::unique_ptr<const Stages> stages_;
};

}  // namespace verbale
