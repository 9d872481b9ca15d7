// `verbale parse`: the language layer alone, as CoNLL-U or JSON Lines.
#include <algorithm>
#include <memory>
#include <thread>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/output.h"
#include "cli/packs.h"
#include "cli/parse_output.h"
#include "cli/progress.h"
#include "ingest/inputs.h"
#include "language/language.h"
#include "record/ids.h"
#include "record/json.h"
#include "runner.h"

namespace verbale {
namespace {

constexpr const char* kEnglish = "en_core_web_sm";

Result<Language> open_language(const Options& options) {
  std::filesystem::path package = options.model;
  if (package.empty()) {
    Result<std::filesystem::path> packs = find_packs(options.packs);
    if (!packs) return std::move(packs).error();
    package = *packs / kEnglish;
  }
  Result<Language> language = Language::open(package);
  if (!language) return Error(Error::Kind::knowledge, language.error().what());
  return language;
}

// Whoever brings a package of their own knows what language their texts are in.
MakeReader reader_maker(const Language& language, bool any_language) {
  return [&language, any_language] {
    auto scratch = std::make_shared<Language::Scratch>(language);
    return [&language, any_language, scratch](Document& doc) {
      if (any_language || !is_unread(doc)) language.parse(doc, *scratch);
    };
  };
}

Render renderer(bool json) {
  return [json](Reading& reading) {
    const std::string id = article_ids(*reading.incoming.article).article;
    (json ? write_parse : write_conllu)(*reading.doc, id, reading.rendered);
  };
}

unsigned thread_count(const Options& options) {
  return options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

Result<int> run_parse(const Options& options) {
  Result<Language> language = open_language(options);
  if (!language) return std::move(language).error();
  Result<Output> out = Output::open(options.output);
  if (!out) return std::move(out).error();

  const std::vector<std::string> inputs = options.inputs.empty() ? std::vector<std::string>{"-"} : options.inputs;
  ArticleReader source(expand_inputs(inputs), {options.date, options.url, options.from});
  Progress progress(options.progress);
  const auto write = [&](Reading& reading) -> Status {
    if (reading.incoming.article) return out->write(reading.rendered);
    progress.report_failure(reading.incoming.place(), reading.incoming.article.error());
    return {};
  };
  const auto counts = read_articles(reader_maker(*language, !options.model.empty()), source,
                                    {thread_count(options), nullptr}, renderer(options.format == "jsonl"), write);
  if (out->reader_left()) return int(kFine);
  if (!counts) return counts.error();
  if (counts->failed == 0) return int(kFine);
  return int(counts->articles == 0 ? kInput : kSomeFailed);
}

}  // namespace verbale
