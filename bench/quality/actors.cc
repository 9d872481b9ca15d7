// How well bare actor phrases are coded.
//
//   bench_actors --cases actor-cases-dev.tsv --gazetteer packs/places.gaz --errors
//
// Each row asks for country and sector; "-" is not asked, an empty cell is expected empty. A row is right when all that
// it asks for is. "today" is the day up to which the tables know; without a date the latest office counts. The last
// figure is the processor's time to open the tables, which every start of the program pays.
#include <algorithm>
#include <ctime>
#include <fstream>
#include <iostream>
#include <vector>

#include "resolve/actors.h"
#include "resolve/place_country.h"

namespace verbale::bench {
namespace {

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  size_t begin = 0;
  for (size_t end; (end = line.find('\t', begin)) != std::string::npos; begin = end + 1)
    cells.push_back(line.substr(begin, end - begin));
  cells.push_back(line.substr(begin));
  cells.resize(std::max<size_t>(cells.size(), 7));
  return cells;
}

// "1 july 2021", "1 January 2018": the two dates that are not ISO.
std::optional<Day> read_date(const std::string& words) {
  constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";
  if (words == "today" || words == "Today") return parse_day("2025-01-01");
  if (auto day = parse_day(words)) return day;
  const size_t first = words.find(' ');
  if (first == std::string::npos || words.size() < first + 9) return std::nullopt;
  std::string month = words.substr(first + 1, 3);
  std::transform(month.begin(), month.end(), month.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  const size_t at = kMonths.find(month);
  if (at == std::string_view::npos) return std::nullopt;
  const unsigned day = unsigned(std::stoul(words.substr(0, first)));
  const int year = std::stoi(words.substr(words.size() - 4));
  return Day{std::chrono::year{year} / std::chrono::month{unsigned(at / 3 + 1)} / std::chrono::day{day}};
}

// The cases write Kosovo with the user-assigned XKX, the manual and the record with KOS.
bool is_right(const std::string& expected, std::string_view found) {
  return expected == "-" || expected == found || (expected == "XKX" && found == "KOS");
}

struct Score {
  size_t rows = 0, right = 0, countries = 0, sectors = 0;
};

void score_row(const ActorTables& tables, const CountryOfPlace& places, const std::vector<std::string>& row,
               bool errors, Score& score) {
  const ActorCodeResult found = resolve_actor(tables, row[0], row[1], read_date(row[2]), places);
  const bool country = is_right(row[3], found.country);
  const bool sector = is_right(row[4], found.sector);
  ++score.rows;
  score.right += country && sector;
  score.countries += country;
  score.sectors += sector;
  if (errors && !(country && sector))
    std::cout << row[0] << " | " << row[1] << " | " << row[2] << " | expected " << row[3] << " " << row[4]
              << " | found " << found.country << " " << found.sector << " | " << found.name << " | " << found.reason
              << " " << row[6] << "\n";
}

int run(const std::string& cases, const std::string& gazetteer_path, bool errors) {
  Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  if (!knowledge) return std::cerr << knowledge.error().what() << "\n", 1;
  const std::clock_t begin = std::clock();
  Result<ActorTables> tables = ActorTables::open(*knowledge);
  const double opening = 1000.0 * double(std::clock() - begin) / CLOCKS_PER_SEC;
  if (!tables) return std::cerr << tables.error().what() << "\n", 1;

  CountryOfPlace places;
  std::optional<Gazetteer> gazetteer;
  if (!gazetteer_path.empty()) {
    Result<Gazetteer> opened = Gazetteer::open(gazetteer_path);
    if (!opened) return std::cerr << opened.error().what() << "\n", 1;
    gazetteer = *std::move(opened);
    places = [&](std::string_view name) { return country_of_place(*gazetteer, name); };
  }

  Score score;
  std::ifstream in(cases);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) score_row(*tables, places, cells_of(line), errors, score);
  if (score.rows == 0) return std::cerr << "no cases in " << cases << "\n", 1;
  const auto percent = [&](size_t part) { return 100.0 * double(part) / double(score.rows); };
  std::cout << "rows\t" << score.rows << "\nright\t" << percent(score.right) << " %\ncountry\t"
            << percent(score.countries) << " %\nsector\t" << percent(score.sectors) << " %\nopening\t" << opening
            << " ms\n";
  return 0;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  std::string cases;
  std::string gazetteer;
  bool errors = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--errors")
      errors = true;
    else if (word == "--cases" && i + 1 < argc)
      cases = argv[++i];
    else if (word == "--gazetteer" && i + 1 < argc)
      gazetteer = argv[++i];
  }
  if (cases.empty()) return std::cerr << "usage: bench_actors --cases FILE [--gazetteer FILE] [--errors]\n", 2;
  return verbale::bench::run(cases, gazetteer, errors);
}
