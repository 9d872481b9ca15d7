// libFuzzer's way in.
#include <cstdint>

#include "fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  verbale::fuzz::use({reinterpret_cast<const char*>(data), size});
  return 0;
}
