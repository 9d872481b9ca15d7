// How well the status of events agrees with readers: the UW factuality set, in which readers say of every event how
// sure they are that it happened, from -3 (certainly not) to 3 (certainly).
//
//   bench_factuality UW-FOLDER [--errors]
//
// The folder holds train.conll and dev.conll: a token a line (index, word, factuality or "_", …), sentences apart by a
// blank line. A sentence is written out as text, read by the language layer as any text, and aligned by letters. Every
// status stands for one number, and every cue word for its own where the training part knows it well enough: the median
// of its cases there, with kPriorCount cases more at the status's own median. Nothing of dev is used.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "coding/predicates.h"
#include "coding/status.h"
#include "language/language.h"
#include "pack/table.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

constexpr size_t kPriorCount = 8;

struct GoldEvent {
  Span word;
  double factuality = 0;
};

struct GoldSentence {
  std::string text;
  std::vector<GoldEvent> events;
};

// One judged event beside what we read.
struct Judged {
  double gold = 0;
  std::string status;
  std::string cue;  // status and cue word, "" where there is no cue
  std::string shown;
};

struct Figures {
  double mean_absolute_error = 0;
  double correlation = 0;
};

// ---- reading the set -------------------------------------------------------------------------------------------

bool clings_to_the_left(const std::string& word) {
  constexpr std::array<std::string_view, 14> kClinging = {",",  ".",   ":",   ";",  "!",   "?",   ")",
                                                          "'s", "n't", "'re", "'m", "'ll", "'ve", "'d"};
  return std::find(kClinging.begin(), kClinging.end(), word) != kClinging.end();
}

void add_word(GoldSentence& sentence, std::string word, const std::string& factuality) {
  if (word == "``" || word == "''") word = "\"";
  const bool after_bracket = sentence.text.ends_with("(") || sentence.text.ends_with("$");
  if (!sentence.text.empty() && !clings_to_the_left(word) && !after_bracket) sentence.text += ' ';
  const Span span{uint32_t(sentence.text.size()), uint32_t(sentence.text.size() + word.size())};
  sentence.text += word;
  if (factuality != "_") sentence.events.push_back({span, std::stod(factuality)});
}

std::vector<GoldSentence> read_gold(const std::filesystem::path& path) {
  std::vector<GoldSentence> sentences(1);
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    std::stringstream fields(line);
    std::string index, word, factuality;
    if (fields >> index >> word >> factuality)
      add_word(sentences.back(), word, factuality);
    else if (!sentences.back().text.empty())
      sentences.emplace_back();
  }
  if (sentences.back().text.empty()) sentences.pop_back();
  return sentences;
}

// ---- reading the status ----------------------------------------------------------------------------------------

class StatusJudge {
 public:
  StatusJudge(const Language& language, const StatusTables& tables, const ArgumentWords& words)
      : language_(language), scratch_(language), tables_(tables), words_(words) {}

  std::vector<Judged> judge(const std::vector<GoldSentence>& sentences) {
    std::vector<Judged> judged;
    for (const GoldSentence& sentence : sentences) judge(sentence, judged);
    return judged;
  }

 private:
  void judge(const GoldSentence& sentence, std::vector<Judged>& judged) {
    Article article;
    article.text = sentence.text;
    Document doc(article);
    language_.parse(doc, scratch_);
    const PredicateIndex index(doc, words_);
    for (const GoldEvent& event : sentence.events)
      if (const auto token = token_at(doc, event.word)) judged.push_back(judge(doc, index, *token, event));
  }

  Judged judge(const Document& doc, const PredicateIndex& index, TokenId token, const GoldEvent& event) const {
    Predicate bare;
    bare.head = token;
    bare.kind = is_verb(doc.tokens[token]) ? PredicateKind::verb : PredicateKind::noun;
    const Predicate* known = index.headed_by(token);
    const StatusReading reading = tables_.read(doc, known != nullptr ? *known : bare);
    Judged result;
    result.gold = event.factuality;
    result.status = to_label(reading.status);
    if (!reading.cues.empty()) result.cue = result.status + " " + cue_word(doc, reading.cues.back().span);
    result.shown = "[" + std::string(doc.words(token)) + "] " + std::string(doc.text);
    return result;
  }

  static std::string cue_word(const Document& doc, Span span) {
    const auto token = token_at(doc, span);
    return token ? std::string(doc.tokens[*token].lemma) : std::string();
  }

  static std::optional<TokenId> token_at(const Document& doc, Span span) {
    for (TokenId t = 0; t < doc.tokens.size(); ++t)
      if (doc.tokens[t].span.overlaps(span)) return t;
    return std::nullopt;
  }

  const Language& language_;
  Language::Scratch scratch_;
  const StatusTables& tables_;
  const ArgumentWords& words_;
};

// ---- from a status to a number ---------------------------------------------------------------------------------

class Scale {
 public:
  explicit Scale(const std::vector<Judged>& train) {
    for (const Judged& one : train) {
      by_status_[one.status].push_back(one.gold);
      if (!one.cue.empty()) by_cue_[one.cue].push_back(one.gold);
    }
    for (auto& [cue, numbers] : by_cue_) {
      const double prior = median(by_status_[cue.substr(0, cue.find(' '))]);
      numbers.insert(numbers.end(), kPriorCount, prior);
    }
  }

  double number_for(const Judged& one) const {
    if (const auto cue = by_cue_.find(one.cue); cue != by_cue_.end()) return median(cue->second);
    const auto status = by_status_.find(one.status);
    return status == by_status_.end() ? 0 : median(status->second);
  }

  void print() const {
    for (const auto& [status, numbers] : by_status_)
      std::printf("  %-14s %6.2f  of %zu\n", status.c_str(), median(numbers), numbers.size());
  }

 private:
  static double median(std::vector<double> numbers) {
    std::nth_element(numbers.begin(), numbers.begin() + long(numbers.size() / 2), numbers.end());
    return numbers[numbers.size() / 2];
  }

  std::map<std::string, std::vector<double>> by_status_;
  std::map<std::string, std::vector<double>> by_cue_;
};

Figures compare(const std::vector<Judged>& judged, const Scale& scale) {
  double absolute = 0, x = 0, y = 0, xx = 0, yy = 0, xy = 0;
  const double n = double(judged.size());
  for (const Judged& one : judged) {
    const double ours = scale.number_for(one);
    absolute += std::abs(ours - one.gold);
    x += ours, y += one.gold, xx += ours * ours, yy += one.gold * one.gold, xy += ours * one.gold;
  }
  return {absolute / n, (n * xy - x * y) / std::sqrt((n * xx - x * x) * (n * yy - y * y))};
}

void print_errors(std::vector<Judged> judged, const Scale& scale) {
  std::stable_sort(judged.begin(), judged.end(), [&](const Judged& a, const Judged& b) {
    return std::abs(scale.number_for(a) - a.gold) > std::abs(scale.number_for(b) - b.gold);
  });
  for (const Judged& one : judged)
    std::printf("%5.2f for %5.2f  %s (%s) %s\n", scale.number_for(one), one.gold, one.status.c_str(), one.cue.c_str(),
                one.shown.c_str());
}

int run(const std::filesystem::path& folder, bool errors) {
  const Result<Language> language = Language::open(VERBALE_ROOT "/assets/en_core_web_sm-3.8.0");
  const Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  if (!language || !knowledge) return std::puts("the language package or data/ cannot be read"), 1;
  const Result<StatusTables> tables = StatusTables::open(*knowledge);
  const Result<ArgumentWords> words = ArgumentWords::open(*knowledge);
  if (!tables) return std::puts(tables.error().what().c_str()), 1;

  StatusJudge judge(*language, *tables, *words);
  const std::vector<Judged> train = judge.judge(read_gold(folder / "train.conll"));
  const std::vector<Judged> dev = judge.judge(read_gold(folder / "dev.conll"));
  const Scale scale(train);
  for (const auto& [name, judged] : {std::pair{"train", &train}, std::pair{"dev", &dev}}) {
    const Figures figures = compare(*judged, scale);
    std::printf("%-6s %5zu events  MAE %.3f  r %.3f\n", name, judged->size(), figures.mean_absolute_error,
                figures.correlation);
  }
  scale.print();
  if (errors) print_errors(train, scale);
  return 0;
}

}  // namespace
}  // namespace verbale

int main(int argc, char** argv) {
  if (argc < 2) return std::puts("usage: bench_factuality UW-FOLDER [--errors]"), 2;
  return verbale::run(argv[1], argc > 2 && std::string_view(argv[2]) == "--errors");
}
