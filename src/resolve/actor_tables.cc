// Reads data/actors/*.tsv. Every cell that is a name goes into one map from folded name to rows, so that finding the
// names of an article is one look-up a word; which of several rows is meant is decided where the context is known.
#include "resolve/actor_tables.h"

#include <algorithm>

#include "resolve/fold.h"

namespace verbale {
namespace {

constexpr size_t kNamesExpected = 1 << 14;  // saves growing the maps while reading
constexpr std::string_view kShortForm = "short:";

template <class Map>
const typename Map::mapped_type* lookup(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

size_t count_words(std::string_view folded) { return 1 + size_t(std::count(folded.begin(), folded.end(), ' ')); }

std::string_view first_word(std::string_view folded) { return folded.substr(0, folded.find(' ')); }

std::string_view last_word(std::string_view folded) {
  const size_t space = folded.rfind(' ');
  return space == std::string_view::npos ? folded : folded.substr(space + 1);
}

std::string without_article(std::string folded) {
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

// "UN refugee agency": a word that is too long for a preposition begins with a small letter.
bool has_small_word(std::string_view name) {
  for (std::string_view word : split_list(name, ' '))
    if (word.size() > 3 && word[0] >= 'a' && word[0] <= 'z') return true;
  return false;
}

DayRange read_days(const Table& table, size_t row) {
  return {first_day_of(table.cell(row, "begin")), last_day_of(table.cell(row, "end"))};
}

}  // namespace

std::optional<Day> first_day_of(std::string_view partial_date) {
  if (partial_date.size() == 4) return parse_day(std::string(partial_date) + "-01-01");
  if (partial_date.size() == 7) return parse_day(std::string(partial_date) + "-01");
  return parse_day(partial_date);
}

std::optional<Day> last_day_of(std::string_view partial_date) {
  if (partial_date.size() == 4) return parse_day(std::string(partial_date) + "-12-31");
  if (partial_date.size() != 7) return parse_day(partial_date);
  const auto first = first_day_of(partial_date);
  if (!first) return std::nullopt;
  const std::chrono::year_month_day date{*first};
  return Day{date.year() / date.month() / std::chrono::last};
}

// The only writer of ActorTables.
class ActorReader {
 public:
  explicit ActorReader(const Knowledge& knowledge) : knowledge_(knowledge) {}

  Result<ActorTables> read() {
    tables_.names_.reserve(kNamesExpected);
    tables_.name_words_.reserve(kNamesExpected / 2);
    tables_.sounding_.reserve(kNamesExpected / 4);
    tables_.surnamed_.reserve(kNamesExpected / 8);
    each("states.tsv", [&](const Table& table, size_t row) { add_state(table, row); });
    each("territories.tsv", [&](const Table& table, size_t row) { add_territory(table, row); });
    for (const char* file : {"organisations.tsv", "groups.tsv", "companies.tsv", "media.tsv"})
      each(file, [&](const Table& table, size_t row) { add_organisation(table, row); });
    each("agents.tsv", [&](const Table& table, size_t row) { add_agent(table, row); });
    each("references.tsv", [&](const Table& table, size_t row) { add_reference(table, row); });
    each("given_names.tsv", [&](const Table& table, size_t row) {
      if (const std::string_view gender = table.cell(row, "gender"); !gender.empty())
        tables_.given_names_.emplace(fold_name(table.cell(row, "name")), gender.front());
    });
    each("agentive_verbs.tsv", [&](const Table& table, size_t row) {
      tables_.agentive_verbs_.emplace(table.cell(row, "verb"), table.cell(row, "addresses") == "yes");
    });
    each("action_nouns.tsv",
         [&](const Table& table, size_t row) { tables_.action_nouns_.emplace(table.cell(row, "noun"), true); });
    each("people.tsv", [&](const Table& table, size_t row) { add_person(table, row); });
    each("offices.tsv", [&](const Table& table, size_t row) { add_office(table, row); });
    for (uint32_t id = 0; id < tables_.people_.size(); ++id) index_person(id);
    if (failure_) return *std::move(failure_);
    return std::move(tables_);
  }

 private:
  // A data folder without one of the files is a smaller world, not an error; an overlay adds rows to the same file.
  template <class Add>
  void each(std::string_view file, Add add) {
    for (const Table* table : knowledge_.in_folder("actors")) {
      if (!table->file().ends_with("/" + std::string(file))) continue;
      for (size_t row = 0; row < table->rows() && !failure_; ++row) add(*table, row);
    }
  }

  void add_name(std::string_view name, NameMatch match) {
    if (name.starts_with(kShortForm)) {
      match.short_form = true;
      name.remove_prefix(kShortForm.size());
    }
    const std::string folded = without_article(fold_name(name));
    if (folded.empty()) return;
    match.common_noun = has_small_word(name);
    if (is_acronym(name) && match.table == NameMatch::Table::body && match.use != NameUse::capital) {
      match.exact_case = true;
      match.surface = strip_dots(name);
    }
    note_words(tables_.name_words_, folded);
    NameMatches& matches = tables_.names_[folded];
    const bool known = std::any_of(matches.begin(), matches.end(), [&](const NameMatch& other) {
      return other.table == match.table && other.row == match.row && other.use == match.use;
    });
    if (!known) matches.push_back(std::move(match));
  }

  static void note_words(NameMap<size_t>& words_max, std::string_view folded) {
    const std::string_view first = first_word(folded);
    const auto found = words_max.find(first);
    if (found == words_max.end())
      words_max.emplace(first, count_words(folded));
    else
      found->second = std::max(found->second, count_words(folded));
  }

  void add_names(std::string_view cell, NameMatch match) {
    for (std::string_view name : split_list(cell)) add_name(name, match);
  }

  uint32_t add_body(Body body) {
    const uint32_t id = uint32_t(tables_.bodies_.size());
    tables_.body_by_key_.emplace(body.key, id);
    tables_.bodies_.push_back(std::move(body));
    return id;
  }

  void add_state(const Table& table, size_t row) {
    Body body;
    body.key = table.cell(row, "id");
    body.name = table.cell(row, "name");
    body.country = table.cell(row, "code");
    body.wikidata = table.cell(row, "wikidata");
    body.entity_kind = EntityKind::state;
    body.kind = "state";
    body.days = read_days(table, row);
    const std::string_view code = body.country;
    const NameMatch match{.row = add_body(std::move(body))};
    tables_.state_by_code_.emplace(code, match.row);
    add_name(table.cell(row, "name"), match);
    for (const char* column : {"formal", "aliases"}) add_names(table.cell(row, column), match);
    add_uses(table, row, match);
    add_names(table.cell(row, "capital"), with_use(match, NameUse::capital));
    add_names(table.cell(row, "metonyms"), with_use(match, NameUse::metonym));
  }

  static NameMatch with_use(NameMatch match, NameUse use) {
    match.use = use;
    return match;
  }

  void add_uses(const Table& table, size_t row, const NameMatch& match) {
    add_names(table.cell(row, "adjectives"), with_use(match, NameUse::adjective));
    add_names(table.cell(row, "demonyms"), with_use(match, NameUse::demonym));
  }

  void add_territory(const Table& table, size_t row) {
    Body body = read_body(table, row);
    body.entity_kind = EntityKind::place;
    body.kind = "territory";
    const NameMatch match{.row = add_body(std::move(body))};
    add_name(table.cell(row, "name"), match);
    add_names(table.cell(row, "aliases"), match);
    add_uses(table, row, match);
  }

  static Body read_body(const Table& table, size_t row) {
    Body body;
    body.key = table.cell(row, "id");
    body.name = table.cell(row, "name");
    body.country = table.cell(row, "country");
    body.sector = table.cell(row, "sector");
    body.kind = table.cell(row, "kind");
    body.wikidata = table.cell(row, "wikidata");
    body.days = read_days(table, row);
    for (std::string_view title : split_list(table.cell(row, "head_titles")))
      body.head_titles.push_back(fold_name(title));
    return body;
  }

  void add_organisation(const Table& table, size_t row) {
    const NameMatch match{.row = add_body(read_body(table, row))};
    add_name(table.cell(row, "name"), match);
    for (const char* column : {"acronyms", "aliases"}) add_names(table.cell(row, column), match);
    add_uses(table, row, match);
  }

  void add_agent(const Table& table, size_t row) {
    Agent agent;
    agent.phrase = fold_name(table.cell(row, "phrase"));
    agent.sector = table.cell(row, "sector");
    agent.kind = table.cell(row, "kind");
    const std::string_view number = table.cell(row, "number");
    if (number.starts_with("s")) agent.number = AgentNumber::singular;
    if (number.starts_with("p")) agent.number = AgentNumber::plural;
    if (agent.phrase.empty()) return;
    note_words(tables_.agent_words_, agent.phrase);
    tables_.agents_.push_back(std::move(agent));
    tables_.agent_by_phrase_.emplace(tables_.agents_.back().phrase, &tables_.agents_.back());
  }

  void add_reference(const Table& table, size_t row) {
    Reference reference;
    const std::string_view kind = table.cell(row, "refers_to");
    reference.needs_owner = kind == "government";
    if (kind == "state" || kind == "government")
      reference.refers_to = EntityKind::state;
    else if (kind == "organisation")
      reference.refers_to = EntityKind::organisation;
    else if (kind == "person")
      reference.refers_to = EntityKind::person;
    else if (kind == "document")
      reference.refers_to = EntityKind::document;
    else if (kind == "quantity")
      reference.counts = true;
    else
      failure_ =
          table_error(table, row, "refers_to is none of state, government, organisation, person, document, quantity");
    if (const std::string_view gender = table.cell(row, "gender"); !gender.empty()) reference.gender = gender.front();
    reference.leads = table.cell(row, "leads") == "yes";
    tables_.references_.emplace(fold_name(table.cell(row, "noun")), reference);
  }

  void add_person(const Table& table, size_t row) {
    const uint32_t id = uint32_t(tables_.people_.size());
    tables_.people_.push_back({table.cell(row, "id"),
                               table.cell(row, "name"),
                               table.cell(row, "citizenship"),
                               table.cell(row, "wikidata"),
                               {}});
    person_by_key_.emplace(table.cell(row, "id"), id);
    const NameMatch match{.table = NameMatch::Table::person, .row = id};
    add_name(table.cell(row, "name"), match);
    add_names(table.cell(row, "aliases"), match);
    add_sounds(table.cell(row, "name"), id);
    for (std::string_view alias : split_list(table.cell(row, "aliases"))) add_sounds(alias, id);
  }

  void add_sounds(std::string_view name, uint32_t id) {
    const std::string folded = fold_name(name);
    if (folded.find(' ') == std::string::npos) return;
    std::vector<uint32_t>& people = tables_.sounding_[fold_sounds(folded)];
    if (std::find(people.begin(), people.end(), id) == people.end()) people.push_back(id);
  }

  void add_office(const Table& table, size_t row) {
    const auto found = person_by_key_.find(table.cell(row, "person"));
    if (found == person_by_key_.end()) {
      failure_ = table_error(table, row,
                             "office of \"" + std::string(table.cell(row, "person")) + "\", who is not in people.tsv");
      return;
    }
    Office office;
    office.title_shown = table.cell(row, "title");
    office.title = fold_name(office.title_shown);
    office.sector = table.cell(row, "sector");
    office.days = read_days(table, row);
    const std::string_view of = table.cell(row, "of");
    office.body = tables_.body_by_key(of);
    if (office.body == kNone) office.body = tables_.body_by_key("state:" + std::string(of));
    office.country = office.body == kNone ? of : tables_.bodies_[office.body].country;
    tables_.people_[found->second].offices.push_back(std::move(office));
  }

  void index_person(uint32_t id) {
    const std::string folded = fold_name(tables_.people_[id].name);
    tables_.surnamed_[std::string(last_word(folded))].push_back(id);
  }

  const Knowledge& knowledge_;
  ActorTables tables_;
  NameMap<uint32_t> person_by_key_;
  std::optional<Error> failure_;
};

Result<ActorTables> ActorTables::open(const Knowledge& knowledge) { return ActorReader(knowledge).read(); }

const NameMatches* ActorTables::find_name(std::string_view folded) const { return lookup(names_, folded); }

size_t ActorTables::name_words_max(std::string_view first) const {
  const size_t* words = lookup(name_words_, first);
  return words ? *words : 0;
}

size_t ActorTables::agent_words_max(std::string_view first) const {
  const size_t* words = lookup(agent_words_, first);
  return words ? *words : 0;
}

const Agent* ActorTables::find_agent(std::string_view folded_lemmas) const {
  const auto* agent = lookup(agent_by_phrase_, folded_lemmas);
  return agent ? *agent : nullptr;
}

const Reference* ActorTables::find_reference(std::string_view noun) const { return lookup(references_, noun); }

char ActorTables::gender_of_given_name(std::string_view folded) const {
  const char* gender = lookup(given_names_, folded);
  return gender ? *gender : char(0);
}

bool ActorTables::is_agentive(std::string_view verb) const { return lookup(agentive_verbs_, verb) != nullptr; }

bool ActorTables::addresses_object(std::string_view verb) const {
  const bool* addresses = lookup(agentive_verbs_, verb);
  return addresses && *addresses;
}

bool ActorTables::is_action(std::string_view noun) const { return lookup(action_nouns_, noun) != nullptr; }

const std::vector<uint32_t>* ActorTables::people_sounding(std::string_view sounds) const {
  return lookup(sounding_, sounds);
}

const std::vector<uint32_t>* ActorTables::people_surnamed(std::string_view folded) const {
  return lookup(surnamed_, folded);
}

uint32_t ActorTables::body_by_key(std::string_view key) const {
  const uint32_t* row = lookup(body_by_key_, key);
  return row ? *row : kNone;
}

const Body* ActorTables::state_by_code(std::string_view code) const {
  const uint32_t* row = lookup(state_by_code_, code);
  return row ? &bodies_[*row] : nullptr;
}

}  // namespace verbale
