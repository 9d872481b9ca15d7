// Whether confidences mean what they say.
//
//   bench_calibration FOLDER --packs build/dev/packs --models MODELS      of `relate`
//   bench_calibration FOLDER --packs build/dev/packs [--facts OUT.tsv]    of the events of `read`
//
// FOLDER holds PLV_train.tsv. Prints the reliability table over ten bins of equal width, and the expected calibration
// error: the gap between mean confidence and share of right answers, weighted by the answers of each bin.
//
// relate: MODELS holds the model of each fold (tools/train); every sentence is judged by the model that never saw it,
// and is right when its root is.
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

size_t conditions_of(const Codebook& codebook, const Event& event) {
  for (const CodebookRow* row : codebook.rows())
    if (row->name == event.rule) return row->constraints.size();
  return 0;
}

std::string joined(const std::vector<std::string>& facts) { return fmt::format("{}", fmt::join(facts, ";")); }

int run_read(const std::vector<GoldPair>& gold, const Engine& engine, const std::string& facts_path) {
  Result<Codebook> codebook = Codebook::open(engine.knowledge());
  if (!codebook) return std::cerr << codebook.error().what() << "\n", 1;
  std::string facts = "fold\tright\tfacts\n";
  Reliability reliability;
  Engine::Worker worker(engine);
  for (const GoldPair& one : gold) {
    Article article;
    article.text = one.pair.text;
    Document doc(article);
    engine.read(doc, worker);
    const Parties parties(doc, one.pair);
    for (const Event& event : doc.events) {
      const std::optional<bool> right = is_right(event, one, parties);
      if (!right) continue;
      reliability.add(event.confidence, *right);
      facts += fmt::format("{}\t{}\t{}\n", one.fold, int(*right),
                           joined(confidence_facts(doc, event, conditions_of(*codebook, event))));
    }
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

int run(const std::string& folder, const std::string& packs, const std::string& models, const std::string& facts) {
  Result<std::vector<GoldPair>> gold = read_gold_pairs(folder);
  if (!gold) return std::cerr << gold.error().what() << "\n", 1;
  Result<Engine> engine = Engine::open({.packs = packs, .overlays = {}, .model_events = false});
  if (!engine) return std::cerr << engine.error().what() << "\n", 1;
  return models.empty() ? run_read(*gold, *engine, facts) : run_relate(*gold, *engine, models);
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  std::string folder, packs, models, facts;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--packs" && i + 1 < argc)
      packs = argv[++i];
    else if (word == "--models" && i + 1 < argc)
      models = argv[++i];
    else if (word == "--facts" && i + 1 < argc)
      facts = argv[++i];
    else
      folder = word;
  }
  if (folder.empty() || packs.empty()) {
    std::cerr << "usage: bench_calibration FOLDER --packs PACKS (--models MODELS | [--facts OUT.tsv])\n";
    return 2;
  }
  return verbale::bench::run(folder, packs, models, facts);
}
