// Whatever the text, the reading for news has the tokens of the plain one, and heads, sentences and names that hold
// together.
//
// The small package decides nothing well, but quickly: what is tried here is what is done around the network.
#include <algorithm>

#include "fuzz/fuzz.h"
#include "ingest/decode.h"
#include "language/language.h"
#include "language/news_reading.h"
#include "pack/table.h"

namespace verbale::fuzz {
namespace {

struct Reader {
  Knowledge knowledge;
  NewsReading news;
  Language language;
};

Reader open() {
  Result<Knowledge> knowledge = Knowledge::read_folder(VERBALE_ROOT "/data");
  require(bool(knowledge), "the tables cannot be read");
  Result<NewsReading> news = NewsReading::open(*knowledge);
  Result<Language> language = Language::open(VERBALE_ROOT "/tests/fuzz/package");
  require(news && language, "the reading or the package cannot be opened");
  return {*std::move(knowledge), *std::move(news), *std::move(language)};
}

void check_tree(const Document& doc) {
  for (TokenId at = 0; at < doc.tokens.size(); ++at) {
    TokenId root = at;
    for (size_t steps = 0; doc.tokens[root].head != root; root = doc.tokens[root].head)
      require(steps++ < doc.tokens.size(), "heads run in a circle");
    require(doc.tokens[at].sentence < doc.sentences.size(), "a token in no sentence");
    require(doc.sentences[doc.tokens[at].sentence].tokens.contains(at), "a token outside its sentence");
  }
}

void check_names(const Document& doc) {
  for (const Name& name : doc.names) {
    require(name.tokens.begin < name.tokens.end && name.tokens.end <= doc.tokens.size(), "an empty name");
    for (TokenId at = name.tokens.begin; at < name.tokens.end; ++at)
      require(doc.tokens[at].name_type == name.type, "a token of a name has another type");
  }
}

}  // namespace

void use(std::string_view bytes) {
  static const Reader reader = open();
  static Language::Scratch scratch(reader.language);
  Article article;
  article.text = clean_utf8(std::string(bytes), article.notes);
  Document plain(article), news(article);
  reader.language.tokenize(plain, scratch);
  reader.language.parse(news, scratch, &reader.news);
  require(std::ranges::equal(plain.tokens, news.tokens, {}, &Token::span, &Token::span), "the tokens are others");
  check_tree(news);
  check_names(news);
}

}  // namespace verbale::fuzz
