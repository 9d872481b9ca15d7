// How well times are found and normalised.
//
//   bench_times --wikiwars FOLDER --texts > texts.jsonl      the texts, to be parsed (tools/oracle/parse.py)
//   bench_times --wikiwars FOLDER --parsed parsed.jsonl      one table
//   bench_times --meantime FOLDER --parsed parsed.jsonl --errors
//
// An expression is right when both ends are; its value is right when the text of the value is too. A gold expression
// without a value asks for the span alone. The clock measures resolve_times, without the parse.
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "resolve/times.h"
#include "support/parsed_document.h"
#include "times_gold.h"

namespace verbale::bench {
namespace {

struct Score {
  size_t gold = 0, found = 0, overlapping = 0, spans = 0, values = 0;
  size_t tokens = 0;
  double seconds = 0;

  static double f1(size_t right, size_t gold, size_t found) { return 200.0 * double(right) / double(gold + found); }
};

struct Options {
  std::string wikiwars, meantime, parsed;
  bool texts = false, errors = false;
};

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--texts")
      options.texts = true;
    else if (word == "--errors")
      options.errors = true;
    else if (i + 1 < argc && word == "--wikiwars")
      options.wikiwars = argv[++i];
    else if (i + 1 < argc && word == "--meantime")
      options.meantime = argv[++i];
    else if (i + 1 < argc && word == "--parsed")
      options.parsed = argv[++i];
  }
  return options;
}

void print_texts(const std::vector<GoldText>& texts) {
  for (const GoldText& text : texts) {
    nlohmann::json line = {{"name", text.name}, {"text", text.text}};
    if (!text.date.empty()) line["date"] = text.date;
    std::cout << line.dump() << "\n";
  }
}

std::map<std::string, std::string> read_parses(const std::string& path) {
  std::map<std::string, std::string> parses;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const std::string name = nlohmann::json::parse(line)["name"];
    parses[name] = std::move(line);
  }
  return parses;
}

std::string one_line(std::string_view words) {
  std::string out(words);
  for (char& c : out)
    if (c == '\n') c = ' ';
  return out;
}

std::string around(std::string_view text, size_t begin, size_t end) {
  const size_t from = begin > 60 ? begin - 60 : 0;
  return one_line(std::string(text.substr(from, begin - from)) + "[" + std::string(text.substr(begin, end - begin)) +
                  "]" + std::string(text.substr(end, 50)));
}

void print_error(const char* kind, const GoldText& gold, size_t begin, size_t end, const std::string& detail) {
  std::cout << kind << "\t" << one_line(gold.text.substr(begin, end - begin)) << "\t" << detail << "\t" << gold.name
            << "\t" << around(gold.text, begin, end) << "\n";
}

const Timex* find_span(const Document& doc, const GoldTime& time) {
  for (const Timex& timex : doc.times)
    if (timex.span.begin == time.begin && timex.span.end == time.end) return &timex;
  return nullptr;
}

const Timex* find_overlap(const Document& doc, const GoldTime& time) {
  for (const Timex& timex : doc.times)
    if (timex.span.begin < time.end && time.begin < timex.span.end) return &timex;
  return nullptr;
}

void score_time(const Document& doc, const GoldText& gold, const GoldTime& time, bool errors, Score& score) {
  const Timex* overlap = find_overlap(doc, time);
  const Timex* exact = find_span(doc, time);
  const bool right_value = exact != nullptr && (time.value.empty() || exact->value == time.value);
  score.overlapping += overlap != nullptr;
  score.spans += exact != nullptr;
  score.values += right_value;
  if (!errors || right_value) return;
  if (overlap == nullptr)
    print_error("missed", gold, time.begin, time.end, time.value);
  else if (exact == nullptr)
    print_error("span", gold, time.begin, time.end, "found: " + one_line(doc.words(overlap->span)));
  else
    print_error("value", gold, time.begin, time.end,
                time.value + " found: " + std::string(exact->value) + " (" + std::string(exact->reason) + ")");
}

void score_text(const TimeTables& tables, const GoldText& gold, const std::string& parse, bool errors, Score& score) {
  const auto parsed = testing::read_parsed(parse);
  Document& doc = *parsed->doc;
  const auto begin = std::chrono::steady_clock::now();
  resolve_times(tables, doc);
  score.seconds += std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  score.tokens += doc.tokens.size();
  score.gold += gold.times.size();
  score.found += doc.times.size();
  for (const GoldTime& time : gold.times) score_time(doc, gold, time, errors, score);
  for (const Timex& timex : doc.times) {
    const bool wanted = std::any_of(gold.times.begin(), gold.times.end(), [&](const GoldTime& time) {
      return timex.span.begin < time.end && time.begin < timex.span.end;
    });
    if (!wanted && errors) print_error("extra", gold, timex.span.begin, timex.span.end, std::string(timex.value));
  }
}

void print_score(const Score& score) {
  std::cout << "gold " << score.gold << "\tfound " << score.found << "\trelaxed F1 "
            << Score::f1(score.overlapping, score.gold, score.found) << "\tstrict F1 "
            << Score::f1(score.spans, score.gold, score.found) << "\tvalue F1 "
            << Score::f1(score.values, score.gold, score.found) << "\tmicroseconds a token "
            << 1e6 * score.seconds / double(std::max<size_t>(score.tokens, 1)) << "\n";
}

int run(const Options& options) {
  const auto texts = options.meantime.empty() ? read_wikiwars(options.wikiwars) : read_meantime(options.meantime);
  if (options.texts) return print_texts(texts), 0;
  const auto parses = read_parses(options.parsed);
  const auto knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  if (!knowledge) return std::cerr << knowledge.error().what() << "\n", 1;
  const auto tables = TimeTables::open(*knowledge);
  if (!tables) return std::cerr << tables.error().what() << "\n", 1;
  Score score;
  for (const GoldText& text : texts)
    if (const auto parse = parses.find(text.name); parse != parses.end())
      score_text(*tables, text, parse->second, options.errors, score);
  print_score(score);
  return 0;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  const auto options = verbale::bench::read_options(argc, argv);
  if ((options.wikiwars.empty() && options.meantime.empty()) || (!options.texts && options.parsed.empty())) {
    std::cerr << "usage: bench_times --wikiwars FOLDER | --meantime FOLDER  --texts | --parsed FILE [--errors]\n";
    return 2;
  }
  return verbale::bench::run(options);
}
