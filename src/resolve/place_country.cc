// A name alone says little, so that size decides; the same order that readers have in mind.
#include "resolve/place_country.h"

#include <algorithm>
#include <tuple>

namespace verbale {
namespace {

constexpr size_t kPlacesMax = 8;
constexpr uint32_t kNearlyAsLarge = 3;  // a rival with a third of the inhabitants leaves the name open

bool is_populated(PlaceKind kind) {
  return kind == PlaceKind::city || kind == PlaceKind::province || kind == PlaceKind::district;
}

std::string_view trimmed(std::string_view words) {
  while (words.starts_with(' ')) words.remove_prefix(1);
  while (words.ends_with(' ')) words.remove_suffix(1);
  return words;
}

bool is_held_by(const Gazetteer& gazetteer, uint32_t row, std::string_view holder) {
  const auto holders = gazetteer.lookup(holder);
  return std::any_of(holders.begin(), holders.end(),
                     [&](GazetteerPosting outer) { return gazetteer.contains(outer.row, row); });
}

}  // namespace

std::vector<uint32_t> places_called(const Gazetteer& gazetteer, std::string_view name) {
  const size_t comma = name.find(',');
  const std::string_view holder = comma == std::string_view::npos ? "" : trimmed(name.substr(comma + 1));
  std::vector<GazetteerPosting> found;
  for (GazetteerPosting posting : gazetteer.lookup(trimmed(name.substr(0, comma)))) found.push_back(posting);

  const auto merit = [&](GazetteerPosting posting) {
    const GazetteerRow& row = gazetteer.row(posting.row);
    const bool is_own_name = posting.kind <= uint32_t(GazetteerNameKind::alias);
    return std::tuple(!holder.empty() && is_held_by(gazetteer, posting.row, holder),
                      gazetteer.kind(posting.row) == PlaceKind::country, row.capital == 1 && is_own_name, is_own_name,
                      row.population);
  };
  std::stable_sort(found.begin(), found.end(), [&](auto a, auto b) { return merit(a) > merit(b); });
  if (found.size() > kPlacesMax) found.resize(kPlacesMax);
  std::vector<uint32_t> rows;
  for (GazetteerPosting posting : found) rows.push_back(posting.row);
  return rows;
}

std::string_view country_of_place(const Gazetteer& gazetteer, std::string_view name) {
  std::vector<uint32_t> rows = places_called(gazetteer, name);
  std::erase_if(rows, [&](uint32_t row) { return !is_populated(gazetteer.kind(row)); });
  if (rows.empty()) return {};
  const std::string_view country = gazetteer.alpha3(rows.front());
  const uint32_t inhabitants = gazetteer.row(rows.front()).population;
  const bool has_rival = std::any_of(rows.begin(), rows.end(), [&](uint32_t row) {
    return gazetteer.alpha3(row) != country && gazetteer.row(row).population > inhabitants / kNearlyAsLarge;
  });
  return has_rival ? std::string_view{} : country;
}

}  // namespace verbale
