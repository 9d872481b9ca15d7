// What the text calls somebody today outvotes a table that has seen them leave: the tables may be behind, and in a
// recollection the title is of that time. An office that the text names outvotes one that it does not; of several held
// on one day the first in the table counts.
#include "resolve/actor_office.h"

#include <algorithm>

namespace verbale {
namespace {

const Office* choose_office(const ActorTables& tables, const Person& person, const Agent* title,
                            const std::optional<Day>& day) {
  const Office* chosen = nullptr;
  const auto begins_later = [](const Office& a, const Office& b) {
    return a.days.begin && (!b.days.begin || *a.days.begin > *b.days.begin);
  };
  for (const Office& office : person.offices) {
    if (day && !office.days.contains(*day)) continue;
    if (title && titles_agree(tables, title->phrase, office.title)) return &office;
    if (!chosen)
      chosen = &office;
    else if (!day && (!office.days.end || begins_later(office, *chosen)))
      chosen = &office;
  }
  return chosen;
}

bool left_office_before(const Person& person, Day day) {
  return std::any_of(person.offices.begin(), person.offices.end(),
                     [&](const Office& office) { return office.days.end && *office.days.end < day; });
}

void code_by_office(const Office& office, bool dated, ActorReading& reading) {
  reading.country = office.country;
  reading.sector = office.sector;
  reading.code_for = CodeFor::office;
  reading.reason = "office: " + std::string(office.title_shown) + (dated ? "" : " (latest known, the text is undated)");
}

// "deputy minister of defence" as "deputy defence minister".
std::string with_portfolio_first(std::string_view title) {
  constexpr std::string_view kOf = "minister of ";
  const size_t at = title.find(kOf);
  if (at == std::string_view::npos) return std::string(title);
  std::string_view portfolio = title.substr(at + kOf.size());
  if (portfolio.starts_with("the ")) portfolio.remove_prefix(4);
  if (portfolio.ends_with(" affairs")) portfolio.remove_suffix(8);
  return std::string(title.substr(0, at)) + std::string(portfolio) + " minister";
}

}  // namespace

bool titles_agree(const ActorTables& tables, std::string_view said_in_text, std::string_view office) {
  if (said_in_text == office) return true;
  const std::string said = with_portfolio_first(said_in_text);
  if (said == office) return true;
  if (office.starts_with(said) && office.substr(said.size()).starts_with(" of ")) return true;
  const bool said_is_longer = said.size() > office.size();
  const std::string_view longer = said_is_longer ? std::string_view(said) : office;
  const std::string_view shorter = said_is_longer ? office : std::string_view(said);
  if (!longer.ends_with(shorter)) return false;
  const auto prefix = split_list(longer.substr(0, longer.size() - shorter.size()), ' ');
  return std::none_of(prefix.begin(), prefix.end(),
                      [&](std::string_view word) { return tables.has_use(word, PhraseUse::rank); });
}

void code_person(const ActorTables& tables, const PhraseContext& context, ActorReading& reading) {
  const Person& person = tables.person(reading.person);
  const Office* office = choose_office(tables, person, reading.agent, context.day);
  if (office && !reading.former) return code_by_office(*office, context.day.has_value(), reading);

  reading.country = person.citizenship;
  reading.code_for = CodeFor::citizenship;
  const bool has_title = reading.agent && reading.agent->kind == "person" && !reading.agent->sector.empty();
  if (has_title && !reading.former) {
    reading.sector = reading.agent->sector;
    reading.code_for = CodeFor::office;
    reading.reason = "title in the text: " + reading.agent->phrase;
  } else if (reading.former || (context.day && left_office_before(person, *context.day))) {
    reading.sector = "ELI";
    reading.reason = "held an office before";
  } else {
    reading.reason = "citizenship; no office known";
  }
  if (reading.country.empty() && reading.owner != kNone) reading.country = tables.body(reading.owner).country;
}

}  // namespace verbale
