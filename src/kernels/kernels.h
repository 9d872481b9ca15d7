// The dense arithmetic of the language layer and the classifier, in single precision, once per instruction level.
//
//   const Kernels& run = kernels();                              // the best level of this machine
//   run.maxout(layer, x, stride, rows, residual, out);
//
// VERBALE_CPU=scalar|avx2|avx512 forces a level that the machine has; anything else is ignored.
//
// Order of summation: every output is one chain over the inputs, first to last; the bias comes after the product, the
// residual last; means and variances are summed in eight interleaved chains. avx2 and avx512 fuse multiply and add and
// agree bit for bit; scalar rounds the product first, and differs from them by about 1e-6 of the sum's terms.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "kernels/layers.h"

namespace verbale {

enum class CpuLevel : uint8_t { scalar, avx2, avx512 };

std::string_view to_label(CpuLevel level);

struct Kernels {
  CpuLevel level = CpuLevel::scalar;

  // Rows of x lie `stride` floats apart and may overlap: a window over neighbouring rows is a row of three times their
  // width. Writes rows of layer.outputs floats; adds the residual's rows, of the same width, unless it is null.
  // requires: out overlaps neither x nor residual.
  void (*maxout)(const MaxoutLayer& layer, const float* x, size_t stride, size_t rows, const float* residual,
                 float* out);

  // Writes rows of layer.stride floats; the padding behind layer.outputs is zero.
  void (*linear)(const LinearLayer& layer, const float* x, size_t stride, size_t rows, float* out);

  // out[i] = 0 + rows[0][i] + rows[1][i] + …; rows need not be aligned. requires: width is a multiple of 8
  void (*sum)(const std::byte* const* rows, size_t count, size_t width, float* out);

  // Sums rows of two pieces, [2][width], adds the bias of the same shape, and keeps the greater piece of each pair.
  // requires: width is a multiple of 8
  void (*sum_maxout)(const float* const* rows, size_t count, const float* bias, size_t width, float* out);
};

// The level chosen for this process: once, at the first call.
const Kernels& kernels();

// The kernels of a level; nothing when this machine or this build does not have it.
const Kernels* kernels_at(CpuLevel level);

}  // namespace verbale
