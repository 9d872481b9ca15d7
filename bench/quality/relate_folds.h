// Every gold pair related by the model that never saw its fold.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "engine.h"
#include "events_gold.h"

namespace verbale::bench {

struct Related {
  const GoldPair* gold;
  std::string_view root;  // of the relation that was found
  double confidence = 0;
  // Of the relation alone: right after the sentence was read, when nothing of it is in the cache, and asked again.
  double cold_microseconds = 0, warm_microseconds = 0;
};

// `models` holds relations-0.model … relations-4.model, as tools/train/relation_student.py writes them.
Result<std::vector<Related>> relate_by_folds(const Engine& engine, const std::filesystem::path& models,
                                             const std::vector<GoldPair>& gold);

}  // namespace verbale::bench
