// A package with one damaged file is refused with an error that names the file, or read as what it says; then it
// parses a text and every token of the result refers to something.
//
// The first byte of the input says which file, the others are its content.
#include <string>

#include "fuzz/fuzz.h"
#include "fuzz/small_package.h"
#include "language/attribute_ruler.h"
#include "language/language.h"
#include "language/lemmatizer.h"
#include "language/network.h"
#include "language/tokenizer.h"

namespace verbale::fuzz {
namespace {

using Read = Status (*)(const Package&);

template <class Part>
Status status_of(const Result<Part>& part) {
  return part ? Status() : Status(part.error());
}

Status read_tokenizer(const Package& package) { return status_of(Tokenizer::open(package)); }
Status read_network(const Package& package) { return status_of(Network::open(package)); }
Status read_lexemes(const Package& package) { return status_of(LexemeRules::open(package)); }
Status read_lemmatizer(const Package& package) { return status_of(Lemmatizer::open(package)); }
Status read_ruler(const Package& package) {
  Interner interner;
  return status_of(AttributeRuler::open(package, interner));
}
Status read_nothing_else(const Package&) { return {}; }

// A file, and who reads it: asked alone before the whole layer is, because most damage ends there.
struct File {
  const char* name;
  Read read;
};

constexpr File kFiles[] = {{"config.cfg", read_nothing_else},
                           {"meta.json", read_nothing_else},
                           {"tokenizer", read_tokenizer},
                           {"vocab/lookups.bin", read_lexemes},
                           {"tok2vec/model", read_network},
                           {"tagger/cfg", read_network},
                           {"tagger/model", read_network},
                           {"parser/moves", read_network},
                           {"parser/model", read_network},
                           {"ner/moves", read_network},
                           {"ner/model", read_network},
                           {"attribute_ruler/patterns", read_ruler},
                           {"lemmatizer/lookups/lookups.bin", read_lemmatizer}};

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

void check_error(const Error& error, const SmallPackage& files) {
  require(error.what().find(files.folder().string()) != std::string::npos, "the error names no file");
}

}  // namespace

void use(std::string_view bytes) {
  static SmallPackage files;
  if (bytes.empty()) return;
  const File& file = kFiles[static_cast<unsigned char>(bytes[0]) % std::size(kFiles)];
  files.replace(file.name, bytes.substr(1));

  const Result<Package> package = Package::open(files.folder());
  if (!package) return check_error(package.error(), files);
  if (const Status read = file.read(*package); !read) return check_error(read.error(), files);
  const Result<Language> language = Language::open(files.folder());
  if (!language) return check_error(language.error(), files);
  parse(*language);
}

}  // namespace verbale::fuzz
