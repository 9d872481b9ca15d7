// Reads each sentence once, and asks the relater of its fold.
#include "relate_folds.h"

#include <fmt/format.h>

#include <chrono>

#include "coding/relater.h"

namespace verbale::bench {
namespace {

Result<std::vector<Relater>> open_relaters(const Engine& engine, const std::filesystem::path& models) {
  std::vector<Relater> relaters;
  for (unsigned fold = 0; fold < kFolds; ++fold) {
    Result<Relater> relater = Relater::open(engine.knowledge(), models / fmt::format("relations-{}.model", fold));
    if (!relater) return std::move(relater).error();
    relaters.push_back(*std::move(relater));
  }
  return relaters;
}

}  // namespace

Result<std::vector<Related>> relate_by_folds(const Engine& engine, const std::filesystem::path& models,
                                             const std::vector<GoldPair>& gold) {
  Result<std::vector<Relater>> relaters = open_relaters(engine, models);
  if (!relaters) return std::move(relaters).error();
  Engine::Worker worker(engine);
  std::vector<Related> all;
  for (const GoldPair& one : gold) {
    Article article;
    article.text = one.pair.text;
    Document doc(article);
    engine.read(doc, worker);
    const auto begin = std::chrono::steady_clock::now();
    const Relation relation = (*relaters)[one.fold].relate(doc, one.pair);
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    all.push_back({&one, root_of_type(relation.type), relation.confidence, took.count()});
  }
  return all;
}

}  // namespace verbale::bench
