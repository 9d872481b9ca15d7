// Reading of actor phrases. Pieces are found greedily from the left, longest first; then the head decides what kind of
// actor it is, and what stands around the head whose it is. An organisation that has a sector of its own gives it to
// its people ("Taliban leader" is REB, "president of the Riigikogu" LEG); a state leaves the noun its own.
#include "resolve/actor_phrase.h"

#include <algorithm>

#include "resolve/actor_office.h"
#include "resolve/actor_phrase_parts.h"

namespace verbale {
namespace {

// What the parts of a phrase code together.
class PhraseReader : private PhraseParts {
 public:
  using PhraseParts::PhraseParts;

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
    if (has_two_states()) reading_.country = {}, reading_.reason += ", and of another state";
    if (reading_.former && (reading_.sector == "GOV" || reading_.sector == "LEG")) reading_.sector = "ELI";
    recode_by_neighbours();
  }

  // "French and German ministers": no one country's.
  bool has_two_states() const {
    for (size_t at = 1; at < pieces_.size(); ++at) {
      const Piece& first = pieces_[at - 1];
      const Piece& second = pieces_[at];
      const bool are_joined = second.begin == first.end + 1 && words_[first.end].folded == "and";
      if (are_joined && second.end <= (head_ ? head_->begin : cut_) && is_state(first) && is_state(second) &&
          tables_.body(first.name->row).country != tables_.body(second.name->row).country)
        return true;
    }
    return false;
  }

  bool is_state(const Piece& piece) const {
    return piece.name && piece.name->table == NameMatch::Table::body &&
           tables_.body(piece.name->row).entity_kind == EntityKind::state;
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
};

}  // namespace

ActorReading read_phrase(const ActorTables& tables, std::span<const Word> words, std::span<const Piece> pieces,
                         WordRange range, const PhraseContext& context) {
  return PhraseReader(tables, words, pieces, range, context).read();
}

}  // namespace verbale
