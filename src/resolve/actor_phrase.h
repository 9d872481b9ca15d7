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

#include <span>
#include <string>
#include <string_view>

#include "resolve/actor_pieces.h"

namespace verbale {

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

ActorReading read_phrase(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces,
                         WordRange range, const PhraseContext& context);

}  // namespace verbale
