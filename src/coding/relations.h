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

// True for acts that are words about something else: PLOVER's verbal quads (1 and 3), but for meetings.
inline bool is_act_of_words(std::string_view type, uint8_t quad) {
  return (quad == 1 || quad == 3) && type != "CONSULT";
}

class Relations {
 public:
  // requires: the Knowledge outlives the relations, which keep views into it
  static Result<Relations> open(const Knowledge& knowledge);

  const PloverRelation* find(std::string_view type, std::string_view mode = {}) const;

 private:
  std::unordered_map<std::string, PloverRelation> by_name_;  // "CONSULT" and "CONSULT visit"
};

}  // namespace verbale
