// Every row of the tables becomes a row of the gazetteer as it stands, with a point of its own; countries first,
// because the others lie in them.
#include "resolve/gazetteer_tables.h"

#include <cmath>

#include "record/document.h"
#include "resolve/gazetteer.h"

namespace verbale {
namespace {

constexpr uint32_t kSiteFame = 1'000'000;  // like kRegionFame

PlaceKind kind_of_row(std::string_view file, std::string_view precision) {
  if (file == "waters.tsv") return PlaceKind::water;
  if (file == "mountains.tsv") return PlaceKind::land;
  if (file == "sites.tsv") return PlaceKind::site;
  return precision == "province" ? PlaceKind::province : PlaceKind::region;
}

std::optional<PlacePrecision> precision_from_label(std::string_view label) {
  static constexpr std::pair<std::string_view, PlacePrecision> kLabels[] = {
      {"point", PlacePrecision::point},       {"city", PlacePrecision::city},
      {"district", PlacePrecision::district}, {"province", PlacePrecision::province},
      {"country", PlacePrecision::country},   {"region", PlacePrecision::region}};
  for (const auto& [name, precision] : kLabels)
    if (name == label) return precision;
  return std::nullopt;
}

}  // namespace

Status GazetteerTables::add_to(GazetteerImage& image) {
  image_ = &image;
  for (const auto step : {&GazetteerTables::add_countries, &GazetteerTables::add_states, &GazetteerTables::add_regions,
                          &GazetteerTables::add_words})
    if (Status added = (this->*step)(); !added) return added;
  return {};
}

uint32_t GazetteerTables::country_by_alpha2(std::string_view alpha2) const {
  const auto found = by_alpha2_.find(alpha2);
  return found == by_alpha2_.end() ? kNoRow : found->second;
}

Status GazetteerTables::add_countries() {
  const Table* table = knowledge_.find("countries.tsv");
  if (!table) return Error{Error::Kind::knowledge, "countries.tsv is missing"};
  for (size_t i = 0; i < table->rows(); ++i) {
    const uint32_t row = image_->add_row(PlaceKind::country);
    if (Status placed = set_point(*table, i, row); !placed) return placed;
    const std::string_view alpha3 = table->cell(i, "alpha3");
    image_->row(row).alpha3 = image_->intern(alpha3);
    image_->row(row).precision = uint8_t(PlacePrecision::country);
    image_->row(row).population = kRegionFame;
    name_row(*table, i, row);
    by_alpha3_[std::string(alpha3)] = row;
    by_alpha2_[std::string(table->cell(i, "alpha2"))] = row;
  }
  return {};
}

Status GazetteerTables::add_states() {
  const Table* table = knowledge_.find("states.tsv");
  if (!table) return {};
  for (size_t i = 0; i < table->rows(); ++i) {
    const uint32_t row = image_->add_row(PlaceKind::province);
    if (Status placed = set_point(*table, i, row); !placed) return placed;
    if (Status set = set_country(*table, i, row); !set) return set;
    image_->row(row).precision = uint8_t(PlacePrecision::province);
    name_row(*table, i, row);
    for (std::string_view short_name : split_list(table->cell(i, "abbreviations")))
      image_->add_name(row, short_name, GazetteerNameKind::abbreviation);
  }
  return {};
}

Status GazetteerTables::add_regions() {
  for (std::string_view file : {"mountains.tsv", "regions.tsv", "sites.tsv", "waters.tsv"})
    if (const Table* table = knowledge_.find(file))
      for (size_t i = 0; i < table->rows(); ++i)
        if (Status added = add_region(*table, i, kind_of_row(file, table->cell(i, "precision"))); !added) return added;
  return {};
}

Status GazetteerTables::add_region(const Table& table, size_t i, PlaceKind kind) {
  const auto precision = precision_from_label(table.cell(i, "precision"));
  if (!precision) return table_error(table, i, "unknown precision \"" + std::string(table.cell(i, "precision")) + "\"");
  const uint32_t row = image_->add_row(kind);
  if (Status placed = set_point(table, i, row); !placed) return placed;
  if (Status set = set_country(table, i, row); !set) return set;
  image_->row(row).precision = uint8_t(*precision);
  image_->row(row).population = kind == PlaceKind::site ? kSiteFame : kRegionFame;
  image_->row(row).geonames = to_count(table.cell(i, "geonames"));
  name_row(table, i, row);
  if (!table.cell(i, "within").empty()) sites_.push_back({row, std::string(table.cell(i, "within"))});
  return {};
}

Status GazetteerTables::add_words() {
  const Table* table = knowledge_.find("words.tsv");
  if (!table) return {};
  for (size_t i = 0; i < table->rows(); ++i) {
    const auto use = word_use_from_label(table->cell(i, "use"));
    if (!use) return table_error(*table, i, "unknown use \"" + std::string(table->cell(i, "use")) + "\"");
    image_->add_word(table->cell(i, "word"), uint32_t(*use));
    if (*use == WordUse::generic) generic_.push_back(table->cell(i, "word"));
  }
  return {};
}

Status GazetteerTables::set_point(const Table& table, size_t i, uint32_t row) {
  const auto lat = to_number(table.cell(i, "lat"));
  const auto lon = to_number(table.cell(i, "lon"));
  if (!lat || !lon || std::fabs(*lat) > 90 || std::fabs(*lon) > 180)
    return table_error(table, i, "no point on the earth");
  image_->row(row).lat_e5 = to_e5(*lat);
  image_->row(row).lon_e5 = to_e5(*lon);
  return {};
}

Status GazetteerTables::set_country(const Table& table, size_t i, uint32_t row) {
  const std::string_view alpha3 = table.cell(i, "country");
  if (alpha3.empty()) return {};
  const auto country = by_alpha3_.find(std::string(alpha3));
  if (country == by_alpha3_.end()) return table_error(table, i, "unknown country \"" + std::string(alpha3) + "\"");
  image_->row(row).country = country->second;
  image_->row(row).alpha3 = image_->row(country->second).alpha3;
  return {};
}

void GazetteerTables::name_row(const Table& table, size_t i, uint32_t row) {
  image_->set_name(row, table.cell(i, "name"));
  for (std::string_view alias : split_list(table.cell(i, "aliases")))
    image_->add_name(row, alias, GazetteerNameKind::alias);
}

}  // namespace verbale
