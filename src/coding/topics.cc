// Counting, and the two thresholds. A score ("2-1") is a sign of sport like a word.
#include "coding/topics.h"

#include <algorithm>

namespace verbale {
namespace {

constexpr std::string_view kEarnest = "earnest";
constexpr std::string_view kSport = "sport";
constexpr int kWeightMin = 3;
constexpr int kArticleWeightMin = 8;
constexpr size_t kSignsMin = 2;

bool is_digits(std::string_view word) {
  return !word.empty() && word.size() <= 2 &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "2-1" as one word or three.
bool is_score(const Document& doc, TokenId token) {
  const std::string_view word = doc.tokens[token].lower;
  if (const size_t dash = word.find('-'); dash != std::string_view::npos)
    return is_digits(word.substr(0, dash)) && is_digits(word.substr(dash + 1));
  return is_digits(word) && token + 2 < doc.tokens.size() && !doc.tokens[token].space_after &&
         (doc.tokens[token + 1].lower == "-" || doc.tokens[token + 1].lower == "–") &&
         is_digits(doc.tokens[token + 2].lower);
}

}  // namespace

Result<TopicTables> TopicTables::open(const Knowledge& knowledge) {
  const Table* table = knowledge.find("topics/words.tsv");
  if (table == nullptr) return Error{Error::Kind::knowledge, "the table topics/words.tsv is missing"};
  TopicTables tables;
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view name = table->cell(row, "topic");
    auto topic = std::find(tables.topics_.begin(), tables.topics_.end(), name);
    if (topic == tables.topics_.end()) topic = tables.topics_.insert(topic, name);
    const std::string_view strength = table->cell(row, "strength");
    if (strength != "1" && strength != "2") return table_error(*table, row, "the strength is 1 or 2");
    tables.words_[table->cell(row, "word")].push_back(
        {uint8_t(topic - tables.topics_.begin()), uint8_t(strength[0] - '0')});
  }
  for (std::string_view needed : {kEarnest, kSport})
    if (std::find(tables.topics_.begin(), tables.topics_.end(), needed) == tables.topics_.end())
      return Error{Error::Kind::knowledge, "topics/words.tsv has no words of the topic " + std::string(needed)};
  return tables;
}

const std::vector<TopicTables::Sign>* TopicTables::signs_of(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

ArticleTopics::ArticleTopics(const TopicTables& tables, const Document& doc) {
  Tally empty;
  for (std::string_view name : tables.topics()) empty.topics.push_back({name, 0, {}});
  Tally article = empty;
  for (const Sentence& sentence : doc.sentences) {
    while (paragraphs_.size() <= sentence.paragraph) paragraphs_.push_back(empty);
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      count(tables, doc, t, paragraphs_[sentence.paragraph]);
      count(tables, doc, t, article);
    }
  }
  choose(tables, article);
}

void ArticleTopics::count(const TopicTables& tables, const Document& doc, TokenId token, Tally& tally) const {
  const Token& word = doc.tokens[token];
  const auto* signs = tables.signs_of(word.lemma);
  if (signs == nullptr) signs = tables.signs_of(word.lower);
  const bool score = signs == nullptr && is_score(doc, token);
  if (signs == nullptr && !score) return;
  const std::string_view counted = score ? kSport : word.lemma;
  if (std::find(tally.counted.begin(), tally.counted.end(), counted) != tally.counted.end()) return;
  tally.counted.push_back(counted);
  if (score) {
    for (Topic& topic : tally.topics)
      if (topic.name == kSport) topic.weight += 2, topic.signs.push_back(word.span);
    return;
  }
  for (TopicTables::Sign sign : *signs) {
    tally.topics[sign.topic].weight += sign.strength;
    tally.topics[sign.topic].signs.push_back(word.span);
  }
}

void ArticleTopics::choose(const TopicTables& tables, const Tally& article) {
  const size_t earnest =
      size_t(std::find(tables.topics().begin(), tables.topics().end(), kEarnest) - tables.topics().begin());
  chosen_.resize(paragraphs_.size());
  for (size_t paragraph = 0; paragraph < paragraphs_.size(); ++paragraph) {
    const std::vector<Topic>& topics = paragraphs_[paragraph].topics;
    for (size_t i = 0; i < topics.size(); ++i) {
      if (i == earnest || topics[i].weight <= topics[earnest].weight) continue;
      const bool alone = topics[i].weight >= kWeightMin && topics[i].signs.size() >= kSignsMin;
      const bool within = article.topics[i].weight >= kArticleWeightMin &&
                          article.topics[i].weight > 2 * article.topics[earnest].weight && topics[i].weight > 0;
      if ((alone || within) && topics[i].weight > chosen_[paragraph].weight) chosen_[paragraph] = topics[i];
    }
  }
}

const Topic* ArticleTopics::at(uint32_t paragraph) const {
  if (paragraph >= chosen_.size() || chosen_[paragraph].weight == 0) return nullptr;
  return &chosen_[paragraph];
}

}  // namespace verbale
