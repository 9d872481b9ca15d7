// The project's own rows of the gazetteer (data/places): countries, states, regions, waters, sites, and the words that
// steer the reading of names.
//
//   GazetteerTables tables(knowledge);
//   Status added = tables.add_to(image);
//   tables.country_by_alpha2("UA")          the row of Ukraine
//
// Errors: a table without points, with an unknown country, precision or use; file and line are named.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "resolve/gazetteer_image.h"
#include "resolve/gazetteer_numbers.h"

namespace verbale {

// What an own row weighs against towns of the same name, as if it had so many inhabitants.
inline constexpr uint32_t kRegionFame = 8'000'000;

class GazetteerTables {
 public:
  explicit GazetteerTables(const Knowledge& knowledge) : knowledge_(knowledge) {}

  Status add_to(GazetteerImage& image);

  uint32_t country_by_alpha2(std::string_view alpha2) const;  // kNoRow when there is none
  const std::vector<std::string_view>& generic_words() const { return generic_; }
  // Rows of sites, with the name of the town that holds them.
  const std::vector<std::pair<uint32_t, std::string>>& sites() const { return sites_; }

 private:
  Status add_countries();
  Status add_states();
  Status add_regions();
  Status add_region(const Table& table, size_t i, PlaceKind kind);
  Status add_words();
  Status set_point(const Table& table, size_t i, uint32_t row);
  Status set_country(const Table& table, size_t i, uint32_t row);
  void name_row(const Table& table, size_t i, uint32_t row);

  const Knowledge& knowledge_;
  GazetteerImage* image_ = nullptr;
  std::map<std::string, uint32_t> by_alpha3_;
  std::map<std::string, uint32_t, std::less<>> by_alpha2_;
  std::vector<std::pair<uint32_t, std::string>> sites_;
  std::vector<std::string_view> generic_;
};

}  // namespace verbale
