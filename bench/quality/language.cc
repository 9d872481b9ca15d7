// How often the language layer decides otherwise than spaCy does with the same package.
//
//   bench_language PACKAGE ORACLE.jsonl [--errors N]
//
// ORACLE.jsonl comes from tools/oracle/parse.py. Prints one row a field: differences, tokens compared, share; with
// --errors, the first N differences. A text that is cut differently counts once, under "tokens".
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>

#include "language/language.h"
#include "support/parse_differences.h"
#include "support/parsed_document.h"

namespace {

using namespace verbale;

struct Tally {
  std::map<std::string_view, size_t> differences;
  size_t texts = 0, texts_equal = 0, tokens = 0;
  size_t errors_left = 0;
};

void compare(const Language& language, Language::Scratch& scratch, const std::string& line, Tally& tally) {
  const auto theirs = testing::read_parsed(line);
  Document ours(theirs->article);
  language.parse(ours, scratch);

  const auto differences = testing::find_differences(ours, *theirs->doc);
  ++tally.texts;
  tally.texts_equal += differences.empty();
  tally.tokens += theirs->doc->tokens.size();
  for (const auto& difference : differences) {
    ++tally.differences[difference.field];
    if (tally.errors_left == 0) continue;
    --tally.errors_left;
    std::cout << "text " << tally.texts << ": " << testing::describe(difference, *theirs->doc) << '\n';
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
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_language PACKAGE ORACLE.jsonl [--errors N]\n";
    return 2;
  }
  Result<Language> language = Language::open(argv[1]);
  if (!language) {
    std::cerr << language.error().what() << '\n';
    return 1;
  }
  Tally tally;
  if (argc > 4 && std::strcmp(argv[3], "--errors") == 0) tally.errors_left = std::strtoul(argv[4], nullptr, 10);
  Language::Scratch scratch(*language);
  std::ifstream lines(argv[2]);
  for (std::string line; std::getline(lines, line);) compare(*language, scratch, line, tally);
  print(tally);
  return 0;
}
