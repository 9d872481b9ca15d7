// The country of police, ministries, armies and crowds whose phrase does not say whose they are. A place in the phrase
// tells it ("police in Lagos"); a place in the sentence, the dateline, or the only country that the article speaks of
// let it be guessed, and the reason says so. Soldiers and officials may be anybody's anywhere: theirs is never guessed.
#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "resolve/entity_drafts.h"

namespace verbale {
namespace {

class CountryGuesser {
 public:
  CountryGuesser(const ActorTables& tables, const Document& doc, EntityDrafts& drafts)
      : tables_(tables), doc_(doc), drafts_(drafts) {}

  void guess() {
    count_countries();
    for (Candidate& c : drafts_.candidates) {
      if (c.entity == kNone || !c.is_recorded || c.form == MentionForm::pronoun) continue;
      EntityDraft& entity = drafts_.entities[c.entity];
      if (!entity.reading.country.empty() || entity.reading.owner != kNone || !entity.agent) continue;
      if (token(c.tokens.begin).tag == "PRP$") continue;
      if (entity.kind == EntityKind::group || entity.kind == EntityKind::facility)
        take_country(c, entity);
      else if (entity.kind == EntityKind::person && entity.person == kNone && bears_office(c))
        guess_country(c, entity, true);
    }
  }

 private:
  const Token& token(TokenId t) const { return doc_.tokens[t]; }

  // A code of the actor tables; places of no state of theirs have none.
  std::string_view country_of(const Place& place) const {
    return place.located && tables_.state_by_code(place.country) ? place.country : std::string_view{};
  }

  void count_countries() {
    for (const PlaceMention& mention : doc_.place_mentions)
      if (const auto country = country_of(doc_.places[mention.place]); !country.empty()) ++mentions_[country];
    for (const Candidate& c : drafts_.candidates)
      if (const auto country = country_named_by(c); !country.empty()) ++mentions_[country];
  }

  // Of a state, or of whoever the text itself ties to one.
  std::string_view country_named_by(const Candidate& c) const {
    if (c.entity == kNone || !c.is_recorded || c.form == MentionForm::pronoun) return {};
    const EntityDraft& entity = drafts_.entities[c.entity];
    if (entity.reading.sector == "JRN") return {};  // a medium tells of everywhere
    const std::string_view country = entity.reading.country;
    return tables_.state_by_code(country) ? country : std::string_view{};
  }

  // Nothing when several are named as often.
  std::string_view main_country() const {
    std::string_view main;
    size_t most = 0, second = 0;
    for (const auto& [country, count] : mentions_) {
      second = std::max(second, std::min(count, most));
      if (count > most) most = count, main = country;
    }
    return most > second ? main : std::string_view{};
  }

  void take_country(const Candidate& c, EntityDraft& entity) const {
    if (const PlaceMention* place = place_said_with(c)) {
      entity.reading.country = country_of(doc_.places[place->place]);
      entity.reason += "; in " + std::string(doc_.words(place->span));
      return;
    }
    if (!is_local(*entity.agent)) return;
    const bool is_public = !tables_.has_use(entity.agent->phrase, PhraseUse::local);
    if (is_public && (c.plural || entity.plural)) return;      // "the two governments"
    if (entity.agent->sector == "OPP" && !c.definite) return;  // "opposition to the plan"
    guess_country(c, entity, is_public);
  }

  void guess_country(const Candidate& c, EntityDraft& entity, bool is_public) const {
    const auto [country, source] = guess_for(token(c.head).sentence, is_public);
    if (country.empty() || faces_state(c, country)) return;
    entity.reading.country = country;
    entity.reason += "; country guessed from " + std::string(source);
  }

  // "Defence Minister Simon Deng": whoever is introduced without a country serves that of the story.
  bool bears_office(const Candidate& c) const {
    if (c.title.size() == 0 || c.form != MentionForm::name || !c.reading.agent) return false;
    const std::string_view title = doc_.words(doc_.span_of(c.title));
    return title.front() >= 'A' && title.front() <= 'Z' && is_public_sector(c.reading.agent->sector);
  }

  // "police in Lagos", "residents of Goma": governed by the noun itself.
  const PlaceMention* place_said_with(const Candidate& c) const {
    for (const PlaceMention& mention : doc_.place_mentions) {
      const Token& head = token(mention.head);
      if (head.dep != Dep::pobj || country_of(doc_.places[mention.place]).empty()) continue;
      const Token& preposition = token(head.head);
      const bool is_whose = preposition.lower == "of" || preposition.lower == "from";
      const bool is_where = is_whose || (may_be_at_home(*drafts_.entities[c.entity].agent) &&
                                         (preposition.lower == "in" || preposition.lower == "near"));
      if (is_where && preposition.head == c.head && preposition.dep == Dep::prep) return &mention;
    }
    return nullptr;
  }

  // Negotiators, diplomats, soldiers and reporters in Geneva are seldom Swiss.
  static bool may_be_at_home(const Agent& agent) {
    constexpr std::array<std::string_view, 6> kTravel{"GOV", "MIL", "LEG", "JRN", "SPY", "BUS"};
    return agent.kind != "person" || std::find(kTravel.begin(), kTravel.end(), agent.sector) == kTravel.end();
  }

  bool is_local(const Agent& agent) const {
    if (tables_.has_use(agent.phrase, PhraseUse::local)) return true;
    return is_public_sector(agent.sector) && agent.kind == "organisation" && agent.phrase != "state";
  }

  static bool is_public_sector(std::string_view sector) {
    constexpr std::array<std::string_view, 5> kPublic{"GOV", "MIL", "LEG", "JUD", "COP"};
    return std::find(kPublic.begin(), kPublic.end(), sector) != kPublic.end();
  }

  // "Lawmakers urged Minsk": who acts upon a state, or is acted upon by it, is hardly of it.
  bool faces_state(const Candidate& c, std::string_view country) const {
    const TokenId verb = token(c.head).head;
    return std::any_of(drafts_.candidates.begin(), drafts_.candidates.end(), [&](const Candidate& other) {
      if (other.entity == kNone || drafts_.entities[other.entity].kind != EntityKind::state) return false;
      return other.head != c.head && token(other.head).head == verb && country_named_by(other) == country;
    });
  }

  struct Guess {
    std::string_view country;
    std::string_view source;
  };

  // Crowds and police are where something happens; a government may deal abroad, and is that of the article's country.
  Guess guess_for(uint32_t sentence, bool is_public) const {
    const std::string_view near = only_place_country(sentence);
    const std::string_view main = main_country();
    if (!near.empty() && !names_other_country(sentence, near) && (!is_public || near == main))
      return {near, "the place in the sentence"};
    if (main.empty() || names_other_country(sentence, main)) return {};
    if (!doc_.dateline_place) {
      const bool is_only = mentions_.size() == 1 && !names_state(sentence);
      return is_only ? Guess{main, "the only country of the article"} : Guess{};
    }
    return country_of(doc_.places[*doc_.dateline_place]) == main ? Guess{main, "the dateline"} : Guess{};
  }

  bool names_state(uint32_t sentence) const {
    return std::any_of(drafts_.candidates.begin(), drafts_.candidates.end(), [&](const Candidate& c) {
      return c.entity != kNone && token(c.head).sentence == sentence &&
             drafts_.entities[c.entity].kind == EntityKind::state;
    });
  }

  std::string_view only_place_country(uint32_t sentence) const {
    std::string_view only;
    for (const PlaceMention& mention : doc_.place_mentions) {
      const auto country = country_of(doc_.places[mention.place]);
      if (country.empty() || token(mention.head).sentence != sentence) continue;
      if (!only.empty() && only != country) return {};
      only = country;
    }
    return only;
  }

  bool names_other_country(uint32_t sentence, std::string_view country) const {
    const bool by_place =
        std::any_of(doc_.place_mentions.begin(), doc_.place_mentions.end(), [&](const PlaceMention& mention) {
          const auto other = country_of(doc_.places[mention.place]);
          return token(mention.head).sentence == sentence && !other.empty() && other != country;
        });
    return by_place || std::any_of(drafts_.candidates.begin(), drafts_.candidates.end(), [&](const Candidate& c) {
             const auto other = token(c.head).sentence == sentence ? country_named_by(c) : std::string_view{};
             return !other.empty() && other != country;
           });
  }

  const ActorTables& tables_;
  const Document& doc_;
  EntityDrafts& drafts_;
  std::map<std::string_view, size_t> mentions_;
};

}  // namespace

void guess_countries(const ActorTables& tables, const Document& doc, EntityDrafts& drafts) {
  CountryGuesser(tables, doc, drafts).guess();
}

}  // namespace verbale
