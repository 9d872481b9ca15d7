// The level that every machine has: plain C++, eight floats at a time, each product rounded before it is added.
#include <cstring>

#include "kernels/levels.h"

namespace verbale {
namespace {

// Two vectors of four, which every compiler that knows the attribute maps to what the machine has, or to plain code.
using Four = float __attribute__((vector_size(16)));

struct Eight {
  static constexpr size_t kLanes = 8;
  Four low, high;

  static Eight zero() { return all(0); }
  static Eight all(float x) { return {Four{x, x, x, x}, Four{x, x, x, x}}; }
  static Eight load(const void* from) {
    Eight eight;
    std::memcpy(&eight.low, from, sizeof low);
    std::memcpy(&eight.high, static_cast<const float*>(from) + 4, sizeof high);
    return eight;
  }
  static Eight broadcast(const float* from) { return all(*from); }
  void store(float* to) const {
    std::memcpy(to, &low, sizeof low);
    std::memcpy(to + 4, &high, sizeof high);
  }

  float sum() const { return ((low[0] + low[1]) + (low[2] + low[3])) + ((high[0] + high[1]) + (high[2] + high[3])); }
};

inline Eight operator+(Eight a, Eight b) { return {a.low + b.low, a.high + b.high}; }
inline Eight operator-(Eight a, Eight b) { return {a.low - b.low, a.high - b.high}; }
inline Eight operator*(Eight a, Eight b) { return {a.low * b.low, a.high * b.high}; }
inline Eight greater(Eight a, Eight b) { return {a.low > b.low ? a.low : b.low, a.high > b.high ? a.high : b.high}; }
inline Eight fused(Eight a, Eight b, Eight c) { return a * b + c; }

using Register = Eight;
constexpr size_t kRows = 2;
constexpr size_t kLinearRows = 4;
constexpr size_t kLinearVectors = 1;

#include "kernels/kernels.inc"

}  // namespace

const Kernels kKernelsScalar{CpuLevel::scalar, maxout, linear, sum, sum_maxout};

}  // namespace verbale
