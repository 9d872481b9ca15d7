// How often the language layer decides otherwise than spaCy does with the same package, and how close each such
// decision was.
//
//   bench_language PACKAGE ORACLE.jsonl [--list N]
//
// ORACLE.jsonl comes from tools/oracle/parse.py; bench/quality/language.py does both in one command. Prints one row a
// field: differences, tokens compared, share; then the differences, N at most, each with its margin: the smallest
// distance between the two best scores among the decisions that can have caused it. A text that is cut differently
// counts once, under "tokens". Exits with 1 when a difference has a margin of kMarginMax or more.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "language/language.h"
#include "support/parse_differences.h"
#include "support/parsed_document.h"

namespace {

using namespace verbale;

constexpr float kMarginMax = 1e-4f;

struct Tally {
  std::map<std::string_view, size_t> differences;
  size_t texts = 0, texts_equal = 0, tokens = 0;
  size_t unexplained = 0;  // margins of kMarginMax or more
  std::vector<std::string> listed;
  size_t listed_max = 1000;
};

float smallest(const std::vector<float>& margins, TokenRange range) {
  return *std::min_element(margins.begin() + range.begin, margins.begin() + range.end);
}

// Names and arcs are decided by several moves: those of the name's tokens, and those of the sentence. A sentence that
// begins elsewhere has moved with the one before.
float margin_of(const testing::ParseDifference& difference, const Document& ours, const DecisionMargins& margins) {
  const std::string_view field = difference.field;
  const TokenId token = difference.token;
  if (field == "tokens" || field == "space_after") return DecisionMargins::kNoChoice;
  if (field == "head" || field == "label" || field == "sentence_start") {
    TokenRange sentence = ours.sentences[ours.tokens[token].sentence].tokens;
    if (sentence.begin > 0) sentence.begin = ours.sentences[ours.tokens[sentence.begin - 1].sentence].tokens.begin;
    return smallest(margins.parse, sentence);
  }
  if (field != "name") return margins.tag[token];
  TokenRange name{token, token + 1};
  while (name.begin > 0 && !ours.tokens[name.begin].name_type.empty() && !ours.tokens[name.begin].name_begin)
    --name.begin;
  return smallest(margins.name, name);
}

void list(const testing::ParseDifference& difference, const std::string& text, const Document& theirs, float margin,
          Tally& tally) {
  tally.unexplained += margin >= kMarginMax;
  if (tally.listed.size() == tally.listed_max) return;
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.2g", double(margin));
  tally.listed.push_back(text + ": " + testing::describe(difference, theirs) + ", margin " + digits);
}

void compare(const Language& language, Language::Scratch& scratch, const std::string& line, Tally& tally) {
  const auto theirs = testing::read_parsed(line);
  Document ours(theirs->article);
  DecisionMargins margins;
  scratch.watch(&margins);
  language.parse(ours, scratch);

  const auto differences = testing::find_differences(ours, *theirs->doc);
  ++tally.texts;
  tally.texts_equal += differences.empty();
  tally.tokens += theirs->doc->tokens.size();
  for (const auto& difference : differences) {
    ++tally.differences[difference.field];
    list(difference, "text " + std::to_string(tally.texts), *theirs->doc, margin_of(difference, ours, margins), tally);
  }
}

void print(const Tally& tally) {
  std::cout << "field\tdifferences\ttokens\tshare\n";
  for (const std::string_view field : testing::kParseFields) {
    const auto found = tally.differences.find(field);
    const size_t count = found == tally.differences.end() ? 0 : found->second;
    std::cout << field << '\t' << count << '\t' << tally.tokens << '\t'
              << (tally.tokens == 0 ? 0.0 : double(count) / double(tally.tokens)) << '\n';
  }
  std::cout << "texts equal in every field: " << tally.texts_equal << " of " << tally.texts << '\n';
  for (const std::string& difference : tally.listed) std::cout << difference << '\n';
  std::cout << "differences with a margin of 1e-4 or more: " << tally.unexplained << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_language PACKAGE ORACLE.jsonl [--list N]\n";
    return 2;
  }
  Result<Language> language = Language::open(argv[1]);
  if (!language) {
    std::cerr << language.error().what() << '\n';
    return 1;
  }
  Tally tally;
  if (argc > 4 && std::strcmp(argv[3], "--list") == 0) tally.listed_max = std::strtoul(argv[4], nullptr, 10);
  Language::Scratch scratch(*language);
  std::ifstream lines(argv[2]);
  for (std::string line; std::getline(lines, line);) compare(*language, scratch, line, tally);
  print(tally);
  return tally.unexplained == 0 ? 0 : 1;
}
