// Weights in the order in which the kernels walk them, repacked once when a model is opened.
//
// A maxout layer keeps sixteen outputs together: for every input, the three pieces of those sixteen outputs lie side by
// side, so that one pass over the inputs fills all the registers that bias and maximum then fold. A linear layer keeps
// groups of outputs together in the same way. Outputs are padded with zero weights to a multiple of sixteen.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace verbale {

inline constexpr size_t kOutputBlock = 16;
inline constexpr size_t kMaxoutPieces = 3;

constexpr size_t round_up_to_block(size_t outputs) {
  return (outputs + kOutputBlock - 1) / kOutputBlock * kOutputBlock;
}

// y = normalise(max over pieces of (W x + b)) * gain + shift
struct MaxoutLayer {
  size_t inputs = 0;
  size_t outputs = 0;          // a multiple of kOutputBlock
  std::vector<float> weights;  // [outputs / 16][inputs][3][16]
  std::vector<float> bias;     // [outputs / 16][3][16]
  std::vector<float> gain;     // [outputs]
  std::vector<float> shift;    // [outputs]

  // weights [outputs][3][inputs] and bias [outputs][3], as models store them.
  // requires: outputs is a multiple of kOutputBlock; gain and shift have that many values.
  static MaxoutLayer pack(size_t inputs, size_t outputs, std::span<const float> weights, std::span<const float> bias,
                          std::span<const float> gain, std::span<const float> shift);
};

// y = W x + b
struct LinearLayer {
  size_t inputs = 0;
  size_t outputs = 0;          // as the model has them
  size_t stride = 0;           // padded to a multiple of kOutputBlock: floats that a row of results takes
  size_t group = 0;            // outputs that lie together; divides stride
  std::vector<float> weights;  // [stride / group][inputs][group]
  std::vector<float> bias;     // [stride]

  // weights [outputs][inputs] and bias [outputs], as models store them; an empty bias is zero.
  static LinearLayer pack(size_t inputs, size_t outputs, std::span<const float> weights, std::span<const float> bias);
};

}  // namespace verbale
