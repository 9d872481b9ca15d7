// Puts mentions together, from the surest link to the least sure: rows of the tables, full names, surnames and short
// forms, nouns that point back, pronouns. A link that leaves two readings open is not made: two actors that are one
// reader's guess apart do less harm than one actor that is two.
#include "resolve/entities.h"

#include <algorithm>

#include "resolve/actor_office.h"
#include "resolve/entity_drafts.h"
#include "resolve/fold.h"
#include "resolve/people.h"
#include "resolve/things.h"

namespace verbale {
namespace {

constexpr size_t kMentionsMax = 8192;

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

bool codes_agree(const ActorReading& later, const ActorReading& earlier) {
  return (later.country.empty() || later.country == earlier.country) &&
         (later.sector.empty() || earlier.sector.empty() || later.sector == earlier.sector);
}

class Resolver {
 public:
  Resolver(const ActorTables& tables, Document& doc) : tables_(tables), doc_(doc) {}

  void resolve() {
    const ActorScan scan = scan_actors(tables_, doc_);
    context_ = scan.context;
    for (const Piece& piece : scan.pieces)
      if (piece.name && piece.name->table == NameMatch::Table::body)
        countries_.push_back(tables_.body(piece.name->row).country);
    drafts_.candidates = collect_mentions(tables_, doc_, scan);
    keep_budget();

    for (Candidate& c : drafts_.candidates)
      if (c.name.size() && is_known_body(c)) join_body(c);
    each(MentionForm::name, [&](Candidate& c) {
      if (is_person(c) && !is_single(c.name_key)) join_full_name(c);
    });
    each(MentionForm::name, [&](Candidate& c) {
      if (is_person(c) && is_single(c.name_key)) join_single_name(c);
    });
    each(MentionForm::name, [&](Candidate& c) {
      if (c.entity == kNone && c.kind != EntityKind::group) join_unknown_name(c, false);
    });
    each(MentionForm::name, [&](Candidate& c) {
      if (c.entity == kNone && c.kind != EntityKind::group) join_unknown_name(c, true);
    });
    code_people();
    for (Candidate& c : drafts_.candidates)
      if (c.entity == kNone && c.form != MentionForm::pronoun) join_noun(c);
    add_things(scan);
    resolve_pronouns(tables_, doc_, drafts_);
    link_author(doc_, drafts_);
    for (const Candidate& c : drafts_.candidates)
      if (c.entity != kNone && c.form == MentionForm::nominal) take_code_of_owner(c);
  }

  // Every chain of mentions, of things as well as actors: whole noun phrases, appositions within them.
  std::vector<std::vector<TokenRange>> chains() const {
    std::vector<std::vector<TokenRange>> chains(drafts_.entities.size());
    for (const Candidate& c : drafts_.candidates)
      if (c.entity != kNone && c.apposed_to == kNone)
        chains[c.entity].push_back(c.form == MentionForm::pronoun ? c.tokens : extent_of(c));
    return chains;
  }

  TokenRange extent_of(const Candidate& c) const {
    const TokenRange phrase = phrase_of_noun(doc_, c.head);
    return is_modifier(c) ? c.tokens
                          : TokenRange{std::min(phrase.begin, c.tokens.begin), std::max(phrase.end, c.tokens.end)};
  }

  bool is_modifier(const Candidate& c) const {
    const Dep dep = doc_.tokens[c.head].dep;
    return dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod;
  }

  // Candidates without an entity by now are things too: "the country" when nobody knows which.
  void add_things(const ActorScan& scan) {
    for (Candidate& c : drafts_.candidates)
      if (c.entity == kNone && c.form != MentionForm::pronoun) c.is_recorded = false;
    std::vector<Candidate> things = collect_things(doc_, scan, drafts_.candidates);
    drafts_.candidates.insert(drafts_.candidates.end(), std::make_move_iterator(things.begin()),
                              std::make_move_iterator(things.end()));
    std::stable_sort(drafts_.candidates.begin(), drafts_.candidates.end(), [](const Candidate& a, const Candidate& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    link_things(doc_, drafts_);
  }

  // Comparing every name with every entity grows with the square: hostile articles are cut, and say so.
  void keep_budget() {
    if (drafts_.candidates.size() <= kMentionsMax) return;
    const Span last = doc_.span_of(drafts_.candidates[kMentionsMax].tokens);
    doc_.notes.push_back(
        {NoteKind::cut, "more mentions of actors than the budget", Span{last.begin, uint32_t(doc_.text.size())}});
    drafts_.candidates.resize(kMentionsMax);
  }

  template <class Act>
  void each(MentionForm form, Act act) {
    for (Candidate& candidate : drafts_.candidates)
      if (candidate.form == form && candidate.entity == kNone) act(candidate);
  }

  EntityDraft& draft(EntityId id) { return drafts_.entities[id]; }

  static bool is_person(const Candidate& c) { return c.kind == EntityKind::person && c.form == MentionForm::name; }
  static bool is_known_body(const Candidate& c) {
    return c.kind != EntityKind::person && c.kind != EntityKind::group && c.reading.body != kNone;
  }

  EntityId add(const Candidate& c, std::string reason) {
    EntityDraft entity;
    entity.kind = c.kind;
    entity.reading = c.reading;
    entity.agent = c.reading.agent;
    entity.plural = c.plural;
    entity.reason = std::move(reason);
    drafts_.entities.push_back(std::move(entity));
    return EntityId(drafts_.entities.size() - 1);
  }

  void join(Candidate& c, EntityId id) {
    c.entity = id;
    EntityDraft& entity = draft(id);
    if (c.gender) entity.gender = c.gender;
    if (!c.name_key.empty() && std::find(entity.names.begin(), entity.names.end(), c.name_key) == entity.names.end())
      entity.names.push_back(c.name_key);
    if (c.title.size() == 0 || (c.form == MentionForm::nominal && c.apposed_to == kNone)) return;
    const std::string title = c.reading.agent ? c.reading.agent->phrase : std::string{};
    if (has_title(entity, title)) return;
    entity.titles.push_back(title);
    entity.roles.push_back({c.title, c.reading.owner});
  }

  // ---- names ---------------------------------------------------------------------------------------------------

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
      keep_if_any(bearers, [&](EntityId id) { return has_title(draft(id), c.reading.agent->phrase); });
    if (bearers.size() > 1) keep_if_any(bearers, [&](EntityId id) { return draft(id).names.front() == c.name_key; });
    if (bearers.size() > 1) keep_dominant(bearers);
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
    const bool fits = match.row != kNone && (c.title.size() || is_about(tables_.person(match.row)));
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

  static bool bears(const EntityDraft& entity, std::string_view name) {
    return std::any_of(entity.names.begin(), entity.names.end(), [&](const std::string& full) {
      return has_word(full, name) || fold_sounds(last_word(full)) == fold_sounds(name);
    });
  }

  bool has_title(const EntityDraft& entity, std::string_view phrase) const {
    return std::any_of(entity.titles.begin(), entity.titles.end(),
                       [&](const std::string& title) { return titles_agree(tables_, phrase, title); });
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

  // ---- nouns ---------------------------------------------------------------------------------------------------

  void join_noun(Candidate& c) {
    if (c.apposed_to != kNone && join_apposition(c)) return;
    if (c.definite && !c.plural)
      if (const EntityId id = antecedent_of(c); id != kNone) return join(c, id);
    if (c.kind == EntityKind::document) return add_document(c);
    if (c.kind != EntityKind::group || is_open_state(c)) return;
    if (const EntityId id = same_group(c); id != kNone) return join(c, id);
    const EntityId id = add(c, c.reading.reason.empty() ? "people or bodies without a name" : c.reading.reason);
    draft(id).noun = c.noun;
    draft(id).modifiers = c.modifiers;
    join(c, id);
  }

  // "the country" when nobody knows which.
  static bool is_open_state(const Candidate& c) {
    return c.reference && c.reference->refers_to == EntityKind::state && !c.reference->needs_owner && !c.plural;
  }

  void add_document(Candidate& c) {
    const Token& head = doc_.tokens[c.head];
    if (head.dep == Dep::nsubj && tables_.is_agentive(doc_.tokens[head.head].lemma))
      join(c, add(c, "document that speaks"));
  }

  bool join_apposition(Candidate& c) {
    for (const Candidate& other : drafts_.candidates) {
      if (other.entity == kNone || !other.tokens.contains(c.apposed_to) || &other == &c) continue;
      if (other.plural != c.plural || !may_be_apposed(draft(other.entity), c)) return false;
      EntityDraft& entity = draft(other.entity);
      const bool uncoded = !entity.reading.coded() && entity.person == kNone && entity.body == kNone;
      if (uncoded && c.reading.coded()) take_code(entity, c.reading);
      if (entity.person != kNone && !entity.reading.agent) recode_person(entity, c.reading);
      join(c, other.entity);
      return true;
    }
    return false;
  }

  // A person is explained by a noun for people, a body by one for bodies.
  static bool may_be_apposed(const EntityDraft& entity, const Candidate& c) {
    const bool by_person = (c.reading.agent && c.reading.agent->kind == "person") ||
                           (c.reference && c.reference->refers_to == EntityKind::person);
    if (entity.kind == EntityKind::state) return false;
    return entity.kind == EntityKind::group || (entity.kind == EntityKind::person) == by_person;
  }

  // "John Smith, the former minister": the apposition may tell which office counts.
  void recode_person(EntityDraft& entity, const ActorReading& title) {
    if (!title.agent || title.agent->kind != "person") return;
    entity.reading.agent = title.agent;
    entity.reading.former = title.former;
    code_person(tables_, context_, entity.reading);
    entity.reason += "; described as " + title.agent->phrase + ": " + entity.reading.reason;
  }

  static void take_code(EntityDraft& entity, const ActorReading& reading) {
    entity.reading = reading;
    if (entity.kind == EntityKind::person) entity.reading.code_for = CodeFor::office;
    entity.reason += "; described as " + reading.reason;
  }

  // The actor that a definite singular noun points back to.
  EntityId antecedent_of(const Candidate& c) {
    if (c.reference && c.reference->refers_to == EntityKind::state) return state_meant(c);
    if (const EntityId person = person_meant(c); person != kNone) return person;
    if (c.reference && c.reference->refers_to == EntityKind::organisation && c.reading.owner == kNone)
      return organisation_meant(c);
    return kNone;
  }

  // "the Russian government" acts as Russia does; "the government" alone may be anybody's.
  EntityId state_meant(const Candidate& c) {
    if (!c.reference->needs_owner)
      return nearest(c, 2, [](const EntityDraft& e) { return e.kind == EntityKind::state; });
    if (c.reading.owner == kNone || tables_.body(c.reading.owner).entity_kind != EntityKind::state) return kNone;
    for (EntityId id = 0; id < drafts_.entities.size(); ++id)
      if (draft(id).body == c.reading.owner) return id;
    Candidate state = c;
    state.kind = EntityKind::state;
    const EntityId id = add(state, "government of a state of the actor tables");
    draft(id).body = c.reading.owner;
    return id;
  }

  EntityId organisation_meant(const Candidate& c) {
    const EntityId named = nearest(c, 100, [&](const EntityDraft& e) {
      return e.kind == EntityKind::organisation &&
             std::any_of(e.names.begin(), e.names.end(),
                         [&](const std::string& name) { return has_word(name, c.noun); });
    });
    if (named != kNone || !c.modifiers.empty()) return named;
    return nearest(c, 1, [&](const EntityDraft& e) {
      return e.kind == EntityKind::organisation && may_be_called(e, c.reading.sector);
    });
  }

  // "the company" is no court, "the party" no ministry; what the noun leaves open may be any body.
  static bool may_be_called(const EntityDraft& body, std::string_view sector) {
    if (sector.empty() || sector == "UNK") return true;
    return body.reading.sector == sector ||
           (sector == "BUS" && body.reading.sector.empty() && body.reading.country.empty());
  }

  EntityId person_meant(const Candidate& c) {
    const bool by_title = c.reading.agent && c.reading.agent->kind == "person";
    const bool by_noun = c.reference && c.reference->refers_to == EntityKind::person;
    if (!by_title && !by_noun) return kNone;
    std::vector<EntityId> meant;
    for (EntityId id = 0; id < drafts_.entities.size(); ++id) {
      const EntityDraft& entity = draft(id);
      if (entity.kind != EntityKind::person || (c.gender && entity.gender && c.gender != entity.gender)) continue;
      if ((by_title && holds(entity, c)) || (by_noun && describes(entity, c))) meant.push_back(id);
    }
    if (meant.size() == 1) return meant.front();
    return kNone;
  }

  // "the president", "the Ukrainian president": the title is the person's, in the text or in the tables.
  bool holds(const EntityDraft& entity, const Candidate& c) const {
    const std::string_view country =
        c.reading.owner == kNone ? std::string_view{} : tables_.body(c.reading.owner).country;
    if (!country.empty() && entity.reading.country != country) return false;
    if (has_title(entity, c.reading.agent->phrase)) return true;
    if (entity.person == kNone) return false;
    const Person& person = tables_.person(entity.person);
    return std::any_of(person.offices.begin(), person.offices.end(), [&](const Office& office) {
      return (!context_.day || office.days.contains(*context_.day)) &&
             titles_agree(tables_, c.reading.agent->phrase, office.title);
    });
  }

  // "the Norwegian politician", "the head of the Alliance": nationality, or the body that the person acts for.
  bool describes(const EntityDraft& entity, const Candidate& c) const {
    if (c.reading.owner == kNone) return false;
    const Body& owner = tables_.body(c.reading.owner);
    if (entity.person != kNone && tables_.person(entity.person).citizenship == owner.country &&
        owner.entity_kind == EntityKind::state)
      return true;
    return std::any_of(entity.roles.begin(), entity.roles.end(),
                       [&](const RoleDraft& role) { return role.owner == c.reading.owner; });
  }

  // The nearest earlier mention, at most so many sentences back, of an entity that passes the test.
  template <class Test>
  EntityId nearest(const Candidate& c, uint32_t sentences_back, Test test) {
    const uint32_t sentence = doc_.tokens[c.head].sentence;
    for (auto it = drafts_.candidates.rbegin(); it != drafts_.candidates.rend(); ++it) {
      if (it->tokens.begin >= c.tokens.begin || it->entity == kNone) continue;
      if (doc_.tokens[it->head].sentence + sentences_back < sentence) break;
      if (test(draft(it->entity))) return it->entity;
    }
    return kNone;
  }

  // "police", "Indonesian navy": a body that a country has once is the same without an article.
  bool is_one_of_its_kind(const Candidate& c) const {
    if (!c.reading.agent || c.reading.agent->kind == "person" || doc_.tokens[c.head].tag == "NNS") return false;
    const std::string_view first = doc_.tokens[c.tokens.begin].lower;
    if (first == "a" || first == "an" || first == "another" || first == "one") return false;
    return c.modifiers.empty() || c.reading.owner != kNone;
  }

  // Groups are one when they are called alike: the same noun, and nothing that tells them apart.
  EntityId same_group(const Candidate& c) {
    if (!c.definite && !is_one_of_its_kind(c) && c.form != MentionForm::name) return kNone;
    return nearest(c, 100, [&](const EntityDraft& e) {
      if (e.kind != EntityKind::group || e.noun != c.noun || !codes_agree(c.reading, e.reading)) return false;
      if (c.modifiers == e.modifiers && c.reading.country == e.reading.country) return true;
      return e.plural == c.plural && adds_nothing(c, e);
    });
  }

  // "the ministers" after "the Alliance's foreign ministers"; "the allied sources" after "sources from the Alliance".
  static bool adds_nothing(const Candidate& c, const EntityDraft& e) {
    if (c.modifiers.empty()) return c.reading.country.empty();
    return e.modifiers.empty() && !c.reading.country.empty() && c.reading.country == e.reading.country;
  }

  // "its ambassador", "members of the group": the owner is known only now that nouns and pronouns are resolved.
  void take_code_of_owner(const Candidate& c) {
    EntityDraft& entity = draft(c.entity);
    if (entity.kind != EntityKind::group || !entity.reading.country.empty()) return;
    for (const Candidate& other : drafts_.candidates) {
      const bool is_inside =
          other.entity != kNone && other.entity != c.entity && c.tokens.contains(other.head) && other.head != c.head;
      if (!is_inside || !owns(other, c)) continue;
      const EntityDraft& owner = draft(other.entity);
      const bool takes_sector =
          owner.kind != EntityKind::state && (entity.reading.sector.empty() || entity.reading.sector == "UNK");
      entity.reading.country = owner.reading.country;
      if (takes_sector) entity.reading.sector = owner.reading.sector;
      if (!owner.reading.country.empty())
        entity.reason += "; of \"" + std::string(doc_.words(doc_.span_of(other.tokens))) + "\"";
      return;
    }
  }

  bool owns(const Candidate& owner, const Candidate& owned) const {
    const Token& head = doc_.tokens[owner.head];
    if (head.dep == Dep::poss) return head.head == owned.head;
    return head.dep == Dep::pobj && doc_.tokens[head.head].head == owned.head;
  }

  // ---- the record ----------------------------------------------------------------------------------------------

  // A pronoun for a thing is not recorded either.
  void drop_things() {
    std::vector<bool> is_actor(drafts_.entities.size());
    for (const Candidate& c : drafts_.candidates)
      if (c.entity != kNone && c.is_recorded && c.form != MentionForm::pronoun) is_actor[c.entity] = true;
    std::erase_if(drafts_.candidates,
                  [&](const Candidate& c) { return !c.is_recorded || c.entity == kNone || !is_actor[c.entity]; });
  }

 public:
  void write() {
    drop_things();
    std::vector<EntityId> written(drafts_.entities.size(), kNone);
    for (const Candidate& c : drafts_.candidates) {
      if (c.entity == kNone) continue;
      if (written[c.entity] == kNone) {
        written[c.entity] = EntityId(doc_.entities.size());
        doc_.entities.push_back(to_entity(draft(c.entity), c));
      }
      write_mention(c, written[c.entity]);
    }
    for (EntityId id = 0; id < drafts_.entities.size(); ++id)
      if (written[id] != kNone) write_roles(draft(id), doc_.entities[written[id]], written);
    doc_.index_mentions();
    for (Entity& entity : doc_.entities) name_by_mentions(entity);
  }

 private:
  void write_mention(const Candidate& c, EntityId id) {
    doc_.entities[id].mentions.push_back(MentionId(doc_.mentions.size()));
    const Span span = doc_.span_of(c.tokens);
    doc_.mentions.push_back({span, c.tokens, c.head, c.form, id, c.plural});
    if (c.form == MentionForm::name || doc_.entities[id].mentions.size() == 1) return;
    doc_.explain("entity", span, [&] {
      const std::string_view first = doc_.words(doc_.mentions[doc_.entities[id].mentions.front()].span);
      return std::string(c.form == MentionForm::pronoun ? "pronoun for \"" : "points back to \"") + std::string(first) +
             "\"";
    });
  }

  Entity to_entity(const EntityDraft& from, const Candidate& first) {
    Entity entity;
    entity.kind = from.kind;
    entity.reason = doc_.keep(from.reason);
    if (from.person != kNone) {
      const Person& person = tables_.person(from.person);
      entity.key = person.key, entity.name = person.name, entity.wikidata = person.wikidata,
      entity.country = person.citizenship;
    } else if (from.body != kNone) {
      const Body& body = tables_.body(from.body);
      entity.key = body.key, entity.name = body.common_name, entity.wikidata = body.wikidata;
    }
    write_code(from, entity);
    doc_.explain("entity", doc_.span_of(first.tokens), [&] { return from.reason; });
    return entity;
  }

  void write_code(const EntityDraft& from, Entity& entity) const {
    ActorCode code{from.reading.country, from.reading.sector, from.reading.code_for};
    if (from.body != kNone) {
      const Body& body = tables_.body(from.body);
      code = {body.country,
              from.kind == EntityKind::state && body.sector.empty() ? std::string_view("GOV") : body.sector,
              CodeFor::self};
    }
    if (!code.country.empty() || (!code.sector.empty() && code.sector != "UNK")) entity.codes.push_back(code);
  }

  void write_roles(const EntityDraft& from, Entity& entity, const std::vector<EntityId>& written) {
    if (from.kind != EntityKind::person) return;
    for (const RoleDraft& role : from.roles) {
      const Span span = doc_.span_of(role.title);
      entity.roles.push_back({doc_.words(span), entity_of_body(role.owner, written), span});
    }
  }

  EntityId entity_of_body(uint32_t body, const std::vector<EntityId>& written) {
    for (EntityId id = 0; body != kNone && id < drafts_.entities.size(); ++id)
      if (draft(id).body == body) return written[id];
    return kNone;
  }

  // What the tables do not name goes by its longest proper name, else by its first phrase without the article.
  void name_by_mentions(Entity& entity) {
    if (!entity.name.empty()) return;
    for (MentionId id : entity.mentions) {
      const std::string_view name = proper_name(doc_.mentions[id]);
      if (name.size() > entity.name.size()) entity.name = name;
    }
    for (MentionId id : entity.mentions)
      if (entity.name.empty() && doc_.mentions[id].form != MentionForm::pronoun)
        entity.name = without_article(doc_.words(doc_.mentions[id].span));
  }

  std::string_view proper_name(const Mention& mention) const {
    for (const Candidate& c : drafts_.candidates)
      if (c.tokens.begin == mention.tokens.begin && c.tokens.end == mention.tokens.end && c.name.size())
        return doc_.words(doc_.span_of(c.name));
    return {};
  }

  static std::string_view without_article(std::string_view words) {
    for (std::string_view article : {"the ", "The ", "a ", "A ", "an ", "An "})
      if (words.starts_with(article)) return words.substr(article.size());
    return words;
  }

  const ActorTables& tables_;
  Document& doc_;
  PhraseContext context_;
  std::vector<std::string_view> countries_;  // of everything known that the article names
  EntityDrafts drafts_;
};

}  // namespace

void find_entities(const ActorTables& tables, Document& doc) {
  Resolver resolver(tables, doc);
  resolver.resolve();
  resolver.write();
}

std::vector<std::vector<TokenRange>> find_chains(const ActorTables& tables, Document& doc) {
  Resolver resolver(tables, doc);
  resolver.resolve();
  return resolver.chains();
}

}  // namespace verbale
