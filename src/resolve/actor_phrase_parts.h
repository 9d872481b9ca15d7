// The pieces of one actor phrase, sorted into the roles that they play around its head: what read_phrase codes
// (actor_phrase.cc). Inside the stage only.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "resolve/actor_phrase.h"

namespace verbale {

class PhraseParts {
 public:
  PhraseParts(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces, WordRange range,
              const PhraseContext& context);

 protected:
  bool is(uint32_t word, PhraseUse use) const;
  void find_head();
  const Agent* last_agent_before(uint32_t end) const;
  static bool says_little(const Agent& agent);
  void find_owner();
  bool is_former() const;

  const ActorTables& tables_;
  std::span<const Word> words_;
  WordRange range_;
  const PhraseContext& context_;
  std::vector<Piece> pieces_;
  const Piece* head_ = nullptr;
  std::optional<Piece> noun_inside_;
  uint32_t cut_ = 0;
  ActorReading reading_;

 private:
  uint32_t preposition_after(uint32_t begin) const;
  const Piece* stand_in_for_head() const;
  bool is_part_of_longer_name(const Piece& piece) const;
  const Piece* take_noun_inside(const Piece& name);
  bool is_country_behind_name(const Piece& piece) const;
  const Piece* last_body_noun_before(const Piece& piece) const;
  void take_body(const NameMatch& match);
  const Piece* last_before(uint32_t end) const;
  static bool is_official(const Agent& agent);
  const Agent* more_telling(const Agent* head) const;
  void prefer_owner(const Piece& piece);
};

}  // namespace verbale
