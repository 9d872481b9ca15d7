// Plain transpositions; a few milliseconds for a whole package.
#include "kernels/layers.h"

namespace verbale {
namespace {

// Narrow layers are one group, so that a single row keeps enough sums in flight; in wide ones a group of 64 keeps the
// walk over the inputs within few cache sets.
size_t group_for(size_t stride) {
  constexpr size_t kNarrow = 128, kWide = 64;
  if (stride <= kNarrow) return stride;
  return stride % kWide == 0 ? kWide : kOutputBlock;
}

}  // namespace

MaxoutLayer MaxoutLayer::pack(size_t inputs, size_t outputs, std::span<const float> weights,
                              std::span<const float> bias, std::span<const float> gain, std::span<const float> shift) {
  MaxoutLayer layer{inputs,
                    outputs,
                    std::vector<float>(outputs * kMaxoutPieces * inputs),
                    std::vector<float>(outputs * kMaxoutPieces),
                    {gain.begin(), gain.end()},
                    {shift.begin(), shift.end()}};
  for (size_t output = 0; output < outputs; ++output) {
    const size_t block = output / kOutputBlock, lane = output % kOutputBlock;
    for (size_t piece = 0; piece < kMaxoutPieces; ++piece) {
      const size_t column = piece * kOutputBlock + lane;
      const float* from = &weights[(output * kMaxoutPieces + piece) * inputs];
      float* to = &layer.weights[block * inputs * kMaxoutPieces * kOutputBlock + column];
      for (size_t k = 0; k < inputs; ++k) to[k * kMaxoutPieces * kOutputBlock] = from[k];
      layer.bias[block * kMaxoutPieces * kOutputBlock + column] = bias[output * kMaxoutPieces + piece];
    }
  }
  return layer;
}

LinearLayer LinearLayer::pack(size_t inputs, size_t outputs, std::span<const float> weights,
                              std::span<const float> bias) {
  const size_t stride = round_up_to_block(outputs);
  const size_t group = group_for(stride);
  LinearLayer layer{inputs, outputs, stride, group, std::vector<float>(stride * inputs), std::vector<float>(stride)};
  for (size_t output = 0; output < outputs; ++output) {
    const float* from = &weights[output * inputs];
    float* to = &layer.weights[output / group * group * inputs + output % group];
    for (size_t k = 0; k < inputs; ++k) to[k * group] = from[k];
    if (!bias.empty()) layer.bias[output] = bias[output];
  }
  return layer;
}

}  // namespace verbale
