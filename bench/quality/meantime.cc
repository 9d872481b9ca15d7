// How well the kind of truth and the reported words agree with readers on MEANTIME, 120 short news articles.
//
//   bench_meantime FOLDER [--errors]
//
// The folder holds intra-doc_annotation/. Factuality: annotators judged for each event whether it is certain, denied,
// and still to come; our status answers all three (see Judgement). Events that they left open are not asked. Beside
// the accuracy stand the share that always answering CERTAIN, POS, NON_FUTURE would reach, and the F1 of the rarer
// answer. Quotation links: a word of saying and the event that it reports; ours are the cue of each statement with the
// topmost marked event of its content. Only marked events count on both sides.
#include <algorithm>
#include <cstdio>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "coding/boilerplate.h"
#include "coding/predicates.h"
#include "coding/statements.h"
#include "coding/status.h"
#include "language/language.h"
#include "meantime_gold.h"
#include "pack/table.h"
#include "record/vocabulary.h"

namespace verbale::bench {
namespace {

// What a status says about the three questions.
struct Judgement {
  bool uncertain = false;
  bool negative = false;
  bool future = false;
};

Judgement judgement_of(EventStatus status) {
  Judgement judgement;
  judgement.uncertain = status == EventStatus::possible || status == EventStatus::unclear;
  judgement.negative = status == EventStatus::denied || status == EventStatus::not_happened;
  judgement.future = status == EventStatus::planned || status == EventStatus::wanted || status == EventStatus::possible;
  return judgement;
}

// A question with two answers, one of them rare.
struct Question {
  size_t asked = 0, right = 0, rare = 0, answered_rare = 0, both_rare = 0;

  bool count(bool gold, bool ours) {
    ++asked;
    right += gold == ours;
    rare += gold;
    answered_rare += ours;
    both_rare += gold && ours;
    return gold == ours;
  }

  void print(const char* name) const {
    const double n = double(std::max<size_t>(asked, 1));
    const double f1 = 2.0 * double(both_rare) / double(std::max<size_t>(rare + answered_rare, 1));
    std::printf("%-10s %5zu asked  accuracy %.3f  (always the common answer %.3f)  F1 of the rare answer %.3f\n", name,
                asked, double(right) / n, double(asked - rare) / n, f1);
  }
};

// Token of the last word that an event marks.
std::optional<TokenId> token_of(const Document& doc, const MeantimeEvent& event) {
  std::optional<TokenId> last;
  for (TokenId t = 0; t < doc.tokens.size(); ++t)
    if (doc.tokens[t].span.begin < event.end && doc.tokens[t].span.end > event.begin) last = t;
  return last;
}

class Bench {
 public:
  Bench(const StatusTables& status, const ArgumentWords& words, bool errors)
      : status_(status), words_(words), errors_(errors) {}

  void score(const Document& doc, const MeantimeArticle& article) {
    std::vector<std::optional<TokenId>> tokens;
    for (const MeantimeEvent& event : article.events) tokens.push_back(token_of(doc, event));
    score_factuality(doc, article, tokens);
    score_quotations(doc, article, tokens);
  }

  void print() const {
    certainty_.print("certainty");
    polarity_.print("polarity");
    time_.print("time");
    std::printf("%-10s %5zu asked  accuracy %.3f\n", "all three", asked_all_,
                double(right_all_) / double(std::max<size_t>(asked_all_, 1)));
    const double precision = double(linked_) / double(std::max<size_t>(found_links_, 1));
    const double recall = double(linked_) / double(std::max<size_t>(gold_links_, 1));
    const double f1 = 2.0 * double(linked_) / double(std::max<size_t>(found_links_ + gold_links_, 1));
    std::printf("quotation links  gold %zu  found %zu  P %.3f  R %.3f  F1 %.3f\n", gold_links_, found_links_, precision,
                recall, f1);
  }

 private:
  void score_factuality(const Document& doc, const MeantimeArticle& article,
                        const std::vector<std::optional<TokenId>>& tokens) {
    const PredicateIndex index(doc, words_);
    for (size_t e = 0; e < tokens.size(); ++e) {
      const MeantimeEvent& event = article.events[e];
      if (!tokens[e] || event.certainty.empty()) continue;
      const EventStatus status = status_of(doc, index, *tokens[e]);
      judge(doc, event, *tokens[e], status);
    }
  }

  EventStatus status_of(const Document& doc, const PredicateIndex& index, TokenId token) const {
    if (const Predicate* known = index.headed_by(token)) return status_.read(doc, *known).status;
    Predicate bare;
    bare.head = token;
    bare.kind = is_verb(doc.tokens[token]) ? PredicateKind::verb : PredicateKind::noun;
    return status_.read(doc, bare).status;
  }

  void judge(const Document& doc, const MeantimeEvent& event, TokenId token, EventStatus status) {
    const Judgement ours = judgement_of(status);
    bool right = true;
    bool asked = false;
    const auto ask = [&](Question& question, const std::string& answer, bool gold, bool own) {
      if (answer == "UNDERSPECIFIED" || answer.empty()) return;
      asked = true;
      if (!question.count(gold, own)) right = false;
    };
    ask(certainty_, event.certainty, event.certainty != "CERTAIN", ours.uncertain);
    ask(polarity_, event.polarity, event.polarity == "NEG", ours.negative);
    ask(time_, event.time, event.time == "FUTURE", ours.future);
    asked_all_ += asked;
    right_all_ += asked && right;
    if (errors_ && !right)
      std::printf("%s %s %s for %s  [%s] %s\n", event.certainty.c_str(), event.polarity.c_str(), event.time.c_str(),
                  std::string(to_label(status)).c_str(), std::string(doc.words(token)).c_str(),
                  sentence_of(doc, token).c_str());
  }

  void score_quotations(const Document& doc, const MeantimeArticle& article,
                        const std::vector<std::optional<TokenId>>& tokens) {
    using Link = std::pair<TokenId, TokenId>;
    std::set<TokenId> marked;
    for (const auto& token : tokens)
      if (token) marked.insert(*token);
    std::set<Link> gold;
    for (const MeantimeQuotation& link : article.quotations)
      if (tokens[link.cue] && tokens[link.reported]) gold.insert({*tokens[link.cue], *tokens[link.reported]});
    std::set<Link> found;
    for (const Statement& statement : doc.statements)
      if (const auto event = topmost(doc, statement, marked); event && marked.contains(statement.cue_token))
        found.insert({statement.cue_token, *event});
    gold_links_ += gold.size();
    found_links_ += found.size();
    for (const Link& link : found) linked_ += gold.contains(link);
    if (errors_) print_links(doc, gold, found);
  }

  // The marked event of the content that stands nearest to the root of the tree; the first of those.
  static std::optional<TokenId> topmost(const Document& doc, const Statement& statement,
                                        const std::set<TokenId>& marked) {
    std::optional<TokenId> best;
    uint32_t best_depth = UINT32_MAX;
    for (TokenId token : marked) {
      const bool within = std::any_of(statement.content.begin(), statement.content.end(),
                                      [&](Span span) { return span.contains(doc.tokens[token].span); });
      if (!within || token == statement.cue_token) continue;
      const uint32_t depth = depth_of(doc, token);
      if (depth < best_depth) best = token, best_depth = depth;
    }
    return best;
  }

  static uint32_t depth_of(const Document& doc, TokenId token) {
    uint32_t depth = 0;
    for (; doc.tokens[token].head != token; token = doc.tokens[token].head) ++depth;
    return depth;
  }

  static void print_links(const Document& doc, const std::set<std::pair<TokenId, TokenId>>& gold,
                          const std::set<std::pair<TokenId, TokenId>>& found) {
    const auto print = [&](const char* kind, const std::pair<TokenId, TokenId>& link) {
      std::printf("%s %s -> %s  %s\n", kind, std::string(doc.words(link.first)).c_str(),
                  std::string(doc.words(link.second)).c_str(), sentence_of(doc, link.first).c_str());
    };
    for (const auto& link : gold)
      if (!found.contains(link)) print("MISS", link);
    for (const auto& link : found)
      if (!gold.contains(link)) print("MORE", link);
  }

  static std::string sentence_of(const Document& doc, TokenId token) {
    return std::string(doc.words(doc.span_of(doc.sentences[doc.tokens[token].sentence].tokens)));
  }

  const StatusTables& status_;
  const ArgumentWords& words_;
  bool errors_;
  Question certainty_, polarity_, time_;
  size_t asked_all_ = 0, right_all_ = 0;
  size_t gold_links_ = 0, found_links_ = 0, linked_ = 0;
};

int complain(const std::string& what) { return std::fprintf(stderr, "%s\n", what.c_str()), 1; }

int run(const std::filesystem::path& folder, bool errors) {
  const Result<Language> language = Language::open(VERBALE_ROOT "/assets/en_core_web_sm-3.8.0");
  const Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  if (!language) return complain(language.error().what());
  if (!knowledge) return complain(knowledge.error().what());
  const Result<StatusTables> status = StatusTables::open(*knowledge);
  const Result<StatementTables> statements = StatementTables::open(*knowledge);
  const Result<SignalTables> signals = SignalTables::open(*knowledge);
  const Result<ArgumentWords> words = ArgumentWords::open(*knowledge);
  if (!status) return complain(status.error().what());
  if (!words) return complain(words.error().what());
  if (!statements) return complain(statements.error().what());
  if (!signals) return complain(signals.error().what());

  Language::Scratch scratch(*language);
  Bench bench(*status, *words, errors);
  for (const MeantimeArticle& gold : read_meantime_articles(folder)) {
    Article article;
    article.text = gold.text;
    Document doc(article);
    language->parse(doc, scratch);
    mark_boilerplate(*signals, doc);
    find_statements(*statements, doc);
    bench.score(doc, gold);
  }
  bench.print();
  return 0;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  if (argc < 2) return std::puts("usage: bench_meantime FOLDER [--errors]"), 2;
  return verbale::bench::run(argv[1], argc > 2);
}
