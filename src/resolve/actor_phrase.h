// Reads a phrase that may denote an actor: which known names and agent nouns are in it, and what country and sector
// they give together ("the Norwegian foreign minister", "rebels in Mali", "former White House official").
//
//   std::vector<Word> words = words_of("Russian troops");
//   std::vector<Piece> pieces = find_pieces(tables, words, context);
//   ActorReading reading = read_phrase(tables, words, pieces, {.begin = 0, .end = 2}, context);
//   reading.country == "RUS", reading.sector == "MIL"
//
// The same code reads the noun phrases of an article, where the parse tells the head, and bare phrases from the
// command line, where the head is the last piece before the first preposition.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/actor_tables.h"

namespace verbale {

// One folded word; a token has none ("-"), one, or several ("d'Ivoire").
struct Word {
  std::string folded;
  std::string lemma;  // folded
  std::string_view surface;
  TokenId token = kNone;  // of a document's words
  bool upper = false;
  bool may_be_name = true;  // false for what the tagger knows to be a verb, a number, …
};

// A known name, or an agent noun, over words [begin, end).
struct Piece {
  uint32_t begin = 0;
  uint32_t end = 0;
  const NameMatch* name = nullptr;
  const Agent* agent = nullptr;
};

// What decides between rows of the same name.
struct PhraseContext {
  std::optional<Day> day;
  std::string_view country;                          // where the text plays, "" when unknown
  const std::vector<bool>* named_in_full = nullptr;  // by body row: the article uses its full name
};

struct WordRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t head = kNone;  // kNone: to be found without a parse
};

struct ActorReading {
  uint32_t body = kNone;    // the phrase names this row
  uint32_t person = kNone;  // the phrase names this person
  uint32_t owner = kNone;   // the row that it belongs to: Russia in "Russian troops"
  const Agent* agent = nullptr;
  NameUse use = NameUse::name;  // of `body`
  std::string_view country;
  std::string_view sector;
  CodeFor code_for = CodeFor::self;
  bool former = false;
  std::string reason;  // "" when the phrase says nothing about an actor

  bool coded() const { return !country.empty() || !sector.empty(); }
};

// A lemma good enough for agent nouns, where no language layer has read the word or has taken it for a name.
std::string guess_lemma(const std::string& folded_word);

std::vector<Word> words_of(std::string_view phrase);

std::vector<Piece> find_pieces(const ActorTables& tables, std::span<const Word> words, const PhraseContext& context);

ActorReading read_phrase(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces,
                         WordRange range, const PhraseContext& context);

// The code of a known person: the office at the day, the title in the text, or the citizenship.
void code_person(const ActorTables& tables, const PhraseContext& context, ActorReading& reading);

// Whether a title in the text may be the office in a table: "foreign minister" and "minister", "secretary" and
// "secretary of state". Both folded.
bool titles_agree(std::string_view said, std::string_view office);

// The agent noun that ends with this word, longest first; nothing when there is none.
std::optional<Piece> agent_ending_at(const ActorTables& tables, std::span<const Word> words, uint32_t last,
                                     uint32_t begin_min);

}  // namespace verbale
