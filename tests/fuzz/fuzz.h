// What the fuzzers share. Each of them defines use(); libFuzzer calls it with bytes of its own, and replay.cc with
// those of the corpus, so that what was found once is tried in every build.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace verbale::fuzz {

// requires: nothing. ensures: no crash, no endless work, and what the fuzzer demands of the result.
void use(std::string_view bytes);

inline void require(bool holds, const char* otherwise) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", otherwise);
  std::abort();
}

// Keeps the compiler from leaving out work whose result nobody reads.
inline void keep_alive(size_t value) {
  static volatile size_t sink = 0;
  sink = sink + value;
}

}  // namespace verbale::fuzz
