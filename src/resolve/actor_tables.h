// What is known about actors before an article is read: states, organisations, people with their dated offices, and
// the nouns that name kinds of actors ("police", "foreign minister").
//
//   Result<ActorTables> tables = ActorTables::open(knowledge);
//   const NameMatches* matches = tables->find_name("nato");          all rows that bear the folded name
//   const Agent* agent = tables->find_agent("foreign minister");
//   const Office* office = tables->office_at(person, day);
//
// Read once from data/actors/*.tsv, immutable afterwards, shared between threads. Names are kept folded (fold.h);
// acronyms also remember their own case. Views point into the Knowledge, which must outlive the tables.
// Errors: a table that is missing a column it needs, or an office of a person who is in no row; file and line are
// named.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/calendar.h"
#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

// First and last day of something; open when the table says nothing. "1991" begins on its first day, ends on its last.
struct DayRange {
  std::optional<Day> begin;
  std::optional<Day> end;

  bool contains(Day day) const { return (!begin || *begin <= day) && (!end || day <= *end); }
};

// A row that acts under a name: state, territory, organisation, group, company or medium.
struct Body {
  std::string_view key;
  std::string_view name;
  std::string_view common_name;  // what the press calls it: "NATO"
  std::string_view country;      // the code's country: "UKR", "IGO"; "" when unknown
  std::string_view sector;
  std::string_view kind;  // as the table says
  std::string_view wikidata;
  EntityKind entity_kind = EntityKind::organisation;
  DayRange days;
  std::vector<std::string> head_titles;  // folded: what its head is called
};

struct Office {
  std::string title;  // folded: "prime minister"
  std::string_view title_shown;
  std::string_view country;  // the code that the holder acts for
  std::string_view sector;
  uint32_t body = kNone;  // what it is an office of, when that is a row
  DayRange days;
};

struct Person {
  std::string_view key;
  std::string_view name;
  std::string_view citizenship;
  std::string_view wikidata;
  std::vector<Office> offices;  // in the order of the table
};

enum class AgentNumber : uint8_t { singular, plural, both };

// A noun that names a kind of actor.
struct Agent {
  std::string phrase;       // folded lemmas: "foreign minister"
  std::string_view sector;  // "" for "leader", "source": they take the sector of what they belong to
  std::string_view kind;    // "person", "group", "organisation", "place", "facility", "target", "area"
  AgentNumber number = AgentNumber::both;
};

// A noun that points back to an actor already named: "the country".
struct Reference {
  EntityKind refers_to = EntityKind::other;
  bool counts = false;       // "dozens": the people behind its "of" are meant
  char gender = 0;           // 'm', 'f', or 0
  bool needs_owner = false;  // "government": the state only when the words say whose
  bool leads = false;        // "leader", "chief": of a state, its government
};

// What a word does in an actor phrase (phrase_words.tsv), as bits.
enum class PhraseUse : uint32_t {
  preposition = 1,
  former = 2,
  rank = 4,
  continental = 8,
  faith = 16,
  state_owned = 32,
  highest = 64,
  local = 128,
  common_surname = 256,
};

enum class NameUse : uint8_t { name, adjective, demonym, capital, metonym };

struct NameMatch {
  enum class Table : uint8_t { body, person } table = Table::body;
  uint32_t row = 0;
  NameUse use = NameUse::name;
  bool exact_case = false;     // an acronym: only in its own case
  bool common_noun = false;    // "world body": written without capitals
  bool short_form = false;     // only where the article also names it in full
  bool needs_article = false;  // "The Atlantic": "Atlantic" alone is something else
  std::string surface = {};    // of an acronym, without dots
};

using NameMatches = std::vector<NameMatch>;

// Looks up without making a string.
struct ViewHash : std::hash<std::string_view> {
  using is_transparent = void;
};
template <class Value>
using NameMap = std::unordered_map<std::string, Value, ViewHash, std::equal_to<>>;

class ActorTables {
 public:
  static Result<ActorTables> open(const Knowledge& knowledge);

  const NameMatches* find_name(std::string_view folded) const;
  // The longest known name or agent that begins with this folded word, in words; 0 when none does.
  size_t name_words_max(std::string_view first_word) const;
  size_t agent_words_max(std::string_view first_word) const;
  const Agent* find_agent(std::string_view folded_lemmas) const;
  // Whether some agent noun ends with this folded word: few words do, so that most need no further look-up.
  bool ends_agent(std::string_view last_word) const { return agent_last_words_.contains(last_word); }
  const Reference* find_reference(std::string_view folded_noun) const;
  // 'm' or 'f' for a folded given name; 0 when it does not tell.
  char gender_of_given_name(std::string_view folded) const;
  // Whether the subject of this verb acts on purpose ("say", "impose").
  bool is_agentive(std::string_view verb_lemma) const;
  // Whether the object of this verb is spoken to or about as an actor ("accuse").
  bool addresses_object(std::string_view verb_lemma) const;
  // Whether a place governed so is acted upon: ("shell/v", "obj"), ("attack/n", "on").
  bool acts_on_place(std::string_view word, std::string_view governed) const;
  // Whether only somebody can be governed so: ("arrest/v", "obj").
  bool acts_on_person(std::string_view word, std::string_view governed) const;
  // Whether the noun is what somebody does or has ("invasion").
  bool is_action(std::string_view noun_lemma) const;
  bool has_use(std::string_view folded_word, PhraseUse use) const;
  // People whose full name sounds like this (fold_sounds).
  const std::vector<uint32_t>* people_sounding(std::string_view sounds) const;
  // People whose family name is this folded word.
  const std::vector<uint32_t>* people_surnamed(std::string_view folded) const;

  const Body& body(uint32_t row) const { return bodies_[row]; }
  size_t bodies() const { return bodies_.size(); }
  const Person& person(uint32_t row) const { return people_[row]; }
  uint32_t body_by_key(std::string_view key) const;
  const Body* state_by_code(std::string_view code) const;

 private:
  friend class ActorReader;
  std::vector<Body> bodies_;
  std::vector<Person> people_;
  std::deque<Agent> agents_;
  NameMap<NameMatches> names_;
  NameMap<size_t> name_words_;
  NameMap<size_t> agent_words_;
  NameMap<const Agent*> agent_by_phrase_;
  NameMap<bool> agent_last_words_;
  NameMap<Reference> references_;
  NameMap<char> given_names_;
  NameMap<bool> agentive_verbs_;  // whether they address their object
  NameMap<bool> action_nouns_;
  NameMap<bool> acts_on_places_;  // "attack/n on"
  NameMap<bool> acts_on_people_;
  NameMap<uint32_t> phrase_words_;  // bits of PhraseUse
  NameMap<std::vector<uint32_t>> sounding_;
  NameMap<std::vector<uint32_t>> surnamed_;
  NameMap<uint32_t> body_by_key_;
  NameMap<uint32_t> state_by_code_;
};

// "1991", "1991-12" or "1991-12-26"; nothing for an empty cell or one that is no date.
std::optional<Day> first_day_of(std::string_view partial_date);
std::optional<Day> last_day_of(std::string_view partial_date);

}  // namespace verbale
