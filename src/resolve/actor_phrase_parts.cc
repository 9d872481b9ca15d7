// The head decides what kind of actor a phrase is, and what stands around the head whose it is.
#include "resolve/actor_phrase_parts.h"

#include <algorithm>

namespace verbale {

PhraseParts::PhraseParts(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces,
                         WordRange range, const PhraseContext& context)
    : tables_(tables), words_(words), range_(range), context_(context) {
  for (const Piece& piece : pieces)
    if (piece.begin >= range.begin && piece.end <= range.end) pieces_.push_back(piece);
}

bool PhraseParts::is(uint32_t word, PhraseUse use) const { return tables_.has_use(words_[word].folded, use); }

uint32_t PhraseParts::preposition_after(uint32_t begin) const {
  for (uint32_t at = begin + 1; at < range_.end; ++at) {
    const bool inside = std::any_of(pieces_.begin(), pieces_.end(),
                                    [&](const Piece& piece) { return piece.begin < at && at < piece.end; });
    if (!inside && is(at, PhraseUse::preposition)) return at;
  }
  return range_.end;
}

void PhraseParts::find_head() {
  cut_ = preposition_after(range_.begin);
  // "Several of the largest trade unions": the quantity is not the head.
  while (range_.head == kNone && cut_ < range_.end && !last_before(cut_)) cut_ = preposition_after(cut_);
  if (range_.head != kNone) cut_ = std::max(cut_, range_.head + 1);
  const uint32_t head = range_.head == kNone ? cut_ - 1 : range_.head;
  for (const Piece& piece : pieces_) {
    if (piece.begin >= cut_) break;
    const bool is_person = piece.name && piece.name->table == NameMatch::Table::person;
    const bool may_be_head = range_.head == kNone || piece.end > head;
    if (is_person && may_be_head) reading_.person = piece.name->row;
    if (piece.begin <= head && head < piece.end) head_ = &piece;
  }
  if (!head_ && range_.head == kNone) head_ = stand_in_for_head();
  if (head_ && is_part_of_longer_name(*head_)) head_ = take_noun_inside(*head_);
  if (head_ && range_.head == kNone && is_country_behind_name(*head_)) head_ = last_body_noun_before(*head_);
  if (reading_.person != kNone) reading_.agent = last_agent_before(cut_);
  if (!head_) return;
  if (head_->agent)
    reading_.agent = more_telling(head_->agent);
  else if (head_->name->table == NameMatch::Table::body)
    take_body(*head_->name);
}

// "Senate hopeful": an agent before an unknown head; a body there is only its owner ("Chile's Ombudsman").
const Piece* PhraseParts::stand_in_for_head() const {
  const Piece* last = last_before(cut_);
  return last && (last->agent || last->end == cut_) ? last : nullptr;
}

// "Santa Marta Self Defense Forces" is not the Self-Defense Forces of the tables.
bool PhraseParts::is_part_of_longer_name(const Piece& piece) const {
  if (range_.head != kNone || !piece.name || piece.begin == range_.begin) return false;
  if (piece.name->use != NameUse::name) return false;
  const Word& before = words_[piece.begin - 1];
  const bool is_known =
      std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& other) { return other.end == piece.begin; });
  return before.upper && !is_known && before.folded != "the" && before.folded.size() > 2;
}

// "Santa Marta Self Defense Forces": the noun in the name still tells what they are.
const Piece* PhraseParts::take_noun_inside(const Piece& name) {
  noun_inside_ = agent_ending_at(tables_, words_, name.end - 1, name.begin);
  return noun_inside_ ? &*noun_inside_ : nullptr;
}

// "Aboriginal Medical Services Alliance Northern Territory": a country that ends a name says where it is at home.
bool PhraseParts::is_country_behind_name(const Piece& piece) const {
  if (!piece.name || piece.name->table != NameMatch::Table::body || piece.name->use != NameUse::name) return false;
  const EntityKind kind = tables_.body(piece.name->row).entity_kind;
  return (kind == EntityKind::state || kind == EntityKind::place) && last_body_noun_before(piece);
}

const Piece* PhraseParts::last_body_noun_before(const Piece& piece) const {
  const Piece* noun = nullptr;
  for (const Piece& other : pieces_)
    if (other.agent && other.agent->kind != "person" && other.end <= piece.begin && words_[other.begin].upper)
      noun = &other;
  return noun;
}

void PhraseParts::take_body(const NameMatch& match) {
  reading_.body = match.row;
  reading_.use = match.use;
}

const Piece* PhraseParts::last_before(uint32_t end) const {
  const Piece* last = nullptr;
  for (const Piece& piece : pieces_)
    if (piece.end <= end) last = &piece;
  return last;
}

const Agent* PhraseParts::last_agent_before(uint32_t end) const {
  const Agent* last = nullptr;
  for (const Piece& piece : pieces_)
    if (piece.agent && piece.end <= end) last = piece.agent;
  return last;
}

bool PhraseParts::says_little(const Agent& agent) { return agent.sector.empty() || agent.sector == "UNK"; }

bool PhraseParts::is_official(const Agent& agent) {
  return agent.kind == "person" && (agent.sector == "GOV" || agent.sector == "MIL" || agent.sector == "BUS");
}

// "intelligence agency officer", "team of police": a body before a person gives the sector, and a head that says
// little leaves it to what stands around it.
const Agent* PhraseParts::more_telling(const Agent* head) const {
  const Agent* telling = nullptr;
  for (const Piece& piece : pieces_) {
    if (!piece.agent || says_little(*piece.agent) || &piece == head_) continue;
    const bool before = piece.end <= head_->begin;
    const bool is_body_of_person = is_official(*head) && piece.agent->kind != "person";
    const bool follows_of =
        piece.begin > cut_ && (words_[cut_].folded == "of" || (words_[cut_].folded == "for" && head->kind == "person"));
    if (before ? says_little(*head) || is_body_of_person : says_little(*head) && follows_of && !telling)
      telling = piece.agent;
  }
  return telling ? telling : head;
}

// The owner stands before the head ("Russian", "Chile's"), else behind a preposition ("of the Alliance", "in Mali").
// One with a sector of its own is preferred: "Russian Northern Fleet commander".
void PhraseParts::find_owner() {
  const uint32_t head_begin = head_ ? head_->begin : cut_;
  for (const Piece& piece : pieces_)
    if (piece.end <= head_begin && &piece != head_) prefer_owner(piece);
  for (const Piece& piece : pieces_)
    if (head_ && range_.head == kNone && piece.begin >= head_->end && piece.end <= cut_ && reading_.owner == kNone)
      prefer_owner(piece);
  if (reading_.owner != kNone) return;
  for (const Piece& piece : pieces_)
    if (piece.begin >= cut_ && reading_.owner == kNone) prefer_owner(piece);
}

void PhraseParts::prefer_owner(const Piece& piece) {
  if (!piece.name || piece.name->table != NameMatch::Table::body || is_part_of_longer_name(piece)) return;
  const bool better = reading_.owner == kNone || !tables_.body(piece.name->row).sector.empty() ||
                      tables_.body(reading_.owner).sector.empty();
  if (better) reading_.owner = piece.name->row;
}

bool PhraseParts::is_former() const {
  const uint32_t end = head_ ? head_->end : cut_;
  for (uint32_t at = range_.begin; at < end; ++at)
    if (is(at, PhraseUse::former)) return true;
  return false;
}

}  // namespace verbale
