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
namespace {

constexpr size_t kKeptTokens = 1u << 15;  // after a longer document a worker gives its buffers back

template <class T>
Status keep(Result<T> opened, std::optional<T>& part) {
  if (!opened) return std::move(opened).error();
  part.emplace(*std::move(opened));
  return {};
}

Error without_encoder(const Package& package, std::string_view component) {
  return package.error("config.cfg", "[nlp] pipeline", std::string(component) + " has no encoder to listen to");
}

}  // namespace

struct Network::Parts {
  std::optional<Tok2Vec> shared;     // what tagger and parser listen to
  std::optional<Tok2Vec> names_own;  // a recogniser with an encoder of its own
  std::optional<Tagger> tagger;
  std::optional<Parser> parser;
  std::optional<NameRecogniser> names;

  Status open_all(const Package& package);
  Status open_names(const Package& package);
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

Status Network::Parts::open_names(const Package& package) {
  Result<ThincModel> model = ThincModel::open(package, "ner/model");
  if (!model) return std::move(model).error();
  if (!model->has("tok2vec-listener"))
    if (Status status = keep(Tok2Vec::open(package, "ner/model"), names_own); !status) return status;
  const std::optional<Tok2Vec>& encoder = names_own ? names_own : shared;
  if (!encoder) return without_encoder(package, "ner");
  return keep(NameRecogniser::open(package, "ner", encoder->width()), names);
}

Status Network::Parts::open_all(const Package& package) {
  if (package.runs("tok2vec"))
    if (Status status = keep(Tok2Vec::open(package, "tok2vec/model"), shared); !status) return status;
  for (const char* listener : {"tagger", "parser"})
    if (package.runs(listener) && !shared) return without_encoder(package, listener);
  if (package.runs("tagger"))
    if (Status status = keep(Tagger::open(package, "tagger", shared->width()), tagger); !status) return status;
  if (package.runs("parser"))
    if (Status status = keep(Parser::open(package, "parser", shared->width()), parser); !status) return status;
  return package.runs("ner") ? open_names(package) : Status();
}

Result<Network> Network::open(const Package& package) {
  auto parts = std::make_unique<Parts>();
  if (Status status = parts->open_all(package); !status) return std::move(status).error();
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
  if (parts_->names_own) rows = parts_->names_own->encode(tokens, buffers.names_own);
  if (parts_->names)
    parts_->names->recognise(rows, buffers.is_space, prediction.sentence_start, buffers.names, prediction.name_type,
                             prediction.name_begin);
  if (count > kKeptTokens) scratch = NetworkScratch();
}

}  // namespace verbale
