// `verbale read`: from inputs to an account, JSON Lines or tables.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <thread>

#include "cli/account.h"
#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/open_engine.h"
#include "cli/output.h"
#include "cli/packs.h"
#include "cli/progress.h"
#include "cli/terminal.h"
#include "ingest/inputs.h"
#include "record/json.h"
#include "runner.h"
#include "store/store.h"

namespace verbale {
namespace {

enum class Shape { account, jsonl, tables };

Shape shape_of(const Options& options, const Terminal& terminal) {
  if (options.output.ends_with(".duckdb")) return Shape::tables;
  if (options.format == "account") return Shape::account;
  if (options.format == "jsonl") return Shape::jsonl;
  if (options.output.ends_with(".txt")) return Shape::account;
  return options.output.empty() && terminal.is_terminal ? Shape::account : Shape::jsonl;
}

unsigned thread_count(const Options& options) {
  return options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

Result<std::vector<std::string>> inputs_of(const Options& options) {
  if (!options.inputs.empty()) return options.inputs;
  if (::isatty(STDIN_FILENO) == 1)
    return Error{Error::Kind::usage,
                 "nothing to read: name a file or folder, or - for standard input (see verbale read --help)"};
  return std::vector<std::string>{"-"};
}

// Nothing at all could be read: that is the input's fault, not some article's.
int exit_code_of_run(const RunCounts& counts) {
  if (counts.failed == 0) return kFine;
  return counts.articles == 0 ? kInput : kSomeFailed;
}

Render renderer(Shape shape, const Engine& engine, const Terminal& terminal) {
  if (shape == Shape::jsonl) return [](Reading& reading) { write_record(*reading.doc, reading.rendered); };
  return [terminal, phrases = Phrases(engine.knowledge())](Reading& reading) {
    reading.rendered = write_account(*reading.doc, phrases, terminal);
  };
}

Result<int> read_to_stream(const Options& options, const Engine& engine, ArticleReader& source, Shape shape,
                           const Terminal& terminal) {
  Result<Output> out = Output::open(options.output);
  if (!out) return std::move(out).error();
  Progress progress(options.progress);
  const auto write = [&](Reading& reading) -> Status {
    if (!reading.incoming.article) {
      progress.report_failure(reading.incoming.place(), reading.incoming.article.error());
      return {};
    }
    progress.count_article(reading.doc->events.size());
    return out->write(reading.rendered);
  };
  const auto counts =
      read_articles(engine, source, {thread_count(options), nullptr}, renderer(shape, engine, terminal), write);
  progress.finish();
  if (out->reader_left()) return int(kFine);
  if (!counts) return counts.error();
  return exit_code_of_run(*counts);
}

StoreOptions store_options(const Options& options, const EngineOptions& engine) {
  const EngineVersions versions = engine_versions(engine);
  const std::vector<std::filesystem::path> libraries = {engine.packs.parent_path() / "libduckdb.so",
                                                        program_folder() / "libduckdb.so", "libduckdb.so"};
  return {libraries, versions.engine, versions.codebook, versions.model, versions.schema, options.command_line};
}

Status store_one(Store& store, Progress& progress, const Reading& reading) {
  const Incoming& incoming = reading.incoming;
  if (!incoming.article) {
    progress.report_failure(incoming.place(), incoming.article.error());
    return store.add_failure(incoming.input, incoming.line, incoming.article.error().what());
  }
  if (!reading.doc) return store.add_source(reading.known_as, incoming.input, incoming.line);
  progress.count_article(reading.doc->events.size());
  return store.add(*reading.doc, incoming.input, incoming.line);
}

Result<int> read_to_tables(const Options& options, const Engine& engine, ArticleReader& source) {
  Result<EngineOptions> wanted = engine_options(options);
  if (!wanted) return std::move(wanted).error();
  Result<Store> store = Store::open(options.output, store_options(options, *wanted));
  if (!store) return std::move(store).error();

  Progress progress(options.progress);
  const auto is_known = [&](const std::string& id) { return store->contains(id); };
  const auto write = [&](Reading& reading) { return store_one(*store, progress, reading); };
  const auto counts = read_articles(
      engine, source, {thread_count(options), is_known}, [](Reading&) {}, write);
  progress.finish();
  if (!counts) return counts.error();
  if (Status finished = store->finish(); !finished) return std::move(finished).error();
  return exit_code_of_run(*counts);
}

}  // namespace

Result<int> run_read(const Options& options) {
  const Terminal terminal = describe_terminal(STDOUT_FILENO);
  const Shape shape = shape_of(options, terminal);
  auto inputs = inputs_of(options);
  if (!inputs) return std::move(inputs).error();
  Result<Engine> engine = open_engine(options);
  if (!engine) return std::move(engine).error();

  ArticleReader source(expand_inputs(*inputs), {options.date, options.url, options.from});
  if (shape == Shape::tables) return read_to_tables(options, *engine, source);
  return read_to_stream(options, *engine, source, shape, terminal);
}

}  // namespace verbale
