// Reads the set as it is published; scores as its authors do.
#include "events_gold.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>

namespace verbale::bench {
namespace {

constexpr std::array<std::string_view, 15> kRoots = {"AGREE",   "CONSULT",  "SUPPORT",  "YIELD",  "COOPERATE",
                                                     "AID",     "REQUEST",  "ACCUSE",   "REJECT", "THREATEN",
                                                     "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};
constexpr std::array<unsigned, 15> kQuads = {1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 4};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  size_t begin = 0;
  for (size_t end; (end = line.find('\t', begin)) != std::string::npos; begin = end + 1)
    cells.push_back(line.substr(begin, end - begin));
  cells.push_back(line.substr(begin));
  return cells;
}

void share_out_folds(std::vector<GoldPair>& pairs) {
  std::set<long> ids;
  for (const GoldPair& pair : pairs) ids.insert(std::stol(pair.id));
  for (GoldPair& pair : pairs) pair.fold = unsigned(std::distance(ids.begin(), ids.find(std::stol(pair.id)))) % kFolds;
}

}  // namespace

Result<std::vector<GoldPair>> read_gold_pairs(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "PLV_train.tsv";
  std::ifstream in(path);
  std::string line;
  if (!std::getline(in, line)) return Error{Error::Kind::input, "cannot read " + path.string()};
  std::map<std::string, size_t> column;
  for (const std::string& name : cells_of(line)) column.emplace(name, column.size());

  std::vector<GoldPair> pairs;
  while (std::getline(in, line)) {
    const std::vector<std::string> cells = cells_of(line);
    Result<MarkedPair> pair = read_marked_pair(cells.at(column.at("marked_sentence")));
    if (!pair) return std::move(pair).error().during(path.string());
    pairs.push_back({cells.at(column.at("sentence_id")), *std::move(pair), cells.at(column.at("gold_root")),
                     unsigned(std::stoul(cells.at(column.at("gold_penta"))))});
  }
  share_out_folds(pairs);
  return pairs;
}

std::string_view root_of_type(std::string_view type) { return type == "CONCEDE" || type == "RETREAT" ? "YIELD" : type; }

unsigned quad_of_root(std::string_view root) {
  const auto* found = std::find(kRoots.begin(), kRoots.end(), root);
  return found == kRoots.end() ? 0 : kQuads[size_t(found - kRoots.begin())];
}

void Confusion::add(std::string_view gold, std::string_view found) {
  for (Cell& cell : cells_)
    if (cell.gold == gold && cell.found == found) return void(++cell.count);
  cells_.push_back({std::string(gold), std::string(found), 1});
}

size_t Confusion::count(std::string_view gold, std::string_view found) const {
  size_t sum = 0;
  for (const Cell& cell : cells_)
    if ((gold.empty() || cell.gold == gold) && (found.empty() || cell.found == found)) sum += cell.count;
  return sum;
}

std::vector<std::string> Confusion::labels() const {
  std::set<std::string> labels;
  for (const Cell& cell : cells_) labels.insert(cell.gold);
  return {labels.begin(), labels.end()};
}

double Confusion::accuracy() const {
  size_t right = 0;
  for (const Cell& cell : cells_)
    if (cell.gold == cell.found) right += cell.count;
  return double(right) / double(std::max<size_t>(1, count("", "")));
}

double Confusion::f1(std::string_view label) const {
  const size_t both = count(label, "") + count("", label);
  return both == 0 ? 0 : 2.0 * double(count(label, label)) / double(both);
}

double Confusion::macro_f1() const {
  double sum = 0;
  const std::vector<std::string> all = labels();
  for (const std::string& label : all) sum += f1(label);
  return sum / double(std::max<size_t>(1, all.size()));
}

std::string Confusion::table() const {
  std::string out = "label\tgold\tfound\tright\tprecision\trecall\tF1\n";
  for (const std::string& label : labels()) {
    const size_t gold = count(label, ""), found = count("", label), right = count(label, label);
    out += fmt::format("{}\t{}\t{}\t{}\t{:.3f}\t{:.3f}\t{:.3f}\n", label, gold, found, right,
                       double(right) / double(std::max<size_t>(1, found)), double(right) / double(gold), f1(label));
  }
  return out;
}

std::vector<std::string> Confusion::mistakes() const {
  std::vector<Cell> wrong;
  for (const Cell& cell : cells_)
    if (cell.gold != cell.found) wrong.push_back(cell);
  std::stable_sort(wrong.begin(), wrong.end(), [](const Cell& a, const Cell& b) { return a.count > b.count; });
  std::vector<std::string> lines;
  for (const Cell& cell : wrong) lines.push_back(fmt::format("{} for {}: {}", cell.found, cell.gold, cell.count));
  return lines;
}

}  // namespace verbale::bench
