// Bare phrases are read segment by segment at commas ("FSB, Russia's security service"): the first segment that says
// something leads, the later ones fill in what it leaves open.
#include "resolve/actors.h"

#include <algorithm>
#include <array>

#include "resolve/actor_office.h"
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

void fill(ActorReading& reading, ActorReading further) {
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

}  // namespace

ActorCodeResult resolve_actor(const ActorTables& tables, std::string_view phrase, std::string_view context,
                              std::optional<Day> date) {
  const PhraseContext around{.day = date, .country = country_of(tables, context)};
  ActorReading reading;
  for (std::string_view segment : segments_of(phrase)) fill(reading, read_segment(tables, segment, around));

  ActorCodeResult result{reading.country, reading.sector, {}, {}, {}, reading.reason};
  if (reading.person != kNone) {
    const Person& person = tables.person(reading.person);
    result.key = person.key, result.name = person.name, result.wikidata = person.wikidata;
  } else if (reading.body != kNone) {
    const Body& body = tables.body(reading.body);
    result.key = body.key, result.name = body.common_name, result.wikidata = body.wikidata;
  }
  return result;
}

}  // namespace verbale
