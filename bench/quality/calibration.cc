// Whether confidences mean what they say.
//
//   bench_calibration FOLDER --packs build/dev/packs --models MODELS                           of `relate`
//   bench_calibration FOLDER --packs build/dev/packs --models MODELS --read [--facts OUT.tsv]  of the events of `read`
//
// FOLDER holds PLV_train.tsv. Prints the reliability table over ten bins of equal width, and the expected calibration
// error: the gap between mean confidence and share of right answers, weighted by the answers of each bin.
//
// MODELS holds the model of each fold (tools/train); every sentence is judged by the model that never saw it.
//
// relate: an answer is right when its root is.
//
// read: the sentences are read without their marks. The gold data know one relation of each sentence, so of the events
// found, those are judged that lie between its parties, and those of the right root with one of its parties. An event
// is right when its root is and both parties are. --facts writes what is known about each judged event, for
// tools/train/event_confidence.py, which also gives the error on sentences that the weights were not fitted to.
#include <fmt/format.h>
#include <fmt/os.h>

#include <array>
#include <cmath>
#include <iostream>
#include <optional>

#include "coding/codebook.h"
#include "coding/confidence.h"
#include "coding/model_events.h"
#include "parties.h"
#include "relate_folds.h"

namespace verbale::bench {
namespace {

constexpr size_t kBins = 10;

class Reliability {
 public:
  void add(double confidence, bool right) {
    Bin& bin = bins_[std::min(kBins - 1, size_t(confidence * double(kBins)))];
    ++bin.count;
    bin.right += right;
    bin.confidence += confidence;
    ++count_;
  }

  void print() const {
    fmt::print("confidence\tanswers\tmean\tright\n");
    double error = 0;
    for (size_t i = 0; i < kBins; ++i) {
      if (bins_[i].count == 0) continue;
      const double count = double(bins_[i].count), mean = bins_[i].confidence / count,
                   right = double(bins_[i].right) / count;
      fmt::print("{:.1f}-{:.1f}\t{}\t{:.3f}\t{:.3f}\n", double(i) / kBins, double(i + 1) / kBins, bins_[i].count, mean,
                 right);
      error += count * std::abs(mean - right);
    }
    fmt::print("expected calibration error\t{:.2f} %\n", 100 * error / double(count_));
  }

 private:
  struct Bin {
    size_t count = 0, right = 0;
    double confidence = 0;
  };
  std::array<Bin, kBins> bins_;
  size_t count_ = 0;
};

// Nothing when the gold data do not say whether the event is right.
std::optional<bool> is_right(const Event& event, const GoldPair& gold, const Parties& parties) {
  const Between how = how_between(event, parties);
  const bool right_root = root_of_type(event.type) == gold.root;
  if (how == Between::forward || how == Between::joint) return right_root;
  const bool leaves_out = event.actors.empty() || event.recipients.empty();
  if (right_root && !leaves_out && (how == Between::half || how == Between::reversed)) return false;
  return std::nullopt;
}

// What decided the confidences of a fold's events, as far as the gold data judge them.
class FoldReader {
 public:
  static Result<FoldReader> open(const std::string& packs, const std::string& model) {
    Result<Engine> engine = Engine::open({.packs = packs, .overlays = {}, .relations = model});
    if (!engine) return std::move(engine).error();
    Result<Codebook> codebook = Codebook::open(engine->knowledge());
    if (!codebook) return std::move(codebook).error();
    Result<ModelEvents> model_events = ModelEvents::open(engine->knowledge(), model);
    if (!model_events) return std::move(model_events).error();
    return FoldReader(*std::move(engine), *std::move(codebook), *std::move(model_events));
  }

  void read(const GoldPair& gold, Engine::Worker& worker, Reliability& reliability, std::string& facts) const {
    Article article;
    article.text = gold.pair.text;
    Document doc(article);
    engine_.read(doc, worker);
    const Parties parties(doc, gold.pair);
    const PredicateIndex index(doc, codebook_.argument_words());
    for (const Event& event : doc.events) {
      const std::optional<bool> right = is_right(event, gold, parties);
      if (!right) continue;
      reliability.add(event.confidence, *right);
      if (event.rule != kModelRule)
        facts += fmt::format("{}\t{}\t{}\n", gold.fold, int(*right), facts_about(event, doc, index));
    }
  }

  const Engine& engine() const { return engine_; }

 private:
  FoldReader(Engine engine, Codebook codebook, ModelEvents model_events)
      : engine_(std::move(engine)), codebook_(std::move(codebook)), model_events_(std::move(model_events)) {}

  std::string facts_about(const Event& event, Document& doc, const PredicateIndex& index) const {
    RelationFeatures features;
    const auto model_says = model_events_.probability_of(event, doc, index, codebook_, features);
    return fmt::format("{}", fmt::join(confidence_facts(doc, event, model_says), ";"));
  }

  Engine engine_;
  Codebook codebook_;
  ModelEvents model_events_;
};

int run_read(const std::vector<GoldPair>& gold, const std::string& packs, const std::string& models,
             const std::string& facts_path) {
  std::string facts = "fold\tright\tfacts\n";
  Reliability reliability;
  for (unsigned fold = 0; fold < kFolds; ++fold) {
    Result<FoldReader> reader = FoldReader::open(packs, fmt::format("{}/relations-{}.model", models, fold));
    if (!reader) return std::cerr << reader.error().what() << "\n", 1;
    Engine::Worker worker(reader->engine());
    for (const GoldPair& one : gold)
      if (one.fold == fold) reader->read(one, worker, reliability, facts);
  }
  if (!facts_path.empty()) fmt::output_file(facts_path).print("{}", facts);
  reliability.print();
  return 0;
}

int run_relate(const std::vector<GoldPair>& gold, const Engine& engine, const std::string& models) {
  Result<std::vector<Related>> related = relate_by_folds(engine, models, gold);
  if (!related) return std::cerr << related.error().what() << "\n", 1;
  Reliability reliability;
  for (const Related& one : *related) reliability.add(one.confidence, one.root == one.gold->root);
  reliability.print();
  return 0;
}

int run(const std::string& folder, const std::string& packs, const std::string& models, bool read,
        const std::string& facts) {
  Result<std::vector<GoldPair>> gold = read_gold_pairs(folder);
  if (!gold) return std::cerr << gold.error().what() << "\n", 1;
  if (read) return run_read(*gold, packs, models, facts);
  Result<Engine> engine = Engine::open({.packs = packs, .overlays = {}, .model_events = false});
  if (!engine) return std::cerr << engine.error().what() << "\n", 1;
  return run_relate(*gold, *engine, models);
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  std::string folder, packs, models, facts;
  bool read = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--read")
      read = true;
    else if (word == "--packs" && i + 1 < argc)
      packs = argv[++i];
    else if (word == "--models" && i + 1 < argc)
      models = argv[++i];
    else if (word == "--facts" && i + 1 < argc)
      facts = argv[++i];
    else
      folder = word;
  }
  if (folder.empty() || packs.empty() || models.empty()) {
    std::cerr << "usage: bench_calibration FOLDER --packs PACKS --models MODELS [--read [--facts OUT.tsv]]\n";
    return 2;
  }
  return verbale::bench::run(folder, packs, models, read, facts);
}
