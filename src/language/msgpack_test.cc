// The reader on what packages hold and on what they must not: cut, lying and endlessly nested input.
#include "language/msgpack.h"

#include <gtest/gtest.h>

#include <string>

namespace verbale {
namespace {

using namespace std::string_literals;

MsgpackTape parsed(const std::string& bytes) {
  Result<MsgpackTape> tape = MsgpackTape::parse(bytes);
  EXPECT_TRUE(tape) << (tape ? "" : tape.error().what());
  return *std::move(tape);
}

TEST(Msgpack, ReadsKeysOfEveryKind) {
  // {"moves": -2, b"nd": true, 18446744073709551615: [1, 1.5, nil]}
  const std::string bytes =
      "\x83\xA5moves\xFE\xC4\x02nd\xC3\xCF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x93\x01\xCA\x3F\xC0\0\0\xC0"s;
  const MsgpackTape tape = parsed(bytes);
  EXPECT_EQ(tape.root().size(), 3u);
  EXPECT_EQ(tape.root()["moves"].integer(), -2);
  EXPECT_EQ(tape.root()["nd"].boolean(), true);
  const MsgpackValue list = tape.root()[UINT64_MAX];
  ASSERT_EQ(list.size(), 3u);
  std::vector<MsgpackValue> items;
  for (MsgpackValue item : list) items.push_back(item);
  EXPECT_EQ(items[0].unsigned_integer(), 1u);
  EXPECT_EQ(items[1].number(), 1.5);
  EXPECT_TRUE(items[2].is_nil());
}

TEST(Msgpack, AnswersWithNothingForTheWrongKind) {
  const std::string bytes =
      "\x81\xA1"
      "a\xA1"
      "b";
  const MsgpackTape tape = parsed(bytes);
  EXPECT_FALSE(tape.root()["a"].integer());
  EXPECT_FALSE(tape.root()["b"].text());
  EXPECT_TRUE(tape.root()["b"]["c"]["d"].is_nil());
  EXPECT_EQ(tape.root()["a"]["c"].size(), 0u);
  for (MsgpackValue item : tape.root()) FAIL() << "a map is no list" << int(item.kind());
}

std::string array(const std::string& shape, size_t bytes) {
  return "\x84\xC4\x02nd\xC3\xC4\x04type\xA3<f4\xC4\x05shape" + shape +
         "\xC4\x04"
         "data\xC4" +
         char(bytes) + std::string(bytes, '\0');
}

TEST(Msgpack, ReadsArraysWhoseShapeAgrees) {
  const std::string good = array("\x92\x02\x03", 24), bad = array("\x92\x02\x03", 20);
  const auto floats = parsed(good).root().float_array();
  ASSERT_TRUE(floats);
  EXPECT_EQ(floats->shape, (std::vector<uint32_t>{2, 3}));
  EXPECT_EQ(floats->count(), 6u);
  EXPECT_FALSE(parsed(bad).root().float_array());
}

TEST(Msgpack, RefusesEveryCutOfAGoodInput) {
  const std::string good = array("\x92\x02\x03", 24);
  for (size_t size = 0; size < good.size(); ++size)
    EXPECT_FALSE(MsgpackTape::parse(std::string_view(good).substr(0, size))) << size;
}

TEST(Msgpack, RefusesLies) {
  EXPECT_FALSE(MsgpackTape::parse("\xDD\xFF\xFF\xFF\xFF"s));               // four billion items, no bytes
  EXPECT_FALSE(MsgpackTape::parse("\xDF\xFF\xFF\xFF\xFF\x01"s));           // four billion pairs
  EXPECT_FALSE(MsgpackTape::parse("\xC6\xFF\xFF\xFF\xFFx"s));              // a string past the end
  EXPECT_FALSE(MsgpackTape::parse("\x01\x02"s));                           // two values
  EXPECT_FALSE(MsgpackTape::parse("\xC1"s));                               // never used
  EXPECT_FALSE(MsgpackTape::parse(std::string(100000, '\x91') + "\x01"));  // nested too deeply
}

}  // namespace
}  // namespace verbale
