// Opens the neural components that the package's pipeline runs and calls them in its order: encoder, tagger, parser,
// name recogniser. A component that the pipeline lacks leaves its fields at what an untouched document says: no tag,
// every token its own head, one sentence, no names.
#include "language/network.h"

#include <numeric>
#include <optional>

#include "language/name_recogniser.h"
#include "language/parser.h"
#include "language/tagger.h"
#include "language/tok2vec.h"

namespace verbale {

struct Network::Parts {
  std::optional<Tok2Vec> shared;     // what tagger and parser listen to
  std::optional<Tok2Vec> names_own;  // a recogniser with an encoder of its own
  std::optional<Tagger> tagger;
  std::optional<Parser> parser;
  std::optional<NameRecogniser> names;
};

struct NetworkScratch::Buffers {
  Tok2VecScratch shared, names_own;
  ParserScratch parser;
  TransitionScratch names;
  std::vector<float> scores;
  std::vector<uint8_t> is_space;
};

NetworkScratch::NetworkScratch() : buffers_(std::make_unique<Buffers>()) {}
NetworkScratch::NetworkScratch(NetworkScratch&&) noexcept = default;
NetworkScratch& NetworkScratch::operator=(NetworkScratch&&) noexcept = default;
NetworkScratch::~NetworkScratch() = default;

Network::Network(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;
Network::~Network() = default;

namespace {

template <class T>
Status keep(Result<T> opened, std::optional<T>& part) {
  if (!opened) return std::move(opened).error();
  part.emplace(*std::move(opened));
  return {};
}

// The width of what a component listens to: its own encoder if it has one, else the shared one.
Result<size_t> listened_width(const Package& package, std::string_view component, const std::optional<Tok2Vec>& shared,
                              const std::optional<Tok2Vec>& own) {
  if (own) return own->width();
  if (shared) return shared->width();
  return package.error("config.cfg", "[nlp] pipeline", std::string(component) + " has no encoder to listen to");
}

Result<bool> has_own_encoder(const Package& package, std::string_view component) {
  Result<ThincModel> model = ThincModel::open(package, std::string(component) + "/model");
  if (!model) return std::move(model).error();
  return !model->has("tok2vec-listener");
}

}  // namespace

Result<Network> Network::open(const Package& package) {
  auto parts = std::make_unique<Parts>();
  if (package.runs("tok2vec"))
    if (Status status = keep(Tok2Vec::open(package, "tok2vec/model"), parts->shared); !status)
      return std::move(status).error();

  if (package.runs("tagger")) {
    Result<size_t> width = listened_width(package, "tagger", parts->shared, {});
    if (!width) return std::move(width).error();
    if (Status status = keep(Tagger::open(package, "tagger", *width), parts->tagger); !status)
      return std::move(status).error();
  }
  if (package.runs("parser")) {
    Result<size_t> width = listened_width(package, "parser", parts->shared, {});
    if (!width) return std::move(width).error();
    if (Status status = keep(Parser::open(package, "parser", *width), parts->parser); !status)
      return std::move(status).error();
  }
  if (package.runs("ner")) {
    Result<bool> own = has_own_encoder(package, "ner");
    if (!own) return std::move(own).error();
    if (*own)
      if (Status status = keep(Tok2Vec::open(package, "ner/model"), parts->names_own); !status)
        return std::move(status).error();
    Result<size_t> width = listened_width(package, "ner", parts->shared, parts->names_own);
    if (!width) return std::move(width).error();
    if (Status status = keep(NameRecogniser::open(package, "ner", *width), parts->names); !status)
      return std::move(status).error();
  }
  return Network(std::move(parts));
}

std::span<const std::string> Network::tags() const {
  return parts_->tagger ? std::span<const std::string>(parts_->tagger->labels()) : std::span<const std::string>();
}

std::span<const std::string> Network::dep_labels() const {
  return parts_->parser ? parts_->parser->labels() : std::span<const std::string>();
}

std::span<const std::string> Network::name_labels() const {
  return parts_->names ? std::span<const std::string>(parts_->names->labels()) : std::span<const std::string>();
}

void Network::predict(std::span<const TokenFeatures> tokens, NetworkScratch& scratch, Prediction& prediction) const {
  NetworkScratch::Buffers& buffers = *scratch.buffers_;
  const size_t count = tokens.size();
  prediction.tag.assign(count, 0);
  prediction.head.resize(count);
  std::iota(prediction.head.begin(), prediction.head.end(), 0u);
  prediction.label.assign(count, 0);
  prediction.sentence_start.assign(count, 0);
  prediction.name_type.assign(count, kNoName);
  prediction.name_begin.assign(count, 0);
  if (count == 0) return;
  prediction.sentence_start[0] = 1;
  buffers.is_space.resize(count);
  for (size_t i = 0; i < count; ++i) buffers.is_space[i] = tokens[i].is_space;

  std::span<const float> rows;
  if (parts_->shared) rows = parts_->shared->encode(tokens, buffers.shared);
  if (parts_->tagger) parts_->tagger->tag(rows, buffers.scores, prediction.tag);
  if (parts_->parser)
    parts_->parser->parse(rows, buffers.is_space, buffers.parser, prediction.head, prediction.label,
                          prediction.sentence_start);
  if (!parts_->names) return;
  if (parts_->names_own) rows = parts_->names_own->encode(tokens, buffers.names_own);
  parts_->names->recognise(rows, buffers.is_space, prediction.sentence_start, buffers.names, prediction.name_type,
                           prediction.name_begin);
}

}  // namespace verbale
