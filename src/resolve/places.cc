// The order of the work: where it was written, what is named, which places those names mean, what is nobody's place
// because it acts, and one entry in the record for each place that is left.
#include "resolve/places.h"

#include <algorithm>
#include <cstdio>
#include <unordered_map>

#include "resolve/dateline.h"
#include "resolve/place_choice.h"
#include "resolve/place_fold.h"
#include "resolve/place_names.h"
#include "resolve/place_use.h"

namespace verbale {
namespace {

constexpr double kLocatedLeast = 0.3;  // below this share of the candidates' weight a place stays without coordinates
constexpr double kTentativeSupport = 2.5;  // about one neighbour that holds it, or a few around it
constexpr double kTentativeConfidence = 0.5;
constexpr uint32_t kTentativeTown = 2000;  // inhabitants
constexpr uint32_t kTentativeSure = 200'000;
constexpr double kConfidenceMost = 0.99;
constexpr double kSiteShare = 0.9;   // of its town's confidence, for a site that is only known to be in it
constexpr double kSamePlaceKm = 40;  // a town and the district of the same name are one answer

class PlaceResolver {
 public:
  PlaceResolver(const Gazetteer& gazetteer, Document& doc) : gazetteer_(gazetteer), doc_(doc) {}

  void run() {
    const std::optional<Dateline> dateline = find_dateline(gazetteer_, doc_);
    if (dateline) doc_.dateline = doc_.span_of(dateline->tokens);
    names_ = find_place_names(gazetteer_, doc_, dateline ? dateline->place : TokenRange{});
    found_ = choose_places(gazetteer_, names_, gather_hints(gazetteer_, doc_));
    for (uint32_t i = 0; i < names_.size(); ++i) add_mention(i);
    add_lower_case_names();
    sort_mentions();
  }

 private:
  const PlaceChoice& choice(uint32_t name) const { return found_.choices[found_.choice_of[name]]; }

  const PlaceCandidate* best(uint32_t name) const {
    const auto& candidates = choice(name).candidates;
    return candidates.empty() ? nullptr : &candidates.front();
  }

  void add_mention(uint32_t name) {
    if (doc_.in_boilerplate(doc_.span_of(names_[name].tokens))) return;
    if (acts(name) || (choice(name).is_tentative && !is_supported(name))) return;
    const PlaceId place = place_of(name);
    if (place == kNone) return;
    mention(names_[name].tokens, place);
    if (names_[name].in_dateline && !doc_.dateline_place) doc_.dateline_place = place;
  }

  // An organisation or person by its tag is a town when the article's other places lie around it.
  bool is_supported(uint32_t name) const {
    const PlaceCandidate* chosen = best(name);
    if (!chosen) return false;
    const GazetteerRow& row = gazetteer_.row(chosen->row);
    const bool is_person = doc_.tokens[names_[name].tokens.begin].name_type == "PERSON";
    if (PlaceKind(row.kind) == PlaceKind::site) return false;  // "the Kremlin" as an organisation
    if (!is_person && row.population >= kTentativeSure && chosen->name_kind <= GazetteerNameKind::alias) return true;
    return chosen->support >= kTentativeSupport && confidence_of(name) >= kTentativeConfidence &&
           row.population >= kTentativeTown;
  }

  void mention(TokenRange tokens, PlaceId place) {
    doc_.place_mentions.push_back({doc_.span_of(tokens), tokens, head_of(doc_, tokens), place});
  }

  // A country that nothing makes a place here, or a seat of government that speaks.
  bool acts(uint32_t name) const {
    const PlaceCandidate* chosen = best(name);
    if (!chosen || names_[name].in_dateline || names_[name].after_comma) return false;
    const TokenRange tokens = names_[name].tokens;
    const bool is_country = gazetteer_.kind(chosen->row) == PlaceKind::country;
    const bool is_seat = gazetteer_.row(chosen->row).capital == 1 || gazetteer_.kind(chosen->row) == PlaceKind::site;
    if (is_country && is_actor(gazetteer_, doc_, tokens)) return explain_actor(tokens);
    if (is_seat && is_government(gazetteer_, doc_, tokens)) return explain_actor(tokens);
    return false;
  }

  bool explain_actor(TokenRange tokens) const {
    const Span span = doc_.span_of(tokens);
    doc_.explain("place", span, [&] { return std::string(doc_.words(span)) + " acts here and is no place"; });
    return true;
  }

  PlaceId place_of(uint32_t name) {
    const PlaceName& words = names_[name];
    if ((words.is_site || words.is_quarter) && !best(name)) return site_place(name);
    const PlaceCandidate* chosen = best(name);
    if (!chosen) return unlocated_place(name, "not in the gazetteer");
    if (is_elsewhere(name, *chosen)) return site_place(name);
    if (chosen->weight < kLocatedLeast)
      return unlocated_place(name, "several places of that name, none preferred by the article");
    return known_place(name, *chosen);
  }

  // The weight of the chosen place, with that of candidates that come to the same: Vilnius the city, the district, the
  // county.
  double confidence_of(uint32_t name) const {
    const PlaceCandidate& chosen = *best(name);
    double sum = 0;
    for (const PlaceCandidate& other : choice(name).candidates)
      if (is_same_place(chosen.row, other.row)) sum += other.weight;
    return std::min(sum, kConfidenceMost);
  }

  bool is_same_place(uint32_t a, uint32_t b) const {
    if (a == b || gazetteer_.contains(a, b) || gazetteer_.contains(b, a)) return true;
    return distance_km(gazetteer_.lat(a), gazetteer_.lon(a), gazetteer_.lat(b), gazetteer_.lon(b)) < kSamePlaceKm;
  }

  // "Martyrs' Square in Tripoli", when the gazetteer's is in Beirut.
  bool is_elsewhere(uint32_t name, const PlaceCandidate& chosen) const {
    const uint32_t container = names_[name].container;
    return gazetteer_.kind(chosen.row) == PlaceKind::site && container != kNone && best(container) && !chosen.contained;
  }

  PlaceId known_place(uint32_t name, const PlaceCandidate& chosen) {
    const auto [entry, is_new] = by_row_.try_emplace(chosen.row, PlaceId(doc_.places.size()));
    if (!is_new) return entry->second;
    Place place = located_at(chosen.row);
    place.name = gazetteer_.name(chosen.row);
    place.geonames = gazetteer_.row(chosen.row).geonames;
    place.precision = PlacePrecision(gazetteer_.row(chosen.row).precision);
    place.reason = doc_.keep(reason_for(name, chosen));
    place.confidence = confidence_of(name);
    doc_.places.push_back(place);
    explain_choice(name);
    return entry->second;
  }

  Place located_at(uint32_t row) const {
    Place place;
    place.located = true;
    place.lat = gazetteer_.lat(row);
    place.lon = gazetteer_.lon(row);
    place.country = gazetteer_.alpha3(row);
    if (const uint32_t province = gazetteer_.row(row).province; province != kNoRow)
      place.admin1 = gazetteer_.name(province);
    return place;
  }

  // A square or quarter that no gazetteer has lies where its town lies.
  PlaceId site_place(uint32_t name) {
    const uint32_t container = names_[name].container;
    const PlaceCandidate* town = container == kNone ? nullptr : best(container);
    if (!town) return unlocated_place(name, "not in the gazetteer, and the text does not say what holds it");
    const auto [entry, is_new] = by_words_.try_emplace(names_[name].folded, PlaceId(doc_.places.size()));
    if (!is_new) return entry->second;
    Place place = located_at(town->row);
    place.name = doc_.words(doc_.span_of(names_[name].tokens));
    place.precision = names_[name].is_quarter ? PlacePrecision::district : PlacePrecision::point;
    place.reason = doc_.keep("in " + std::string(doc_.words(doc_.span_of(names_[container].tokens))));
    place.confidence = confidence_of(container) * kSiteShare;
    doc_.places.push_back(place);
    return entry->second;
  }

  PlaceId unlocated_place(uint32_t name, std::string_view reason) {
    const auto [entry, is_new] = by_words_.try_emplace(names_[name].folded, PlaceId(doc_.places.size()));
    if (!is_new) return entry->second;
    Place place;
    place.name = doc_.words(doc_.span_of(names_[name].tokens));
    if (names_[name].is_site) place.precision = PlacePrecision::point;
    if (names_[name].is_quarter) place.precision = PlacePrecision::district;
    place.reason = reason;
    doc_.places.push_back(place);
    explain_choice(name);
    return entry->second;
  }

  std::string reason_for(uint32_t name, const PlaceCandidate& chosen) const {
    const auto& candidates = choice(name).candidates;
    if (gazetteer_.kind(chosen.row) == PlaceKind::country) return "country name";
    if (chosen.contained) return "in " + shown(chosen.supporter);
    if (candidates.size() == 1) return "only place of that name in the gazetteer";
    if (chosen.support > 1 && chosen.supporter != kNone && !is_largest(candidates, chosen))
      return "the article also names " + shown(chosen.supporter);
    if (chosen.hint != kNoRow && !is_largest(candidates, chosen))
      return "the article names institutions of " + std::string(gazetteer_.name(chosen.hint));
    if (gazetteer_.kind(chosen.row) == PlaceKind::city)
      return "largest of " + std::to_string(candidates.size()) + " places of that name";
    return "best known of " + std::to_string(candidates.size()) + " places of that name";
  }

  static bool is_largest(const std::vector<PlaceCandidate>& candidates, const PlaceCandidate& chosen) {
    return std::none_of(candidates.begin(), candidates.end(),
                        [&](const PlaceCandidate& c) { return c.prior > chosen.prior; });
  }

  std::string shown(uint32_t other) const {
    const PlaceChoice& neighbour = found_.choices[other];
    if (neighbour.candidates.empty()) return std::string(neighbour.folded);
    return std::string(gazetteer_.name(neighbour.candidates.front().row));
  }

  void explain_choice(uint32_t name) const {
    const Span span = doc_.span_of(names_[name].tokens);
    doc_.explain("place", span, [&] {
      std::string text(doc_.words(span));
      for (const PlaceCandidate& candidate : choice(name).candidates) text += describe(candidate);
      return text;
    });
  }

  std::string describe(const PlaceCandidate& candidate) const {
    const GazetteerRow& row = gazetteer_.row(candidate.row);
    char line[256];
    std::snprintf(line, sizeof line, "\n  %.2f %.*s (%.*s, %.*s, %u people) prior %.1f, support %.1f", candidate.weight,
                  int(gazetteer_.name(candidate.row).size()), gazetteer_.name(candidate.row).data(),
                  row.province == kNoRow ? 0 : int(gazetteer_.name(row.province).size()),
                  row.province == kNoRow ? "" : gazetteer_.name(row.province).data(),
                  int(gazetteer_.alpha3(candidate.row).size()), gazetteer_.alpha3(candidate.row).data(), row.population,
                  candidate.prior, candidate.support);
    return line;
  }

  // "kyiv" in an article that also names Kiev: another spelling of a place that is already there.
  void add_lower_case_names() {
    for (TokenId t = 0; t < doc_.tokens.size(); ++t) {
      if (!may_be_lower_case_name(t)) continue;
      for (GazetteerPosting posting : gazetteer_.lookup(doc_.words(t))) {
        const auto known = by_row_.find(posting.row);
        if (known == by_row_.end() || GazetteerNameKind(posting.kind) > GazetteerNameKind::alias) continue;
        if (doc_.tokens[t].pos != Pos::propn && is_spelled_so_elsewhere(doc_.words(t))) break;
        mention({t, t + 1}, known->second);
        break;
      }
    }
  }

  bool may_be_lower_case_name(TokenId t) const {
    const Token& token = doc_.tokens[t];
    const std::string_view word = doc_.words(t);
    if (word.size() < 4 || word.front() < 'a' || word.front() > 'z') return false;
    const bool is_argument = token.dep == Dep::dobj || token.dep == Dep::pobj || token.dep == Dep::nsubj;
    return token.pos == Pos::propn || token.pos == Pos::noun || token.pos == Pos::x || is_argument;
  }

  // Then the lower-case word is the common noun: "reading" beside the town of Reading.
  bool is_spelled_so_elsewhere(std::string_view word) const {
    return std::any_of(names_.begin(), names_.end(), [&](const PlaceName& name) { return name.folded == word; });
  }

  void sort_mentions() {
    std::sort(doc_.place_mentions.begin(), doc_.place_mentions.end(),
              [](const PlaceMention& a, const PlaceMention& b) { return a.span < b.span; });
    for (uint32_t i = 0; i < doc_.place_mentions.size(); ++i)
      doc_.places[doc_.place_mentions[i].place].mentions.push_back(i);
  }

  const Gazetteer& gazetteer_;
  Document& doc_;
  std::vector<PlaceName> names_;
  PlaceChoices found_;
  std::unordered_map<uint32_t, PlaceId> by_row_;
  std::unordered_map<std::string_view, PlaceId> by_words_;
};

}  // namespace

void resolve_places(const Gazetteer& gazetteer, Document& doc) { PlaceResolver(gazetteer, doc).run(); }

}  // namespace verbale
