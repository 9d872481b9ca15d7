// Chooses the level by what the processor says of itself, unless the environment forces one.
#include "kernels/kernels.h"

#include <cstdlib>

#include "kernels/levels.h"

namespace verbale {
namespace {

constexpr CpuLevel kBestFirst[] = {CpuLevel::avx512, CpuLevel::avx2, CpuLevel::scalar};

const Kernels& choose() {
  if (const char* forced = std::getenv("VERBALE_CPU"); forced != nullptr)
    for (CpuLevel level : kBestFirst)
      if (forced == to_label(level) && kernels_at(level) != nullptr) return *kernels_at(level);
  for (CpuLevel level : kBestFirst)
    if (const Kernels* found = kernels_at(level)) return *found;
  return kKernelsScalar;
}

}  // namespace

std::string_view to_label(CpuLevel level) {
  switch (level) {
    case CpuLevel::avx512:
      return "avx512";
    case CpuLevel::avx2:
      return "avx2";
    case CpuLevel::scalar:
      break;
  }
  return "scalar";
}

const Kernels* kernels_at(CpuLevel level) {
#ifdef VERBALE_X86
  if (level == CpuLevel::avx512) return __builtin_cpu_supports("avx512f") ? &kKernelsAvx512 : nullptr;
  if (level == CpuLevel::avx2)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kKernelsAvx2 : nullptr;
#else
  if (level != CpuLevel::scalar) return nullptr;
#endif
  return &kKernelsScalar;
}

const Kernels& kernels() {
  static const Kernels& chosen = choose();
  return chosen;
}

}  // namespace verbale
