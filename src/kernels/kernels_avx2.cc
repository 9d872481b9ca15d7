// AVX2 with fused multiply-add: sixteen registers hold four rows of three pieces, three weights and one input.
#include <immintrin.h>

#include "kernels/levels.h"

namespace verbale {
namespace {

#include "kernels/registers_avx.inc"

using Register = Eight;
constexpr size_t kRows = 4;
constexpr size_t kLinearRows = 6;
constexpr size_t kLinearVectors = 2;

#include "kernels/kernels.inc"

}  // namespace

const Kernels kKernelsAvx2{CpuLevel::avx2, maxout, linear, sum, sum_maxout};

}  // namespace verbale
