// How fast the whole program reads, on one thread, and what each stage costs; bench/speed/read.py sets it beside spaCy.
//
//   bench_read_speed PACKS TEXTS.jsonl [--rounds N] [--wait]
//
// TEXTS.jsonl: one {"text": …} a line, as bench/quality/language_texts.py writes them. All texts are read twice first:
// a program that gives other bytes the second time, or an event for fewer than one text in ten, gets no rate. Every
// round reads all texts again, text in, JSON Lines out, and prints the seconds of the language layer, of resolution, of
// coding and of writing, and the words a second of all together. With --wait, a round begins when a line comes in, so
// that a peer can run in between. Times are the thread's own processor time. The publication date is the same for all.
#include <chrono>
#include <deque>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "clock.h"
#include "engine.h"
#include "record/json.h"

namespace {

using namespace verbale;
using bench::thread_seconds;

constexpr double kTextsWithEventsMin = 0.1;

struct Texts {
  std::deque<Article> articles;
  size_t words = 0;
};

Texts read_texts(const char* path) {
  Texts texts;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    Article article;
    article.text = nlohmann::json::parse(line).at("text");
    std::istringstream words(article.text);
    for (std::string word; words >> word;) ++texts.words;
    texts.articles.push_back(std::move(article));
  }
  return texts;
}

struct Seconds {
  double language = 0, resolution = 0, coding = 0, writing = 0;

  double all() const { return language + resolution + coding + writing; }
};

struct Outcome {
  Seconds seconds;
  size_t bytes_hash = 0;
  size_t texts_with_events = 0;
};

Outcome read_all(const Engine& engine, Engine::Worker& worker, const Texts& texts) {
  Outcome outcome;
  for (const Article& article : texts.articles) {
    const double start = thread_seconds();
    Document doc(article);
    engine.parse(doc, worker);
    const double parsed = thread_seconds();
    engine.resolve(doc);
    const double resolved = thread_seconds();
    engine.code(doc);
    const double coded = thread_seconds();
    std::string line;
    write_record(doc, line);
    const double written = thread_seconds();

    outcome.seconds.language += parsed - start;
    outcome.seconds.resolution += resolved - parsed;
    outcome.seconds.coding += coded - resolved;
    outcome.seconds.writing += written - coded;
    outcome.bytes_hash = outcome.bytes_hash * 31 + std::hash<std::string>{}(line);
    outcome.texts_with_events += doc.events.empty() ? 0 : 1;
  }
  return outcome;
}

bool answers_hold(const Engine& engine, Engine::Worker& worker, const Texts& texts) {
  const Outcome first = read_all(engine, worker, texts);
  const Outcome second = read_all(engine, worker, texts);
  if (first.bytes_hash != second.bytes_hash) {
    std::cerr << "the same texts gave other bytes the second time: no rate\n";
    return false;
  }
  if (double(first.texts_with_events) >= kTextsWithEventsMin * double(texts.articles.size())) return true;
  std::cerr << first.texts_with_events << " of " << texts.articles.size() << " texts have an event: no rate\n";
  return false;
}

int run_rounds(const Engine& engine, const Texts& texts, bench::Rounds rounds) {
  Engine::Worker worker(engine);
  if (!answers_hold(engine, worker, texts)) return 1;
  std::cout << "texts\t" << texts.articles.size() << "\twords\t" << texts.words << std::endl;
  while (rounds.next()) {
    const Seconds s = read_all(engine, worker, texts).seconds;
    std::cout << "language\t" << s.language << "\tresolution\t" << s.resolution << "\tcoding\t" << s.coding
              << "\twriting\t" << s.writing << "\twords_a_second\t" << size_t(double(texts.words) / s.all())
              << std::endl;
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_read_speed PACKS TEXTS.jsonl [--rounds N] [--wait]\n";
    return 2;
  }
  const auto begin = std::chrono::steady_clock::now();
  const double start = bench::process_seconds();
  const Result<Engine> engine = Engine::open({.packs = argv[1], .overlays = {}});
  if (!engine) {
    std::cerr << engine.error().what() << '\n';
    return 5;
  }
  const double all_threads = bench::process_seconds() - start;
  const std::chrono::duration<double> waited = std::chrono::steady_clock::now() - begin;
  std::cerr << "start-up of all packs, ms: " << waited.count() * 1e3 << " waited, " << all_threads * 1e3
            << " of all threads' processor time\n";
  return run_rounds(*engine, read_texts(argv[2]), bench::Rounds(argc, argv, 3));
}
