// Marks pairs of parties in unlabelled news, for the vocabulary of the word vectors.
//
//   train_relation_pairs PACKS < texts.jsonl > marked.txt
//
// Input as `verbale read` takes it ({"text": …} a line). From each sentence of 8 to 60 tokens: neighbouring actors with
// a code, companies left out, in both orders, at most three pairs; a line holds one sentence.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "engine.h"
#include "ingest/json_article.h"

namespace verbale {
namespace {

constexpr size_t kTokensMin = 8, kTokensMax = 60, kPairsMax = 3;

bool can_act(const Document& doc, const Mention& mention) {
  if (mention.entity == kNone || mention.form == MentionForm::pronoun) return false;
  const Entity& entity = doc.entities[mention.entity];
  if (entity.codes.empty() || entity.codes.front().sector == "BUS") return false;
  const EntityKind kind = entity.kind;
  return kind == EntityKind::state || kind == EntityKind::organisation || kind == EntityKind::person ||
         kind == EntityKind::group;
}

std::vector<const Mention*> actors_in(const Document& doc, TokenRange sentence) {
  std::vector<const Mention*> found;
  for (const Mention& mention : doc.mentions) {
    if (!sentence.contains(mention.tokens.begin) || !can_act(doc, mention)) continue;
    if (!found.empty() && found.back()->span.overlaps(mention.span)) continue;
    found.push_back(&mention);
  }
  return found;
}

std::string marked(const Document& doc, Span sentence, Span first, Span second, bool source_first) {
  const auto words = [&](uint32_t begin, uint32_t end) { return std::string(doc.text.substr(begin, end - begin)); };
  const char* a = source_first ? "s" : "t";
  const char* b = source_first ? "t" : "s";
  std::string line = words(sentence.begin, first.begin) + "<" + a + ">" + std::string(first.of(doc.text)) + "</" + a +
                     ">" + words(first.end, second.begin) + "<" + b + ">" + std::string(second.of(doc.text)) + "</" +
                     b + ">" + words(second.end, sentence.end);
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return line + "\n";
}

void write_pairs(const Document& doc, std::ostream& out) {
  for (const Sentence& sentence : doc.sentences) {
    if (sentence.tokens.size() < kTokensMin || sentence.tokens.size() > kTokensMax) continue;
    const Span span = doc.span_of(sentence.tokens);
    const std::vector<const Mention*> actors = actors_in(doc, sentence.tokens);
    for (size_t i = 1; i < actors.size() && i <= kPairsMax; ++i) {
      if (actors[i - 1]->entity == actors[i]->entity) continue;
      out << marked(doc, span, actors[i - 1]->span, actors[i]->span, true);
      if (i == 1) out << marked(doc, span, actors[i - 1]->span, actors[i]->span, false);
    }
  }
}

int run(const char* packs) {
  Result<Engine> engine = Engine::open({.packs = packs, .overlays = {}, .model_events = false});
  if (!engine) return std::cerr << engine.error().what() << "\n", 5;
  Engine::Worker worker(*engine);
  JsonArticles articles;
  std::string line;
  for (size_t number = 1; std::getline(std::cin, line); ++number) {
    Result<Article> article = articles.read_object(line);
    if (!article) return std::cerr << "line " << number << ": " << article.error().what() << "\n", 3;
    Document doc(*article);
    engine->read(doc, worker);
    write_pairs(doc, std::cout);
  }
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc != 2) return std::cerr << "usage: train_relation_pairs PACKS < texts.jsonl > marked.txt\n", 2;
  return verbale::run(argv[1]);
}
