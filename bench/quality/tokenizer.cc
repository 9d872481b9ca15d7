// How often the tokenizer cuts a text otherwise than spaCy's does with the same package.
//
//   bench_tokenizer PACKAGE ORACLE.jsonl [--list N]
//
// ORACLE.jsonl comes from tools/oracle/tokens.py. Compares where tokens begin and end, blanks, norms, lower-case forms
// and shapes. Exits with 1 when anything differs.
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "language/tokenizer.h"

namespace {

using namespace verbale;

struct Tally {
  std::map<std::string, size_t> differences = {{"cut", 0}, {"space_after", 0}, {"norm", 0}, {"lower", 0}, {"shape", 0}};
  size_t texts = 0, texts_equal = 0, tokens = 0;
  size_t listed_left = 20;
};

StringId id_of(const nlohmann::json& cell) { return std::stoull(cell.get<std::string>()); }

// The name of the first field that differs; "" when none does.
std::string first_difference(const TextToken& ours, const Lexeme& lexeme, const nlohmann::json& theirs) {
  if (ours.begin != theirs[0] || ours.begin + ours.size != theirs[1]) return "cut";
  if (ours.space_after != theirs[2]) return "space_after";
  if ((ours.norm != 0 ? ours.norm : lexeme.ids.norm) != id_of(theirs[3])) return "norm";
  if (lexeme.ids.lower != id_of(theirs[4])) return "lower";
  return lexeme.ids.shape == id_of(theirs[5]) ? "" : "shape";
}

std::string first_difference(const std::vector<TextToken>& ours, const Lexicon& lexicon, const nlohmann::json& theirs) {
  for (size_t i = 0; i < ours.size() && i < theirs.size(); ++i)
    if (std::string field = first_difference(ours[i], lexicon[ours[i].lexeme], theirs[i]); !field.empty()) return field;
  return ours.size() == theirs.size() ? "" : "cut";
}

void compare(const Tokenizer& tokenizer, TokenizerScratch& scratch, const std::string& line, Tally& tally) {
  const nlohmann::json oracle = nlohmann::json::parse(line);
  const std::string text = oracle["text"];
  std::vector<TextToken> ours;
  tokenizer.tokenize(text, scratch, ours);
  const std::string field = first_difference(ours, scratch.lexicon, oracle["tokens"]);
  ++tally.texts;
  tally.tokens += oracle["tokens"].size();
  tally.texts_equal += field.empty();
  if (field.empty()) return;
  ++tally.differences[field];
  if (tally.listed_left == 0) return;
  --tally.listed_left;
  std::cout << field << " of " << nlohmann::json(text).dump(-1, ' ', true) << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: bench_tokenizer PACKAGE ORACLE.jsonl [--list N]\n";
    return 2;
  }
  Result<Package> package = Package::open(argv[1]);
  if (!package) return std::cerr << package.error().what() << '\n', 1;
  Result<Tokenizer> tokenizer = Tokenizer::open(*package);
  if (!tokenizer) return std::cerr << tokenizer.error().what() << '\n', 1;
  Result<LexemeRules> rules = LexemeRules::open(*package);
  if (!rules) return std::cerr << rules.error().what() << '\n', 1;

  Tally tally;
  if (argc > 4 && std::strcmp(argv[3], "--list") == 0) tally.listed_left = std::strtoul(argv[4], nullptr, 10);
  TokenizerScratch scratch(*rules);
  std::ifstream lines(argv[2]);
  for (std::string line; std::getline(lines, line);) compare(*tokenizer, scratch, line, tally);
  for (const auto& [field, count] : tally.differences) std::cout << field << '\t' << count << '\n';
  std::cout << "texts equal: " << tally.texts_equal << " of " << tally.texts << ", " << tally.tokens << " tokens\n";
  return tally.texts_equal == tally.texts ? 0 : 1;
}
