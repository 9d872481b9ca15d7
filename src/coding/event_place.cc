// The place with the strongest claim wins; what is visited or attacked is where it happens.
#include "coding/event_place.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "coding/attachment.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 13> kLocative = {
    "in", "at", "near", "on", "outside", "inside", "across", "around", "over", "within", "throughout", "off", "along"};

// The preposition that introduces a place, or "" when none does.
std::string_view preposition_of(const Document& doc, TokenId head) {
  const Token& token = doc.tokens[head];
  if (token.dep != Dep::pobj) return {};
  return doc.tokens[token.head].lower;
}

bool is_locative(std::string_view preposition) { return is_one_of(preposition, kLocative); }

// "visited Oslo", "shelled Kharkiv": what is acted on is where it happens. A state that is attacked is a party, not a
// spot.
bool is_object_place(const Document& doc, const Predicate& predicate, const Event& event, const PlaceMention& mention) {
  const bool spot = event.type == "ASSAULT" && doc.places[mention.place].precision != PlacePrecision::country;
  if (event.mode != "visit" && !spot) return false;
  for (const Argument& object : predicate.with(Slot::object))
    if (mention.tokens.contains(object.head)) return true;
  return false;
}

}  // namespace

std::optional<EventPlace> place_of(const Document& doc, const Predicate& predicate, const Event& event) {
  std::optional<EventPlace> best;
  Claim strongest = Claim::none;
  for (const PlaceMention& mention : doc.place_mentions) {
    if (mention.place == kNone || doc.tokens[mention.head].sentence != event.sentence) continue;
    Claim claim = Claim::none;
    const bool visited =
        event.mode == "visit" && std::any_of(event.recipients.begin(), event.recipients.end(),
                                             [&](const Participant& p) { return mention.tokens.contains(p.head); });
    if (visited || is_object_place(doc, predicate, event, mention))
      claim = Claim::direct;
    else if (is_locative(preposition_of(doc, mention.head)))
      claim = claim_on(doc, predicate, mention.head);
    if (claim > strongest) strongest = claim, best = EventPlace{mention.place, mention.span};
  }
  return best;
}

}  // namespace verbale
