// From tables and GeoNames to rows. The order matters: countries first, then the project's own rows, then divisions
// (which join an own row of the same name), then towns, and last the names that move between towns ("Kiev", "Saigon").
//
// The division files carry no coordinates: a division stands in the middle of its towns, between the 2nd and the 98th
// percentile, so that one far outpost does not move it.
#include "resolve/gazetteer_writer.h"

#include <simdjson.h>

#include <algorithm>
#include <cmath>

#include "base/mapped_file.h"
#include "base/utf8.h"
#include "pack/table.h"
#include "record/document.h"
#include "resolve/gazetteer.h"
#include "resolve/gazetteer_image.h"
#include "resolve/gazetteer_tables.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

constexpr double kCut = 0.02;

struct Points {
  uint32_t row = kNoRow;
  uint64_t population = 0;
  std::vector<int32_t> lats, lons;
};

int32_t middle(std::vector<int32_t>& values) {
  std::sort(values.begin(), values.end());
  const auto cut = size_t(double(values.size()) * kCut);
  return int32_t((int64_t(values[cut]) + values[values.size() - 1 - cut]) / 2);
}

std::vector<std::string_view> split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  size_t begin = 0;
  for (size_t end; (end = line.find(separator, begin)) != std::string_view::npos; begin = end + 1)
    parts.push_back(line.substr(begin, end - begin));
  parts.push_back(line.substr(begin));
  return parts;
}

// GeoNames mixes spellings, codes ("IEV") and bare transliterations ("ji fu") in one column; spellings begin with a
// capital and are more than a code.
bool is_spelling(std::string_view name) {
  if (name.size() < 2) return false;
  const bool is_code =
      name.size() <= 4 && std::all_of(name.begin(), name.end(), [](unsigned char c) { return c >= 'A' && c <= 'Z'; });
  const auto first = static_cast<unsigned char>(name.front());
  return !is_code && ((first >= 'A' && first <= 'Z') || first >= 0x80);
}

class Builder {
 public:
  explicit Builder(const Knowledge& knowledge) : knowledge_(knowledge), tables_(knowledge) {}

  Status build(const GazetteerSources& sources) {
    if (Status added = tables_.add_to(image_); !added) return added;
    if (!sources.provinces.empty())
      if (Status added = read_divisions(sources.provinces, PlaceKind::province); !added) return added;
    if (!sources.districts.empty())
      if (Status added = read_divisions(sources.districts, PlaceKind::district); !added) return added;
    if (!sources.cities.empty())
      if (Status added = read_cities(sources.cities); !added) return added;
    place_divisions();
    add_city_names();
    mark_capitals();
    place_sites();
    return {};
  }

  Status write(const fs::path& out) { return image_.write(out); }

 private:
  Status read_divisions(const fs::path& path, PlaceKind kind) {
    simdjson::padded_string text;
    if (simdjson::padded_string::load(path.string()).get(text))
      return Error{Error::Kind::input, "cannot read " + path.string()};
    simdjson::dom::parser parser;
    simdjson::dom::array items;
    if (parser.parse(text).get(items)) return Error{Error::Kind::input, path.string() + " is not a JSON array"};
    for (simdjson::dom::element item : items) {
      std::string_view code, name;
      if (item["code"].get(code) || item["name"].get(name))
        return Error{Error::Kind::input, path.string() + ": no code or name"};
      divisions_[std::string(code)].row = kNoRow;
      division_names_[std::string(code)] = name;
    }
    for (const auto& [code, name] : division_names_)
      if (divisions_[code].row == kNoRow && kind == kind_of(code))
        divisions_[code].row = division_row(code, name, kind);
    return {};
  }

  static PlaceKind kind_of(std::string_view code) {
    return std::count(code.begin(), code.end(), '.') == 1 ? PlaceKind::province : PlaceKind::district;
  }

  // The row of a division: an own row of that name in that country, or a new one.
  uint32_t division_row(std::string_view code, const std::string& name, PlaceKind kind) {
    const uint32_t country = tables_.country_by_alpha2(code.substr(0, 2));
    if (country == kNoRow) return kNoRow;
    if (kind == PlaceKind::province)
      for (uint32_t row : image_.find(name))
        if (image_.row(row).kind == uint8_t(kind) && image_.row(row).country == country) return row;
    const uint32_t row = image_.add_row(kind);
    image_.row(row).country = country;
    image_.row(row).alpha3 = image_.row(country).alpha3;
    image_.row(row).precision =
        uint8_t(kind == PlaceKind::province ? PlacePrecision::province : PlacePrecision::district);
    pending_names_.push_back({row, name});
    return row;
  }

  Status read_cities(const fs::path& path) {
    Result<MappedFile> file = MappedFile::open(path);
    if (!file) return std::move(file).error();
    for (std::string_view line : split(file->text(), '\n'))
      if (!line.empty()) add_city(split(line, '\t'));
    return {};
  }

  void add_city(const std::vector<std::string_view>& cells) {
    if (cells.size() < 15) return;
    const uint32_t country = tables_.country_by_alpha2(cells[8]);
    const auto lat = to_number(cells[4]), lon = to_number(cells[5]);
    if (country == kNoRow || !lat || !lon) return;
    const uint32_t row = image_.add_row(PlaceKind::city);
    GazetteerRow& city = image_.row(row);
    city.geonames = to_count(cells[0]);
    city.lat_e5 = to_e5(*lat);
    city.lon_e5 = to_e5(*lon);
    city.population = to_count(cells[14]);
    city.precision = uint8_t(cells[7] == "PPLX" ? PlacePrecision::district : PlacePrecision::city);
    city.capital = cells[7] == "PPLC" ? 1 : cells[7] == "PPLA" ? 2 : 0;
    city.country = country;
    city.alpha3 = image_.row(country).alpha3;
    const std::string province = std::string(cells[8]) + "." + std::string(cells[10]);
    city.province = join_division(province, city);
    city.district = join_division(province + "." + std::string(cells[11]), city);
    country_population_[country] += city.population;
    name_city(row, cells);
  }

  uint32_t join_division(const std::string& code, const GazetteerRow& city) {
    const auto found = divisions_.find(code);
    if (found == divisions_.end()) return kNoRow;
    found->second.population += city.population;
    found->second.lats.push_back(city.lat_e5);
    found->second.lons.push_back(city.lon_e5);
    return found->second.row;
  }

  void name_city(uint32_t row, const std::vector<std::string_view>& cells) {
    image_.set_name(row, cells[1]);
    image_.add_name(row, cells[2], GazetteerNameKind::main);
    for (std::string_view name : split_list(cells[3], ','))
      if (is_spelling(name) && !names_its_country(row, name)) image_.add_name(row, name, GazetteerNameKind::alternate);
  }

  // "Mexico" is no other name of Mexico City.
  bool names_its_country(uint32_t row, std::string_view name) const {
    const std::vector<uint32_t> found = image_.find(name);
    return std::find(found.begin(), found.end(), image_.row(row).country) != found.end();
  }

  // Gives divisions their middle, population and names; one without towns stays nameless, so that nothing finds it.
  void place_divisions() {
    for (auto& [code, points] : divisions_) {
      if (points.row == kNoRow || points.lats.empty()) continue;
      GazetteerRow& row = image_.row(points.row);
      row.population = uint32_t(points.population);
      if (row.lat_e5 == 0 && row.lon_e5 == 0) {
        row.lat_e5 = middle(points.lats);
        row.lon_e5 = middle(points.lons);
      }
      if (kind_of(code) == PlaceKind::district)
        if (const auto province = divisions_.find(code.substr(0, code.rfind('.'))); province != divisions_.end())
          row.province = province->second.row;
    }
    for (const auto& [row, name] : pending_names_)
      if (image_.row(row).lat_e5 != 0 || image_.row(row).lon_e5 != 0) name_division(row, name);
    for (const auto& [row, population] : country_population_)
      image_.row(row).population =
          uint32_t(std::min<uint64_t>(std::max<uint64_t>(population, kRegionFame), UINT32_MAX));
  }

  // "Donetsk Oblast" is also "Donetsk", "Province of Zambales" also "Zambales", and "Akita" also "Akita Prefecture".
  void name_division(uint32_t row, std::string_view name) {
    image_.set_name(row, name);
    bool has_generic = false;
    for (std::string_view word : tables_.generic_words())
      if (const std::string_view bare = without_generic(name, word); !bare.empty() && !names_its_country(row, bare)) {
        image_.add_name(row, bare, GazetteerNameKind::stripped);
        has_generic = true;
      }
    if (has_generic || image_.row(row).kind != uint8_t(PlaceKind::province)) return;
    for (std::string_view word : tables_.generic_words())
      if (word != "city") image_.add_name(row, std::string(name) + " " + std::string(word), GazetteerNameKind::alias);
  }

  // The rest of "… Oblast" or "Province of …"; nothing when the name has no such word at its end or start.
  static std::string_view without_generic(std::string_view name, std::string_view word) {
    constexpr std::string_view kOf = " of ";
    if (name.size() <= word.size() + kOf.size()) return {};
    if (is_same_word(name.substr(0, word.size()), word) && name.substr(word.size()).starts_with(kOf))
      return name.substr(word.size() + kOf.size());
    const size_t end = name.size() - word.size();
    return is_same_word(name.substr(end), word) && name[end - 1] == ' ' ? name.substr(0, end - 1) : std::string_view{};
  }

  static bool is_same_word(std::string_view word, std::string_view lower) {
    return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return (a | 0x20) == b; });
  }

  void add_city_names() {
    const Table* table = knowledge_.find("cities.tsv");
    for (size_t i = 0; table && i < table->rows(); ++i) {
      std::vector<std::string_view> names = split_list(table->cell(i, "aliases"));
      names.insert(names.begin(), table->cell(i, "name"));
      const uint32_t row = largest_city(names, table->cell(i, "country"));
      if (row == kNoRow) continue;
      image_.set_name(row, names.front());
      for (std::string_view name : names) image_.add_name(row, name, GazetteerNameKind::alias);
    }
  }

  uint32_t largest_city(const std::vector<std::string_view>& names, std::string_view alpha3) const {
    uint32_t best = kNoRow;
    for (std::string_view name : names)
      for (uint32_t row : image_.find(name)) {
        const GazetteerRow& city = image_.row(row);
        if (city.kind != uint8_t(PlaceKind::city) || (!alpha3.empty() && image_.string(city.alpha3) != alpha3))
          continue;
        if (best == kNoRow || city.population > image_.row(best).population) best = row;
      }
    return best;
  }

  void mark_capitals() {
    const Table* table = knowledge_.find("countries.tsv");
    for (size_t i = 0; i < table->rows(); ++i)
      if (const uint32_t row = largest_city({table->cell(i, "capital")}, table->cell(i, "alpha3")); row != kNoRow)
        image_.row(row).capital = 1;
  }

  // A site lies in the country's most populous town of the name that the table gives.
  void place_sites() {
    for (const auto& [row, town] : tables_.sites()) {
      const uint32_t city = largest_city({town}, image_.string(image_.row(row).alpha3));
      if (city == kNoRow) continue;
      image_.row(row).within = city;
      image_.row(row).province = image_.row(city).province;
    }
  }

  const Knowledge& knowledge_;
  GazetteerTables tables_;
  GazetteerImage image_;
  std::map<std::string, Points> divisions_;
  std::map<std::string, std::string> division_names_;
  std::vector<std::pair<uint32_t, std::string>> pending_names_;
  std::map<uint32_t, uint64_t> country_population_;
};

}  // namespace

Status write_gazetteer(const GazetteerSources& sources, const fs::path& out) {
  Result<Knowledge> knowledge = Knowledge::read_folder(sources.tables);
  if (!knowledge) return std::move(knowledge).error().during("building the gazetteer");
  Builder builder(*knowledge);
  if (Status built = builder.build(sources); !built) return std::move(built).error().during("building the gazetteer");
  return builder.write(out);
}

}  // namespace verbale
