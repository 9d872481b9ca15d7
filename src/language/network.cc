// Opens the neural components that the package's pipeline runs and calls them in its order. A component looks at the
// shared encoder, or has one of its own. One that the pipeline lacks leaves its fields at what an untouched document
// says: no tag, every token its own head, one sentence, no names.
#include "language/network.h"

#include <array>
#include <numeric>
#include <optional>

#include "language/components.h"
#include "language/name_recogniser.h"
#include "language/parser.h"
#include "language/tagger.h"
#include "language/tok2vec.h"

namespace verbale {
namespace {

constexpr size_t kKeptTokens = 1u << 15;  // after a longer document a worker gives its buffers back

template <class T>
Status keep(Result<T> opened, std::optional<T>& part) {
  if (!opened) return std::move(opened).error();
  part.emplace(*std::move(opened));
  return {};
}

constexpr size_t kChoicesMax = 20;  // beyond, ties between trees would be broken in another order

}  // namespace

struct Network::Parts {
  std::optional<Tok2Vec> shared;                       // what most components listen to
  std::array<std::optional<Tok2Vec>, kFactories> own;  // by the component that it belongs to
  SharedVectors vectors;
  std::optional<Tagger> tagger;
  std::optional<Morphologizer> morphologizer;
  std::optional<TokenClassifier> lemma_trees, senter;
  std::optional<Parser> parser;
  std::optional<NameRecogniser> names;
  size_t lemma_choices = 1;
  std::vector<Factory> order;

  Status open(const Package& package, Factory factory, const std::string& component);
  Status open_encoder(const Package& package, Factory factory, const std::string& component);
  Status open_lemma_trees(const Package& package, const std::string& component, size_t width);
  Status open_senter(const Package& package, const std::string& component, size_t width);
  std::span<const float> encode(Factory factory, std::span<const TokenFeatures> tokens,
                                NetworkScratch::Buffers& buffers) const;
  void run(Factory factory, std::span<const TokenFeatures> tokens, NetworkScratch::Buffers& buffers,
           Prediction& prediction) const;
  void recognise_starts(std::span<const float> rows, NetworkScratch::Buffers& buffers, Prediction& prediction) const;
};

struct NetworkScratch::Buffers {
  Tok2VecScratch shared;
  std::array<Tok2VecScratch, kFactories> own;
  std::span<const float> shared_rows;
  ParserScratch parser;
  TransitionScratch names;
  std::vector<float> scores;
  std::vector<uint16_t> classes;
  std::vector<uint8_t> is_space;
  DecisionMargins* margins = nullptr;
};

NetworkScratch::NetworkScratch() : buffers_(std::make_unique<Buffers>()) {}
NetworkScratch::NetworkScratch(NetworkScratch&&) noexcept = default;
NetworkScratch& NetworkScratch::operator=(NetworkScratch&&) noexcept = default;
NetworkScratch::~NetworkScratch() = default;

Network::Network(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

// ---- opening ---------------------------------------------------------------------------------------------------

Status Network::Parts::open_encoder(const Package& package, Factory factory, const std::string& component) {
  const std::string file = component + "/model";
  Result<ThincModel> model = ThincModel::open(package, file);
  if (!model) return std::move(model).error();
  if (!model->has("tok2vec-listener")) return keep(Tok2Vec::open(package, file, vectors), own[size_t(factory)]);
  if (shared) return {};
  return package.error("config.cfg", "[nlp] pipeline", component + " has no encoder to listen to");
}

Status Network::Parts::open(const Package& package, Factory factory, const std::string& component) {
  if (factory == Factory::attribute_ruler || factory == Factory::lemmatizer) return {};
  order.push_back(factory);
  if (factory == Factory::tok2vec) return keep(Tok2Vec::open(package, component + "/model", vectors), shared);
  if (Status status = open_encoder(package, factory, component); !status) return status;
  const size_t width = (own[size_t(factory)] ? own[size_t(factory)] : shared)->width();
  switch (factory) {
    case Factory::tagger:
      return keep(Tagger::open(package, component, width), tagger);
    case Factory::morphologizer:
      return keep(Morphologizer::open(package, component, width), morphologizer);
    case Factory::trainable_lemmatizer:
      return open_lemma_trees(package, component, width);
    case Factory::senter:
      return open_senter(package, component, width);
    case Factory::parser:
      return keep(Parser::open(package, component, width), parser);
    default:
      return keep(NameRecogniser::open(package, component, width), names);
  }
}

Status Network::Parts::open_lemma_trees(const Package& package, const std::string& component, size_t width) {
  if (Status status = keep(TokenClassifier::open(package, component, width), lemma_trees); !status) return status;
  const std::string section = "components." + component;
  const int64_t choices = package.config().integer(section, "top_k").value_or(1);
  if (choices < 1 || choices > int64_t(kChoicesMax))
    return package.error("config.cfg", section, "top_k is not between 1 and " + std::to_string(kChoicesMax));
  lemma_choices = std::min(size_t(choices), lemma_trees->classes());
  return {};
}

Status Network::Parts::open_senter(const Package& package, const std::string& component, size_t width) {
  if (Status status = keep(TokenClassifier::open(package, component, width), senter); !status) return status;
  return senter->expect_labels(package, component, 2);
}

Result<Network> Network::open(const Package& package) {
  Result<Components> components = Components::read(package);
  if (!components) return std::move(components).error();
  auto parts = std::make_unique<Parts>();
  for (const Factory factory : components->order())
    if (Status status = parts->open(package, factory, *components->name(factory)); !status)
      return std::move(status).error();
  return Network(std::move(parts));
}

std::span<const std::string> Network::tags() const {
  return parts_->tagger ? std::span<const std::string>(parts_->tagger->labels()) : std::span<const std::string>();
}

std::span<const Morphologizer::Label> Network::morph_labels() const {
  return parts_->morphologizer ? std::span(parts_->morphologizer->labels()) : std::span<const Morphologizer::Label>();
}

size_t Network::lemma_classes() const { return parts_->lemma_trees ? parts_->lemma_trees->classes() : 0; }

size_t Network::lemma_choices() const { return parts_->lemma_choices; }

std::span<const std::string> Network::dep_labels() const {
  return parts_->parser ? parts_->parser->labels() : std::span<const std::string>();
}

std::span<const std::string> Network::name_labels() const {
  return parts_->names ? std::span<const std::string>(parts_->names->labels()) : std::span<const std::string>();
}

// ---- predicting ------------------------------------------------------------------------------------------------

std::span<const float> Network::Parts::encode(Factory factory, std::span<const TokenFeatures> tokens,
                                              NetworkScratch::Buffers& buffers) const {
  const std::optional<Tok2Vec>& encoder = own[size_t(factory)];
  return encoder ? encoder->encode(tokens, buffers.own[size_t(factory)]) : buffers.shared_rows;
}

// Class 1 begins a sentence.
void Network::Parts::recognise_starts(std::span<const float> rows, NetworkScratch::Buffers& buffers,
                                      Prediction& prediction) const {
  senter->classify(rows, 1, buffers.scores, buffers.classes);
  for (size_t i = 1; i < buffers.classes.size(); ++i) prediction.sentence_start[i] = buffers.classes[i] == 1;
}

void Network::Parts::run(Factory factory, std::span<const TokenFeatures> tokens, NetworkScratch::Buffers& buffers,
                         Prediction& prediction) const {
  if (factory == Factory::tok2vec) {
    buffers.shared_rows = shared->encode(tokens, buffers.shared);
    return;
  }
  const std::span<const float> rows = encode(factory, tokens, buffers);
  if (buffers.margins != nullptr && factory == Factory::tagger)
    tagger->note_margins(rows, buffers.scores, *buffers.margins);
  switch (factory) {
    case Factory::tagger:
      return tagger->tag(rows, buffers.scores, prediction.tag);
    case Factory::morphologizer:
      return morphologizer->analyse(rows, buffers.scores, prediction.morph);
    case Factory::trainable_lemmatizer:
      return lemma_trees->classify(rows, lemma_choices, buffers.scores, prediction.lemma_class);
    case Factory::senter:
      return recognise_starts(rows, buffers, prediction);
    case Factory::parser:
      return parser->parse(rows, buffers.is_space, buffers.parser, prediction.head, prediction.label,
                           prediction.sentence_start);
    default:
      return names->recognise(rows, buffers.is_space, prediction.sentence_start, buffers.names, prediction.name_type,
                              prediction.name_begin, buffers.margins);
  }
}

namespace {

void begin(Prediction& prediction, size_t count) {
  prediction.tag.assign(count, 0);
  prediction.morph.assign(count, 0);
  prediction.lemma_class.clear();
  prediction.head.resize(count);
  std::iota(prediction.head.begin(), prediction.head.end(), 0u);
  prediction.label.assign(count, 0);
  prediction.sentence_start.assign(count, 0);
  prediction.name_type.assign(count, kNoName);
  prediction.name_begin.assign(count, 0);
  if (count > 0) prediction.sentence_start[0] = 1;
}

}  // namespace

void Network::predict(std::span<const TokenFeatures> tokens, NetworkScratch& scratch, Prediction& prediction) const {
  NetworkScratch::Buffers& buffers = *scratch.buffers_;
  begin(prediction, tokens.size());
  if (tokens.empty()) return;
  buffers.is_space.resize(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) buffers.is_space[i] = tokens[i].is_space;
  buffers.margins = buffers.parser.margins = scratch.margins_;
  if (buffers.margins != nullptr) buffers.margins->add(tokens.size());
  for (const Factory factory : parts_->order) parts_->run(factory, tokens, buffers, prediction);
  if (tokens.size() > kKeptTokens) scratch.buffers_ = std::make_unique<NetworkScratch::Buffers>();
}

}  // namespace verbale
