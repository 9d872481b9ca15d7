// The known names and agent nouns in a run of words.
//
//   std::vector<Word> words = words_of("Russian troops");
//   for (const Piece& piece : find_pieces(tables, words, context)) …      "Russian" of Russia, the agent "troop"
//
// Pieces are found greedily from the left, longest first, and never overlap. Of several rows with one name the one that
// is valid on the day and belongs to the text's country is taken, else the first.
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

// How the article names a body of the tables.
enum class Naming : uint8_t { none, acronym, full };

// What decides between rows of the same name.
struct PhraseContext {
  std::optional<Day> day;
  std::string_view country;                      // where the text plays, "" when unknown
  const std::vector<Naming>* namings = nullptr;  // by body row; null before the article has been read once
};

// A lemma good enough for agent nouns, where no language layer has read the word or has taken it for a name.
std::string guess_lemma(const std::string& folded_word);

std::vector<Word> words_of(std::string_view phrase);

std::vector<Piece> find_pieces(const ActorTables& tables, std::span<const Word> words, const PhraseContext& context);

// The agent noun that ends with this word, longest first; nothing when there is none.
std::optional<Piece> agent_ending_at(const ActorTables& tables, std::span<const Word> words, uint32_t last,
                                     uint32_t begin_min);

}  // namespace verbale
