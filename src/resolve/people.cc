// People are looked up from the surest way to the least sure; the first way that leaves exactly one person wins.
#include "resolve/people.h"

#include <algorithm>
#include <vector>

#include "resolve/actor_office.h"
#include "resolve/fold.h"

namespace verbale {
namespace {

bool acts_for(const Person& person, std::string_view country) {
  return person.citizenship == country || std::any_of(person.offices.begin(), person.offices.end(),
                                                      [&](const Office& office) { return office.country == country; });
}

bool bore_title(const ActorTables& tables, const Person& person, const Agent& title) {
  return std::any_of(person.offices.begin(), person.offices.end(),
                     [&](const Office& office) { return titles_agree(tables, title.phrase, office.title); });
}

bool in_office(const Person& person, const std::optional<Day>& day) {
  return std::any_of(person.offices.begin(), person.offices.end(),
                     [&](const Office& office) { return day ? office.days.contains(*day) : !office.days.end; });
}

// Keeps those for whom the test holds, if there are any.
template <class Test>
void narrow(const ActorTables& tables, std::vector<uint32_t>& people, Test test) {
  std::vector<uint32_t> kept;
  for (uint32_t row : people)
    if (test(tables.person(row))) kept.push_back(row);
  if (!kept.empty()) people = std::move(kept);
}

uint32_t only_one(const ActorTables& tables, std::vector<uint32_t> people, const PersonQuestion& question,
                  const PhraseContext& context) {
  if (people.size() > 1 && !question.country.empty())
    narrow(tables, people, [&](const Person& person) { return acts_for(person, question.country); });
  if (people.size() > 1 && question.title)
    narrow(tables, people, [&](const Person& person) { return bore_title(tables, person, *question.title); });
  if (people.size() > 1) narrow(tables, people, [&](const Person& person) { return in_office(person, context.day); });
  return people.size() == 1 ? people.front() : kNone;
}

std::vector<uint32_t> people_named(const ActorTables& tables, std::string_view name) {
  std::vector<uint32_t> people;
  const NameMatches* matches = tables.find_name(name);
  if (!matches) return people;
  for (const NameMatch& match : *matches)
    if (match.table == NameMatch::Table::person) people.push_back(match.row);
  return people;
}

std::vector<uint32_t> copy_of(const std::vector<uint32_t>* people) {
  return people ? *people : std::vector<uint32_t>{};
}

std::string first_and_last(std::string_view name) {
  const size_t first = name.find(' ');
  const size_t last = name.rfind(' ');
  return std::string(name.substr(0, first)) + std::string(name.substr(last));
}

PersonMatch by_surname(const ActorTables& tables, const PersonQuestion& question, const PhraseContext& context) {
  std::vector<uint32_t> people = copy_of(tables.people_surnamed(question.name));
  std::erase_if(people, [&](uint32_t row) {
    const Person& person = tables.person(row);
    if (!question.country.empty() && !acts_for(person, question.country)) return true;
    return question.title ? !bore_title(tables, person, *question.title) : !in_office(person, context.day);
  });
  if (people.empty() || (!question.title && !question.surname_alone)) return {};
  const uint32_t row = only_one(tables, people, question, context);
  if (row == kNone) return {};
  return {row, question.title ? "surname and title of " + std::string(tables.person(row).name)
                              : "the only office holder of that surname in the tables"};
}

}  // namespace

PersonMatch identify_person(const ActorTables& tables, const PersonQuestion& question, const PhraseContext& context) {
  if (uint32_t row = only_one(tables, people_named(tables, question.name), question, context); row != kNone)
    return {row, "named in the actor tables"};
  if (question.name.find(' ') == std::string_view::npos) return by_surname(tables, question, context);

  for (const std::string& name : {std::string(question.name), first_and_last(question.name)}) {
    if (uint32_t row = only_one(tables, copy_of(tables.people_sounding(fold_sounds(name))), question, context);
        row != kNone)
      return {row, "spelling of " + std::string(tables.person(row).name)};
  }
  return {};
}

}  // namespace verbale
