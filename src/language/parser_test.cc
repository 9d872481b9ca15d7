// The parser's state, move by move.
#include "language/parser.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

constexpr int32_t kNone = ParserState::kNone;

TEST(ParserState, AttachesAndRemembersTheLastChild) {
  ParserState state;
  state.begin(4);
  EXPECT_TRUE(state.starts_sentence(0));
  state.shift();
  state.attach_right(7);  // 1 under 0
  EXPECT_EQ(state.head(1), 0);
  EXPECT_EQ(state.label(1), 7);
  EXPECT_EQ(state.last_right_child(0), 1);
  state.reduce();
  state.attach_right(8);  // 2 under 0
  EXPECT_EQ(state.last_right_child(0), 2);
  state.attach_left(9);  // 2 under 3 instead
  EXPECT_EQ(state.head(2), 3);
  EXPECT_EQ(state.label(2), 9);
  EXPECT_EQ(state.last_right_child(0), 1);
  EXPECT_EQ(state.last_left_child(3), 2);
  EXPECT_EQ(state.last_left_child(kNone), kNone);
}

TEST(ParserState, ReturnsATokenWithoutHeadToTheBufferOnce) {
  ParserState state;
  state.begin(3);
  state.shift();
  state.shift();
  state.reduce();
  EXPECT_EQ(state.buffer(0), 1);
  EXPECT_EQ(state.buffer(1), 2);
  EXPECT_EQ(state.buffer(2), kNone);
  EXPECT_TRUE(state.must_not_shift(1));
  EXPECT_FALSE(state.forgets());
  state.attach_left(1);  // 0 under 1: the stack has changed, so 1 may be shifted again
  EXPECT_FALSE(state.must_not_shift(1));
  state.shift();
  state.reduce();  // alone on the stack: gone for good
  EXPECT_EQ(state.buffer(0), 2);
}

TEST(ParserState, RemembersWhatTheNextTokenHasTaken) {
  ParserState state;
  state.begin(3);
  EXPECT_EQ(state.first_remembered(), 0u);
  state.shift();
  state.attach_left(1);
  ASSERT_TRUE(state.forgets());
  EXPECT_EQ(state.first_remembered(), 0u);  // the child of 1, which is still in the buffer
  state.shift();
  state.reduce();
  EXPECT_EQ(state.first_remembered(), 2u);
}

TEST(ParserState, BreaksAndEnds) {
  ParserState state;
  state.begin(2);
  EXPECT_FALSE(state.starts_sentence(1));
  state.break_before_second();
  EXPECT_TRUE(state.starts_sentence(1));
  state.give_up();
  EXPECT_TRUE(state.finished());
  state.begin(0);
  EXPECT_TRUE(state.finished());
  EXPECT_EQ(state.first_remembered(), 0u);
}

}  // namespace
}  // namespace verbale
