// How fast the language layer reads, on one thread.
//
//   bench_language_speed PACKAGE ORACLE.jsonl [ROUNDS]
//
// ORACLE.jsonl comes from tools/oracle/parse.py. All texts are parsed once and compared with the oracle: a layer that
// decides otherwise on more than one token in a thousand gets no rate. Then every round parses all texts again, with
// warm caches, and the best round counts. The first round, with cold caches, is reported apart. Times are the thread's
// own processor time, because others may share the machine.
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <iostream>

#include "language/language.h"
#include "support/parse_differences.h"
#include "support/parsed_document.h"

namespace {

using namespace verbale;

constexpr double kDifferencesMax = 0.001;  // of all tokens

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

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

// Seconds for one pass over all texts.
template <class Work>
double time_pass(const Texts& texts, Work work) {
  const double start = thread_seconds();
  for (const Article& article : texts.articles) {
    Document doc(article);
    work(doc);
  }
  return thread_seconds() - start;
}

template <class Work>
void report(const char* name, const Texts& texts, int rounds, Work work) {
  const double cold = time_pass(texts, work);
  double best = cold;
  for (int round = 1; round < rounds; ++round) best = std::min(best, time_pass(texts, work));
  const double tokens = double(texts.tokens);
  std::cout << name << '\t' << size_t(tokens / cold) << '\t' << size_t(tokens / best) << '\t' << best / tokens * 1e9
            << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_language_speed PACKAGE ORACLE.jsonl [ROUNDS]\n";
    return 2;
  }
  Result<Language> language = Language::open(argv[1]);
  if (!language) {
    std::cerr << language.error().what() << '\n';
    return 1;
  }
  const int rounds = argc > 3 ? std::atoi(argv[3]) : 5;
  const Texts texts = read_and_check(*language, argv[2]);
  if (double(texts.differences) > kDifferencesMax * double(texts.tokens)) {
    std::cerr << texts.differences << " differences from the oracle in " << texts.tokens << " tokens: no rate\n";
    return 1;
  }
  std::cout << "work\ttokens/s cold\ttokens/s warm\tns/token warm\n";
  Language::Scratch scratch(*language);
  report("parse", texts, rounds, [&](Document& doc) { language->parse(doc, scratch); });
  report("tokenize", texts, rounds, [&](Document& doc) { language->tokenize(doc, scratch); });
  return 0;
}
