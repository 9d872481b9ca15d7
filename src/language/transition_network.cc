// Models store the pieces of each hidden unit side by side; here all first pieces come before all second ones, and so
// on, so that sums and maxima run over whole registers. The order in which anything is added up is not touched by that.
// Nearly all packages have two pieces, for which there is a kernel; other numbers take a plain way.
#include "language/transition_network.h"

#include <algorithm>
#include <cstring>

#include "kernels/kernels.h"

namespace verbale {
namespace {

constexpr size_t kKernelPieces = 2;

// [count][hidden][pieces][inner] -> [count][pieces][hidden][inner]
std::vector<float> pieces_first(const std::vector<float>& values, size_t count, size_t hidden, size_t pieces,
                                size_t inner) {
  std::vector<float> turned(values.size());
  for (size_t i = 0; i < count; ++i)
    for (size_t unit = 0; unit < hidden; ++unit)
      for (size_t piece = 0; piece < pieces; ++piece)
        std::memcpy(&turned[((i * pieces + piece) * hidden + unit) * inner],
                    &values[((i * hidden + unit) * pieces + piece) * inner], inner * sizeof(float));
  return turned;
}

}  // namespace

Result<TransitionNetwork> TransitionNetwork::open(const Package& package, std::string_view file, size_t width,
                                                  size_t features, size_t classes) {
  Result<ThincModel> model = ThincModel::open(package, file);
  if (!model) return std::move(model).error();
  ThincReader read(*model);
  TransitionNetwork network;
  network.features_ = features;
  network.read_layers(*model, read, width, classes);
  if (Status status = read.status(); !status) return std::move(status).error();
  return network;
}

// The model has two linear layers: the one that its root calls "upper", and the one between encoder and lower layer.
void TransitionNetwork::read_layers(const ThincModel& model, ThincReader& read, size_t width, size_t classes) {
  const ThincNode root = read.only("parser_model"), lower = read.only("precomputable_affine");
  const ThincNode upper = read.referenced(root, "upper");
  const std::vector<ThincNode> linears = model.named("linear");
  if (linears.size() != 2) return read.refuse(model.error("linear", "expected two such nodes"));
  const ThincNode& reduce = linears[0].index == upper.index ? linears[1] : linears[0];

  const auto places = uint32_t(features_), scores = uint32_t(classes);
  const uint32_t narrow = read.extent(reduce, "W", 0), hidden = read.extent(lower, "W", 1),
                 pieces = read.extent(lower, "W", 2);
  if (hidden % kOutputBlock != 0 || narrow % kOutputBlock != 0)
    return read.refuse(model.error(lower, "W", "a width is not a multiple of 16"));

  const auto reduce_weights = read.floats(reduce, "W", {narrow, uint32_t(width)});
  const auto reduce_bias = read.floats(reduce, "b", {narrow});
  const auto lower_weights = read.floats(lower, "W", {places, hidden, pieces, narrow});
  const auto lower_bias = read.floats(lower, "b", {hidden, pieces});
  const auto absent = read.floats(lower, "pad", {1, places, hidden, pieces});
  const auto upper_weights = read.floats(upper, "W", {scores, hidden}), upper_bias = read.floats(upper, "b", {scores});
  if (read.failed()) return;

  hidden_width_ = hidden;
  pieces_ = pieces;
  reduce_ = LinearLayer::pack(width, narrow, reduce_weights, reduce_bias);
  contribute_ = LinearLayer::pack(narrow, places * pieces * hidden,
                                  pieces_first(lower_weights, places, hidden, pieces, narrow), {});
  absent_ = pieces_first(absent, places, hidden, pieces, 1);
  bias_ = pieces_first(lower_bias, 1, hidden, pieces, 1);
  upper_ = LinearLayer::pack(hidden, scores, upper_weights, upper_bias);
}

void TransitionScratch::begin(const TransitionNetwork& network, std::span<const float> rows) {
  rows_ = rows;
  first_block_ = next_block_ = 0;
  const size_t row_size = network.contribute_.stride;
  if (ring_blocks_ > kKeptBlocks) contributions_ = {};
  ring_blocks_ = 2;
  contributions_.resize(ring_blocks_ * kBlock * row_size);
  hidden_.resize(kBlock * network.reduce_.stride);
  state_.resize(network.hidden_width_);
  sums_.resize(network.pieces_ * network.hidden_width_);
  scores_.resize(network.upper_.stride);
}

void TransitionScratch::grow(size_t row_size) {
  const size_t block_size = kBlock * row_size;
  std::vector<float> larger(2 * ring_blocks_ * block_size);
  for (size_t block = first_block_; block < next_block_; ++block)
    std::memcpy(&larger[block % (2 * ring_blocks_) * block_size], &contributions_[block % ring_blocks_ * block_size],
                block_size * sizeof(float));
  contributions_ = std::move(larger);
  ring_blocks_ *= 2;
}

void TransitionScratch::compute_block(const TransitionNetwork& network) {
  const size_t row_size = network.contribute_.stride, width = network.reduce_.inputs;
  if (next_block_ >= first_block_ + ring_blocks_) grow(row_size);
  const size_t begin = next_block_ * kBlock;
  const size_t count = std::min(kBlock, rows_.size() / width - begin);
  kernels().linear(network.reduce_, &rows_[begin * width], width, count, hidden_.data());
  kernels().linear(network.contribute_, hidden_.data(), network.reduce_.stride, count,
                   &contributions_[next_block_ % ring_blocks_ * kBlock * row_size]);
  ++next_block_;
}

const float* TransitionScratch::row(const TransitionNetwork& network, uint32_t token) {
  const size_t block = token / kBlock;
  while (block >= next_block_) compute_block(network);
  return &contributions_[(block % ring_blocks_ * kBlock + token % kBlock) * network.contribute_.stride];
}

// Sums the rows, adds the bias, and keeps the greatest piece of each unit.
void TransitionNetwork::sum_pieces(const float* const* rows, TransitionScratch& scratch) const {
  const std::byte* bytes[kFeaturesMax];
  for (size_t place = 0; place < features_; ++place) bytes[place] = reinterpret_cast<const std::byte*>(rows[place]);
  kernels().sum(bytes, features_, pieces_ * hidden_width_, scratch.sums_.data());
  for (size_t unit = 0; unit < hidden_width_; ++unit) {
    float best = scratch.sums_[unit] + bias_[unit];
    for (size_t at = unit + hidden_width_; at < pieces_ * hidden_width_; at += hidden_width_)
      best = std::max(best, scratch.sums_[at] + bias_[at]);
    scratch.state_[unit] = best;
  }
}

std::span<const float> TransitionNetwork::score(std::span<const int32_t> tokens, TransitionScratch& scratch) const {
  const size_t place_size = pieces_ * hidden_width_;
  const int32_t furthest = *std::max_element(tokens.begin(), tokens.end());
  if (furthest != kAbsent) scratch.row(*this, uint32_t(furthest));  // a growing ring would move the rows taken below
  const float* rows[kFeaturesMax];
  for (size_t place = 0; place < features_; ++place) {
    const float* row = tokens[place] == kAbsent ? absent_.data() : scratch.row(*this, uint32_t(tokens[place]));
    rows[place] = row + place * place_size;
  }
  if (pieces_ == kKernelPieces) [[likely]]
    kernels().sum_maxout(rows, features_, bias_.data(), hidden_width_, scratch.state_.data());
  else
    sum_pieces(rows, scratch);
  kernels().linear(upper_, scratch.state_.data(), hidden_width_, 1, scratch.scores_.data());
  return {scratch.scores_.data(), upper_.outputs};
}

}  // namespace verbale
