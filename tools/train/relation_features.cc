// The features of marked sentences, for training: the program's own code, so that nothing can differ in use.
//
//   train_relation_features PACKS < marked.txt > features.jsonl
//
// One marked sentence a line; one JSON object a line: {"sparse": [hashes], "slots": [[lemmas], …]}.
#include <fmt/format.h>

#include <iostream>
#include <string>

#include "coding/codebook.h"
#include "coding/marked_pair.h"
#include "coding/relation_features.h"
#include "engine.h"

namespace verbale {
namespace {

std::string quoted(std::string_view words) {
  std::string out = "\"";
  for (char c : words)
    if (c == '"' || c == '\\')
      out += {'\\', c};
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
  return out + '"';
}

void write(const RelationFeatures& features, std::string& out) {
  out = "{\"sparse\":[";
  for (uint64_t hash : features.sparse) out += fmt::format("{}{}", out.back() == '[' ? "" : ",", hash);
  out += "],\"slots\":[";
  for (const auto& slot : features.slots) {
    out += out.back() == '[' ? "[" : ",[";
    for (const FactWord& word : slot) out += (out.back() == '[' ? "" : ",") + quoted(word.text);
    out += "]";
  }
  out += "]}\n";
}

int run(const char* packs) {
  Result<Engine> engine = Engine::open({.packs = packs, .overlays = {}, .model_events = false});
  if (!engine) return std::cerr << engine.error().what() << "\n", 5;
  Result<Codebook> codebook = Codebook::open(engine->knowledge());
  if (!codebook) return std::cerr << codebook.error().what() << "\n", 5;

  Engine::Worker worker(*engine);
  RelationFeatures features;
  std::string line, out;
  for (size_t number = 1; std::getline(std::cin, line); ++number) {
    Result<MarkedPair> pair = read_marked_pair(line);
    if (!pair) return std::cerr << "line " << number << ": " << pair.error().what() << "\n", 3;
    Article article;
    article.text = pair->text;
    Document doc(article);
    engine->read(doc, worker);
    const PredicateIndex predicates(doc, codebook->argument_words());
    describe_pair({doc, predicates, *codebook, pair->sources, pair->targets}, features);
    write(features, out);
    std::cout << out;
  }
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: train_relation_features PACKS < marked.txt > features.jsonl\n", 2;
  return verbale::run(argv[1]);
}
