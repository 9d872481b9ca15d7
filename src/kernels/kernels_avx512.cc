// AVX-512: thirty-two registers hold eight rows of three pieces, three weights and one input.
#include <immintrin.h>

#include "kernels/levels.h"

namespace verbale {
namespace {

#include "kernels/registers_avx.inc"

struct Register {
  static constexpr size_t kLanes = 16;
  __m512 value;

  static Register zero() { return {_mm512_setzero_ps()}; }
  static Register load(const float* from) { return {_mm512_loadu_ps(from)}; }
  static Register broadcast(const float* from) { return {_mm512_set1_ps(*from)}; }
  void store(float* to) const { _mm512_storeu_ps(to, value); }
};

inline Register operator+(Register a, Register b) { return {_mm512_add_ps(a.value, b.value)}; }
inline Register greater(Register a, Register b) { return {_mm512_max_ps(a.value, b.value)}; }
inline Register fused(Register a, Register b, Register c) { return {_mm512_fmadd_ps(a.value, b.value, c.value)}; }

constexpr size_t kRows = 8;
constexpr size_t kLinearRows = 6;
constexpr size_t kLinearVectors = 4;

#include "kernels/kernels.inc"

}  // namespace

const Kernels kKernelsAvx512{CpuLevel::avx512, maxout, linear, sum, sum_maxout};

}  // namespace verbale
