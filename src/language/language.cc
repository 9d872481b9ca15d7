// The order of the work: cut the text; let the network decide tags, features, heads and names piece by piece; let the
// rules turn tags into parts of speech, features and lemmas, in the pipeline's order; write it all into the document.
//
// Nothing is allocated per token: buffers stay in the scratch, and only lower-case forms and lemmas that are neither
// in the text nor in the package are copied into the document's arena.
#include "language/language.h"

#include <algorithm>

#include "language/attribute_ruler.h"
#include "language/components.h"
#include "language/lemmatizer.h"
#include "language/network.h"
#include "language/news_reading.h"
#include "language/package.h"
#include "language/sentences.h"
#include "language/tokenizer.h"
#include "language/tree_lemmatizer.h"
#include "record/parse_tree.h"

namespace verbale {

struct Language::Parts {
  // What a morphologizer's class says, interned.
  struct Features {
    Pos pos = Pos::none;
    const Morphology* morphology = nullptr;
  };

  std::string code, name;
  LexemeRules lexemes;
  Tokenizer tokenizer;
  Network network;
  Interner interner;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
  std::optional<TreeLemmatizer> trees;
  bool lemmas_before_rules = false;
  std::vector<const Label*> tags, dep_labels;  // in the network's order
  std::vector<Features> features;              // likewise
  FixedLabels fixed;

  // Fills heads and names of the shown tokens of one piece, their analyses and sentence starts in the buffers.
  void predict(Document& doc, TokenRange piece, Scratch::Buffers& buffers) const;
  void take_parse(Document& doc, uint32_t in_piece, Scratch::Buffers& buffers) const;
  // Writes a token's analysis into the document.
  void finish(Document& doc, TokenId at, Scratch::Buffers& buffers) const;
  bool overwrites_lemmas() const { return trees ? trees->overwrites() : lemmatizer.overwrites(); }
  Lemma find_lemma(TokenId at, Scratch::Buffers& buffers) const;
  std::string_view lemma_of(Document& doc, TokenId at, Scratch::Buffers& buffers) const;
  std::string_view text_of_lexeme(Document& doc, TokenId at, const Scratch::Buffers& buffers) const;
};

struct Language::Scratch::Buffers {
  explicit Buffers(const LexemeRules& lexemes) : tokenizer(lexemes) {}

  // Room for the decisions about a document's tokens.
  void begin(const Document& doc, size_t lemma_choices);

  TokenizerScratch tokenizer;
  std::vector<TextToken> text_tokens;
  ShownText shown;
  std::vector<TokenId> piece;  // the tokens that the network sees now
  std::vector<TokenFeatures> features;
  NetworkScratch network;
  Prediction prediction;
  std::vector<Analysis> analyses;
  std::vector<uint8_t> sentence_starts;
  std::vector<uint16_t> lemma_classes;  // of all tokens, as many each as the network chooses
  AttributeRulerScratch ruler;
  LemmaCache lemmas;
};

Language::Scratch::Scratch(const Language& language) : buffers_(std::make_unique<Buffers>(language.parts_->lexemes)) {}
Language::Scratch::Scratch(Scratch&&) noexcept = default;
Language::Scratch& Language::Scratch::operator=(Scratch&&) noexcept = default;
Language::Scratch::~Scratch() = default;

void Language::Scratch::watch(DecisionMargins* margins) { buffers_->network.watch(margins); }

Language::Language(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Language::Language(Language&&) noexcept = default;
Language& Language::operator=(Language&&) noexcept = default;
Language::~Language() = default;

const std::string& Language::code() const { return parts_->code; }
const std::string& Language::name() const { return parts_->name; }

// ---- opening ---------------------------------------------------------------------------------------------------

namespace {

std::string full_name(const Package& package) {
  const PackageVersion version = package.version();
  return package.language() + "_" + package.name() + " " + std::to_string(version.major) + "." +
         std::to_string(version.minor) + "." + std::to_string(version.patch);
}

bool lemmas_before_rules(const Components& components) {
  return components.in_order(Factory::lemmatizer, Factory::attribute_ruler) ||
         components.in_order(Factory::trainable_lemmatizer, Factory::attribute_ruler);
}

std::vector<const Label*> intern(std::span<const std::string> texts, Interner& interner) {
  std::vector<const Label*> labels;
  for (const std::string& text : texts) labels.push_back(interner.label(text));
  return labels;
}

}  // namespace

Result<Language> Language::open(const std::filesystem::path& folder) {
  constexpr std::string_view kAttempt = "opening the language package";
  Result<Package> package = Package::open(folder);
  if (!package) return std::move(package).error().during(kAttempt);
  Result<Components> components = Components::read(*package);
  if (!components) return std::move(components).error().during(kAttempt);
  Result<LexemeRules> lexemes = LexemeRules::open(*package);
  if (!lexemes) return std::move(lexemes).error().during(kAttempt);
  Result<Tokenizer> tokenizer = Tokenizer::open(*package);
  if (!tokenizer) return std::move(tokenizer).error().during(kAttempt);
  Result<Network> network = Network::open(*package);
  if (!network) return std::move(network).error().during(kAttempt);
  Interner interner;
  Result<AttributeRuler> ruler = AttributeRuler::open(*package, interner);
  if (!ruler) return std::move(ruler).error().during(kAttempt);
  Result<Lemmatizer> lemmatizer = Lemmatizer::open(*package);
  if (!lemmatizer) return std::move(lemmatizer).error().during(kAttempt);
  std::optional<TreeLemmatizer> trees;
  if (components->runs(Factory::trainable_lemmatizer)) {
    Result<TreeLemmatizer> opened = TreeLemmatizer::open(*package, network->lemma_classes());
    if (!opened) return std::move(opened).error().during(kAttempt);
    trees.emplace(*std::move(opened));
  }

  std::vector<Parts::Features> features;
  for (const Morphologizer::Label& label : network->morph_labels())
    features.push_back({label.pos, interner.morphology(label.feats)});
  std::vector<const Label*> tags = intern(network->tags(), interner);
  std::vector<const Label*> dep_labels = intern(network->dep_labels(), interner);
  const FixedLabels fixed{.space_tag = interner.label("_SP"),
                          .marker_tag = interner.label("LS"),
                          .quote_tag = interner.label("``"),
                          .dep = interner.label("dep"),
                          .punct = interner.label("punct"),
                          .ccomp = interner.label("ccomp"),
                          .root = interner.label("ROOT")};
  return Language(std::make_unique<const Parts>(Parts{.code = package->language(),
                                                      .name = full_name(*package),
                                                      .lexemes = *std::move(lexemes),
                                                      .tokenizer = *std::move(tokenizer),
                                                      .network = *std::move(network),
                                                      .interner = std::move(interner),
                                                      .ruler = *std::move(ruler),
                                                      .lemmatizer = *std::move(lemmatizer),
                                                      .trees = std::move(trees),
                                                      .lemmas_before_rules = lemmas_before_rules(*components),
                                                      .tags = std::move(tags),
                                                      .dep_labels = std::move(dep_labels),
                                                      .features = std::move(features),
                                                      .fixed = fixed}));
}

// ---- tokens ----------------------------------------------------------------------------------------------------

namespace {

void note_long_runs(Document& doc) {
  for (const Token& token : doc.tokens)
    if (token.span.size() > kChunkBytesMax)
      doc.notes.push_back({NoteKind::cut, "a run without blanks, too long to be cut into words", token.span});
}

Token to_token(const TextToken& token, const Lexeme& lexeme, Document& doc) {
  Token out;
  out.span = {token.begin, token.begin + token.size};
  out.lower = lexeme.is_lower() ? out.span.of(doc.text) : doc.keep(lexeme.lower);
  out.space_after = token.space_after;
  return out;
}

}  // namespace

void Language::tokenize(Document& doc, Scratch& scratch) const {
  Scratch::Buffers& buffers = *scratch.buffers_;
  parts_->tokenizer.tokenize(doc.text, buffers.tokenizer, buffers.text_tokens);
  doc.tokens.reserve(buffers.text_tokens.size());
  for (const TextToken& token : buffers.text_tokens)
    doc.tokens.push_back(to_token(token, buffers.tokenizer.lexicon[token.lexeme], doc));
  note_long_runs(doc);
}

// ---- predictions -----------------------------------------------------------------------------------------------

namespace {

TokenFeatures to_features(const TextToken& token, const ShownToken& shown, const LexicalIds& ids) {
  return {.norm = token.norm != 0 ? token.norm : ids.norm,
          .prefix = ids.prefix,
          .suffix = ids.suffix,
          .shape = ids.shape,
          .space_after = shown.space_after,
          .is_space = ids.is_space,
          .orth = ids.orth};
}

void take_names(Document& doc, std::span<const TokenId> piece, const Prediction& prediction,
                std::span<const std::string> labels) {
  for (uint32_t at = 0; at < prediction.name_type.size(); ++at) {
    if (prediction.name_type[at] == kNoName) continue;
    Token& token = doc.tokens[piece[at]];
    token.name_type = labels[prediction.name_type[at]];
    token.name_begin = prediction.name_begin[at] != 0;
    if (token.name_begin || doc.names.empty()) doc.names.push_back({{piece[at], piece[at]}, token.name_type});
    doc.names.back().tokens.end = piece[at] + 1;
  }
}

std::string_view text_of(const Label* label) { return label ? std::string_view(label->text) : std::string_view(); }

}  // namespace

void Language::Parts::predict(Document& doc, TokenRange piece, Scratch::Buffers& buffers) const {
  buffers.piece.clear();
  buffers.features.clear();
  for (TokenId at = piece.begin; at < piece.end; ++at) {
    const ShownToken& shown = buffers.shown[at];
    if (!shown.is_shown) continue;
    buffers.piece.push_back(at);
    buffers.features.push_back(
        to_features(buffers.text_tokens[at], shown, buffers.tokenizer.lexicon[shown.lexeme].ids));
  }
  if (buffers.piece.empty()) return;
  network.predict(buffers.features, buffers.network, buffers.prediction);
  take_names(doc, buffers.piece, buffers.prediction, network.name_labels());
  for (uint32_t at = 0; at < buffers.piece.size(); ++at) take_parse(doc, at, buffers);
}

void Language::Parts::take_parse(Document& doc, uint32_t in_piece, Scratch::Buffers& buffers) const {
  const Prediction& prediction = buffers.prediction;
  const TokenId token = buffers.piece[in_piece];
  doc.tokens[token].head = buffers.piece[prediction.head[in_piece]];
  buffers.sentence_starts[token] = prediction.sentence_start[in_piece];
  Analysis& analysis = buffers.analyses[token];
  if (!tags.empty()) analysis.tag = tags[prediction.tag[in_piece]];
  if (!dep_labels.empty()) analysis.dep = dep_labels[prediction.label[in_piece]];
  if (!features.empty()) {
    const Features& chosen = features[prediction.morph[in_piece]];
    analysis.pos = chosen.pos;
    analysis.morphology = chosen.morphology;
  }
  if (prediction.lemma_class.empty()) return;
  const size_t choices = network.lemma_choices();
  std::copy_n(prediction.lemma_class.begin() + ptrdiff_t(in_piece * choices), choices,
              buffers.lemma_classes.begin() + ptrdiff_t(token * choices));
}

void Language::Parts::finish(Document& doc, TokenId at, Scratch::Buffers& buffers) const {
  const Analysis& analysis = buffers.analyses[at];
  Token& token = doc.tokens[at];
  token.tag = text_of(analysis.tag);
  token.label = text_of(analysis.dep);
  token.dep = analysis.dep ? analysis.dep->dep : Dep::other;
  token.pos = analysis.pos;
  if (analysis.morphology) token.morph = analysis.morphology->feats;
  token.lemma = lemmas_before_rules ? analysis.lemma : lemma_of(doc, at, buffers);
}

Lemma Language::Parts::find_lemma(TokenId at, Scratch::Buffers& buffers) const {
  const Analysis& analysis = buffers.analyses[at];
  const Lexicon& lexicon = buffers.tokenizer.lexicon;
  if (!trees) return lemmatizer.find(lexicon, analysis.lexeme, analysis.pos, analysis.morphology, buffers.lemmas);
  const size_t choices = network.lemma_choices();
  const auto classes = std::span(buffers.lemma_classes).subspan(at * choices, choices);
  return trees->find(lexicon, analysis.lexeme, classes, buffers.lemmas);
}

// The text of the form that the network saw, which is the token's own but where a reading for news shows another.
std::string_view Language::Parts::text_of_lexeme(Document& doc, TokenId at, const Scratch::Buffers& buffers) const {
  const LexemeId lexeme = buffers.analyses[at].lexeme;
  if (lexeme == buffers.text_tokens[at].lexeme) return doc.words(at);
  return doc.keep(buffers.tokenizer.lexicon[lexeme].text);
}

std::string_view Language::Parts::lemma_of(Document& doc, TokenId at, Scratch::Buffers& buffers) const {
  const std::string_view earlier = buffers.analyses[at].lemma;
  if (!trees && !lemmatizer.is_active()) return earlier;
  if (!earlier.empty() && !overwrites_lemmas()) return earlier;
  const Lemma lemma = find_lemma(at, buffers);
  switch (lemma.is) {
    case Lemma::Is::the_text:
      return text_of_lexeme(doc, at, buffers);
    case Lemma::Is::the_lower_case:
      return doc.tokens[at].lower;
    case Lemma::Is::none:
      return earlier;
    default:
      return doc.keep(lemma.text);
  }
}

void Language::Scratch::Buffers::begin(const Document& doc, size_t lemma_choices) {
  const size_t count = doc.tokens.size();
  analyses.assign(count, {});
  for (TokenId at = 0; at < count; ++at) analyses[at].lexeme = shown[at].lexeme;
  sentence_starts.assign(count, 0);
  lemma_classes.assign(count * lemma_choices, 0);
}

void Language::parse(Document& doc, Scratch& scratch, const NewsReading* news) const {
  tokenize(doc, scratch);
  Scratch::Buffers& buffers = *scratch.buffers_;
  show_as_it_is(buffers.text_tokens, buffers.shown);
  if (news) news->show(doc, parts_->lemmatizer, buffers.tokenizer.lexicon, buffers.shown);
  buffers.begin(doc, parts_->network.lemma_choices());
  const auto count = TokenId(doc.tokens.size());
  for (TokenId begin = 0, end = 0; begin < count; begin = end) {
    end = end_of_piece(doc, begin, kPieceTokensMax);
    if (news) end = std::min(end, end_of_shown_piece(buffers.shown, begin));
    parts_->predict(doc, {begin, end}, buffers);
  }
  if (news) news->complete(doc, parts_->fixed, buffers.shown, buffers.sentence_starts, buffers.analyses);

  if (parts_->lemmas_before_rules)
    for (TokenId at = 0; at < count; ++at) buffers.analyses[at].lemma = parts_->lemma_of(doc, at, buffers);
  parts_->ruler.apply(buffers.tokenizer.lexicon, buffers.ruler, buffers.analyses);
  for (TokenId at = 0; at < count; ++at) parts_->finish(doc, at, buffers);
  find_sentences(doc, buffers.sentence_starts);
  link_tree(doc);
  if (news && news->mend(doc)) link_tree(doc);
}

}  // namespace verbale
