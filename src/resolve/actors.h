// Who is meant by a bare phrase: the question of `verbale resolve actor`.
//
//   ActorCodeResult who = resolve_actor(tables, "Taiwan's deputy foreign minister", "", parse_day("2022-01-01"));
//   who.country == "TWN", who.sector == "GOV", who.name == "", who.reason == ""foreign minister" of Taiwan"
//
// Cities and regions are no rows of the actor tables; who has a gazetteer passes a look-up of its own:
//
//   resolve_actor(tables, "Mariupol residents", "", day, [&](std::string_view name) { return country_of(name); });
//
// country and sector are "" when the phrase does not tell them; `name` is the row of the actor tables, when there is
// one.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/actor_tables.h"

namespace verbale {

// Another row that bears the same name.
struct ActorAlternative {
  std::string_view key;
  std::string_view name;
  std::string_view country;
  std::string_view sector;
};

struct ActorCodeResult {
  std::string_view country;  // PLOVER country, "" when unknown
  std::string_view sector;   // one of the 25 sectors, ""
  std::string_view key;      // "state:UKR", "" for what the tables do not know
  std::string_view name;
  std::string_view wikidata;
  std::string reason;  // "" when nothing was recognised
  std::vector<ActorAlternative> alternatives;
};

// ISO 3166-1 alpha-3 of the country in which a place of that name lies, or "".
using CountryOfPlace = std::function<std::string_view(std::string_view name)>;

// `context` is text around the phrase that may tell the country; without a date the latest office counts.
ActorCodeResult resolve_actor(const ActorTables& tables, std::string_view phrase, std::string_view context,
                              std::optional<Day> date, const CountryOfPlace& country_of_place = {});

}  // namespace verbale
