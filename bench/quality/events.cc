// How well relations are told in the sentences of PLV: with the parties marked, and without.
//
//   bench_events FOLDER --packs build/dev/packs --errors            without the marks
//   bench_events FOLDER --packs build/dev/packs --models MODELS     with them, as `verbale relate` answers
//   bench_events FOLDER --packs build/dev/packs --models MODELS --read    without the marks, rows and model together
//
// With --models, every sentence is judged by the model of MODELS that never saw its fold (tools/train): macro-F1 over
// the 15 roots and the four quads. What follows is about the first form.
//
// FOLDER holds PLV_train.tsv. A sentence is read by the whole engine. Its marked parties are then looked up among the
// entities: an entity is a party when one of its mentions overlaps the marks. An event is between the parties when the
// source's entity acts and the target's receives, or when both act together ("X and Y met"). A sentence where only one
// party is marked asks for that party alone.
//
//   recall       share of the sentences that have an event between the parties with the right root
//   precision    share of the events between the parties that have the right root
//   reversed     sentences with an event of the right root in the wrong direction
//
// --errors lists, for every sentence that was missed, what kind of miss it is, the words on the path of the parse
// between the parties (with * when the codebook has rows for them), and the events that were found.
#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "coding/codebook.h"
#include "engine.h"
#include "events_gold.h"
#include "parties.h"
#include "relate_folds.h"

namespace verbale::bench {
namespace {

TokenId token_at(const Document& doc, const std::vector<Span>& marks) {
  TokenId best = kNone;
  for (TokenId t = 0; t < doc.tokens.size(); ++t) {
    if (!overlaps_any(doc.tokens[t].span, marks)) continue;
    const TokenId head = doc.tokens[t].head;
    if (best == kNone || head == t || !overlaps_any(doc.tokens[head].span, marks)) best = t;
    if (head == t || !overlaps_any(doc.tokens[head].span, marks)) break;
  }
  return best;
}

std::vector<TokenId> way_up(const Document& doc, TokenId token) {
  std::vector<TokenId> way;
  if (token == kNone) return way;
  for (way.push_back(token); doc.tokens[token].head != token;) way.push_back(token = doc.tokens[token].head);
  return way;
}

// The words between the parties in the parse: "accuse/v* fraud/n".
std::string path_words(const Document& doc, const Codebook& codebook, const MarkedPair& pair) {
  std::vector<TokenId> up = way_up(doc, token_at(doc, pair.sources)), down = way_up(doc, token_at(doc, pair.targets));
  while (up.size() > 1 && down.size() > 1 && up[up.size() - 1] == down[down.size() - 1] &&
         up[up.size() - 2] == down[down.size() - 2])
    up.pop_back(), down.pop_back();
  std::set<TokenId> on_path(up.begin(), up.end());
  on_path.insert(down.begin(), down.end());
  std::string words;
  for (TokenId t : on_path) {
    const Token& token = doc.tokens[t];
    if (overlaps_any(token.span, pair.sources) || overlaps_any(token.span, pair.targets)) continue;
    const bool verb = is_verb(token);
    if (!verb && token.pos != Pos::noun) continue;
    const auto* rows = codebook.rows_for(token.lemma, verb ? PredicateKind::verb : PredicateKind::noun);
    words += fmt::format("{}{}/{}{}", words.empty() ? "" : " ", token.lemma, verb ? "v" : "n", rows ? "*" : "");
  }
  return words;
}

std::string names_of(const Document& doc, const std::vector<Participant>& participants) {
  std::string names;
  for (const Participant& one : participants) names += (names.empty() ? "" : " & ") + std::string(doc.words(one.span));
  return names.empty() ? "-" : names;
}

std::string describe(const Document& doc, const Event& event) {
  return fmt::format("{} \"{}\" [{} > {}] {}", event.type, doc.words(event.trigger), names_of(doc, event.actors),
                     names_of(doc, event.recipients), event.rule);
}

struct Figures {
  size_t sentences = 0, recalled = 0, joint = 0, between = 0, right = 0, reversed = 0, no_source = 0, no_target = 0;
  std::map<std::string, size_t> misses;
  std::map<std::string, size_t> recalled_by_root, by_root;
  Confusion roots;  // of the events between the parties
};

struct Reading {
  bool recalled = false, joint = false, reversed = false, half_right = false;
  std::vector<const Event*> between, right_elsewhere;
};

Reading judge(const Document& doc, const GoldPair& gold, const Parties& parties) {
  Reading reading;
  for (const Event& event : doc.events) {
    const Between how = how_between(event, parties);
    const bool right = root_of_type(event.type) == gold.root;
    if (how == Between::forward || how == Between::joint) {
      reading.between.push_back(&event);
      reading.recalled = reading.recalled || right;
      reading.joint = reading.joint || (right && how == Between::joint);
    } else if (right) {
      reading.reversed = reading.reversed || how == Between::reversed;
      reading.half_right = reading.half_right || how == Between::half;
      reading.right_elsewhere.push_back(&event);
    }
  }
  return reading;
}

std::string kind_of_miss(const Document& doc, const GoldPair& gold, const Parties& parties, const Reading& reading) {
  if (!gold.pair.sources.empty() && parties.source.empty()) return "no entity at the source";
  if (!gold.pair.targets.empty() && parties.target.empty()) return "no entity at the target";
  if (!reading.between.empty()) return "wrong root";
  if (reading.reversed) return "wrong direction";
  if (reading.half_right) return "right root, one party missing";
  if (!reading.right_elsewhere.empty()) return "right root, between others";
  return doc.events.empty() ? "no event at all" : "only other events";
}

void tell_error(const Document& doc, const Codebook& codebook, const GoldPair& gold, const std::string& kind) {
  fmt::print("MISS\t{}\t{}\t{}\t{}\t", kind, gold.root, gold.id, path_words(doc, codebook, gold.pair));
  for (const Event& event : doc.events) fmt::print("{} | ", describe(doc, event));
  fmt::print("\t{} => {}\t{}\n", gold.pair.sources.empty() ? "" : doc.words(gold.pair.sources.front()),
             gold.pair.targets.empty() ? "" : doc.words(gold.pair.targets.front()), doc.text);
}

void score(const Engine& engine, Engine::Worker& worker, const Codebook& codebook, const GoldPair& gold, bool errors,
           Figures& figures) {
  Article article;
  article.text = gold.pair.text;
  Document doc(article);
  engine.read(doc, worker);

  const Parties parties(doc, gold.pair);
  const Reading reading = judge(doc, gold, parties);
  ++figures.sentences;
  ++figures.by_root[gold.root];
  figures.recalled += reading.recalled;
  figures.recalled_by_root[gold.root] += reading.recalled;
  figures.joint += reading.joint;
  figures.reversed += reading.reversed;
  figures.between += reading.between.size();
  for (const Event* event : reading.between) {
    figures.right += root_of_type(event->type) == gold.root;
    figures.roots.add(gold.root, root_of_type(event->type));
  }
  if (reading.recalled) return;
  const std::string kind = kind_of_miss(doc, gold, parties, reading);
  ++figures.misses[kind];
  if (errors) tell_error(doc, codebook, gold, kind);
}

double percent(size_t part, size_t whole) { return 100.0 * double(part) / double(std::max<size_t>(1, whole)); }

void print(const Figures& figures) {
  fmt::print("sentences\t{}\n", figures.sentences);
  fmt::print("recall\t{:.1f} %\t{} right, of which {} with both parties acting together\n",
             percent(figures.recalled, figures.sentences), figures.recalled, figures.joint);
  fmt::print("precision\t{:.1f} %\t{} of {} events between the parties\n", percent(figures.right, figures.between),
             figures.right, figures.between);
  fmt::print("reversed\t{}\n\nmisses\n", figures.reversed);
  for (const auto& [kind, count] : figures.misses) fmt::print("{}\t{}\n", count, kind);
  fmt::print("\nrecall by root\n");
  for (const auto& [root, count] : figures.by_root)
    fmt::print("{}\t{} of {}\t{:.0f} %\n", root, figures.recalled_by_root.at(root), count,
               percent(figures.recalled_by_root.at(root), count));
  fmt::print("\nwrong roots between the parties\n");
  for (const std::string& line : figures.roots.mistakes()) fmt::print("{}\n", line);
}

Status score_all(const EngineOptions& options, const std::vector<GoldPair>& gold, bool errors, Figures& figures) {
  Result<Engine> engine = Engine::open(options);
  if (!engine) return std::move(engine).error();
  Result<Codebook> codebook = Codebook::open(engine->knowledge());
  if (!codebook) return std::move(codebook).error();
  Engine::Worker worker(*engine);
  for (const GoldPair& one : gold) score(*engine, worker, *codebook, one, errors, figures);
  return {};
}

int run(const std::string& folder, const std::string& packs, const std::string& models, bool errors) {
  Result<std::vector<GoldPair>> gold = read_gold_pairs(folder);
  if (!gold) return std::cerr << gold.error().what() << "\n", 1;
  Figures figures;
  for (unsigned fold = 0; fold < kFolds; ++fold) {
    std::vector<GoldPair> held = *gold;
    std::erase_if(held, [&](const GoldPair& one) { return one.fold != fold; });
    EngineOptions options{.packs = packs, .overlays = {}, .model_events = !models.empty()};
    if (!models.empty()) options.relations = models + fmt::format("/relations-{}.model", fold);
    if (Status scored = score_all(options, held, errors, figures); !scored)
      return std::cerr << scored.error().what() << "\n", 1;
  }
  print(figures);
  return 0;
}

int run_relate(const std::string& folder, const std::string& packs, const std::string& models, bool errors) {
  Result<std::vector<GoldPair>> gold = read_gold_pairs(folder);
  if (!gold) return std::cerr << gold.error().what() << "\n", 1;
  Result<Engine> engine = Engine::open({.packs = packs, .overlays = {}, .model_events = false});
  if (!engine) return std::cerr << engine.error().what() << "\n", 1;
  Result<std::vector<Related>> related = relate_by_folds(*engine, models, *gold);
  if (!related) return std::cerr << related.error().what() << "\n", 1;

  Confusion roots, quads;
  double cold = 0, warm = 0;
  for (const Related& one : *related) {
    roots.add(one.gold->root, one.root);
    quads.add(std::to_string(one.gold->quad), std::to_string(quad_of_root(one.root)));
    cold += one.cold_microseconds;
    warm += one.warm_microseconds;
    if (errors && one.root != one.gold->root)
      fmt::print("WRONG\t{}\t{}\t{:.2f}\t{}\t{}\n", one.gold->root, one.root, one.confidence, one.gold->id,
                 one.gold->pair.text);
  }
  fmt::print("root\tmacro-F1 {:.3f}\taccuracy {:.3f}\nquad\tmacro-F1 {:.3f}\taccuracy {:.3f}\n", roots.macro_f1(),
             roots.accuracy(), quads.macro_f1(), quads.accuracy());
  const double pairs = double(related->size());
  fmt::print("time\t{:.1f} us a pair, {:.1f} us right after its sentence was read\n\n{}\n", warm / pairs, cold / pairs,
             roots.table());
  for (const std::string& line : roots.mistakes()) fmt::print("{}\n", line);
  return 0;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  std::string folder, packs, models;
  bool errors = false, read = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--errors")
      errors = true;
    else if (word == "--read")
      read = true;
    else if (word == "--packs" && i + 1 < argc)
      packs = argv[++i];
    else if (word == "--models" && i + 1 < argc)
      models = argv[++i];
    else
      folder = word;
  }
  if (folder.empty() || packs.empty())
    return std::cerr << "usage: bench_events FOLDER --packs PACKS [--models MODELS [--read]] [--errors]\n", 2;
  if (!models.empty() && !read) return verbale::bench::run_relate(folder, packs, models, errors);
  return verbale::bench::run(folder, packs, models, errors);
}
