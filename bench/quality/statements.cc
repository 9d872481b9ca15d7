// How well statements are found: PolNeAR attributions (brat .ann with Source, Cue and Content) against ours.
//
//   bench_statements POLNEAR-FOLDER [--errors [DATA]]
//
// The folder holds text/*.txt and attributions/*.ann. A role scores 1 when its words are the same (punctuation aside),
// ½ when at least half of the words of both together are shared (Jaccard), 0 otherwise; an attribution scores the mean
// of its three roles when all three overlap by half ("strict": all three are the same). Each prediction meets at most
// one attribution.
//
// Two tables: every statement of ours, and the outermost alone. The annotators never marked an attribution inside what
// another one says ("he said that she denied …"), which our record keeps: only the second compares like with like.
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "base/utf8.h"
#include "coding/boilerplate.h"
#include "coding/statements.h"
#include "language/language.h"
#include "language/news_reading.h"

namespace verbale {
namespace {

using Spans = std::vector<Span>;

// Spans here are code points, as in the .ann files.
struct Attribution {
  Spans source, cue, content;
  bool operator==(const Attribution&) const = default;
};

struct Tally {
  double matched = 0;
  double found = 0;
  double wanted = 0;
  double precision() const { return found ? matched / found : 0; }
  double recall() const { return wanted ? matched / wanted : 0; }
  double f1() const { return found + wanted ? 2 * matched / (found + wanted) : 0; }
};

Spans parse_spans(const std::string& words) {
  Spans spans;
  std::stringstream parts(words);
  for (std::string part; std::getline(parts, part, ';');) {
    Span span;
    if (std::sscanf(part.c_str(), "%u %u", &span.begin, &span.end) == 2) spans.push_back(span);
  }
  std::sort(spans.begin(), spans.end());
  return spans;
}

std::vector<Attribution> read_annotations(const std::filesystem::path& path) {
  std::map<std::string, Spans> marks;
  std::vector<std::string> relations;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const size_t tab = line.find('\t');
    if (tab == std::string::npos) continue;
    const std::string rest = line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    if (line[0] == 'T') marks[line.substr(0, tab)] = parse_spans(rest.substr(rest.find(' ') + 1));
    if (line[0] == 'E') relations.push_back(rest);
  }
  std::vector<Attribution> attributions;
  for (const std::string& relation : relations) {
    Attribution attribution;
    std::stringstream parts(relation);
    for (std::string part; parts >> part;) {
      const Spans& spans = marks[part.substr(part.find(':') + 1)];
      Spans* role = part.starts_with("Source")    ? &attribution.source
                    : part.starts_with("Cue")     ? &attribution.cue
                    : part.starts_with("Content") ? &attribution.content
                                                  : nullptr;
      if (role) role->insert(role->end(), spans.begin(), spans.end());
    }
    if (!attribution.content.empty()) attributions.push_back(attribution);
  }
  return attributions;
}

class CodePoints {
 public:
  explicit CodePoints(std::string_view text) : at_(text.size() + 1) {
    uint32_t count = 0;
    for (size_t byte = 0; byte < text.size();) {
      const uint32_t size = decode(text, byte).size;
      for (uint32_t i = 0; i < size; ++i) at_[byte + i] = count;
      byte += size;
      ++count;
    }
    at_.back() = count;
  }
  Span of(Span bytes) const { return {at_[bytes.begin], at_[bytes.end]}; }

 private:
  std::vector<uint32_t> at_;
};

Attribution to_attribution(const Statement& statement, const CodePoints& points) {
  Attribution attribution;
  if (statement.speaker_span) attribution.source.push_back(points.of(*statement.speaker_span));
  if (statement.cue) attribution.cue.push_back(points.of(*statement.cue));
  for (Span span : statement.content) attribution.content.push_back(points.of(span));
  std::sort(attribution.content.begin(), attribution.content.end());
  return attribution;
}

// The words (as code point offsets of their first letters) that the spans touch.
std::set<uint32_t> words_in(const Spans& spans, const std::vector<Span>& words) {
  std::set<uint32_t> touched;
  for (Span span : spans)
    for (Span word : words)
      if (word.overlaps(span)) touched.insert(word.begin);
  return touched;
}

double role_score(const Spans& a, const Spans& b, const std::vector<Span>& words) {
  if (a == b) return 1;
  if (words_in(a, words) == words_in(b, words))
    return 1;  // annotators differ in commas, and split passages at full stops
  const std::set<uint32_t> left = words_in(a, words), right = words_in(b, words);
  size_t both = 0;
  for (uint32_t word : left) both += right.count(word);
  const size_t all = left.size() + right.size() - both;
  return all && 2 * both >= all ? 0.5 : 0;
}

struct Scores {
  double source = 0, cue = 0, content = 0;
  double mean() const { return (source + cue + content) / 3; }
  bool all() const { return source > 0 && cue > 0 && content > 0; }
  bool strict() const { return source == 1 && cue == 1 && content == 1; }
};

Scores compare(const Attribution& a, const Attribution& b, const std::vector<Span>& words) {
  return {role_score(a.source, b.source, words), role_score(a.cue, b.cue, words),
          role_score(a.content, b.content, words)};
}

struct Pair {
  size_t gold, found;
  Scores scores;
};

std::string excerpt(const Document& doc, const CodePoints& points, const Attribution& a) {
  std::string out;
  const auto put = [&](const char* role, const Spans& spans) {
    out += std::string(" ") + role + "[";
    for (Span span : spans) {
      uint32_t begin = 0;
      while (begin < doc.text.size() && points.of({begin, begin}).begin < span.begin) ++begin;
      uint32_t end = begin;
      while (end < doc.text.size() && points.of({end, end}).begin < span.end) ++end;
      std::string words(doc.text.substr(begin, end - begin));
      std::replace(words.begin(), words.end(), '\n', ' ');
      out += (out.back() == '[' ? "" : " / ") + words;
    }
    out += "]";
  };
  put("S", a.source);
  put("C", a.cue);
  put("Q", a.content);
  return out;
}

class Bench {
 public:
  Bench(bool nested, bool errors) : nested_(nested), errors_(errors) {}

  void score(const Document& doc, const std::vector<Attribution>& gold) {
    const CodePoints points(doc.text);
    std::vector<Span> words;
    for (const Token& token : doc.tokens)
      if (token.pos != Pos::space && token.pos != Pos::punct) words.push_back(points.of(token.span));
    std::vector<Attribution> found;
    for (const Statement& statement : doc.statements)
      if (nested_ || statement.within == kNone) found.push_back(to_attribution(statement, points));
    const std::vector<Pair> pairs = match(gold, found, words);
    add(pairs, gold.size(), found.size());
    if (errors_) list(doc, points, pairs, gold, found);
  }

  void print() const {
    std::puts(nested_ ? "all statements" : "outermost statements");
    std::printf("role\tP\tR\tF1\n");
    for (const auto& [role, tally] : tallies_)
      std::printf("%s\t%.3f\t%.3f\t%.3f\n", role.c_str(), tally.precision(), tally.recall(), tally.f1());
    std::printf("attributions\tgold %.0f\tfound %.0f\n", tallies_.at("all-mean").wanted, tallies_.at("all-mean").found);
  }

 private:
  static std::vector<Pair> match(const std::vector<Attribution>& gold, const std::vector<Attribution>& found,
                                 const std::vector<Span>& words) {
    std::vector<Pair> candidates;
    for (size_t g = 0; g < gold.size(); ++g)
      for (size_t f = 0; f < found.size(); ++f)
        if (const Scores scores = compare(gold[g], found[f], words); scores.mean() > 0)
          candidates.push_back({g, f, scores});
    std::stable_sort(candidates.begin(), candidates.end(), [](const Pair& a, const Pair& b) {
      return std::pair(a.scores.all(), a.scores.mean()) > std::pair(b.scores.all(), b.scores.mean());
    });
    std::set<size_t> used_gold, used_found;
    std::vector<Pair> pairs;
    for (const Pair& pair : candidates) {
      if (used_gold.count(pair.gold) || used_found.count(pair.found)) continue;
      used_gold.insert(pair.gold);
      used_found.insert(pair.found);
      pairs.push_back(pair);
    }
    return pairs;
  }

  void add(const std::vector<Pair>& pairs, size_t wanted, size_t found) {
    for (const char* role : {"all-mean", "all-strict", "any-mean", "source", "cue", "content"}) {
      tallies_[role].wanted += double(wanted);
      tallies_[role].found += double(found);
    }
    for (const Pair& pair : pairs) {
      if (pair.scores.all()) tallies_["all-mean"].matched += pair.scores.mean();
      if (pair.scores.strict()) tallies_["all-strict"].matched += 1;
      tallies_["any-mean"].matched += pair.scores.mean();
      tallies_["source"].matched += pair.scores.source;
      tallies_["cue"].matched += pair.scores.cue;
      tallies_["content"].matched += pair.scores.content;
    }
  }

  static void list(const Document& doc, const CodePoints& points, const std::vector<Pair>& pairs,
                   const std::vector<Attribution>& gold, const std::vector<Attribution>& found) {
    std::set<size_t> used_gold, used_found;
    for (const Pair& pair : pairs) {
      if (pair.scores.cue == 0) continue;
      used_gold.insert(pair.gold);
      used_found.insert(pair.found);
      if (pair.scores.strict()) {
        std::printf("SAME\n  gold%s\n", excerpt(doc, points, gold[pair.gold]).c_str());
        continue;
      }
      std::printf("NEAR %.1f %.1f %.1f\n  gold%s\n  ours%s\n", pair.scores.source, pair.scores.cue, pair.scores.content,
                  excerpt(doc, points, gold[pair.gold]).c_str(), excerpt(doc, points, found[pair.found]).c_str());
    }
    for (size_t g = 0; g < gold.size(); ++g)
      if (!used_gold.count(g)) std::printf("MISS%s\n", excerpt(doc, points, gold[g]).c_str());
    for (size_t f = 0; f < found.size(); ++f)
      if (!used_found.count(f))
        std::printf("%s%s\n", doc.statements[f].within == kNone ? "MORE" : "WITHIN",
                    excerpt(doc, points, found[f]).c_str());
  }

  bool nested_;
  bool errors_;
  std::map<std::string, Tally> tallies_;
};

// The first annotator's file of an article.
std::filesystem::path annotation_file(const std::filesystem::path& folder, const std::string& name) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    if (entry.path().filename().string().starts_with(name + "_")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files.empty() ? std::filesystem::path() : files.front();
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

int complain(std::string_view what) { return std::cerr << what << "\n", 1; }

int run(int argc, char** argv) {
  if (argc < 2) return complain("usage: bench_statements POLNEAR-FOLDER [--errors [DATA]]");
  const std::filesystem::path folder = argv[1];
  const Result<Knowledge> knowledge = Knowledge::read_folder(argc > 3 ? argv[3] : VERBALE_ROOT "/data");
  if (!knowledge) return complain(knowledge.error().what());
  const Result<NewsReading> news = NewsReading::open(*knowledge);
  if (!news) return complain(news.error().what());
  const Result<StatementTables> statements = StatementTables::open(*knowledge);
  if (!statements) return complain(statements.error().what());
  const Result<SignalTables> signals = SignalTables::open(*knowledge);
  if (!signals) return complain(signals.error().what());
  const Result<Language> language = Language::open(VERBALE_ROOT "/assets/en_core_web_sm-3.8.0");
  if (!language) return complain(language.error().what());

  Language::Scratch scratch(*language);
  Bench all(true, argc > 2), outermost(false, false);
  for (const std::filesystem::path& file : files_in(folder / "text")) {
    Article article;
    article.text = read_file(file);
    Document doc(article);
    language->parse(doc, scratch, &*news);
    mark_boilerplate(*signals, doc);
    find_statements(*statements, doc);
    const auto gold = read_annotations(annotation_file(folder / "attributions", file.stem().string()));
    if (argc > 2) std::printf("ARTICLE %s\n", file.stem().c_str());
    all.score(doc, gold);
    outermost.score(doc, gold);
  }
  all.print();
  outermost.print();
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) { return verbale::run(argc, argv); }
