// Which person of the tables a name denotes: by full name, by its sound, or by surname with a title.
//
//   PersonMatch match = identify_person(tables, {.name = "volodimir zelenski"}, context);
//   match.row, match.reason == "transliteration of Volodymyr Zelenskyy"
//
// Two people may share a name: then the title, the country and the day decide, and when they do not, nobody is meant.
#pragma once

#include <string>
#include <string_view>

#include "resolve/actor_phrase.h"

namespace verbale {

struct PersonQuestion {
  std::string_view name;         // folded, without titles
  const Agent* title = nullptr;  // "president"
  std::string_view country;      // whose: "UKR"; "" when the text does not say
  bool surname_alone = false;    // accept a bare surname without a title, if it is in office and unique
};

struct PersonMatch {
  uint32_t row = kNone;
  std::string reason;
};

PersonMatch identify_person(const ActorTables& tables, const PersonQuestion& question, const PhraseContext& context);

}  // namespace verbale
