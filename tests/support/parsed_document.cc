// Reads the oracle's JSON into a Document as the language layer would leave it.
#include "support/parsed_document.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "record/parse_tree.h"

namespace verbale::testing {
namespace {

std::string to_lower(std::string_view words) {
  std::string lower(words);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return char(c < 0x80 ? std::tolower(c) : c); });
  return lower;
}

Token to_token(Document& doc, const nlohmann::json& row) {
  Token token;
  token.span = {row[0], row[1]};
  token.tag = doc.keep(row[2].get<std::string>());
  token.pos = pos_from_label(row[3].get<std::string>());
  token.label = doc.keep(row[4].get<std::string>());
  token.dep = dep_from_label(token.label);
  token.head = row[5];
  token.lemma = doc.keep(row[6].get<std::string>());
  token.name_begin = row[7] == "B";
  token.name_type = doc.keep(row[8].get<std::string>());
  token.morph = doc.keep(row[9].get<std::string>());
  token.space_after = row[10];
  token.lower = doc.keep(to_lower(token.span.of(doc.text)));
  return token;
}

void add_to_names(Document& doc, TokenId t) {
  const Token& token = doc.tokens[t];
  if (token.name_type.empty()) return;
  if (token.name_begin) doc.names.push_back({{t, t + 1}, token.name_type});
  else doc.names.back().tokens.end = t + 1;
}

}  // namespace

std::unique_ptr<ParsedDocument> read_parsed(const std::string& json_line) {
  const auto json = nlohmann::json::parse(json_line);
  auto parsed = std::make_unique<ParsedDocument>();
  parsed->article.text = json["text"];
  parsed->article.title = json.value("title", "");
  if (json.contains("date")) parsed->article.published = {json["date"], "day", DateMethod::given};
  parsed->doc = std::make_unique<Document>(parsed->article);
  Document& doc = *parsed->doc;

  uint32_t paragraph = 0;
  for (const auto& row : json["tokens"]) {
    const TokenId t = TokenId(doc.tokens.size());
    if (row[11]) doc.sentences.push_back({{t, t}, t, paragraph});
    doc.tokens.push_back(to_token(doc, row));
    doc.tokens[t].sentence = uint32_t(doc.sentences.size() - 1);
    doc.sentences.back().tokens.end = t + 1;
    if (doc.tokens[t].head == t) doc.sentences.back().root = t;
    add_to_names(doc, t);
    if (doc.words(t).find('\n') != std::string_view::npos) ++paragraph;
  }
  link_tree(doc);
  return parsed;
}

}  // namespace verbale::testing
