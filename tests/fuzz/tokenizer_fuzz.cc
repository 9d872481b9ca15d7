// Whatever the text, its tokens lie in order, cover every character that is not a single blank between two of them, and
// are the same when everything is cached.
//
// The rules are those of the English package where assets/ holds it, else of the small one.
#include <filesystem>

#include "fuzz/fuzz.h"
#include "ingest/decode.h"
#include "language/language.h"

namespace verbale::fuzz {
namespace {

Language open() {
  const std::filesystem::path english = VERBALE_ROOT "/assets/en_core_web_sm-3.8.0";
  const std::filesystem::path small = VERBALE_ROOT "/tests/fuzz/package";
  Result<Language> language = Language::open(std::filesystem::exists(english) ? english : small);
  require(bool(language), "the package cannot be read");
  return *std::move(language);
}

void check_cover(const Document& doc) {
  uint32_t at = 0;
  for (const Token& token : doc.tokens) {
    require(token.span.begin == at, "a gap, or an overlap");
    require(token.span.begin < token.span.end && token.span.end <= doc.text.size(), "an empty token");
    at = token.span.end;
    if (!token.space_after) continue;
    require(at < doc.text.size() && doc.text[at] == ' ', "a blank that is not there");
    ++at;
  }
  require(at == doc.text.size(), "characters that no token covers");
}

bool are_equal(const Document& a, const Document& b) {
  if (a.tokens.size() != b.tokens.size()) return false;
  for (size_t i = 0; i < a.tokens.size(); ++i)
    if (a.tokens[i].span != b.tokens[i].span || a.tokens[i].space_after != b.tokens[i].space_after ||
        a.tokens[i].lower != b.tokens[i].lower)
      return false;
  return true;
}

}  // namespace

void use(std::string_view bytes) {
  static const Language language = open();
  static Language::Scratch scratch(language);
  Article article;
  article.text = clean_utf8(std::string(bytes), article.notes);
  Document first(article), again(article);
  language.tokenize(first, scratch);
  language.tokenize(again, scratch);
  check_cover(first);
  require(are_equal(first, again), "the cache changes what a text gives");
}

}  // namespace verbale::fuzz
