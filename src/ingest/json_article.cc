// Archives name the same things differently; each field has a list of keys, and the first that holds something counts.
#include "ingest/json_article.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <span>

#include "ingest/date.h"
#include "ingest/decode.h"

namespace verbale {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;
using Keys = std::span<const std::string_view>;

constexpr std::string_view kText[] = {"text",         "content",   "body",  "maintext",
                                      "article_text", "full_text", "story", "raw_text"};
constexpr std::string_view kTitle[] = {"title", "headline", "headlines"};
constexpr std::string_view kDate[] = {"date",         "published",    "published_at",   "publication_date",
                                      "date_publish", "publish_date", "published_date", "pub_date",
                                      "pubDate",      "publishedAt",  "datePublished"};
constexpr std::string_view kModified[] = {"modified", "updated", "updated_at", "date_modify", "dateModified"};
constexpr std::string_view kUrl[] = {"url", "link", "web_url", "permalink"};
constexpr std::string_view kByline[] = {"byline", "author", "authors"};
constexpr std::string_view kPublisher[] = {"publisher", "source", "site_name", "outlet"};
constexpr std::string_view kDomain[] = {"source_domain", "domain"};
constexpr std::string_view kOrigin[] = {"origin", "agency"};
constexpr std::string_view kLanguage[] = {"language", "lang"};
constexpr std::string_view kName[] = {"name"};

Error bad_json(std::string what) { return {Error::Kind::input, std::move(what)}; }

std::string first_text(object json, Keys keys) {
  std::string_view words;
  for (std::string_view key : keys)
    if (json[key].get(words) == simdjson::SUCCESS && !words.empty()) return std::string(words);
  return {};
}

bool has_text_key(object json) {
  std::string_view words;
  for (std::string_view key : kText)
    if (json[key].get(words) == simdjson::SUCCESS) return true;
  return false;
}

// A date is a string, a number like 20230420, or our own {"value": …, "precision": …}.
std::string date_words(element date) {
  std::string_view words;
  if (date.get(words) == simdjson::SUCCESS || date["value"].get(words) == simdjson::SUCCESS) return std::string(words);
  uint64_t number = 0;
  return date.get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

void read_date_field(object json, Keys keys, std::string_view name, ArticleDate& date, std::vector<Note>& notes) {
  element value;
  for (std::string_view key : keys) {
    if (json[key].get(value) != simdjson::SUCCESS) continue;
    const std::string words = date_words(value);
    if (words.empty()) continue;
    if (auto read = read_date(words)) {
      date = *read;
      return;
    }
    notes.push_back(
        {NoteKind::metadata, fmt::format("{} date \"{}\" is not ISO 8601: not used", name, words), std::nullopt});
  }
}

// One name, or a list of names.
std::vector<std::string> names(object json, Keys keys) {
  std::vector<std::string> found;
  simdjson::dom::array list;
  std::string_view words;
  for (std::string_view key : keys) {
    if (json[key].get(words) == simdjson::SUCCESS && !words.empty()) found.emplace_back(words);
    if (json[key].get(list) == simdjson::SUCCESS)
      for (element one : list)
        if (one.get(words) == simdjson::SUCCESS && !words.empty()) found.emplace_back(words);
    if (!found.empty()) break;
  }
  return found;
}

void read_publisher(object json, Article& article) {
  article.publisher_name = first_text(json, kPublisher);
  article.publisher_domain = first_text(json, kDomain);
  object nested;
  if (json["publisher"].get(nested) != simdjson::SUCCESS) return;
  article.publisher_name = first_text(nested, kName);
  article.publisher_domain = first_text(nested, kDomain);
}

Result<Article> article_of(element value) {
  object json;
  if (value.get(json) != simdjson::SUCCESS) return bad_json("not a JSON object");
  std::string_view schema;
  if (json["schema"].get(schema) == simdjson::SUCCESS && schema.starts_with("verbale/")) {
    object nested;
    if (json["article"].get(nested) == simdjson::SUCCESS) json = nested;
  }
  if (!has_text_key(json))
    return bad_json("no text: none of the keys \"text\", \"content\", \"body\", \"maintext\" holds a string");

  Article article;
  article.text = clean_utf8(first_text(json, kText), article.notes);
  article.title = first_text(json, kTitle);
  article.url = first_text(json, kUrl);
  article.bylines = names(json, kByline);
  article.origin = first_text(json, kOrigin);
  article.language = first_text(json, kLanguage);
  read_publisher(json, article);
  read_date_field(json, kDate, "publication", article.published, article.notes);
  read_date_field(json, kModified, "modification", article.modified, article.notes);
  keep_within_budget(article.text, article.notes);
  return article;
}

}  // namespace

struct JsonArticles::Parser {
  simdjson::dom::parser parser;

  simdjson::simdjson_result<element> parse(std::string_view json) {
    return parser.parse(json.data(), json.size(), true);
  }
};

JsonArticles::JsonArticles() : parser_(std::make_unique<Parser>()) {}
JsonArticles::~JsonArticles() = default;

bool JsonArticles::is_object(std::string_view json) {
  auto parsed = parser_->parse(json);
  return parsed.error() == simdjson::SUCCESS && parsed.is_object();
}

Result<Article> JsonArticles::read_object(std::string_view json) {
  element value;
  if (auto error = parser_->parse(json).get(value))
    return bad_json(fmt::format("not JSON: {}", simdjson::error_message(error)));
  return article_of(value);
}

Result<std::vector<Result<Article>>> JsonArticles::read_document(std::string_view json) {
  element value;
  if (auto error = parser_->parse(json).get(value))
    return bad_json(fmt::format("not JSON: {}", simdjson::error_message(error)));
  std::vector<Result<Article>> articles;
  simdjson::dom::array list;
  if (value.get(list) != simdjson::SUCCESS) {
    articles.push_back(article_of(value));
    return articles;
  }
  for (element one : list) articles.push_back(article_of(one));
  return articles;
}

}  // namespace verbale
