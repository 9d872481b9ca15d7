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
  hash = (hash ^ token.shape) * 0xC6A4A7935BD1E995ull;
  hash = (hash ^ hash >> 29 ^ token.prefix) * 0xC6A4A7935BD1E995ull;
  return hash >> 40;
}

MaxoutLayer read_maxout(ThincReader& read, const ThincNode& maxout, const ThincNode& norm, size_t inputs,
                        size_t outputs) {
  const auto width = uint32_t(outputs), pieces = uint32_t(kMaxoutPieces);
  const auto weights = read.floats(maxout, "W", {width, pieces, uint32_t(inputs)});
  const auto bias = read.floats(maxout, "b", {width, pieces});
  const auto gain = read.floats(norm, "G", {width}), shift = read.floats(norm, "b", {width});
  if (read.failed()) return {};
  return MaxoutLayer::pack(inputs, outputs, weights, bias, gain, shift);
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

Result<Tok2Vec> Tok2Vec::open(const Package& package, std::string_view file) {
  Result<ThincModel> model = ThincModel::open(package, file);
  if (!model) return std::move(model).error();
  Tok2Vec encoder;
  encoder.identity_ = next_identity();
  if (model->has("static_vectors"))
    return model->error("static_vectors", "packages with word vectors are not read yet");
  if (Status status = encoder.read_embeddings(*model); !status) return std::move(status).error();
  if (Status status = encoder.read_layers(*model); !status) return std::move(status).error();
  encoder.file_ = std::move(*model).release();
  return encoder;
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

Status Tok2Vec::read_layers(const ThincModel& model) {
  const std::vector<ThincNode> maxouts = model.named("maxout"), norms = model.named("layernorm");
  if (maxouts.empty() || maxouts.size() != norms.size())
    return model.error("maxout, layernorm", "expected as many of the one as of the other");
  ThincReader read(model);
  for (const ThincNode& window : model.named("expand_window"))
    if (read.integer(window, "window_size") != 1)
      read.refuse(model.error(window, "window_size", "only windows of one token on each side are read"));

  const size_t outputs = width();
  for (size_t i = 0; i < maxouts.size(); ++i) {
    const size_t inputs = outputs * (i == 0 ? embeddings_.size() : 3);
    MaxoutLayer layer = read_maxout(read, maxouts[i], norms[i], inputs, outputs);
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
          reads(Feature::is_space) && token.is_space};
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

// requires: at most kBatch tokens
void Tok2Vec::mix(std::span<const TokenFeatures> tokens, Tok2VecScratch& scratch, float* rows) const {
  uint32_t missing[kBatch];
  size_t count = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const TokenFeatures token = relevant(tokens[i]);
    if (const float* row = scratch.mixed.find(token)) {
      std::memcpy(rows + i * width(), row, width() * sizeof(float));
      continue;
    }
    embed(token, &scratch.columns[count * mix_.inputs]);
    missing[count++] = uint32_t(i);
  }
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
