// A package with one damaged file is refused with an error that names the file, or read as what it says; then it
// parses a text and every token of the result refers to something.
//
// The first byte of the input says which file, the others are its content.
#include <string>

#include "fuzz/fuzz.h"
#include "fuzz/small_package.h"
#include "language/language.h"

namespace verbale::fuzz {
namespace {

constexpr const char* kFiles[] = {"config.cfg",
                                  "meta.json",
                                  "tokenizer",
                                  "vocab/lookups.bin",
                                  "tok2vec/model",
                                  "tagger/cfg",
                                  "tagger/model",
                                  "parser/moves",
                                  "parser/model",
                                  "ner/moves",
                                  "ner/model",
                                  "attribute_ruler/patterns",
                                  "lemmatizer/lookups/lookups.bin"};

constexpr std::string_view kText =
    "\"Ministers can't wait,\" Ana Ruiz said in Paris.\n\nThey met (i.e. talked) thru it.";

void parse(const Language& language) {
  Language::Scratch scratch(language);
  Article article;
  article.text = kText;
  Document doc(article);
  language.parse(doc, scratch);
  size_t sum = 0;
  for (const Token& token : doc.tokens) {
    require(token.head < doc.tokens.size() && token.sentence < doc.sentences.size(), "a token refers to nothing");
    for (const std::string_view field :
         {token.lemma, token.lower, token.tag, token.morph, token.label, token.name_type})
      for (const char byte : field) sum += static_cast<unsigned char>(byte);
  }
  keep_alive(sum);
}

}  // namespace

void use(std::string_view bytes) {
  static SmallPackage package;
  if (bytes.empty()) return;
  const std::string file = kFiles[static_cast<unsigned char>(bytes[0]) % std::size(kFiles)];
  package.replace(file, bytes.substr(1));
  const Result<Language> language = Language::open(package.folder());
  if (language) return parse(*language);
  require(language.error().what().find(package.folder().string()) != std::string::npos, "the error names no file");
}

}  // namespace verbale::fuzz
