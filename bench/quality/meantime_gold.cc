// Tokens first, since everything else points at them.
#include "meantime_gold.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "gold_xml.h"

namespace verbale::bench {
namespace {

constexpr size_t kNowhere = std::string_view::npos;
constexpr int kMarkedSentences = 6;

struct Tokens {
  std::map<int, std::pair<size_t, size_t>> by_id;  // bytes of each token in the joined text
};

Tokens join_tokens(std::string_view xml, MeantimeArticle& out) {
  Tokens tokens;
  std::string last_sentence = "0";
  for (size_t at = xml.find("<token "); at != kNowhere; at = xml.find("<token ", at + 1)) {
    const size_t body = xml.find('>', at) + 1;
    const std::string_view tag = xml.substr(at, body - at);
    const std::string sentence = attribute(tag, "sentence");
    if (std::stoi(sentence) >= kMarkedSentences) break;
    if (!out.text.empty()) out.text += sentence == last_sentence ? ' ' : '\n';
    const std::string word = decode_entities(xml.substr(body, xml.find("</token>", body) - body));
    const bool closing = word.size() == 1 && std::string_view(",.;:!?%)").find(word) != kNowhere;
    if (closing && !out.text.empty() && out.text.back() == ' ') out.text.pop_back();
    tokens.by_id[std::stoi(attribute(tag, "t_id"))] = {out.text.size(), out.text.size() + word.size()};
    out.text += word;
    last_sentence = sentence;
  }
  return tokens;
}

struct Bytes {
  size_t begin = kNowhere;
  size_t end = 0;
};

// The bytes of the tokens that an element is anchored at; nothing when one of them lies outside what is marked.
std::optional<Bytes> anchor_of(std::string_view element, const Tokens& tokens) {
  Bytes bytes;
  for (size_t at = element.find("<token_anchor"); at != kNowhere; at = element.find("<token_anchor", at + 1)) {
    const auto token = tokens.by_id.find(std::stoi(attribute(element.substr(at), "t_id")));
    if (token == tokens.by_id.end()) return std::nullopt;
    bytes.begin = std::min(bytes.begin, token->second.first);
    bytes.end = std::max(bytes.end, token->second.second);
  }
  return bytes.end > 0 ? std::optional(bytes) : std::nullopt;
}

// Calls back with each element of the name that is not empty.
template <class Use>
void for_each_element(std::string_view xml, const std::string& name, Use&& use) {
  for (size_t at = xml.find("<" + name + " "); at != kNowhere; at = xml.find("<" + name + " ", at + 1))
    if (xml[xml.find('>', at) - 1] != '/') use(xml.substr(at, xml.find("</" + name + ">", at) - at));
}

void read_times(std::string_view xml, const Tokens& tokens, MeantimeArticle& out) {
  for_each_element(xml, "TIMEX3", [&](std::string_view element) {
    const std::string value = attribute(element, "value");
    if (element.find("CREATION_TIME") != kNowhere && value.size() == 10 && value[4] == '-') out.date = value;
    if (const auto bytes = anchor_of(element, tokens)) out.times.push_back({bytes->begin, bytes->end, value});
  });
}

void read_events(std::string_view xml, const Tokens& tokens, MeantimeArticle& out) {
  std::map<std::string, size_t> by_id;
  for_each_element(xml, "EVENT_MENTION", [&](std::string_view element) {
    const auto bytes = anchor_of(element, tokens);
    if (!bytes) return;
    by_id[attribute(element, "m_id")] = out.events.size();
    out.events.push_back({bytes->begin, bytes->end, attribute(element, "certainty"), attribute(element, "polarity"),
                          attribute(element, "time")});
  });
  for_each_element(xml, "SLINK", [&](std::string_view element) {
    const auto cue = by_id.find(attribute(element.substr(std::min(element.size(), element.find("<source"))), "m_id"));
    const auto reported =
        by_id.find(attribute(element.substr(std::min(element.size(), element.find("<target"))), "m_id"));
    if (cue != by_id.end() && reported != by_id.end()) out.quotations.push_back({cue->second, reported->second});
  });
}

}  // namespace

std::vector<MeantimeArticle> read_meantime_articles(const std::filesystem::path& folder) {
  std::vector<MeantimeArticle> articles;
  for (const auto& path : xml_files(folder / "intra-doc_annotation")) {
    const std::string xml = read_file(path);
    MeantimeArticle article;
    article.name = path.stem().string();
    const Tokens tokens = join_tokens(xml, article);
    read_times(xml, tokens, article);
    read_events(xml, tokens, article);
    articles.push_back(std::move(article));
  }
  return articles;
}

}  // namespace verbale::bench
