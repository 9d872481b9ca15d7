// What a paragraph is about, as far as it keeps words like "beat", "clash" or "attack" from meaning what they mean in
// politics: sport, culture, business, health, nature, …
//
//   Result<TopicTables> tables = TopicTables::open(knowledge);
//   const ArticleTopics topics(*tables, doc);
//   if (const Topic* topic = topics.at(paragraph)) use(topic->name, topic->signs);
//
// Words with strengths (data/topics/words.tsv) are counted once each. A topic needs signs worth three, of two words at
// least; a paragraph with a single sign still belongs to it when the whole article is clearly about it. "Earnest" words
// (police, soldiers, detained) are counted beside: where they weigh as much, the paragraph has no topic.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

struct Topic {
  std::string_view name;  // "sport"
  int weight = 0;
  std::vector<Span> signs;  // the words that tell it, in text order
};

class TopicTables {
 public:
  struct Sign {
    uint8_t topic;
    uint8_t strength;
  };

  // requires: the Knowledge outlives the tables
  static Result<TopicTables> open(const Knowledge& knowledge);

  const std::vector<Sign>* signs_of(std::string_view word) const;
  const std::vector<std::string_view>& topics() const { return topics_; }

 private:
  std::vector<std::string_view> topics_;
  std::unordered_map<std::string_view, std::vector<Sign>> words_;
};

class ArticleTopics {
 public:
  ArticleTopics(const TopicTables& tables, const Document& doc);

  // The topic of a paragraph, or null where it has none.
  const Topic* at(uint32_t paragraph) const;

 private:
  struct Tally {
    std::vector<Topic> topics;  // in the order of the tables
    std::vector<std::string_view> counted;
  };

  void count(const TopicTables& tables, const Document& doc, TokenId token, Tally& tally) const;
  void choose(const TopicTables& tables, const Tally& article);

  std::vector<Tally> paragraphs_;
  std::vector<Topic> chosen_;
};

}  // namespace verbale
