// What the embeddings of a package look at. Apart from network.h so that the layers need not know the whole network.
#pragma once

#include <cstdint>

namespace verbale {

// String ids of the vocabulary (MurmurHash64A with seed 1, or the number of a reserved symbol).
struct TokenFeatures {
  uint64_t norm = 0;
  uint64_t prefix = 0;
  uint64_t suffix = 0;
  uint64_t shape = 0;
  bool space_after = false;  // one blank follows
  bool is_space = false;     // the token is white space
  uint64_t orth = 0;         // of the exact form, by which word vectors are found

  friend bool operator==(const TokenFeatures&, const TokenFeatures&) = default;
};

}  // namespace verbale
