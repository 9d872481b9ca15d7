// A package with one damaged file is refused with an error that names the file, or read as what it says; then it
// parses a text and every token of the result refers to something.
//
// The first byte of the input says which file of which package, the others are its content. Besides tests/fuzz/package
// there are two packages of tests/data/packages, which have the components that the English one lacks: a morphologizer,
// edit trees, word vectors, a sentence recogniser, lookup lemmas.
#include <string>

#include "fuzz/fuzz.h"
#include "fuzz/small_package.h"
#include "language/attribute_ruler.h"
#include "language/language.h"
#include "language/lemmatizer.h"
#include "language/network.h"
#include "language/string_texts.h"
#include "language/tokenizer.h"
#include "language/tree_lemmatizer.h"
#include "language/vectors.h"

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
Status read_vectors(const Package& package) { return status_of(WordVectors::open(package)); }
Status read_trees(const Package& package) {
  const Result<Network> network = Network::open(package);
  return network ? status_of(TreeLemmatizer::open(package, network->lemma_classes())) : status_of(network);
}
Status read_nothing_else(const Package&) { return {}; }

enum class Kind { english, german, with_vectors };

// A file, and who reads it: asked alone before the whole layer is, because most damage ends there.
struct File {
  Kind package;
  const char* name;
  Read read;
};

constexpr File kFiles[] = {{Kind::english, "config.cfg", read_nothing_else},
                           {Kind::english, "meta.json", read_nothing_else},
                           {Kind::english, "tokenizer", read_tokenizer},
                           {Kind::english, "vocab/lookups.bin", read_lexemes},
                           {Kind::english, "tok2vec/model", read_network},
                           {Kind::english, "tagger/cfg", read_network},
                           {Kind::english, "tagger/model", read_network},
                           {Kind::english, "parser/moves", read_network},
                           {Kind::english, "parser/model", read_network},
                           {Kind::english, "ner/moves", read_network},
                           {Kind::english, "ner/model", read_network},
                           {Kind::english, "attribute_ruler/patterns", read_ruler},
                           {Kind::english, "lemmatizer/lookups/lookups.bin", read_lemmatizer},
                           {Kind::german, "config.cfg", read_nothing_else},
                           {Kind::german, "morphologizer/cfg", read_network},
                           {Kind::german, "morphologizer/model", read_network},
                           {Kind::german, "lemmatizer/cfg", read_network},
                           {Kind::german, "lemmatizer/model", read_network},
                           {Kind::german, "lemmatizer/trees", read_trees},
                           {Kind::german, "vocab/strings.json", read_trees},
                           {Kind::with_vectors, "config.cfg", read_nothing_else},
                           {Kind::with_vectors, "vocab/vectors", read_vectors},
                           {Kind::with_vectors, "vocab/vectors.cfg", read_vectors},
                           {Kind::with_vectors, "vocab/key2row", read_vectors},
                           {Kind::with_vectors, "senter/model", read_network},
                           {Kind::with_vectors, "ner/model", read_network},
                           {Kind::with_vectors, "lemmatizer/lookups/lookups.bin", read_lemmatizer}};

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

SmallPackage& package_of(Kind kind) {
  static SmallPackage english(VERBALE_ROOT "/tests/fuzz/package");
  static SmallPackage german(VERBALE_BUILD "/test-packages/de_small");
  static SmallPackage with_vectors(VERBALE_BUILD "/test-packages/en_vectors");
  return kind == Kind::english ? english : kind == Kind::german ? german : with_vectors;
}

void use(std::string_view bytes) {
  if (bytes.empty()) return;
  const File& file = kFiles[static_cast<unsigned char>(bytes[0]) % std::size(kFiles)];
  SmallPackage& files = package_of(file.package);
  files.replace(file.name, bytes.substr(1));

  const Result<Package> package = Package::open(files.folder());
  if (!package) return check_error(package.error(), files);
  if (const Status read = file.read(*package); !read) return check_error(read.error(), files);
  const Result<Language> language = Language::open(files.folder());
  if (!language) return check_error(language.error(), files);
  parse(*language);
}

}  // namespace verbale::fuzz
