// Weights are in units of a tenfold population: a town of 100,000 starts at 5, one of a million at 6. The numbers below
// were set on the public geoparsing corpora (bench/quality/places.cc).
#include "resolve/place_choice.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace verbale {
namespace {

constexpr int kRounds = 4;
constexpr size_t kSupportersMax = 60;
constexpr double kCountryPrior = 9.5;
constexpr double kNamePenalty[] = {0, 0, 1.8, 1.2, 0.3};  // by GazetteerNameKind
constexpr double kProvincePenalty = 0.2;
constexpr double kDistrictPenalty = 0.4;
constexpr double kHomonymPenalty = 1.0;  // of a division that holds a town of its own name: New York, Moscow
constexpr double kCapitalBonus = 0.8;
constexpr double kContained = 4.0;
constexpr double kSameDistrict = 1.2, kSameProvince = 1.25, kSameCountry = 0.22;
constexpr double kSiblings = 2.0;  // two first-order divisions of one country
constexpr double kHolds = 3.5;
constexpr double kNearKm = 40, kNear = 0.8, kAroundKm = 150, kAround = 0.6;
constexpr double kHintCountry = 2.0, kHintDivision = 3.0;
constexpr double kSupportMax = 6.0;
constexpr double kSharpness = 2.0;     // of the weights; higher trusts the best candidate more
constexpr double kUnknownPrior = 2.5;  // of a place that no gazetteer has, and that happens to share the name
constexpr uint32_t kGreatTown = 100'000;
constexpr uint32_t kTownLeast = 100;

double prior_of(const Gazetteer& gazetteer, GazetteerPosting posting) {
  const GazetteerRow& row = gazetteer.row(posting.row);
  const double penalty = kNamePenalty[std::min<size_t>(posting.kind, 4)];
  const double fame = std::log10(double(std::max(row.population, kTownLeast)));
  switch (PlaceKind(row.kind)) {
    case PlaceKind::country:
      return kCountryPrior - penalty;
    case PlaceKind::province:
      return fame - kProvincePenalty - penalty;
    case PlaceKind::district:
      return fame - kDistrictPenalty - penalty;
    case PlaceKind::city:
      return fame + (row.capital == 1 ? kCapitalBonus : 0) - penalty;
    default:
      return fame - penalty;
  }
}

// How much it speaks for `candidate` that the article also names `other`.
double relation(const Gazetteer& gazetteer, uint32_t candidate, uint32_t other) {
  if (candidate == other) return 0;
  const GazetteerRow& a = gazetteer.row(candidate);
  const GazetteerRow& b = gazetteer.row(other);
  if (gazetteer.contains(other, candidate)) return b.kind == uint8_t(PlaceKind::country) ? kSameCountry * 1.5 : kHolds;
  if (gazetteer.contains(candidate, other)) return a.kind == uint8_t(PlaceKind::country) ? kSameCountry : kHolds;
  double value = 0;
  if (a.country != kNoRow && a.country == b.country) value = kSameCountry;
  const auto province = uint8_t(PlaceKind::province);
  if (value > 0 && a.kind == province && b.kind == province) value = kSiblings;
  if (a.province != kNoRow && a.province == b.province) value = kSameProvince;
  if (a.district != kNoRow && a.district == b.district) value = kSameDistrict;
  if (value == 0 || a.kind == uint8_t(PlaceKind::country) || b.kind == uint8_t(PlaceKind::country)) return value;
  const double km =
      distance_km(gazetteer.lat(candidate), gazetteer.lon(candidate), gazetteer.lat(other), gazetteer.lon(other));
  return value + (km < kNearKm ? kNear : km < kAroundKm ? kAround : 0);
}

class Chooser {
 public:
  Chooser(const Gazetteer& gazetteer, const std::vector<PlaceHint>& hints, PlaceChoices& result)
      : gazetteer_(gazetteer), hints_(hints), choices_(result.choices) {}

  void run() {
    for (PlaceChoice& choice : choices_) find_candidates(choice);
    for (PlaceChoice& choice : choices_) weigh(choice);
    for (int round = 0; round < kRounds; ++round) {
      for (uint32_t i = 0; i < choices_.size(); ++i) support(i);
      for (PlaceChoice& choice : choices_) weigh(choice);
    }
    for (PlaceChoice& choice : choices_)
      std::stable_sort(choice.candidates.begin(), choice.candidates.end(),
                       [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.weight > b.weight; });
  }

 private:
  void find_candidates(PlaceChoice& choice) {
    for (GazetteerPosting posting : gazetteer_.lookup_folded(choice.folded)) {
      const auto kind = GazetteerNameKind(posting.kind);
      if (kind == GazetteerNameKind::abbreviation && !choice.may_abbreviate) continue;
      choice.candidates.push_back({posting.row, kind, prior_of(gazetteer_, posting), 0, 0, kNone, kNoRow, false});
    }
    prefer_towns_to_their_divisions(choice);
    std::stable_sort(choice.candidates.begin(), choice.candidates.end(),
                     [](const PlaceCandidate& a, const PlaceCandidate& b) { return a.prior > b.prior; });
    keep_contained_first(choice);
    if (choice.candidates.size() > kCandidatesMax) choice.candidates.resize(kCandidatesMax);
  }

  void prefer_towns_to_their_divisions(PlaceChoice& choice) const {
    for (PlaceCandidate& outer : choice.candidates) {
      const PlaceKind kind = gazetteer_.kind(outer.row);
      if (kind != PlaceKind::province && kind != PlaceKind::district) continue;
      const bool has_namesake =
          std::any_of(choice.candidates.begin(), choice.candidates.end(),
                      [&](const PlaceCandidate& inner) { return is_greater_namesake(inner, outer.row); });
      if (has_namesake) outer.prior -= kHomonymPenalty;
    }
  }

  // New York City to the state of New York; the capital Washington to the state at the other ocean.
  bool is_greater_namesake(const PlaceCandidate& town, uint32_t division) const {
    const GazetteerRow& row = gazetteer_.row(town.row);
    if (town.name_kind > GazetteerNameKind::alias || PlaceKind(row.kind) != PlaceKind::city) return false;
    if (row.capital == 1 && row.country == gazetteer_.row(division).country) return true;
    return row.population >= kGreatTown && gazetteer_.contains(division, town.row);
  }

  // A village said to lie in a named country must not fall to the limit.
  void keep_contained_first(PlaceChoice& choice) {
    if (choice.containers.empty()) return;
    std::stable_partition(choice.candidates.begin(), choice.candidates.end(), [&](const PlaceCandidate& candidate) {
      return std::any_of(choice.containers.begin(), choice.containers.end(), [&](uint32_t other) {
        const auto postings = gazetteer_.lookup_folded(choices_[other].folded);
        return std::any_of(postings.begin(), postings.end(),
                           [&](GazetteerPosting p) { return gazetteer_.contains(p.row, candidate.row); });
      });
    });
  }

  static void weigh(PlaceChoice& choice) {
    double best = kUnknownPrior;
    for (const PlaceCandidate& c : choice.candidates) best = std::max(best, c.prior + c.support);
    double sum = std::exp(kSharpness * (kUnknownPrior - best));
    for (PlaceCandidate& c : choice.candidates) sum += c.weight = std::exp(kSharpness * (c.prior + c.support - best));
    for (PlaceCandidate& c : choice.candidates) c.weight /= sum;
  }

  void support(uint32_t index) {
    PlaceChoice& choice = choices_[index];
    for (PlaceCandidate& candidate : choice.candidates) {
      double sum = 0, most = 0;
      candidate.contained = false;
      for (uint32_t other = 0; other < choices_.size() && other < kSupportersMax; ++other) {
        if (other == index || choices_[other].is_tentative) continue;
        const double gain = gain_from(candidate, other);
        sum += gain;
        if (gain > most) most = gain, candidate.supporter = other;
      }
      candidate.support = std::min(sum, kSupportMax) + hinted(candidate) + stated(choice, candidate);
    }
  }

  // What institutions say of the country and the division, however many: each further one says half as much.
  double hinted(PlaceCandidate& candidate) const {
    double sum = 0, most = 0;
    for (const PlaceHint& hint : hints_) {
      if (candidate.row != hint.row && !gazetteer_.contains(hint.row, candidate.row)) continue;
      const bool is_country = gazetteer_.kind(hint.row) == PlaceKind::country;
      const double gain = (is_country ? kHintCountry : kHintDivision) * (1 - std::pow(0.5, hint.times));
      sum += gain;
      if (gain > most) most = gain, candidate.hint = hint.row;
    }
    return sum;
  }

  double gain_from(const PlaceCandidate& candidate, uint32_t other) const {
    double best = 0;
    for (const PlaceCandidate& neighbour : choices_[other].candidates)
      if (neighbour.weight > 0.02)
        best = std::max(best, neighbour.weight * relation(gazetteer_, candidate.row, neighbour.row));
    return best * std::min(2.0, 1 + 0.25 * (choices_[other].mentions - 1));
  }

  // What the article itself says of containment, in both directions.
  double stated(const PlaceChoice& choice, PlaceCandidate& candidate) const {
    double held = 0, holds = 0;
    for (uint32_t other : choice.containers)
      for (const PlaceCandidate& outer : choices_[other].candidates)
        if (gazetteer_.contains(outer.row, candidate.row))
          held = std::max(held, 0.4 + 0.6 * outer.weight), candidate.supporter = other;
    for (uint32_t other : choice.parts)
      for (const PlaceCandidate& inner : choices_[other].candidates)
        if (gazetteer_.contains(candidate.row, inner.row)) holds = std::max(holds, 0.4 + 0.6 * inner.weight);
    candidate.contained = held > 0;
    return kContained * (held + holds);
  }

  const Gazetteer& gazetteer_;
  const std::vector<PlaceHint>& hints_;
  std::vector<PlaceChoice>& choices_;
};

}  // namespace

PlaceChoices choose_places(const Gazetteer& gazetteer, const std::vector<PlaceName>& names,
                           const std::vector<PlaceHint>& hints) {
  PlaceChoices result;
  std::unordered_map<std::string_view, uint32_t> by_name;
  for (const PlaceName& name : names) {
    const auto [entry, is_new] = by_name.try_emplace(name.folded, uint32_t(result.choices.size()));
    if (is_new) result.choices.push_back({name.folded, 0, false, true, {}, {}, {}});
    result.choice_of.push_back(entry->second);
    PlaceChoice& choice = result.choices[entry->second];
    ++choice.mentions;
    choice.may_abbreviate |= name.after_comma || name.has_stops || name.folded.size() > 2;
    choice.is_tentative &= name.is_tentative;
  }
  for (size_t i = 0; i < names.size(); ++i) {
    if (names[i].container == kNone) continue;
    const uint32_t inner = result.choice_of[i], outer = result.choice_of[names[i].container];
    if (inner == outer) continue;
    result.choices[inner].containers.push_back(outer);
    result.choices[outer].parts.push_back(inner);
  }
  Chooser(gazetteer, hints, result).run();
  return result;
}

}  // namespace verbale
