// Reads data/actors/*.tsv. Every cell that is a name goes into one map from folded name to rows, so that finding the
// names of an article is one look-up a word; which of several rows is meant is decided where the context is known. A
// row of an overlay with the id of an earlier row replaces what that row says, and adds its names.
#include <algorithm>
#include <array>

#include "resolve/actor_name_index.h"
#include "resolve/actor_tables.h"
#include "resolve/fold.h"

namespace verbale {
namespace {

constexpr size_t kNamesExpected = 1 << 15;  // saves growing the maps while reading

std::string_view first_word(std::string_view folded) { return folded.substr(0, folded.find(' ')); }

std::string_view last_word(std::string_view folded) {
  const size_t space = folded.rfind(' ');
  return space == std::string_view::npos ? folded : folded.substr(space + 1);
}

// Citizens whose family name stands first.
bool puts_family_name_first(std::string_view citizenship) {
  constexpr std::array<std::string_view, 6> kCountries{"CHN", "PRK", "KOR", "TWN", "VNM", "HKG"};
  return std::find(kCountries.begin(), kCountries.end(), citizenship) != kCountries.end();
}

template <size_t Count>
using Cells = std::array<std::string_view, Count>;

constexpr std::array<const char*, 13> kOrganisationColumns{"id",     "name",        "acronyms",   "aliases",  "country",
                                                           "sector", "kind",        "adjectives", "wikidata", "begin",
                                                           "end",    "head_titles", "common"};

}  // namespace

// The only writer of ActorTables.
class ActorReader {
 public:
  explicit ActorReader(const Knowledge& knowledge) : knowledge_(knowledge) {}

  Result<ActorTables> read() {
    tables_.names_.reserve(kNamesExpected);
    tables_.name_words_.reserve(kNamesExpected / 2);
    tables_.sounding_.reserve(kNamesExpected / 4);
    tables_.surnamed_.reserve(kNamesExpected / 8);
    read_bodies();
    read_nouns();
    read_words();
    read_people();
    if (failure_) return *std::move(failure_);
    return std::move(tables_);
  }

 private:
  // Calls take(cells) for every row, with the cells of these columns; "" where the table has no such column. A data
  // folder without one of the files is a smaller world, not an error.
  template <size_t Count, class Take>
  void each(std::string_view file, const std::array<const char*, Count>& columns, Take take) {
    for (const Table* table : knowledge_.in_folder("actors")) {
      if (!table->file().ends_with("/" + std::string(file))) continue;
      std::array<std::optional<size_t>, Count> at;
      for (size_t i = 0; i < Count; ++i) at[i] = table->column(columns[i]);
      table_ = table;
      for (row_ = 0; row_ < table->rows() && !failure_; ++row_) {
        Cells<Count> cells;
        for (size_t i = 0; i < Count; ++i) cells[i] = at[i] ? table->cell(row_, *at[i]) : std::string_view{};
        take(cells);
      }
    }
  }

  void fail(std::string_view what) { failure_ = table_error(*table_, row_, what); }

  // ---- bodies --------------------------------------------------------------------------------------------------

  void read_bodies() {
    each("states.tsv",
         std::array{"id", "name", "code", "sector", "formal", "aliases", "adjectives", "demonyms", "capital",
                    "metonyms", "wikidata", "begin", "end"},
         [&](const Cells<13>& cells) { add_state(cells); });
    each("territories.tsv",
         std::array{"id", "name", "country", "sector", "aliases", "adjectives", "demonyms", "wikidata"},
         [&](const Cells<8>& cells) { add_territory(cells); });
    for (const char* file : {"organisations.tsv", "groups.tsv", "companies.tsv", "media.tsv"})
      each(file, kOrganisationColumns, [&](const Cells<13>& cells) { add_organisation(cells); });
  }

  uint32_t add_body(Body body) {
    if (const uint32_t known = tables_.body_by_key(body.key); known != kNone) {
      tables_.bodies_[known] = std::move(body);
      return known;
    }
    const uint32_t id = uint32_t(tables_.bodies_.size());
    tables_.body_by_key_.emplace(body.key, id);
    tables_.bodies_.push_back(std::move(body));
    return id;
  }

  void add_state(const Cells<13>& cells) {
    const auto& [id, name, code, sector, formal, aliases, adjectives, demonyms, capital, metonyms, wikidata, begin,
                 end] = cells;
    Body body;
    body.key = id, body.name = body.common_name = name;
    body.country = code, body.sector = sector, body.kind = "state", body.wikidata = wikidata;
    body.entity_kind = EntityKind::state;
    body.days = {first_day_of(begin), last_day_of(end)};
    const NameMatch match{.row = add_body(std::move(body))};
    tables_.state_by_code_.emplace(code, match.row);
    add_name(name, match);
    add_names(formal, match);
    add_names(aliases, match);
    add_names(adjectives, match, NameUse::adjective);
    add_names(demonyms, match, NameUse::demonym);
    add_names(capital, match, NameUse::capital);
    add_names(metonyms, match, NameUse::metonym);
  }

  void add_territory(const Cells<8>& cells) {
    const auto& [id, name, country, sector, aliases, adjectives, demonyms, wikidata] = cells;
    Body body;
    body.key = id, body.name = body.common_name = name;
    body.country = country, body.sector = sector, body.kind = "territory", body.wikidata = wikidata;
    body.entity_kind = EntityKind::place;
    const NameMatch match{.row = add_body(std::move(body))};
    add_name(name, match);
    add_names(aliases, match);
    add_names(adjectives, match, NameUse::adjective);
    add_names(demonyms, match, NameUse::demonym);
  }

  void add_organisation(const Cells<13>& cells) {
    const auto& [id, name, acronyms, aliases, country, sector, kind, adjectives, wikidata, begin, end, head_titles,
                 common] = cells;
    Body body;
    body.key = id, body.name = name, body.common_name = common.empty() ? name : common;
    body.country = country, body.sector = sector, body.kind = kind, body.wikidata = wikidata;
    if (kind == "equipment") body.entity_kind = EntityKind::other;
    body.days = {first_day_of(begin), last_day_of(end)};
    for (std::string_view title : split_list(head_titles)) body.head_titles.push_back(fold_name(title));
    const NameMatch match{.row = add_body(std::move(body))};
    add_name(name, match);
    add_names(acronyms, match);
    add_names(aliases, match);
    add_names(adjectives, match, NameUse::adjective);
  }

  // ---- nouns and words -----------------------------------------------------------------------------------------

  void read_nouns() {
    each("agents.tsv", std::array{"phrase", "sector", "kind", "number"},
         [&](const Cells<4>& cells) { add_agent(cells); });
    each("references.tsv", std::array{"noun", "refers_to", "gender", "leads"},
         [&](const Cells<4>& cells) { add_reference(cells); });
  }

  void add_agent(const Cells<4>& cells) {
    const auto& [phrase, sector, kind, number] = cells;
    Agent agent{fold_name(phrase), sector, kind, AgentNumber::both};
    if (number.starts_with("s")) agent.number = AgentNumber::singular;
    if (number.starts_with("p")) agent.number = AgentNumber::plural;
    if (agent.phrase.empty()) return;
    note_words(tables_.agent_words_, agent.phrase);
    tables_.agent_last_words_.emplace(last_word(agent.phrase), true);
    tables_.agents_.push_back(std::move(agent));
    tables_.agent_by_phrase_[tables_.agents_.back().phrase] = &tables_.agents_.back();
  }

  void add_reference(const Cells<4>& cells) {
    const auto& [noun, refers_to, gender, leads] = cells;
    Reference reference;
    reference.needs_owner = refers_to == "government";
    reference.counts = refers_to == "quantity";
    if (refers_to == "state" || refers_to == "government")
      reference.refers_to = EntityKind::state;
    else if (refers_to == "organisation")
      reference.refers_to = EntityKind::organisation;
    else if (refers_to == "person")
      reference.refers_to = EntityKind::person;
    else if (refers_to == "document")
      reference.refers_to = EntityKind::document;
    else if (!reference.counts)
      return fail("refers_to is none of state, government, organisation, person, document, quantity");
    if (!gender.empty()) reference.gender = gender.front();
    reference.leads = leads == "yes";
    tables_.references_[fold_name(noun)] = reference;
  }

  void read_words() {
    each("given_names.tsv", std::array{"name", "gender"}, [&](const Cells<2>& cells) {
      if (!cells[1].empty()) tables_.given_names_[fold_name(cells[0])] = cells[1].front();
    });
    each("agentive_verbs.tsv", std::array{"verb", "addresses"},
         [&](const Cells<2>& cells) { tables_.agentive_verbs_[std::string(cells[0])] = cells[1] == "yes"; });
    each("action_nouns.tsv", std::array{"noun"},
         [&](const Cells<1>& cells) { tables_.action_nouns_[std::string(cells[0])] = true; });
    each("acts_on_places.tsv", std::array{"word", "governs"}, [&](const Cells<2>& cells) {
      for (std::string_view governed : split_list(cells[1]))
        tables_.acts_on_places_[std::string(cells[0]) + " " + std::string(governed)] = true;
    });
    each("acts_on_people.tsv", std::array{"word", "governs"}, [&](const Cells<2>& cells) {
      for (std::string_view governed : split_list(cells[1]))
        tables_.acts_on_people_[std::string(cells[0]) + " " + std::string(governed)] = true;
    });
    each("phrase_words.tsv", std::array{"word", "use"}, [&](const Cells<2>& cells) {
      const std::optional<PhraseUse> use = phrase_use_from_label(cells[1]);
      if (!use) return fail("unknown use \"" + std::string(cells[1]) + "\"");
      tables_.phrase_words_[fold_name(cells[0])] |= uint32_t(*use);
    });
  }

  static std::optional<PhraseUse> phrase_use_from_label(std::string_view label) {
    constexpr std::array<std::pair<std::string_view, PhraseUse>, 9> kUses{
        {{"preposition", PhraseUse::preposition},
         {"former", PhraseUse::former},
         {"rank", PhraseUse::rank},
         {"continental", PhraseUse::continental},
         {"faith", PhraseUse::faith},
         {"state_owned", PhraseUse::state_owned},
         {"highest", PhraseUse::highest},
         {"local", PhraseUse::local},
         {"common_surname", PhraseUse::common_surname}}};
    for (const auto& [name, use] : kUses)
      if (name == label) return use;
    return std::nullopt;
  }

  // ---- people --------------------------------------------------------------------------------------------------

  void read_people() {
    each("people.tsv", std::array{"id", "name", "aliases", "citizenship", "wikidata"},
         [&](const Cells<5>& cells) { add_person(cells); });
    each("offices.tsv", std::array{"person", "title", "of", "sector", "begin", "end"},
         [&](const Cells<6>& cells) { add_office(cells); });
    for (uint32_t id = 0; id < tables_.people_.size(); ++id) index_surname(id);
  }

  void add_person(const Cells<5>& cells) {
    const auto& [key, name, aliases, citizenship, wikidata] = cells;
    const auto [known, is_new] = person_by_key_.emplace(key, uint32_t(tables_.people_.size()));
    const uint32_t id = known->second;
    if (is_new) tables_.people_.emplace_back();
    tables_.people_[id] = {key, name, citizenship, wikidata, {}};
    const NameMatch match{.table = NameMatch::Table::person, .row = id};
    add_name(name, match);
    add_names(aliases, match);
    add_sounds(name, id);
    for (std::string_view alias : split_list(aliases)) add_sounds(alias, id);
  }

  void add_sounds(std::string_view name, uint32_t id) {
    const std::string folded = fold_name(name);
    if (folded.find(' ') == std::string::npos) return;
    std::vector<uint32_t>& people = tables_.sounding_[fold_sounds(folded)];
    if (std::find(people.begin(), people.end(), id) == people.end()) people.push_back(id);
  }

  void add_office(const Cells<6>& cells) {
    const auto& [person, title, of, sector, begin, end] = cells;
    const auto found = person_by_key_.find(person);
    if (found == person_by_key_.end())
      return fail("office of \"" + std::string(person) + "\", who is not in people.tsv");
    Office office;
    office.title = fold_name(title), office.title_shown = title;
    office.sector = sector;
    office.days = {first_day_of(begin), last_day_of(end)};
    office.body = tables_.body_by_key(of);
    if (office.body == kNone) office.body = tables_.body_by_key("state:" + std::string(of));
    office.country = office.body == kNone ? of : tables_.bodies_[office.body].country;
    tables_.people_[found->second].offices.push_back(std::move(office));
  }

  // "Xi Jinping" is Xi, "Carrie Lam" Lam.
  void index_surname(uint32_t id) {
    const Person& person = tables_.people_[id];
    const std::string folded = fold_name(person.name);
    const std::string_view first = first_word(folded);
    const bool family_first = puts_family_name_first(person.citizenship) && tables_.gender_of_given_name(first) == 0;
    const std::string_view surname = family_first ? first : last_word(folded);
    auto found = tables_.surnamed_.find(surname);
    if (found == tables_.surnamed_.end()) found = tables_.surnamed_.emplace(surname, std::vector<uint32_t>{}).first;
    found->second.push_back(id);
  }

  void add_name(std::string_view name, const NameMatch& match) { names_.add(name, match); }
  void add_names(std::string_view cell, NameMatch match, NameUse use = NameUse::name) {
    match.use = use;
    for (std::string_view name : split_list(cell)) names_.add(name, match);
  }

  const Knowledge& knowledge_;
  ActorTables tables_;
  ActorNameIndex names_{tables_.names_, tables_.name_words_};
  std::unordered_map<std::string_view, uint32_t> person_by_key_;
  const Table* table_ = nullptr;  // being read
  size_t row_ = 0;
  std::optional<Error> failure_;
};

Result<ActorTables> ActorTables::open(const Knowledge& knowledge) { return ActorReader(knowledge).read(); }

}  // namespace verbale
