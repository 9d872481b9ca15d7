// Reads each sentence once, and asks the relater of its fold.
#include "relate_folds.h"

#include <fmt/format.h>

#include <ctime>

#include "coding/relater.h"

namespace verbale::bench {
namespace {

constexpr int kRounds = 10;

Result<std::vector<Relater>> open_relaters(const Engine& engine, const std::filesystem::path& models) {
  std::vector<Relater> relaters;
  for (unsigned fold = 0; fold < kFolds; ++fold) {
    Result<Relater> relater = Relater::open(engine.knowledge(), models / fmt::format("relations-{}.model", fold));
    if (!relater) return std::move(relater).error();
    relaters.push_back(*std::move(relater));
  }
  return relaters;
}

// Of this thread: what others do on the machine does not count.
double processor_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) * 1e6 + double(now.tv_nsec) / 1e3;
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
    const double begin = processor_microseconds();
    const Relation relation = (*relaters)[one.fold].relate(doc, one.pair);
    const double cold = processor_microseconds() - begin;
    for (int again = 0; again < kRounds; ++again) (*relaters)[one.fold].relate(doc, one.pair);
    const double warm = (processor_microseconds() - begin - cold) / kRounds;
    all.push_back({&one, root_of_type(relation.type), relation.confidence, cold, warm});
  }
  return all;
}

}  // namespace verbale::bench
