// How well mentions of one actor are put together.
//
//   bench_coref --ontogum FOLDER --texts > texts.jsonl        the texts, to be parsed (tools/oracle/parse.py)
//   bench_coref --ontogum FOLDER --parsed parsed.jsonl        MUC, B3, CEAFe and their mean, F1 in percent
//
// The gold chains hold everything that is spoken of twice, things and events as well as actors, and so do ours before
// what is no actor is left out of the record; with --actors only the record's own chains are scored, whose recall has a
// ceiling far below one. Two rows: "strict" asks for both ends of a mention,
// "heads" for the same syntactic head, because the record leaves relative clauses out of a mention.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "resolve/entities.h"
#include "support/parsed_document.h"

namespace verbale::bench {
namespace {

namespace fs = std::filesystem;

using Chain = std::set<Span>;
using Chains = std::vector<Chain>;

struct GoldText {
  std::string name;
  std::string text;
  Chains chains;
};

// "(5(1)" opens 5, opens and closes 1; "3)2)" closes 3 and 2. An id may carry more after a dash.
// The possessive ending belongs to no mention of the record: a mention that closes there ends before it.
void read_brackets(const std::string& brackets, Span token, uint32_t end,
                   std::map<std::string, std::vector<uint32_t>>& open, std::map<std::string, Chain>& chains) {
  std::string id;
  bool opening = false;
  const auto close = [&] {
    if (open[id].empty()) return;
    chains[id].insert({open[id].back(), end});
    open[id].pop_back();
  };
  for (char c : brackets + " ") {
    if (std::isdigit(static_cast<unsigned char>(c))) {
      id += c;
      continue;
    }
    if (opening && !id.empty()) open[id].push_back(token.begin);
    if (c == ')') close();
    if (c == '(' || c == ')' || !id.empty()) id.clear();
    opening = c == '(';
  }
}

GoldText read_gold(const fs::path& path) {
  GoldText gold;
  gold.name = path.stem().string();
  std::map<std::string, std::vector<uint32_t>> open;
  std::map<std::string, Chain> chains;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string number, word, brackets;
    cells >> number >> word >> brackets;
    if (!gold.text.empty()) gold.text += ' ';
    const uint32_t begin = uint32_t(gold.text.size());
    gold.text += word;
    const bool is_possessive = word == "'s" || word == "’s" || word == "'" || word == "’";
    const Span token{begin, uint32_t(gold.text.size())};
    if (brackets != "_") read_brackets(brackets, token, is_possessive ? begin - 1 : token.end, open, chains);
  }
  for (auto& [id, chain] : chains)
    if (chain.size() > 1) gold.chains.push_back(std::move(chain));
  return gold;
}

std::vector<GoldText> read_folder(const fs::path& folder) {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == ".conll") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<GoldText> texts;
  for (const fs::path& path : paths) texts.push_back(read_gold(path));
  return texts;
}

Chains all_chains(const ActorTables& tables, Document& doc) {
  Chains chains;
  for (const auto& mentions : find_chains(tables, doc)) {
    Chain chain;
    for (TokenRange mention : mentions) chain.insert(doc.span_of(mention));
    if (chain.size() > 1) chains.push_back(std::move(chain));
  }
  return chains;
}

Chains actor_chains(const ActorTables& tables, Document& doc) {
  find_entities(tables, doc);
  Chains chains;
  for (const Entity& entity : doc.entities) {
    Chain chain;
    for (MentionId id : entity.mentions) chain.insert(doc.mentions[id].span);
    if (chain.size() > 1) chains.push_back(std::move(chain));
  }
  return chains;
}

// The head token of a span: the first whose governor is outside.
Span head_in(const Document& doc, Span span) {
  for (const Token& token : doc.tokens) {
    if (!span.contains(token.span) || token.pos == Pos::punct) continue;
    const Token& governor = doc.tokens[token.head];
    if (!span.contains(governor.span) || &governor == &token) return token.span;
  }
  return span;
}

Chains by_heads(const Document& doc, const Chains& chains) {
  Chains heads;
  for (const Chain& chain : chains) {
    Chain mapped;
    for (Span span : chain) mapped.insert(head_in(doc, span));
    if (mapped.size() > 1) heads.push_back(std::move(mapped));
  }
  return heads;
}

struct Sums {
  double right_of_gold = 0, gold = 0, right_of_found = 0, found = 0;

  double f1() const {
    if (gold == 0 || found == 0) return 0;
    const double recall = right_of_gold / gold;
    const double precision = right_of_found / found;
    return recall + precision == 0 ? 0 : 200 * recall * precision / (recall + precision);
  }
};

size_t shared(const Chain& a, const Chain& b) {
  return size_t(std::count_if(a.begin(), a.end(), [&](Span span) { return b.contains(span); }));
}

// MUC: links kept. Returns the number of links of `chains` that `others` also make.
double muc_links(const Chains& chains, const Chains& others) {
  double kept = 0;
  for (const Chain& chain : chains) {
    size_t parts = 0, covered = 0;
    for (const Chain& other : others) {
      const size_t common = shared(chain, other);
      parts += common > 0;
      covered += common;
    }
    kept += double(chain.size()) - double(parts + chain.size() - covered);
  }
  return kept;
}

double links(const Chains& chains) {
  double sum = 0;
  for (const Chain& chain : chains) sum += double(chain.size() - 1);
  return sum;
}

double mentions(const Chains& chains) {
  double sum = 0;
  for (const Chain& chain : chains) sum += double(chain.size());
  return sum;
}

double b_cubed(const Chains& chains, const Chains& others) {
  double sum = 0;
  for (const Chain& chain : chains)
    for (const Chain& other : others) {
      const double common = double(shared(chain, other));
      sum += common * common / double(chain.size());
    }
  return sum;
}

// CEAFe with a greedy alignment, best pairs first: close to the optimal one, and never above it.
double ceaf_e(const Chains& gold, const Chains& found) {
  struct Pair {
    double similarity;
    size_t gold, found;
  };
  std::vector<Pair> pairs;
  for (size_t g = 0; g < gold.size(); ++g)
    for (size_t f = 0; f < found.size(); ++f)
      if (const size_t common = shared(gold[g], found[f]); common > 0)
        pairs.push_back({2.0 * double(common) / double(gold[g].size() + found[f].size()), g, f});
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Pair& a, const Pair& b) { return a.similarity > b.similarity; });
  std::set<size_t> used_gold, used_found;
  double sum = 0;
  for (const Pair& pair : pairs)
    if (!used_gold.contains(pair.gold) && !used_found.contains(pair.found)) {
      used_gold.insert(pair.gold);
      used_found.insert(pair.found);
      sum += pair.similarity;
    }
  return sum;
}

struct Score {
  Sums muc, b3, ceaf;

  void add(const Chains& gold, const Chains& found) {
    const double similar = ceaf_e(gold, found);
    add(muc, muc_links(gold, found), links(gold), muc_links(found, gold), links(found));
    add(b3, b_cubed(gold, found), mentions(gold), b_cubed(found, gold), mentions(found));
    add(ceaf, similar, double(gold.size()), similar, double(found.size()));
  }

  static void add(Sums& sums, double right_of_gold, double gold, double right_of_found, double found) {
    sums.right_of_gold += right_of_gold;
    sums.gold += gold;
    sums.right_of_found += right_of_found;
    sums.found += found;
  }

  void print(const std::string& name) const {
    std::cout << name << "\t" << muc.f1() << "\t" << b3.f1() << "\t" << ceaf.f1() << "\t"
              << (muc.f1() + b3.f1() + ceaf.f1()) / 3 << "\n";
  }
};

// ---- errors by kind ----------------------------------------------------------------------------------------------

std::string kind_of(const std::string& text, Span span) {
  std::string words = text.substr(span.begin, span.end - span.begin);
  const bool is_single = words.find(' ') == std::string::npos;
  const char first = words.empty() ? ' ' : words[0];
  std::transform(words.begin(), words.end(), words.begin(), [](unsigned char c) { return char(std::tolower(c)); });
  const auto is = [&](std::initializer_list<const char*> list) {
    return is_single && std::find(list.begin(), list.end(), words) != list.end();
  };
  if (is({"i", "me", "my", "we", "us", "our", "you", "your", "ourselves", "myself"})) return "I, we, you";
  if (is({"he", "him", "his", "she", "her", "himself", "herself"})) return "he, she";
  if (is({"it", "its", "itself"})) return "it";
  if (is({"they", "them", "their", "themselves"})) return "they";
  if (is({"this", "that", "these", "those"})) return "this, that";
  const std::string article = words.substr(0, words.find(' '));
  for (const char* one : {"the", "this", "that", "these", "those"})
    if (article == one) return "definite";
  for (const char* one : {"my", "our", "your", "his", "her", "its", "their"})
    if (article == one) return "owned";
  return std::isupper(static_cast<unsigned char>(first)) ? "name" : "bare";
}

// Mentions in chains: of the gold ones, of ours, and of both.
struct Kinds {
  struct Counts {
    size_t gold = 0, found = 0, both = 0;
  };
  std::map<std::string, Counts> counts;

  void add(const std::string& text, const Chains& gold, const Chains& found) {
    std::set<Span> in_gold, in_found;
    for (const Chain& chain : gold) in_gold.insert(chain.begin(), chain.end());
    for (const Chain& chain : found) in_found.insert(chain.begin(), chain.end());
    for (Span span : in_gold)
      ++counts[kind_of(text, span)].gold, counts[kind_of(text, span)].both += in_found.contains(span);
    for (Span span : in_found) ++counts[kind_of(text, span)].found;
    for (Span span : in_gold)
      if (!in_found.contains(span)) tell("missed", text, span);
    for (Span span : in_found)
      if (!in_gold.contains(span)) tell("too many", text, span);
  }

  static void tell(std::string_view what, const std::string& text, Span span) {
    std::cerr << what << "\t" << kind_of(text, span) << "\t" << text.substr(span.begin, span.end - span.begin) << "\n";
  }

  void print() const {
    std::cout << "kind\tgold\tfound\tboth\n";
    for (const auto& [kind, count] : counts)
      std::cout << kind << "\t" << count.gold << "\t" << count.found << "\t" << count.both << "\n";
  }
};

int print_texts(const std::vector<GoldText>& texts) {
  for (const GoldText& text : texts)
    std::cout << nlohmann::json{{"name", text.name}, {"text", text.text}}.dump() << "\n";
  return 0;
}

int score(const std::vector<GoldText>& texts, const std::string& parsed, const std::string& genre, bool everything,
          bool errors) {
  const Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  if (!knowledge) return std::cerr << knowledge.error().what() << "\n", 1;
  const Result<ActorTables> tables = ActorTables::open(*knowledge);
  if (!tables) return std::cerr << tables.error().what() << "\n", 1;
  Score strict, heads;
  Kinds kinds;
  std::ifstream in(parsed);
  for (const GoldText& text : texts) {
    std::string line;
    if (!std::getline(in, line)) return std::cerr << "fewer parses than texts\n", 1;
    if (text.name.find(genre) == std::string::npos) continue;
    const auto document = testing::read_parsed(line);
    const Chains found = everything ? all_chains(*tables, *document->doc) : actor_chains(*tables, *document->doc);
    strict.add(text.chains, found);
    if (errors) kinds.add(text.text, text.chains, found);
    heads.add(by_heads(*document->doc, text.chains), by_heads(*document->doc, found));
  }
  std::cout << "match\tMUC\tB3\tCEAFe\tmean\n";
  strict.print("strict");
  heads.print("heads");
  if (errors) kinds.print();
  return 0;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  std::string folder, parsed, genre;
  bool everything = true, errors = false;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--ontogum" && i + 1 < argc)
      folder = argv[++i];
    else if (word == "--parsed" && i + 1 < argc)
      parsed = argv[++i];
    else if (word == "--genre" && i + 1 < argc)
      genre = argv[++i];
    else if (word == "--actors")
      everything = false;
    else if (word == "--errors")
      errors = true;
  }
  if (folder.empty()) {
    std::cerr << "usage: bench_coref --ontogum FOLDER (--texts | --parsed FILE [--genre news] [--actors] [--errors])\n";
    return 2;
  }
  const auto texts = verbale::bench::read_folder(folder);
  return parsed.empty() ? verbale::bench::print_texts(texts)
                        : verbale::bench::score(texts, parsed, genre, everything, errors);
}
