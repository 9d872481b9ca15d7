// Names, from the surest link to the least sure: rows of the tables, full names, surnames, and for what only this
// article knows the same name, a part of a longer one, or its acronym. Two people of one surname stay two.
#include <algorithm>

#include "resolve/actor_office.h"
#include "resolve/entity_drafts.h"
#include "resolve/fold.h"
#include "resolve/people.h"

namespace verbale {
namespace {

std::vector<std::string_view> words_in(std::string_view folded) { return split_list(folded, ' '); }

bool has_word(std::string_view folded, std::string_view word) {
  const auto words = words_in(folded);
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view last_word(std::string_view folded) {
  const size_t space = folded.rfind(' ');
  return space == std::string_view::npos ? folded : folded.substr(space + 1);
}

bool is_single(std::string_view folded) { return folded.find(' ') == std::string_view::npos; }

// "J. Stoltenberg", "Jens Arne Stoltenberg" and "Jens Stoltenberg": same last word, and the first words do not differ.
bool are_one_person(std::string_view a, std::string_view b) {
  if (last_word(a) != last_word(b) && fold_sounds(last_word(a)) != fold_sounds(last_word(b))) return false;
  const std::string_view first_a = words_in(a).front();
  const std::string_view first_b = words_in(b).front();
  if (first_a.size() == 1 || first_b.size() == 1) return first_a[0] == first_b[0];
  return fold_sounds(first_a) == fold_sounds(first_b);
}

// Whether the words of the short name stand in the long one in the same order.
bool shortens(std::string_view short_name, std::string_view long_name) {
  if (short_name.size() >= long_name.size()) return false;
  const auto long_words = words_in(long_name);
  auto at = long_words.begin();
  for (std::string_view word : words_in(short_name)) {
    at = std::find(at, long_words.end(), word);
    if (at == long_words.end()) return false;
    ++at;
  }
  return true;
}

std::string initials_of(std::string_view folded) {
  std::string initials;
  for (std::string_view word : words_in(folded))
    if (word.size() > 3 || (word != "of" && word != "and" && word != "for" && word != "the")) initials += word[0];
  return initials;
}

class NameLinker {
 public:
  NameLinker(const ActorTables& tables, const Document& doc, const ActorScan& scan, EntityDrafts& drafts)
      : tables_(tables), doc_(doc), context_(scan.context), drafts_(drafts) {
    for (const Piece& piece : scan.pieces)
      if (piece.name && piece.name->table == NameMatch::Table::body)
        countries_.push_back(tables.body(piece.name->row).country);
  }

  void link() {
    for (Candidate& c : drafts_.candidates)
      if (c.name.size() && is_known_body(c)) join_body(c);
    each([&](Candidate& c) {
      if (is_person(c) && !is_single(c.name_key)) join_full_name(c);
    });
    each([&](Candidate& c) {
      if (is_person(c) && is_single(c.name_key)) join_single_name(c);
    });
    for (bool shorter_forms : {false, true})
      each([&](Candidate& c) {
        if (c.kind != EntityKind::group) join_unknown_name(c, shorter_forms);
      });
    code_people();
  }

 private:
  template <class Act>
  void each(Act act) {
    for (Candidate& candidate : drafts_.candidates)
      if (candidate.form == MentionForm::name && candidate.entity == kNone) act(candidate);
  }

  EntityDraft& draft(EntityId id) { return drafts_.entities[id]; }
  const EntityDraft& draft(EntityId id) const { return drafts_.entities[id]; }
  EntityId add(const Candidate& c, std::string reason) { return add_entity(drafts_, c, std::move(reason)); }
  void join(Candidate& c, EntityId id) { join_entity(tables_, drafts_, c, id); }

  static bool is_person(const Candidate& c) { return c.kind == EntityKind::person && c.form == MentionForm::name; }
  static bool is_known_body(const Candidate& c) {
    return c.kind != EntityKind::person && c.kind != EntityKind::group && c.reading.body != kNone;
  }

  void join_body(Candidate& c) {
    for (EntityId id = 0; id < drafts_.entities.size(); ++id)
      if (draft(id).body == c.reading.body) return join(c, id);
    const EntityId id = add(c, "named in the actor tables");
    draft(id).body = c.reading.body;
    join(c, id);
  }

  void join_full_name(Candidate& c) {
    PersonMatch match{c.reading.person, "named in the actor tables"};
    if (match.row == kNone) match = identify_person(tables_, question(c, false), context_);
    for (EntityId id = 0; id < drafts_.entities.size(); ++id) {
      const EntityDraft& known = draft(id);
      if (known.kind != EntityKind::person) continue;
      const bool same_row = match.row != kNone && known.person == match.row;
      const bool same_name = (match.row == kNone || known.person == kNone) && is_any_one_person(known, c.name_key);
      if (!same_row && !same_name) continue;
      if (match.row != kNone) draft(id).person = match.row;
      return join(c, id);
    }
    const EntityId id = add(c, match.row == kNone ? "full name in the text" : match.reason);
    draft(id).person = match.row;
    join(c, id);
  }

  static bool is_any_one_person(const EntityDraft& known, std::string_view name) {
    return std::any_of(known.names.begin(), known.names.end(), [&](const std::string& other) {
      return other == name || (!is_single(other) && are_one_person(other, name));
    });
  }

  PersonQuestion question(const Candidate& c, bool surname_alone) const {
    const std::string_view country =
        c.reading.owner == kNone ? std::string_view{} : tables_.body(c.reading.owner).country;
    return {c.name_key, c.title.size() ? c.reading.agent : nullptr, country, surname_alone};
  }

  void join_single_name(Candidate& c) {
    std::vector<EntityId> bearers;
    for (EntityId id = 0; id < drafts_.entities.size(); ++id)
      if (draft(id).kind == EntityKind::person && bears(draft(id), c.name_key)) bearers.push_back(id);
    if (bearers.size() > 1 && c.reading.agent)
      keep_if_any(bearers, [&](EntityId id) { return has_title(tables_, draft(id), c.reading.agent->phrase); });
    if (bearers.size() > 1) keep_if_any(bearers, [&](EntityId id) { return draft(id).names.front() == c.name_key; });
    if (bearers.size() > 1 && c.gender) keep_if_any(bearers, [&](EntityId id) { return draft(id).gender == c.gender; });
    if (bearers.size() > 1) keep_dominant(bearers);
    if (bearers.size() > 1) keep_if_one(bearers, [&](EntityId id) { return holds_highest_office(draft(id)); });
    if (bearers.size() == 1) return join(c, bearers.front());
    const EntityId id = bearers.empty() ? add_by_surname(c) : add(c, "several people of that name in the text");
    join(c, id);
  }

  // Of several bearers of a name, the one whom the article names in full at least twice as often as any other.
  void keep_dominant(std::vector<EntityId>& bearers) const {
    const auto full_names_of = [&](EntityId id) {
      return std::count_if(drafts_.candidates.begin(), drafts_.candidates.end(),
                           [&](const Candidate& c) { return c.entity == id && !is_single(c.name_key); });
    };
    std::stable_sort(bearers.begin(), bearers.end(),
                     [&](EntityId a, EntityId b) { return full_names_of(a) > full_names_of(b); });
    if (full_names_of(bearers[0]) >= 2 * full_names_of(bearers[1])) bearers.resize(1);
  }

  EntityId add_by_surname(const Candidate& c) {
    PersonMatch match{c.reading.person, "named in the actor tables"};
    if (match.row == kNone) match = identify_person(tables_, question(c, true), context_);
    const bool fits = match.row != kNone && (c.title.size() || is_about(tables_.person(match.row)) ||
                                             is_known_by_surname(match.row, c.name_key));
    for (EntityId known = 0; fits && known < drafts_.entities.size(); ++known)
      if (draft(known).person == match.row) return known;
    const EntityId id = add(c, fits ? match.reason : "surname in the text");
    if (fits) draft(id).person = match.row;
    return id;
  }

  // A bare surname is taken for an office holder only where the article speaks of the country as well.
  bool is_about(const Person& person) const {
    return std::any_of(countries_.begin(), countries_.end(), [&](std::string_view country) {
      return country == person.citizenship ||
             std::any_of(person.offices.begin(), person.offices.end(),
                         [&](const Office& office) { return office.country == country; });
    });
  }

  // "Macron said": whoever held one of the highest offices by that day, when the tables know nobody else of the name.
  bool is_known_by_surname(uint32_t row, std::string_view surname) const {
    const std::vector<uint32_t>* bearers = tables_.people_surnamed(surname);
    if (!bearers || bearers->size() != 1 || tables_.has_use(surname, PhraseUse::common_surname)) return false;
    if (tables_.gender_of_given_name(surname) != 0) return false;
    const Person& person = tables_.person(row);
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      const bool has_begun = !context_.day || !office.days.begin || *office.days.begin <= *context_.day;
      return has_begun && tables_.has_use(office.title, PhraseUse::highest);
    });
  }

  static bool bears(const EntityDraft& entity, std::string_view name) {
    return std::any_of(entity.names.begin(), entity.names.end(), [&](const std::string& full) {
      return has_word(full, name) || fold_sounds(last_word(full)) == fold_sounds(name);
    });
  }

  // "Biden" beside Joe and Hunter Biden.
  bool holds_highest_office(const EntityDraft& entity) const {
    if (entity.person == kNone) return false;
    const Person& person = tables_.person(entity.person);
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      return (context_.day ? office.days.contains(*context_.day) : !office.days.end) &&
             tables_.has_use(office.title, PhraseUse::highest);
    });
  }

  template <class Test>
  static void keep_if_one(std::vector<EntityId>& ids, Test test) {
    if (std::count_if(ids.begin(), ids.end(), test) == 1) keep_if_any(ids, test);
  }

  template <class Test>
  static void keep_if_any(std::vector<EntityId>& ids, Test test) {
    std::vector<EntityId> kept;
    std::copy_if(ids.begin(), ids.end(), std::back_inserter(kept), test);
    if (!kept.empty()) ids = std::move(kept);
  }

  // Organisations and places that only this article knows: the same name, its acronym, or a part of one longer name.
  void join_unknown_name(Candidate& c, bool shorter_forms) {
    std::vector<EntityId> same;
    std::vector<EntityId> longer;
    for (EntityId id = 0; id < drafts_.entities.size(); ++id) {
      const EntityDraft& known = draft(id);
      if (known.kind == EntityKind::person || known.kind == EntityKind::state) continue;
      for (const std::string& name : known.names) {
        if (name == c.name_key)
          same.push_back(id);
        else if (shortens(c.name_key, name) || is_acronym_of(c, name))
          longer.push_back(id);
      }
    }
    longer.erase(std::unique(longer.begin(), longer.end()), longer.end());
    if (!same.empty()) return join(c, same.front());
    if (shorter_forms && longer.size() == 1) return join(c, longer.front());
    const bool is_short = is_single(c.name_key) || is_acronym(doc_.words(doc_.span_of(c.name)));
    if (!shorter_forms && is_short) return;
    join(c, add(c, "named in the text"));
  }

  bool is_acronym_of(const Candidate& c, std::string_view name) const {
    return is_acronym(doc_.words(doc_.span_of(c.name))) && c.name_key.size() >= 2 && initials_of(name) == c.name_key;
  }

  // ---- codes of people -----------------------------------------------------------------------------------------

  void code_people() {
    for (const Candidate& c : drafts_.candidates) {
      if (c.entity == kNone || !is_person(c)) continue;
      EntityDraft& entity = draft(c.entity);
      const bool tells_more = c.title.size() && entity.reading.agent == nullptr;
      if (tells_more) entity.reading = c.reading;
    }
    for (EntityDraft& entity : drafts_.entities)
      if (entity.kind == EntityKind::person) code_draft(entity);
  }

  void code_draft(EntityDraft& entity) {
    entity.reading.person = entity.person;
    if (entity.person != kNone)
      code_person(tables_, context_, entity.reading);
    else
      entity.reading.code_for = CodeFor::office;
    if (!entity.reading.reason.empty()) entity.reason += "; " + entity.reading.reason;
  }

  const ActorTables& tables_;
  const Document& doc_;
  const PhraseContext& context_;
  EntityDrafts& drafts_;
  std::vector<std::string_view> countries_;  // of everything known that the article names
};

}  // namespace

void link_names(const ActorTables& tables, const Document& doc, const ActorScan& scan, EntityDrafts& drafts) {
  NameLinker(tables, doc, scan, drafts).link();
}

}  // namespace verbale
