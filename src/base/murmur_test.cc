// Values that spaCy and thinc give for the same keys.
#include "base/murmur.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Murmur, StringIdsAreThoseOfThePackages) {
  EXPECT_EQ(hash_string("apple"), 8566208034543834098u);
  EXPECT_EQ(hash_string("coffee"), 3197928453018144401u);
}

TEST(Murmur, EmbeddingRowsAreThoseOfThinc) {
  EXPECT_EQ(murmur3_words(8566208034543834098u, 8), (std::array<uint32_t, 4>{2653853934u, 3922826080u, 3980780901u, 3736755472u}));
  EXPECT_EQ(murmur3_words(0, 13), (std::array<uint32_t, 4>{1041741114u, 1039425791u, 1457952615u, 394743738u}));
}

}  // namespace
}  // namespace verbale
