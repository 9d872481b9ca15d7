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
#include "language/news_reading.h"
#include "pack/table.h"
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

// The knowledge that the reading for news points into, and the reading.
struct News {
  std::unique_ptr<const Knowledge> knowledge;
  std::optional<NewsReading> reading;

  const NewsReading* get() const { return reading ? &*reading : nullptr; }
};

Result<News> open_news(const Options& options) {
  News news;
  if (!options.news) return news;
  Result<std::filesystem::path> packs = find_packs(options.packs);
  if (!packs) return std::move(packs).error();
  Result<Knowledge> knowledge = Knowledge::open(*packs, {});
  if (!knowledge) return std::move(knowledge).error();
  news.knowledge = std::make_unique<const Knowledge>(*std::move(knowledge));
  Result<NewsReading> reading = NewsReading::open(*news.knowledge);
  if (!reading) return std::move(reading).error();
  news.reading.emplace(*std::move(reading));
  return news;
}

// Whoever brings a package of their own knows what language their texts are in.
MakeReader reader_maker(const Language& language, const NewsReading* news, bool any_language) {
  return [&language, news, any_language] {
    auto scratch = std::make_shared<Language::Scratch>(language);
    return [&language, news, any_language, scratch](Document& doc) {
      if (any_language || !is_unread(doc)) language.parse(doc, *scratch, news);
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
  Result<News> news = open_news(options);
  if (!news) return std::move(news).error();
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
  const auto counts = read_articles(reader_maker(*language, news->get(), !options.model.empty()), source,
                                    {thread_count(options), nullptr}, renderer(options.format == "jsonl"), write);
  if (out->reader_left()) return int(kFine);
  if (!counts) return counts.error();
  if (counts->failed == 0) return int(kFine);
  return int(counts->articles == 0 ? kInput : kSomeFailed);
}

}  // namespace verbale
