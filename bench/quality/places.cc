// How well places are found and resolved: exact-span F1, and of the mentions found the share placed within 161 km (100
// miles) of the gold point, on GeoVirus and LGL. Demonyms ("Sudanese"), which LGL marks as toponyms, are left out.
//
// usage: bench_places GAZETTEER GOLD PARSED [--errors]
//   GOLD holds GeoVirus.xml and lgl.xml; PARSED holds GeoVirus.parsed.jsonl and lgl.parsed.jsonl, the texts of the same
//   articles in the same order as tools/oracle/parse.py leaves them.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "resolve/gazetteer.h"
#include "resolve/places.h"
#include "support/parsed_document.h"

namespace {

using namespace verbale;

constexpr double kCloseKm = 161;

struct Toponym {
  size_t begin = 0, end = 0;  // code points
  bool placed = false;
  double lat = 0, lon = 0;
};

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The bodies of all <name …>…</name> elements, which do not nest in themselves in these files.
std::vector<std::string_view> elements(std::string_view xml, const std::string& name) {
  std::vector<std::string_view> found;
  for (size_t at = 0; (at = xml.find("<" + name, at)) != std::string_view::npos;) {
    const char next = xml[at + name.size() + 1];
    const size_t open = xml.find('>', at);
    at = open + 1;
    if (next != '>' && next != ' ') continue;
    const size_t close = xml.find("</" + name + ">", open);
    found.push_back(xml.substr(open + 1, close - open - 1));
    at = close;
  }
  return found;
}

std::optional<double> number(std::string_view xml, const std::string& name) {
  const auto found = elements(xml, name);
  if (found.empty()) return std::nullopt;
  return std::strtod(std::string(found.front()).c_str(), nullptr);
}

std::vector<std::vector<Toponym>> read_gold(const std::string& path, const std::string& element, size_t first) {
  std::vector<std::vector<Toponym>> articles;
  const std::string xml = read_file(path);
  for (std::string_view article : elements(xml, "article")) {
    articles.emplace_back();
    for (std::string_view item : elements(article, element)) {
      const auto begin = number(item, "start"), end = number(item, "end"), lat = number(item, "lat"),
                 lon = number(item, "lon");
      if (begin && end)
        articles.back().push_back(
            {size_t(*begin) - first, size_t(*end) - first, lat && lon, lat.value_or(0), lon.value_or(0)});
    }
  }
  return articles;
}

struct Score {
  size_t gold = 0, found = 0, exact = 0, placeable = 0, close = 0, unplaced = 0;
  double km = 0;
  std::array<size_t, 5> told{}, right{};  // by confidence: below 0.5, 0.7, 0.9, 0.97, above

  void count_confidence(double confidence, bool is_right) {
    const size_t bin = confidence < 0.5 ? 0 : confidence < 0.7 ? 1 : confidence < 0.9 ? 2 : confidence < 0.97 ? 3 : 4;
    ++told[bin];
    if (is_right) ++right[bin];
  }

  void print(const char* name) const {
    const double precision = double(exact) / double(found), recall = double(exact) / double(gold);
    std::printf(
        "%-10s gold %5zu  found %5zu  P %5.1f  R %5.1f  F1 %5.1f  within 161 km %5.1f (%zu of %zu, %zu unplaced)  mean "
        "%.0f km\n",
        name, gold, found, 100 * precision, 100 * recall, 200 * precision * recall / (precision + recall),
        100.0 * double(close) / double(placeable), close, placeable, unplaced, km / double(placeable - unplaced));
    const char* bins[] = {"<0.5", "<0.7", "<0.9", "<0.97", "more"};
    for (size_t i = 0; i < told.size(); ++i)
      std::printf("  confidence %-5s %5zu told, %5.1f %% close\n", bins[i], told[i],
                  100.0 * double(right[i]) / double(told[i]));
  }
};

bool is_demonym(const Document& doc, Span span) {
  for (const Token& token : doc.tokens)
    if (token.span.overlaps(span)) return token.name_type == "NORP";
  return false;
}

std::vector<uint32_t> byte_offsets(std::string_view text) {
  std::vector<uint32_t> offsets;
  for (size_t at = 0; at < text.size(); at += decode(text, at).size) offsets.push_back(uint32_t(at));
  offsets.push_back(uint32_t(text.size()));
  return offsets;
}

std::string around(const Document& doc, Span span) {
  const uint32_t begin = span.begin < 40 ? 0 : span.begin - 40;
  std::string words(doc.text.substr(begin, span.end + 40 - begin));
  for (char& c : words)
    if (c == '\n') c = ' ';
  return words;
}

void report(const char* kind, const Document& doc, Span span, const std::string& more) {
  std::printf("%s\t%s\t%s\t| %s\n", kind, std::string(doc.words(span)).c_str(), more.c_str(),
              around(doc, span).c_str());
}

std::string told(const Place& place) {
  char line[160];
  std::snprintf(line, sizeof line, "%.*s %.*s %.2f,%.2f %.2f", int(place.name.size()), place.name.data(),
                int(place.country.size()), place.country.data(), place.lat, place.lon, place.confidence);
  return line;
}

void score_article(const Document& doc, const std::vector<Toponym>& gold, bool errors, Score& score) {
  const std::vector<uint32_t> bytes = byte_offsets(doc.text);
  std::map<Span, const PlaceMention*> found;
  for (const PlaceMention& mention : doc.place_mentions) found[mention.span] = &mention;
  score.found += found.size();
  for (const Toponym& toponym : gold) {
    if (toponym.end >= bytes.size()) continue;
    const Span span{bytes[toponym.begin], bytes[toponym.end]};
    if (is_demonym(doc, span)) continue;
    ++score.gold;
    const auto mention = found.find(span);
    if (mention == found.end()) {
      if (errors) report("MISSED", doc, span, "");
      continue;
    }
    ++score.exact;
    const Place& place = doc.places[mention->second->place];
    found.erase(mention);
    if (!toponym.placed) continue;
    ++score.placeable;
    if (!place.located) {
      ++score.unplaced;
      if (errors) report("UNPLACED", doc, span, std::string(place.reason));
      continue;
    }
    const double km = distance_km(place.lat, place.lon, toponym.lat, toponym.lon);
    score.km += km;
    score.count_confidence(place.confidence, km <= kCloseKm);
    if (km <= kCloseKm)
      ++score.close;
    else if (errors)
      report("FAR", doc, span,
             told(place) + " gold " + std::to_string(toponym.lat) + "," + std::to_string(toponym.lon));
  }
  for (const auto& [span, mention] : found)
    if (errors) report("WRONG", doc, span, told(doc.places[mention->place]));
}

void run(const Gazetteer& gazetteer, const char* name, const std::vector<std::vector<Toponym>>& gold,
         const std::string& parsed, bool errors) {
  std::ifstream lines(parsed);
  std::string line;
  Score score;
  for (size_t i = 0; i < gold.size() && std::getline(lines, line); ++i) {
    const auto article = verbale::testing::read_parsed(line);
    resolve_places(gazetteer, *article->doc);
    score_article(*article->doc, gold[i], errors, score);
  }
  score.print(name);
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    std::fputs("usage: bench_places GAZETTEER GOLD PARSED [--errors]\n", stderr);
    return 2;
  }
  const Result<Gazetteer> gazetteer = Gazetteer::open(words[1]);
  if (!gazetteer) {
    std::fprintf(stderr, "bench_places: %s\n", gazetteer.error().what().c_str());
    return 1;
  }
  const std::string gold = words[2], parsed = words[3];
  const bool errors = count > 4 && std::strcmp(words[4], "--errors") == 0;
  run(*gazetteer, "GeoVirus", read_gold(gold + "/GeoVirus.xml", "location", 1), parsed + "/GeoVirus.parsed.jsonl",
      errors);
  run(*gazetteer, "LGL", read_gold(gold + "/lgl.xml", "toponym", 0), parsed + "/lgl.parsed.jsonl", errors);
  return 0;
}
