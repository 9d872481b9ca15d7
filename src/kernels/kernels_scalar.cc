// The level that every machine has: plain C++, eight floats in an array, each product rounded before it is added.
#include <cstring>

#include "kernels/levels.h"

namespace verbale {
namespace {

struct Eight {
  static constexpr size_t kLanes = 8;
  float value[8];

  static Eight zero() { return {}; }
  static Eight all(float x) { return {{x, x, x, x, x, x, x, x}}; }
  static Eight load(const void* from) {
    Eight eight;
    std::memcpy(eight.value, from, sizeof eight.value);
    return eight;
  }
  static Eight broadcast(const float* from) { return all(*from); }
  void store(float* to) const { std::memcpy(to, value, sizeof value); }

  float sum() const {
    return ((value[0] + value[1]) + (value[2] + value[3])) + ((value[4] + value[5]) + (value[6] + value[7]));
  }
};

template <class Operation>
inline Eight each(Eight a, Eight b, Operation operation) {
  for (int i = 0; i < 8; ++i) a.value[i] = operation(a.value[i], b.value[i]);
  return a;
}

inline Eight operator+(Eight a, Eight b) {
  return each(a, b, [](float x, float y) { return x + y; });
}
inline Eight operator-(Eight a, Eight b) {
  return each(a, b, [](float x, float y) { return x - y; });
}
inline Eight operator*(Eight a, Eight b) {
  return each(a, b, [](float x, float y) { return x * y; });
}
inline Eight greater(Eight a, Eight b) {
  return each(a, b, [](float x, float y) { return x > y ? x : y; });
}
inline Eight fused(Eight a, Eight b, Eight c) { return a * b + c; }

using Register = Eight;
constexpr size_t kRows = 4;
constexpr size_t kLinearRows = 4;
constexpr size_t kLinearVectors = 1;

#include "kernels/kernels.inc"

}  // namespace

const Kernels kKernelsScalar{CpuLevel::scalar, maxout, linear, sum, sum_maxout};

}  // namespace verbale
