// The tables of each instruction level, for kernels.cc alone. A level that was not built is not declared.
#pragma once

#include "kernels/kernels.h"

namespace verbale {

extern const Kernels kKernelsScalar;
#ifdef VERBALE_X86
extern const Kernels kKernelsAvx2;
extern const Kernels kKernelsAvx512;
#endif

}  // namespace verbale
