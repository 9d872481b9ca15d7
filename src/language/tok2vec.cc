// spaCy pads each document with as many empty rows as the layers reach, and runs them through the layers like tokens:
// after the first layer they are no longer zero. The last layer needs none of them, the one before needs one on each
// side, and so on: each layer computes only the rows that the ones above it still look at.
#include "language/tok2vec.h"

#include <algorithm>
#include <atomic>
#include <cstring>

#include "base/murmur.h"
#include "kernels/kernels.h"

namespace verbale {
namespace {

constexpr size_t kBatch = 64;        // tokens whose embeddings are mixed together
constexpr size_t kRowsPerToken = 4;  // rows of a table that one feature adds up

uint64_t next_identity() {
  static std::atomic<uint64_t> last{0};
  return ++last;
}

size_t slot_of(const TokenFeatures& token) {
  uint64_t hash = token.norm + 0x9E3779B97F4A7C15ull * (uint64_t(token.space_after) * 2 + token.is_space);
  hash = (hash ^ token.shape ^ token.orth) * 0xC6A4A7935BD1E995ull;
  hash = (hash ^ hash >> 29 ^ token.prefix) * 0xC6A4A7935BD1E995ull;
  return hash >> 40;
}

// Layers with parameters that a component's model may hold: the encoder's, and those of what listens to it.
constexpr std::string_view kKnownLayers[] = {"hashembed", "static_vectors",      "maxout", "layernorm", "linear",
                                             "softmax",   "precomputable_affine"};

// [outputs][pieces][inner] with fewer pieces than the kernels take: the last one again and again changes no maximum.
std::vector<float> repeat_last_piece(const std::vector<float>& values, size_t outputs, size_t pieces, size_t inner) {
  std::vector<float> repeated;
  repeated.reserve(outputs * kMaxoutPieces * inner);
  for (size_t output = 0; output < outputs; ++output)
    for (size_t piece = 0; piece < kMaxoutPieces; ++piece) {
      const auto from = values.begin() + ptrdiff_t((output * pieces + std::min(piece, pieces - 1)) * inner);
      repeated.insert(repeated.end(), from, from + ptrdiff_t(inner));
    }
  return repeated;
}

MaxoutLayer read_maxout(const ThincModel& model, ThincReader& read, const ThincNode& maxout, const ThincNode& norm,
                        size_t inputs, size_t outputs) {
  const auto width = uint32_t(outputs), pieces = read.extent(maxout, "W", 1);
  if (pieces > kMaxoutPieces) read.refuse(model.error(maxout, "W", "more than three pieces are not supported"));
  const auto weights = read.floats(maxout, "W", {width, pieces, uint32_t(inputs)});
  const auto bias = read.floats(maxout, "b", {width, pieces});
  const auto gain = read.floats(norm, "G", {width}), shift = read.floats(norm, "b", {width});
  if (read.failed()) return {};
  return MaxoutLayer::pack(inputs, outputs, repeat_last_piece(weights, outputs, pieces, inputs),
                           repeat_last_piece(bias, outputs, pieces, 1), gain, shift);
}

}  // namespace

std::optional<Tok2Vec::Feature> Tok2Vec::feature_named(std::string_view attribute) {
  static constexpr std::string_view kNames[] = {"NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"};
  const auto* found = std::find(std::begin(kNames), std::end(kNames), attribute);
  if (found == std::end(kNames)) return std::nullopt;
  return Feature(found - kNames);
}

void MixedEmbeddings::serve(uint64_t encoder, size_t width) {
  if (encoder == encoder_) return;
  encoder_ = encoder;
  width_ = width;
  slots_.assign(kSlots, {});
  rows_.reset(new float[kSlots * width]);
}

const float* MixedEmbeddings::find(const TokenFeatures& token) const {
  const size_t slot = slot_of(token) % kSlots;
  return slots_[slot].used && slots_[slot].token == token ? &rows_[slot * width_] : nullptr;
}

void MixedEmbeddings::remember(const TokenFeatures& token, const float* row) {
  const size_t slot = slot_of(token) % kSlots;
  slots_[slot] = {token, true};
  std::memcpy(&rows_[slot * width_], row, width_ * sizeof(float));
}

Result<Tok2Vec> Tok2Vec::open(const Package& package, std::string_view file, SharedVectors& vectors) {
  Result<ThincModel> model = ThincModel::open(package, file);
  if (!model) return std::move(model).error();
  Tok2Vec encoder;
  encoder.identity_ = next_identity();
  if (Status status = check_layers(*model); !status) return std::move(status).error();
  if (Status status = encoder.read_embeddings(*model); !status) return std::move(status).error();
  if (Status status = encoder.read_projection(package, *model, vectors); !status) return std::move(status).error();
  if (Status status = encoder.read_layers(*model); !status) return std::move(status).error();
  encoder.file_ = std::move(*model).release();
  return encoder;
}

Status Tok2Vec::check_layers(const ThincModel& model) {
  for (const ThincNode& node : model.nodes())
    if (node.parameters.size() > 0 &&
        std::find(std::begin(kKnownLayers), std::end(kKnownLayers), node.name) == std::end(kKnownLayers))
      return model.error(node, "parameters", "layers of this kind are not supported");
  return {};
}

Status Tok2Vec::read_embeddings(const ThincModel& model) {
  ThincReader read(model);
  const std::vector<std::string> columns = read.texts(read.only("extract_features"), "columns");
  for (const ThincNode& node : model.named("hashembed")) {
    const auto column = size_t(read.integer(node, "column"));
    const auto seed = uint32_t(read.integer(node, "seed"));
    const FloatArray table = read.array(node, "E", {kAnyExtent, uint32_t(mix_.outputs)});
    if (read.failed()) break;
    if (column >= columns.size()) return model.error(node, "column", "there is no such column");
    const auto feature = feature_named(columns[column]);
    if (!feature) return model.error(node, "column", "the feature " + columns[column] + " is not known");

    mix_.outputs = table.shape[1];  // the first table decides for the others
    embeddings_.push_back({*feature, seed, table.shape[0], table.data.data()});
    reads_[size_t(*feature)] = true;
  }
  if (Status status = read.status(); !status) return status;
  if (embeddings_.empty()) return model.error("hashembed", "expected at least one such node");
  if (width() % kOutputBlock != 0) return model.error("hashembed", "the width is not a multiple of 16");
  return {};
}

Status Tok2Vec::read_projection(const Package& package, const ThincModel& model, SharedVectors& vectors) {
  if (!model.has("static_vectors")) return {};
  if (!vectors) {
    Result<WordVectors> opened = WordVectors::open(package);
    if (!opened) return std::move(opened).error();
    vectors = std::make_shared<const WordVectors>(*std::move(opened));
  }
  ThincReader read(model);
  const auto weights = read.floats(read.only("static_vectors"), "W", {uint32_t(width()), uint32_t(vectors->width())});
  if (Status status = read.status(); !status) return status;
  vectors_ = vectors;
  projection_ = LinearLayer::pack(vectors_->width(), width(), weights, {});
  return {};
}

Status Tok2Vec::read_layers(const ThincModel& model) {
  const std::vector<ThincNode> maxouts = model.named("maxout"), norms = model.named("layernorm");
  if (maxouts.empty() || maxouts.size() != norms.size())
    return model.error("maxout, layernorm", "expected as many of the one as of the other");
  ThincReader read(model);
  for (const ThincNode& window : model.named("expand_window"))
    if (read.integer(window, "window_size") != 1)
      read.refuse(model.error(window, "window_size", "only windows of one token on each side are read"));

  const size_t outputs = width(), columns = embeddings_.size() + (vectors_ ? 1 : 0);
  for (size_t i = 0; i < maxouts.size(); ++i) {
    const size_t inputs = outputs * (i == 0 ? columns : 3);
    MaxoutLayer layer = read_maxout(model, read, maxouts[i], norms[i], inputs, outputs);
    if (i == 0)
      mix_ = std::move(layer);
    else
      convolutions_.push_back(std::move(layer));
  }
  return read.status();
}

// The token without the features that this encoder does not read, so that more tokens are the same.
TokenFeatures Tok2Vec::relevant(const TokenFeatures& token) const {
  const auto reads = [this](Feature feature) { return reads_[size_t(feature)]; };
  return {reads(Feature::norm) ? token.norm : 0,
          reads(Feature::prefix) ? token.prefix : 0,
          reads(Feature::suffix) ? token.suffix : 0,
          reads(Feature::shape) ? token.shape : 0,
          reads(Feature::space_after) && token.space_after,
          reads(Feature::is_space) && token.is_space,
          vectors_ ? token.orth : 0};
}

void Tok2Vec::embed(const TokenFeatures& token, float* columns) const {
  const uint64_t values[] = {token.norm, token.prefix, token.suffix, token.shape, token.space_after, token.is_space};
  for (const Embedding& embedding : embeddings_) {
    const std::byte* rows[kRowsPerToken];
    const auto keys = murmur3_words(values[size_t(embedding.feature)], embedding.seed);
    for (size_t i = 0; i < kRowsPerToken; ++i)
      rows[i] = embedding.table + size_t(keys[i] % embedding.rows) * width() * sizeof(float);
    kernels().sum(rows, kRowsPerToken, width(), columns);
    columns += width();
  }
}

// Writes the last column of each token: its word vector at the encoder's width, zero for a form that has none.
// requires: the columns of the other features are those of the same tokens, at most kBatch
void Tok2Vec::add_word_vectors(std::span<const StringId> forms, Tok2VecScratch& scratch) const {
  const size_t wide = projection_.inputs, last_column = mix_.inputs - width();
  scratch.word_vectors.assign(forms.size() * wide, 0.0f);
  scratch.projected.resize(forms.size() * projection_.stride);
  for (size_t i = 0; i < forms.size(); ++i)
    if (const std::byte* row = vectors_->find(forms[i]))
      std::memcpy(&scratch.word_vectors[i * wide], row, wide * sizeof(float));
  kernels().linear(projection_, scratch.word_vectors.data(), wide, forms.size(), scratch.projected.data());
  for (size_t i = 0; i < forms.size(); ++i)
    std::memcpy(&scratch.columns[i * mix_.inputs + last_column], &scratch.projected[i * projection_.stride],
                width() * sizeof(float));
}

// requires: at most kBatch tokens
void Tok2Vec::mix(std::span<const TokenFeatures> tokens, Tok2VecScratch& scratch, float* rows) const {
  uint32_t missing[kBatch];
  StringId forms[kBatch];
  size_t count = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const TokenFeatures token = relevant(tokens[i]);
    if (const float* row = scratch.mixed.find(token)) {
      std::memcpy(rows + i * width(), row, width() * sizeof(float));
      continue;
    }
    embed(token, &scratch.columns[count * mix_.inputs]);
    forms[count] = token.orth;
    missing[count++] = uint32_t(i);
  }
  if (vectors_) add_word_vectors(std::span(forms).first(count), scratch);
  kernels().maxout(mix_, scratch.columns.data(), mix_.inputs, count, nullptr, scratch.batch.data());
  for (size_t i = 0; i < count; ++i) {
    const float* row = &scratch.batch[i * width()];
    std::memcpy(rows + missing[i] * width(), row, width() * sizeof(float));
    scratch.mixed.remember(relevant(tokens[missing[i]]), row);
  }
}

std::span<const float> Tok2Vec::encode(std::span<const TokenFeatures> tokens, Tok2VecScratch& scratch) const {
  const size_t reach = convolutions_.size();
  const size_t rows = tokens.size() + 2 * reach;
  scratch.mixed.serve(identity_, width());
  scratch.columns.resize(kBatch * mix_.inputs);
  scratch.batch.resize(kBatch * width());
  scratch.current.resize(rows * width());
  scratch.next.resize(rows * width());

  float* first = scratch.current.data() + reach * width();
  std::fill_n(scratch.current.data(), reach * width(), 0.0f);
  std::fill_n(first + tokens.size() * width(), reach * width(), 0.0f);
  for (size_t begin = 0; begin < tokens.size(); begin += kBatch)
    mix(tokens.subspan(begin, std::min(kBatch, tokens.size() - begin)), scratch, first + begin * width());

  for (size_t layer = 0; layer < reach; ++layer) {
    const size_t begin = layer + 1;
    const float* x = scratch.current.data();
    kernels().maxout(convolutions_[layer], x + (begin - 1) * width(), width(), rows - 2 * begin, x + begin * width(),
                     scratch.next.data() + begin * width());
    scratch.current.swap(scratch.next);
  }
  return {scratch.current.data() + reach * width(), tokens.size() * width()};
}

}  // namespace verbale
