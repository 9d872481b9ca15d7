// How fast the language layer reads, on one thread; bench/speed/language.py sets it beside spaCy.
//
//   bench_language_speed PACKAGE ORACLE.jsonl [--rounds N] [--wait]
//   bench_language_speed PACKAGE --alone
//
// ORACLE.jsonl comes from tools/oracle/parse.py. All texts are parsed once and compared with the oracle: a layer that
// decides otherwise on more than one token in ten thousand gets no rate. Then every round parses all texts again and
// prints its tokens a second, cold caches first; with --wait, each round begins when a line comes in, so that a peer
// can run in between. Times are the thread's own processor time, because others may share the machine.
//
// --alone tells what needs no texts: start-up, the latency of one sentence of 20 tokens, and the memory of the process
// after so many different words that every cache has filled up.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "clock.h"
#include "language/language.h"
#include "support/parse_differences.h"
#include "support/parsed_document.h"

namespace {

using namespace verbale;
using bench::median_seconds;
using bench::memory_megabytes;

constexpr double kDifferencesMax = 0.0001;  // of all tokens
constexpr int kRepeats = 9;                 // of what is measured by its median

// ---- rates -----------------------------------------------------------------------------------------------------

struct Texts {
  std::deque<Article> articles;
  size_t tokens = 0;
  size_t differences = 0;
};

Texts read_and_check(const Language& language, const char* path) {
  Texts texts;
  Language::Scratch scratch(language);
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    const auto theirs = testing::read_parsed(line);
    texts.articles.push_back(theirs->article);
    Document ours(texts.articles.back());
    language.parse(ours, scratch);
    texts.tokens += ours.tokens.size();
    texts.differences += testing::find_differences(ours, *theirs->doc).size();
  }
  return texts;
}

void parse_all(const Language& language, Language::Scratch& scratch, const Texts& texts) {
  for (const Article& article : texts.articles) {
    Document doc(article);
    language.parse(doc, scratch);
  }
}

int run_rounds(const Language& language, const char* path, bench::Rounds rounds) {
  const Texts texts = read_and_check(language, path);
  if (double(texts.differences) > kDifferencesMax * double(texts.tokens)) {
    std::cerr << texts.differences << " differences from the oracle in " << texts.tokens << " tokens: no rate\n";
    return 1;
  }
  std::cout << "tokens\t" << texts.tokens << "\tdifferences\t" << texts.differences << std::endl;
  Language::Scratch scratch(language);
  for (bool cold = true; rounds.next(); cold = false) {
    const double seconds = median_seconds(1, [&] { parse_all(language, scratch, texts); });
    std::cout << (cold ? "cold" : "warm") << '\t' << size_t(double(texts.tokens) / seconds) << std::endl;
  }
  return 0;
}

// ---- alone -----------------------------------------------------------------------------------------------------

constexpr std::string_view kSentence =
    "Ministers from nine countries met in Geneva on Tuesday to discuss a plan for sharing water from the river.";

// An article of words that no other article has.
Article unheard_words(int number) {
  Article article;
  for (int i = 0; i < 800; ++i)
    article.text += (i % 20 == 0 ? "The " : "the ") + std::string("Xan") + std::to_string(number) + "ev" +
                    std::to_string(i) + (i % 20 == 19 ? "ed it.\n" : "ic ");
  return article;
}

int measure_alone(const std::string& package) {
  const double start_up = median_seconds(kRepeats, [&] { (void)bool(Language::open(package)); });
  std::cout << "start-up, ms\t" << start_up * 1e3 << '\n';

  const Result<Language> language = Language::open(package);
  if (!language) {
    std::cerr << language.error().what() << '\n';
    return 1;
  }
  Language::Scratch scratch(*language);
  Article sentence;
  sentence.text = kSentence;
  size_t tokens = 0;
  const double latency = median_seconds(1001, [&] {
    Document doc(sentence);
    language->parse(doc, scratch);
    tokens = doc.tokens.size();
  });
  std::cout << "one sentence of " << tokens << " tokens, ms\t" << latency * 1e3 << '\n';

  double most = 0;
  for (int number = 0; number < 900; ++number) {
    const Article article = unheard_words(number);
    Document doc(article);
    language->parse(doc, scratch);
    most = std::max(most, memory_megabytes("VmRSS"));
  }
  std::cout << "memory with caches full, MB\t" << most << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_language_speed PACKAGE (ORACLE.jsonl [--rounds N] [--wait] | --alone)\n";
    return 2;
  }
  if (std::strcmp(argv[2], "--alone") == 0) return measure_alone(argv[1]);
  const Result<Language> language = Language::open(argv[1]);
  if (language) return run_rounds(*language, argv[2], bench::Rounds(argc, argv, 3));
  std::cerr << language.error().what() << '\n';
  return 1;
}
