// How often a mention is tied to the right Wikidata item, on ELEVANT's news benchmarks, over the states, organisations
// and people that the tables give an id.
//
//   bench_linking PACKS news-fair.benchmark.jsonl [--errors]
//
// Coverage: of the gold labels with an id, the share whose id some row of the tables has; the others cannot be found
// and are counted apart. A link is right when its id is the gold's and one of the two spans holds the other ("President
// Joe Biden", "Joe Biden"). A country that is only a place counts by its code. Links to what the gold leaves out,
// inside the part of the article that it annotates, are wrong; dates and quantities are not asked.
#include <cstring>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "engine.h"
#include "resolve/actor_tables.h"

namespace verbale::bench {
namespace {

struct Link {
  Span span;
  std::string id;
  bool found = false;
};

struct Score {
  size_t labels = 0, in_tables = 0, told = 0, right = 0;

  void print() const {
    const double precision = told ? double(right) / double(told) : 0;
    const double recall = in_tables ? double(right) / double(in_tables) : 0;
    const double whole = labels ? double(right) / double(labels) : 0;
    const auto f1 = [](double p, double r) { return p + r > 0 ? 200 * p * r / (p + r) : 0; };
    std::cout << "gold labels with an id\t" << labels << "\ncoverage of the tables\t"
              << 100.0 * double(in_tables) / double(labels) << " %\nprecision\t" << 100 * precision << " %\t" << right
              << " of " << told << "\nrecall of what the tables have\t" << 100 * recall << " %\nF1 over the tables\t"
              << f1(precision, recall) << "\nF1 over all labels\t" << f1(precision, whole) << "\n";
  }
};

// Byte offsets of the code points, since the gold counts in code points.
std::vector<uint32_t> byte_offsets(std::string_view text) {
  std::vector<uint32_t> offsets;
  for (size_t at = 0; at < text.size(); at += decode(text, at).size) offsets.push_back(uint32_t(at));
  offsets.push_back(uint32_t(text.size()));
  return offsets;
}

std::set<std::string, std::less<>> ids_of(const ActorTables& tables, const Knowledge& knowledge) {
  std::set<std::string, std::less<>> ids;
  for (uint32_t row = 0; row < tables.bodies(); ++row) ids.emplace(tables.body(row).wikidata);
  for (const Table* table : knowledge.in_folder("actors"))
    if (const auto column = table->column("wikidata"))
      for (size_t row = 0; row < table->rows(); ++row) ids.emplace(table->cell(row, *column));
  ids.erase("");
  return ids;
}

std::vector<Link> links_of(const ActorTables& tables, const Document& doc, Span part) {
  std::vector<Link> links;
  const auto add = [&](Span span, std::string_view id) {
    const bool is_known = std::any_of(links.begin(), links.end(),
                                      [&](const Link& link) { return link.span.overlaps(span) && link.id == id; });
    if (!id.empty() && part.contains(span) && !is_known) links.push_back({span, std::string(id)});
  };
  for (const Mention& mention : doc.mentions)
    if (mention.form == MentionForm::name) add(mention.span, doc.entities[mention.entity].wikidata);
  for (const PlaceMention& mention : doc.place_mentions) {
    const Place& place = doc.places[mention.place];
    if (place.precision != PlacePrecision::country || !place.located) continue;
    if (const Body* state = tables.state_by_code(place.country)) add(mention.span, state->wikidata);
  }
  return links;
}

std::vector<Link> gold_of(const nlohmann::json& article, const std::vector<uint32_t>& bytes) {
  std::vector<Link> gold;
  for (const auto& label : article.at("labels")) {
    const std::string id = label.at("entity_id"), type = label.at("type");
    if (id.empty() || id[0] != 'Q' || type == "QUANTITY" || type == "DATETIME") continue;
    gold.push_back({{bytes.at(label["span"][0]), bytes.at(label["span"][1])}, id});
  }
  return gold;
}

bool is_right(const Link& link, std::vector<Link>& gold) {
  for (Link& label : gold) {
    const bool holds = label.span.contains(link.span) || link.span.contains(label.span);
    if (label.found || label.id != link.id || !holds) continue;
    return label.found = true;
  }
  return false;
}

void tell(const char* what, const Document& doc, const Link& link) {
  std::cout << what << "\t" << doc.words(link.span) << "\t" << link.id << "\n";
}

int run(const char* packs, const char* path, bool errors) {
  const Result<Engine> engine = Engine::open({.packs = packs, .overlays = {}});
  const Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  if (!engine || !knowledge) return std::cerr << "cannot open the packs or the tables\n", 1;
  const Result<ActorTables> tables = ActorTables::open(*knowledge);
  if (!tables) return std::cerr << tables.error().what() << "\n", 1;
  const auto ids = ids_of(*tables, *knowledge);
  Engine::Worker worker(*engine);
  Score score;
  std::ifstream lines(path);
  for (std::string line; std::getline(lines, line);) {
    const auto json = nlohmann::json::parse(line);
    Article article;
    article.text = json.at("text");
    const auto bytes = byte_offsets(article.text);
    Document doc(article);
    engine->parse(doc, worker);
    engine->resolve(doc);
    std::vector<Link> gold = gold_of(json, bytes);
    const auto& part = json.at("evaluation_span");
    const std::vector<Link> links = links_of(*tables, doc, {bytes.at(part[0]), bytes.at(part[1])});
    score.told += links.size();
    for (const Link& link : links)
      if (is_right(link, gold))
        ++score.right;
      else if (errors)
        tell("WRONG", doc, link);
    for (const Link& label : gold) {
      const bool is_known = ids.contains(label.id);
      ++score.labels;
      score.in_tables += is_known;
      if (errors && !label.found) tell(is_known ? "MISSED" : "UNKNOWN", doc, label);
    }
  }
  if (score.labels == 0) return std::cerr << "no labels in " << path << "\n", 1;
  score.print();
  return 0;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  if (argc < 3) return std::cerr << "usage: bench_linking PACKS BENCHMARK.jsonl [--errors]\n", 2;
  return verbale::bench::run(argv[1], argv[2], argc > 3 && std::strcmp(argv[3], "--errors") == 0);
}
