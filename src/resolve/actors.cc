// Bare phrases are read segment by segment at commas ("FSB, Russia's security service"): the first segment that says
// something leads, the later ones fill in what it leaves open.
#include "resolve/actors.h"

#include <algorithm>
#include <array>

#include "resolve/actor_office.h"
#include "resolve/fold.h"
#include "resolve/people.h"

namespace verbale {
namespace {

std::vector<std::string_view> segments_of(std::string_view phrase) {
  std::vector<std::string_view> segments;
  size_t begin = 0;
  for (size_t end; (end = phrase.find(", ", begin)) != std::string_view::npos; begin = end + 2)
    segments.push_back(phrase.substr(begin, end - begin));
  segments.push_back(phrase.substr(begin));
  return segments;
}

// The capitalised words behind the last recognised piece: "President" + "Ibrahim Mohamed Solih".
std::string name_after_title(const std::vector<Word>& words, const std::vector<Piece>& pieces) {
  std::string name;
  for (uint32_t at = pieces.empty() ? 0 : pieces.back().end; at < words.size(); ++at) {
    if (!words[at].upper) return {};
    if (!name.empty()) name += ' ';
    name += words[at].folded;
  }
  return name;
}

void find_person(const ActorTables& tables, const std::vector<Word>& words, const std::vector<Piece>& pieces,
                 const PhraseContext& context, ActorReading& reading) {
  const std::string name = name_after_title(words, pieces);
  if (name.empty()) return;
  const std::string_view country = reading.owner == kNone ? context.country : tables.body(reading.owner).country;
  PersonMatch match = identify_person(tables, {name, reading.agent, country, true}, context);
  if (match.row == kNone) return;
  reading.person = match.row;
  code_person(tables, context, reading);
  reading.reason = match.reason + "; " + reading.reason;
}

bool is_pronoun(const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 8> kPronouns{"he", "she", "it", "they", "him", "her", "them", "who"};
  return words.size() == 1 && std::find(kPronouns.begin(), kPronouns.end(), words.front().folded) != kPronouns.end();
}

ActorReading read_segment(const ActorTables& tables, std::string_view segment, const PhraseContext& context) {
  const std::vector<Word> words = words_of(segment);
  if (words.empty()) return {};
  const std::vector<Piece> pieces = find_pieces(tables, words, context);
  ActorReading reading = read_phrase(tables, words, pieces, {0, uint32_t(words.size())}, context);
  if (reading.person == kNone && reading.body == kNone) find_person(tables, words, pieces, context, reading);
  if (!reading.coded() && is_pronoun(words)) {
    reading.sector = "UNK";
    reading.reason = "a pronoun alone";
  }
  return reading;
}

// "Harry Tseng, Taiwan's deputy foreign minister": the later segment is the title of the person.
bool explains_person(const ActorReading& reading, const ActorReading& further) {
  return reading.person != kNone && !reading.agent && further.agent && further.agent->kind == "person";
}

void fill(const ActorTables& tables, const PhraseContext& context, ActorReading& reading, ActorReading further) {
  if (explains_person(reading, further)) {
    reading.agent = further.agent;
    reading.former = further.former;
    return code_person(tables, context, reading);
  }
  if (!reading.coded()) {
    reading = std::move(further);
    return;
  }
  if (reading.country.empty()) reading.country = further.country;
  if (reading.sector.empty() && reading.person == kNone) reading.sector = further.sector;
}

std::string_view country_of(const ActorTables& tables, std::string_view context) {
  const std::vector<Word> words = words_of(context);
  for (const Piece& piece : find_pieces(tables, words, {}))
    if (piece.name && piece.name->table == NameMatch::Table::body) return tables.body(piece.name->row).country;
  return {};
}

constexpr size_t kPlaceNameMin = 4;  // "A" and "Of" are places too

// ---- places ------------------------------------------------------------------------------------------------------

// The longest run of capitalised words, none of them part of a known name or noun, that is a place.
std::string_view country_by_place(const ActorTables& tables, std::string_view phrase, const PhraseContext& context,
                                  const CountryOfPlace& country_of_place, bool& is_whole) {
  const std::vector<Word> words = words_of(phrase);
  std::vector<bool> known(words.size());
  std::vector<bool> follows_title(words.size() + 1);  // "Minister Valencia" is no city
  for (const Piece& piece : find_pieces(tables, words, context)) {
    for (uint32_t at = piece.begin; at < piece.end; ++at) known[at] = true;
    follows_title[piece.end] = piece.agent && piece.agent->kind == "person";
  }
  for (size_t size = words.size(); size > 0; --size) {
    for (size_t begin = 0; begin + size <= words.size(); ++begin) {
      const auto free = [&](size_t at) { return words[at].upper && !known[at]; };
      std::string name;
      for (size_t at = begin; at < begin + size && free(at); ++at)
        name += (at > begin ? " " : "") + std::string(words[at].surface);
      if (!free(begin + size - 1) || std::count(name.begin(), name.end(), ' ') + 1 != std::ptrdiff_t(size)) continue;
      if (name.size() < kPlaceNameMin || follows_title[begin]) continue;
      if (const std::string_view country = country_of_place(name); !country.empty()) {
        is_whole = size == words.size();
        return country;
      }
    }
  }
  return {};
}

// "Sydney" is its people; "Mariupol residents" are at home in Ukraine.
void locate(const ActorTables& tables, std::string_view phrase, const PhraseContext& context,
            const CountryOfPlace& country_of_place, ActorReading& reading) {
  bool is_whole = false;
  const std::string_view country = country_by_place(tables, phrase, context, country_of_place, is_whole);
  if (country.empty() || (reading.sector.empty() && !is_whole)) return;
  reading.country = country;
  if (reading.sector.empty() || reading.sector == "UNK") reading.sector = "CVL";
  reading.reason += (reading.reason.empty() ? "people of a place in " : ", of a place in ") + std::string(country);
}

// ---- the answer --------------------------------------------------------------------------------------------------

void add_body(const ActorTables& tables, uint32_t row, std::vector<ActorAlternative>& found) {
  const Body& body = tables.body(row);
  found.push_back({body.key, body.common_name, body.country, body.sector});
}

void add_person(const ActorTables& tables, uint32_t row, const PhraseContext& context,
                std::vector<ActorAlternative>& found) {
  ActorReading reading;
  reading.person = row;
  code_person(tables, context, reading);
  const Person& person = tables.person(row);
  found.push_back({person.key, person.name, reading.country, reading.sector});
}

// Whoever else bears the whole phrase as a name, or as a surname.
std::vector<ActorAlternative> others_named(const ActorTables& tables, std::string_view phrase,
                                           const PhraseContext& context, std::string_view chosen) {
  std::string folded = fold_name(phrase);
  if (folded.starts_with("the ")) folded.erase(0, 4);
  std::vector<ActorAlternative> found;
  if (const NameMatches* matches = tables.find_name(folded))
    for (const NameMatch& match : *matches) {
      if (match.table == NameMatch::Table::body)
        add_body(tables, match.row, found);
      else
        add_person(tables, match.row, context, found);
    }
  if (const std::vector<uint32_t>* bearers = tables.people_surnamed(folded))
    for (uint32_t row : *bearers) add_person(tables, row, context, found);
  std::vector<ActorAlternative> others;
  for (const ActorAlternative& other : found) {
    const bool is_new = std::none_of(others.begin(), others.end(), [&](const auto& o) { return o.key == other.key; });
    if (other.key != chosen && is_new) others.push_back(other);
  }
  return others;
}

}  // namespace

ActorCodeResult resolve_actor(const ActorTables& tables, std::string_view phrase, std::string_view context,
                              std::optional<Day> date, const CountryOfPlace& country_of_place) {
  const PhraseContext around{.day = date, .country = country_of(tables, context)};
  ActorReading reading;
  for (std::string_view segment : segments_of(phrase))
    fill(tables, around, reading, read_segment(tables, segment, around));
  if (reading.country.empty() && country_of_place) locate(tables, phrase, around, country_of_place, reading);

  ActorCodeResult result{reading.country, reading.sector, {}, {}, {}, reading.reason, {}};
  if (reading.person != kNone) {
    const Person& person = tables.person(reading.person);
    result.key = person.key, result.name = person.name, result.wikidata = person.wikidata;
  } else if (reading.body != kNone) {
    const Body& body = tables.body(reading.body);
    result.key = body.key, result.name = body.common_name, result.wikidata = body.wikidata;
  }
  result.alternatives = others_named(tables, phrase, around, result.key);
  return result;
}

}  // namespace verbale
