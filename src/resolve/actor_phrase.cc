// Reading of actor phrases. Pieces are found greedily from the left, longest first; then the head decides what kind of
// actor it is, and what stands around the head whose it is. An organisation that has a sector of its own gives it to
// its people ("Taliban leader" is REB, "president of the Riigikogu" LEG); a state leaves the noun its own.
#include "resolve/actor_phrase.h"

#include <algorithm>

#include "resolve/actor_office.h"

namespace verbale {
namespace {

// The pieces of one phrase, sorted into the roles that they play around its head.
class PhraseReader {
 public:
  PhraseReader(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces, WordRange range,
               const PhraseContext& context)
      : tables_(tables), words_(words), range_(range), context_(context) {
    for (const Piece& piece : pieces)
      if (piece.begin >= range.begin && piece.end <= range.end) pieces_.push_back(piece);
  }

  ActorReading read() {
    find_head();
    find_owner();
    reading_.former = is_former();
    if (reading_.person != kNone)
      code_person(tables_, context_, reading_);
    else if (const Piece* second = second_partner())
      code_partners(*second);
    else if (reading_.agent)
      code_agent();
    else if (reading_.body != kNone)
      code_body();
    else
      code_owned();
    return std::move(reading_);
  }

 private:
  bool is(uint32_t word, PhraseUse use) const { return tables_.has_use(words_[word].folded, use); }

  uint32_t preposition_after(uint32_t begin) const {
    for (uint32_t at = begin + 1; at < range_.end; ++at) {
      const bool inside = std::any_of(pieces_.begin(), pieces_.end(),
                                      [&](const Piece& piece) { return piece.begin < at && at < piece.end; });
      if (!inside && is(at, PhraseUse::preposition)) return at;
    }
    return range_.end;
  }

  void find_head() {
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
  const Piece* stand_in_for_head() const {
    const Piece* last = last_before(cut_);
    return last && (last->agent || last->end == cut_) ? last : nullptr;
  }

  // "Santa Marta Self Defense Forces" is not the Self-Defense Forces of the tables.
  bool is_part_of_longer_name(const Piece& piece) const {
    if (range_.head != kNone || !piece.name || piece.begin == range_.begin) return false;
    if (piece.name->use != NameUse::name) return false;
    const Word& before = words_[piece.begin - 1];
    const bool is_known =
        std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& other) { return other.end == piece.begin; });
    return before.upper && !is_known && before.folded != "the" && before.folded.size() > 2;
  }

  // "Santa Marta Self Defense Forces": the noun in the name still tells what they are.
  const Piece* take_noun_inside(const Piece& name) {
    noun_inside_ = agent_ending_at(tables_, words_, name.end - 1, name.begin);
    return noun_inside_ ? &*noun_inside_ : nullptr;
  }

  // "Aboriginal Medical Services Alliance Northern Territory": a country that ends a name says where it is at home.
  bool is_country_behind_name(const Piece& piece) const {
    if (!piece.name || piece.name->table != NameMatch::Table::body || piece.name->use != NameUse::name) return false;
    const EntityKind kind = tables_.body(piece.name->row).entity_kind;
    return (kind == EntityKind::state || kind == EntityKind::place) && last_body_noun_before(piece);
  }

  const Piece* last_body_noun_before(const Piece& piece) const {
    const Piece* noun = nullptr;
    for (const Piece& other : pieces_)
      if (other.agent && other.agent->kind != "person" && other.end <= piece.begin && words_[other.begin].upper)
        noun = &other;
    return noun;
  }

  void take_body(const NameMatch& match) {
    reading_.body = match.row;
    reading_.use = match.use;
  }

  const Piece* last_before(uint32_t end) const {
    const Piece* last = nullptr;
    for (const Piece& piece : pieces_)
      if (piece.end <= end) last = &piece;
    return last;
  }

  const Agent* last_agent_before(uint32_t end) const {
    const Agent* last = nullptr;
    for (const Piece& piece : pieces_)
      if (piece.agent && piece.end <= end) last = piece.agent;
    return last;
  }

  static bool says_little(const Agent& agent) { return agent.sector.empty() || agent.sector == "UNK"; }

  static bool is_official(const Agent& agent) {
    return agent.kind == "person" && (agent.sector == "GOV" || agent.sector == "MIL" || agent.sector == "BUS");
  }

  // "intelligence agency officer", "team of police": a body before a person gives the sector, and a head that says
  // little leaves it to what stands around it.
  const Agent* more_telling(const Agent* head) const {
    const Agent* telling = nullptr;
    for (const Piece& piece : pieces_) {
      if (!piece.agent || says_little(*piece.agent) || &piece == head_) continue;
      const bool before = piece.end <= head_->begin;
      const bool is_body_of_person = is_official(*head) && piece.agent->kind != "person";
      const bool follows_of = piece.begin > cut_ && words_[cut_].folded == "of";
      if (before ? says_little(*head) || is_body_of_person : says_little(*head) && follows_of && !telling)
        telling = piece.agent;
    }
    return telling ? telling : head;
  }

  // The owner stands before the head ("Russian", "Chile's"), else behind a preposition ("of the Alliance", "in Mali").
  // One with a sector of its own is preferred: "Russian Northern Fleet commander".
  void find_owner() {
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

  void prefer_owner(const Piece& piece) {
    if (!piece.name || piece.name->table != NameMatch::Table::body || is_part_of_longer_name(piece)) return;
    const bool better = reading_.owner == kNone || !tables_.body(piece.name->row).sector.empty() ||
                        tables_.body(reading_.owner).sector.empty();
    if (better) reading_.owner = piece.name->row;
  }

  bool is_former() const {
    const uint32_t end = head_ ? head_->end : cut_;
    for (uint32_t at = range_.begin; at < end; ++at)
      if (is(at, PhraseUse::former)) return true;
    return false;
  }

  bool is_partner(const Piece& piece) const {
    if (!piece.name || piece.name->table != NameMatch::Table::body || piece.name->use != NameUse::name) return false;
    const Body& body = tables_.body(piece.name->row);
    return body.entity_kind == EntityKind::state || body.kind == "igo";
  }

  // "NATO-Ukraine Commission", "US-China working group": two owners side by side before the head.
  const Piece* second_partner() const {
    for (size_t at = 1; at < pieces_.size(); ++at) {
      const Piece& second = pieces_[at];
      const Piece& first = pieces_[at - 1];
      const bool before_head = second.end <= (head_ ? head_->begin : cut_ - 1);
      if (before_head && first.end == second.begin && is_partner(first) && is_partner(second)) return &second;
    }
    return nullptr;
  }

  void code_partners(const Piece& second) {
    const Piece& first = *(&second - 1);
    reading_.country = "IGO";
    reading_.owner = kNone;
    reading_.reason = "between " + std::string(tables_.body(first.name->row).name) + " and " +
                      std::string(tables_.body(second.name->row).name);
  }

  void code_agent() {
    reading_.sector = reading_.agent->sector;
    reading_.country = context_.country;
    reading_.reason = "\"" + reading_.agent->phrase + "\"";
    if (reading_.agent->kind == "person" && reading_.sector == "GOV") reading_.code_for = CodeFor::office;
    if (reading_.owner != kNone) {
      const Body& owner = tables_.body(reading_.owner);
      if (!owner.country.empty()) reading_.country = owner.country;
      if (!owner.sector.empty() && owner.sector != "PRE")
        reading_.sector = owner.sector;
      else if (leads(owner))
        reading_.sector = "GOV", reading_.code_for = CodeFor::office;
      else if (reading_.sector == "UNK")
        reading_.sector = {};
      reading_.reason += " of " + std::string(owner.name);
    } else if (!reading_.country.empty()) {
      reading_.reason += ", country from the context";
    }
    if (reading_.former && (reading_.sector == "GOV" || reading_.sector == "LEG")) reading_.sector = "ELI";
    recode_by_neighbours();
  }

  // "a Jewish community leader", "the official news agency": a word before the noun outweighs the noun's own sector.
  void recode_by_neighbours() {
    const std::string_view sector = reading_.sector;
    if ((sector.empty() || sector == "SOC" || sector == "UNK") && stands_before_head(PhraseUse::faith))
      reading_.sector = "REL", reading_.reason += ", religious";
    if (sector == "JRN" && reading_.agent->kind == "organisation" && stands_before_head(PhraseUse::state_owned))
      reading_.sector = "GOV", reading_.reason += ", owned by the state";
  }

  bool stands_before_head(PhraseUse use) const {
    const uint32_t end = head_ ? head_->begin : cut_;
    for (uint32_t at = range_.begin; at < end; ++at)
      if (is(at, use) || (at + 1 < end && tables_.has_use(words_[at].folded + " " + words_[at + 1].folded, use)))
        return true;
    return false;
  }

  // The leader of a state or of an intergovernmental organisation governs.
  bool leads(const Body& owner) const {
    const Reference* noun = tables_.find_reference(reading_.agent->phrase);
    return noun && noun->leads && (owner.entity_kind == EntityKind::state || owner.kind == "igo");
  }

  void code_body() {
    if (belongs_to_another_state()) return code_owned_name();
    const Body& body = tables_.body(reading_.body);
    reading_.country = body.country;
    reading_.sector = body.sector;
    reading_.reason = "named in the actor tables";
    if (reading_.use == NameUse::capital || reading_.use == NameUse::metonym) {
      reading_.sector = "GOV";
      reading_.reason = std::string(reading_.use == NameUse::capital ? "capital" : "seat") + " for the government of " +
                        std::string(body.name);
    }
    if (!reading_.country.empty()) return;
    if (reading_.owner != kNone)
      reading_.country = tables_.body(reading_.owner).country;
    else
      reading_.country = context_.country;
  }

  // "Chile's Defense Department" is not the one of the tables.
  bool belongs_to_another_state() const {
    if (reading_.owner == kNone || reading_.use != NameUse::name) return false;
    const Body& owner = tables_.body(reading_.owner);
    const Body& body = tables_.body(reading_.body);
    return owner.entity_kind == EntityKind::state && body.entity_kind == EntityKind::organisation &&
           tables_.state_by_code(body.country) && body.country != owner.country;
  }

  void code_owned_name() {
    const auto noun = agent_ending_at(tables_, words_, head_->end - 1, head_->begin);
    reading_.sector = noun && !says_little(*noun->agent) ? noun->agent->sector : tables_.body(reading_.body).sector;
    reading_.country = tables_.body(reading_.owner).country;
    reading_.reason = "named like " + std::string(tables_.body(reading_.body).name) + ", but of " +
                      std::string(tables_.body(reading_.owner).name);
    reading_.body = kNone;
  }

  // An unknown noun that belongs to somebody known: "Northern Fleet's Arctic Group".
  void code_owned() {
    if (reading_.owner == kNone) return;
    const Body& owner = tables_.body(reading_.owner);
    reading_.country = owner.country;
    const Agent* body = last_agent_before(cut_);
    reading_.sector = owner.entity_kind == EntityKind::state ? std::string_view{} : owner.sector;
    if (body && body->kind != "person") reading_.sector = body->sector;
    reading_.reason = "belongs to " + std::string(owner.name);
  }

  const ActorTables& tables_;
  std::span<const Word> words_;
  WordRange range_;
  const PhraseContext& context_;
  std::vector<Piece> pieces_;
  const Piece* head_ = nullptr;
  std::optional<Piece> noun_inside_;
  uint32_t cut_ = 0;
  ActorReading reading_;
};

}  // namespace

ActorReading read_phrase(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces,
                         WordRange range, const PhraseContext& context) {
  return PhraseReader(tables, words, pieces, range, context).read();
}

}  // namespace verbale
