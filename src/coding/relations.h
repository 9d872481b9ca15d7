// The 16 types of PLOVER and their modes, and what each brings with it (data/plover).
//
//   Result<Relations> relations = Relations::open(knowledge);
//   const PloverRelation* relation = relations->find("CONSULT", "visit");   null when the type has no such mode
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "pack/table.h"

namespace verbale {

struct PloverRelation {
  std::string_view cameo;
  double intensity = 0;
  uint8_t quad = 0;
};

class Relations {
 public:
  // requires: the Knowledge outlives the relations, which keep views into it
  static Result<Relations> open(const Knowledge& knowledge);

  const PloverRelation* find(std::string_view type, std::string_view mode = {}) const;

 private:
  std::unordered_map<std::string, PloverRelation> by_name_;  // "CONSULT" and "CONSULT visit"
};

}  // namespace verbale
