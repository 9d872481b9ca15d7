// Looks first for a mention headed by the word, then for what a quantity counts, then for the state that a place is in.
#include "coding/participants.h"

#include <algorithm>
#include <array>

#include "coding/predicates.h"

namespace verbale {
namespace {

// Nouns that only measure what follows "of".
constexpr std::array<std::string_view, 16> kMeasures = {
    "number", "dozen",   "hundred", "thousand", "million", "group",    "some",     "many",
    "most",   "several", "all",     "part",     "lot",     "majority", "minority", "half"};

bool is_measure(const Token& token) {
  return token.pos == Pos::num || token.pos == Pos::det ||
         std::find(kMeasures.begin(), kMeasures.end(), token.lemma) != kMeasures.end();
}

TokenId counted_noun(const Document& doc, TokenId head) {
  if (!is_measure(doc.tokens[head])) return kNone;
  for (TokenId preposition : children(doc, head, Dep::prep))
    if (doc.tokens[preposition].lower == "of") return first_child(doc, preposition, Dep::pobj);
  return kNone;
}

MentionId mention_at(const Document& doc, TokenId head) {
  const MentionId headed = doc.mention_headed_by(head);
  if (headed != kNone) return headed;
  // A name whose head the parse sees elsewhere: the mention still counts when it is no larger than a name.
  const MentionId covering = doc.mention_covering(head);
  if (covering == kNone || doc.mentions[covering].form != MentionForm::name) return kNone;
  return covering;
}

EntityId state_of_place(const Document& doc, TokenId head) {
  for (const PlaceMention& mention : doc.place_mentions) {
    if (!mention.tokens.contains(head) || mention.place == kNone) continue;
    const std::string_view country = doc.places[mention.place].country;
    for (EntityId id = 0; id < doc.entities.size(); ++id) {
      const std::string_view key = doc.entities[id].key;
      if (key.starts_with("state:") && key.substr(6) == country) return id;
    }
  }
  return kNone;
}

}  // namespace

std::vector<Participant> participants_named(const Document& doc, TokenId head) {
  if (const MentionId mention = mention_at(doc, head); mention != kNone) {
    const Mention& found = doc.mentions[mention];
    if (found.entity == kNone) return {};
    return {{found.entity, found.span, found.head}};
  }
  if (const TokenId counted = counted_noun(doc, head); counted != kNone) return participants_named(doc, counted);
  if (const EntityId state = state_of_place(doc, head); state != kNone) return {{state, doc.tokens[head].span, head}};
  return {};
}

}  // namespace verbale
