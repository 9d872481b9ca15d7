// Reads MessagePack the way spaCy packages write it: map keys may be bytes, 64-bit integers or strings, and NumPy
// arrays travel as maps. Nothing is copied: strings and array data are views into the caller's bytes.
//
// Parsing checks every length once and lays the values out on a flat tape of 16-byte entries, so walking afterwards
// cannot leave the input. A value that is asked for something it is not answers with nothing, never with garbage:
//
//   Result<MsgpackTape> tape = MsgpackTape::parse(file.bytes());
//   if (!tape) return std::move(tape).error().during("reading " + path);
//   for (MsgpackValue node : tape->root()["nodes"]) print(node["name"].text().value_or("?"));
//   for (auto [key, value] : tape->root().entries()) print(key.unsigned_integer().value_or(0));
//
// requires: the bytes, and the tape itself, outlive every value taken from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace verbale {

enum class MsgpackKind : uint8_t { nil, boolean, integer, unsigned_integer, real, text, bytes, list, map };

struct MsgpackEntry {
  MsgpackKind kind = MsgpackKind::nil;
  uint32_t size = 0;     // bytes of a text; items of a list; pairs of a map
  uint64_t payload = 0;  // number's bits; offset of a text's first byte; index after a container's last entry
};

// A dense array of 32-bit floats, row after row, as a view that need not be aligned.
struct FloatArray {
  std::vector<uint32_t> shape;
  std::span<const std::byte> data;  // 4 * product(shape) bytes, little endian

  size_t count() const { return data.size() / sizeof(float); }
  std::vector<float> copy() const;
};

class MsgpackValue {
 public:
  class Items;
  class Entries;
  class Iterator;

  MsgpackValue() = default;

  MsgpackKind kind() const { return entry().kind; }
  bool is_nil() const { return kind() == MsgpackKind::nil; }
  bool is_list() const { return kind() == MsgpackKind::list; }
  bool is_map() const { return kind() == MsgpackKind::map; }

  // Items of a list, pairs of a map, zero for anything else.
  size_t size() const { return is_list() || is_map() ? entry().size : 0; }

  std::optional<bool> boolean() const;
  std::optional<int64_t> integer() const;            // also an unsigned one that fits
  std::optional<uint64_t> unsigned_integer() const;  // also a signed one that is not negative
  std::optional<double> number() const;              // real or integer
  std::optional<std::string_view> text() const;      // a string or bytes

  // The member of a map whose key is that string (or those bytes) or that integer; nil when there is none.
  // Looks through the keys one by one: for tables of many keys build a hash map from entries().
  MsgpackValue operator[](std::string_view key) const;
  MsgpackValue operator[](uint64_t key) const;

  // The items of a list. Every other kind gives an empty range.
  Iterator begin() const;
  Iterator end() const;

  // The pairs of a map. Every other kind gives an empty range.
  Entries entries() const;

  // A NumPy array of type <f4 with a shape that agrees with its data; nothing otherwise.
  std::optional<FloatArray> float_array() const;

 private:
  friend class MsgpackTape;
  MsgpackValue(const std::byte* input, const MsgpackEntry* tape, uint32_t index)
      : input_(input), tape_(tape), index_(index) {}

  const MsgpackEntry& entry() const;
  MsgpackValue at(uint32_t index) const { return {input_, tape_, index}; }
  uint32_t after() const;  // index of the entry behind this value

  const std::byte* input_ = nullptr;
  const MsgpackEntry* tape_ = nullptr;  // null: a nil that belongs to no tape
  uint32_t index_ = 0;
};

class MsgpackValue::Iterator {
 public:
  Iterator(MsgpackValue value, uint32_t left) : value_(value), left_(left) {}
  MsgpackValue operator*() const { return value_; }
  Iterator& operator++() {
    value_ = value_.at(value_.after());
    --left_;
    return *this;
  }
  bool operator!=(const Iterator& other) const { return left_ != other.left_; }

 private:
  MsgpackValue value_;
  uint32_t left_;
};

class MsgpackValue::Entries {
 public:
  struct Pair {
    MsgpackValue key;
    MsgpackValue value;
  };

  class Walk {
   public:
    Walk(MsgpackValue key, uint32_t left) : key_(key), left_(left) {}
    Pair operator*() const { return {key_, key_.at(key_.after())}; }
    Walk& operator++() {
      key_ = key_.at(key_.at(key_.after()).after());
      --left_;
      return *this;
    }
    bool operator!=(const Walk& other) const { return left_ != other.left_; }

   private:
    MsgpackValue key_;
    uint32_t left_;
  };

  Entries(MsgpackValue first, uint32_t count) : first_(first), count_(count) {}
  Walk begin() const { return {first_, count_}; }
  Walk end() const { return {first_, 0}; }

 private:
  MsgpackValue first_;
  uint32_t count_;
};

class MsgpackTape {
 public:
  static constexpr int kDepthMax = 64;

  // Reads one value that fills the input to its last byte.
  static Result<MsgpackTape> parse(std::span<const std::byte> input);
  static Result<MsgpackTape> parse(std::string_view input) {
    return parse(std::as_bytes(std::span(input.data(), input.size())));
  }

  MsgpackValue root() const { return {input_, entries_.data(), 0}; }

 private:
  MsgpackTape(const std::byte* input, std::vector<MsgpackEntry> entries)
      : input_(input), entries_(std::move(entries)) {}

  const std::byte* input_;
  std::vector<MsgpackEntry> entries_;
};

}  // namespace verbale
