// Whether the confidences of `relate` mean what they say.
//
//   bench_calibration FOLDER --packs build/dev/packs --models MODELS
//
// FOLDER holds PLV_train.tsv, MODELS the model of each fold (tools/train). Every sentence is judged by the model that
// never saw it. Prints the reliability table over ten bins of equal width, and the expected calibration error: the gap
// between mean confidence and share of right roots, weighted by the sentences of each bin.
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iostream>

#include "relate_folds.h"

namespace verbale::bench {
namespace {

constexpr size_t kBins = 10;

struct Bin {
  size_t count = 0, right = 0;
  double confidence = 0;
};

int run(const std::string& folder, const std::string& packs, const std::string& models) {
  Result<std::vector<GoldPair>> gold = read_gold_pairs(folder);
  if (!gold) return std::cerr << gold.error().what() << "\n", 1;
  Result<Engine> engine = Engine::open({packs, {}});
  if (!engine) return std::cerr << engine.error().what() << "\n", 1;
  Result<std::vector<Related>> related = relate_by_folds(*engine, models, *gold);
  if (!related) return std::cerr << related.error().what() << "\n", 1;

  std::array<Bin, kBins> bins;
  for (const Related& one : *related) {
    Bin& bin = bins[std::min(kBins - 1, size_t(one.confidence * double(kBins)))];
    ++bin.count;
    bin.right += one.root == one.gold->root;
    bin.confidence += one.confidence;
  }
  fmt::print("confidence\tsentences\tmean\tright\n");
  double error = 0;
  for (size_t i = 0; i < kBins; ++i) {
    if (bins[i].count == 0) continue;
    const double count = double(bins[i].count), mean = bins[i].confidence / count,
                 right = double(bins[i].right) / count;
    fmt::print("{:.1f}-{:.1f}\t{}\t{:.3f}\t{:.3f}\n", double(i) / kBins, double(i + 1) / kBins, bins[i].count, mean,
               right);
    error += count * std::abs(mean - right);
  }
  fmt::print("expected calibration error\t{:.2f} %\n", 100 * error / double(related->size()));
  return 0;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  std::string folder, packs, models;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--packs" && i + 1 < argc)
      packs = argv[++i];
    else if (word == "--models" && i + 1 < argc)
      models = argv[++i];
    else
      folder = word;
  }
  if (folder.empty() || packs.empty() || models.empty())
    return std::cerr << "usage: bench_calibration FOLDER --packs PACKS --models MODELS\n", 2;
  return verbale::bench::run(folder, packs, models);
}
