// The place with the strongest claim wins; what is visited or attacked is where it happens.
#include "coding/event_place.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "coding/attachment.h"
#include "coding/relations.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 13> kLocative = {
    "in", "at", "near", "on", "outside", "inside", "across", "around", "over", "within", "throughout", "off", "along"};

constexpr std::array<std::string_view, 8> kSpots = {"city",     "town",     "village", "region",
                                                    "province", "district", "island",  "port"};

// The preposition that introduces a place, or "" when none does.
std::string_view preposition_of(const Document& doc, TokenId head) {
  const Token& token = doc.tokens[head];
  if (token.dep != Dep::pobj) return {};
  return doc.tokens[token.head].lower;
}

bool is_locative(std::string_view preposition) { return is_one_of(preposition, kLocative); }

// "the Organization for Co-operation in Europe": a place inside a name is where nothing happens.
bool is_inside_name(const Document& doc, const PlaceMention& place) {
  const MentionId covering = doc.mention_covering(place.head);
  if (covering == kNone || doc.mentions[covering].form != MentionForm::name) return false;
  const Span name = doc.mentions[covering].span;
  return name.contains(place.span) && !place.span.contains(name);
}

// "called on Chisinau", "sanctions on Iran": whom it is about, not where it was.
bool is_party(const Document& doc, const Event& event, const PlaceMention& place) {
  if (preposition_of(doc, place.head) != "on") return false;
  const auto holds = [&](const Participant& party) { return place.tokens.contains(party.head); };
  return std::any_of(event.recipients.begin(), event.recipients.end(), holds);
}

// "offered to host talks in Luanda", "parties in Tbilisi criticised the deal": words have no place that the text tells,
// what they are about has one, and who speaks.
bool is_of_words(const Document& doc, const Predicate& predicate, const Event& event, TokenId spot) {
  if (!is_act_of_words(event.type, event.quad)) return false;
  const TokenId at = attachment(doc, spot);
  const TokenId verb = clause_of(doc, at);
  if (verb != predicate.anchor() && doc.tokens[verb].dep == Dep::xcomp) return true;
  for (const Argument& subject : predicate.with(Slot::subject))
    if (subject.head == at) return true;
  return false;
}

// "in the city of Rosario": the noun stands where the name would.
TokenId spot_head(const Document& doc, TokenId name) {
  if (preposition_of(doc, name) != "of") return name;
  const TokenId noun = doc.tokens[doc.tokens[name].head].head;
  return is_one_of(doc.tokens[noun].lemma, kSpots) ? noun : name;
}

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
    if (is_inside_name(doc, mention)) continue;
    Claim claim = Claim::none;
    const bool visited =
        event.mode == "visit" && std::any_of(event.recipients.begin(), event.recipients.end(),
                                             [&](const Participant& p) { return mention.tokens.contains(p.head); });
    if (visited || is_object_place(doc, predicate, event, mention))
      claim = Claim::direct;
    else if (const TokenId spot = spot_head(doc, mention.head); is_locative(preposition_of(doc, spot)) &&
                                                                !is_party(doc, event, mention) &&
                                                                !is_of_words(doc, predicate, event, spot))
      claim = claim_on(doc, predicate, spot);
    if (claim > strongest) strongest = claim, best = EventPlace{mention.place, mention.span};
  }
  return best;
}

}  // namespace verbale
