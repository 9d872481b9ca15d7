// The tape is written in one pass over the bytes. Every item takes at least one byte, so a container that claims more
// items than bytes remain is refused before anything is reserved for it; nesting has a limit so that hostile input
// cannot exhaust the stack. Extension types are refused: the packages have none.
#include "language/msgpack.h"

#include <bit>
#include <cstring>
#include <limits>
#include <string>

namespace verbale {
namespace {

constexpr MsgpackEntry kNil{};

class Parser {
 public:
  explicit Parser(std::span<const std::byte> input) : input_(input) {}

  Status parse_all() {
    if (input_.size() > std::numeric_limits<uint32_t>::max()) return damaged("larger than four gigabytes");
    if (Status status = parse_value(0); !status) return status;
    if (at_ != input_.size()) return damaged("bytes follow the end of the data");
    return {};
  }

  std::vector<MsgpackEntry> take() && { return std::move(entries_); }

 private:
  Error damaged(const char* what) const {
    return {Error::Kind::input, std::string("damaged MessagePack at byte ") + std::to_string(at_) + ": " + what};
  }

  size_t left() const { return input_.size() - at_; }

  // Big-endian number of that many bytes. requires: bytes <= left()
  uint64_t take_number(size_t bytes) {
    uint64_t value = 0;
    for (size_t i = 0; i < bytes; ++i) value = value << 8 | std::to_integer<uint64_t>(input_[at_++]);
    return value;
  }

  Status parse_value(int depth) {
    if (left() == 0) return damaged("the data ends early");
    const auto lead = std::to_integer<uint8_t>(input_[at_++]);
    if (lead < 0x80) return add(MsgpackKind::integer, 0, lead);
    if (lead >= 0xE0) return add(MsgpackKind::integer, 0, uint64_t(int64_t(int8_t(lead))));
    if (lead < 0x90) return parse_container(MsgpackKind::map, lead & 0x0F, depth);
    if (lead < 0xA0) return parse_container(MsgpackKind::list, lead & 0x0F, depth);
    if (lead < 0xC0) return parse_text(MsgpackKind::text, lead & 0x1F);
    return parse_marked(lead, depth);
  }

  Status parse_marked(uint8_t lead, int depth) {
    switch (lead) {
      case 0xC0:
        return add(MsgpackKind::nil, 0, 0);
      case 0xC2:
        return add(MsgpackKind::boolean, 0, 0);
      case 0xC3:
        return add(MsgpackKind::boolean, 0, 1);
      case 0xC4:
      case 0xC5:
      case 0xC6:
        return parse_sized(MsgpackKind::bytes, 1u << (lead - 0xC4), depth);
      case 0xCA:
      case 0xCB:
        return parse_real(lead == 0xCA ? 4 : 8);
      case 0xCC:
      case 0xCD:
      case 0xCE:
      case 0xCF:
        return parse_unsigned(1u << (lead - 0xCC));
      case 0xD0:
      case 0xD1:
      case 0xD2:
      case 0xD3:
        return parse_signed(1u << (lead - 0xD0));
      case 0xD9:
      case 0xDA:
      case 0xDB:
        return parse_sized(MsgpackKind::text, 1u << (lead - 0xD9), depth);
      case 0xDC:
      case 0xDD:
        return parse_sized(MsgpackKind::list, lead == 0xDC ? 2 : 4, depth);
      case 0xDE:
      case 0xDF:
        return parse_sized(MsgpackKind::map, lead == 0xDE ? 2 : 4, depth);
      default:
        return damaged("a type that packages do not use");
    }
  }

  Status parse_sized(MsgpackKind kind, size_t size_bytes, int depth) {
    if (left() < size_bytes) return damaged("the data ends early");
    const auto size = uint32_t(take_number(size_bytes));
    if (kind == MsgpackKind::list || kind == MsgpackKind::map) return parse_container(kind, size, depth);
    return parse_text(kind, size);
  }

  Status parse_text(MsgpackKind kind, uint32_t size) {
    if (left() < size) return damaged("a string runs past the end");
    const size_t begin = at_;
    at_ += size;
    return add(kind, size, begin);
  }

  Status parse_real(size_t bytes) {
    if (left() < bytes) return damaged("the data ends early");
    const uint64_t bits = take_number(bytes);
    const double value = bytes == 4 ? double(std::bit_cast<float>(uint32_t(bits))) : std::bit_cast<double>(bits);
    return add(MsgpackKind::real, 0, std::bit_cast<uint64_t>(value));
  }

  Status parse_unsigned(size_t bytes) {
    if (left() < bytes) return damaged("the data ends early");
    return add(MsgpackKind::unsigned_integer, 0, take_number(bytes));
  }

  Status parse_signed(size_t bytes) {
    if (left() < bytes) return damaged("the data ends early");
    const size_t shift = 64 - 8 * bytes;
    return add(MsgpackKind::integer, 0, uint64_t(int64_t(take_number(bytes) << shift) >> shift));
  }

  Status parse_container(MsgpackKind kind, uint32_t size, int depth) {
    if (depth >= MsgpackTape::kDepthMax) return damaged("nested too deeply");
    const uint64_t values = kind == MsgpackKind::map ? uint64_t(size) * 2 : size;
    if (values > left()) return damaged("a container claims more items than there are bytes");
    const size_t self = entries_.size();
    entries_.push_back({kind, size, 0});
    for (uint64_t i = 0; i < values; ++i)
      if (Status status = parse_value(depth + 1); !status) return status;
    entries_[self].payload = entries_.size();
    return {};
  }

  Status add(MsgpackKind kind, uint32_t size, uint64_t payload) {
    entries_.push_back({kind, size, payload});
    return {};
  }

  std::span<const std::byte> input_;
  size_t at_ = 0;
  std::vector<MsgpackEntry> entries_;
};

std::optional<size_t> checked_product(const std::vector<uint32_t>& shape) {
  size_t product = 1;
  for (uint32_t extent : shape)
    if (__builtin_mul_overflow(product, size_t(extent), &product)) return std::nullopt;
  return product;
}

}  // namespace

std::vector<float> FloatArray::copy() const {
  std::vector<float> floats(count());
  if (!floats.empty()) std::memcpy(floats.data(), data.data(), data.size());
  return floats;
}

const MsgpackEntry& MsgpackValue::entry() const { return tape_ == nullptr ? kNil : tape_[index_]; }

uint32_t MsgpackValue::after() const { return is_list() || is_map() ? uint32_t(entry().payload) : index_ + 1; }

std::optional<bool> MsgpackValue::boolean() const {
  if (kind() != MsgpackKind::boolean) return std::nullopt;
  return entry().payload != 0;
}

std::optional<int64_t> MsgpackValue::integer() const {
  if (kind() == MsgpackKind::integer) return int64_t(entry().payload);
  if (kind() != MsgpackKind::unsigned_integer || int64_t(entry().payload) < 0) return std::nullopt;
  return int64_t(entry().payload);
}

std::optional<uint64_t> MsgpackValue::unsigned_integer() const {
  if (kind() == MsgpackKind::unsigned_integer) return entry().payload;
  if (kind() != MsgpackKind::integer || int64_t(entry().payload) < 0) return std::nullopt;
  return entry().payload;
}

std::optional<double> MsgpackValue::number() const {
  switch (kind()) {
    case MsgpackKind::real:
      return std::bit_cast<double>(entry().payload);
    case MsgpackKind::integer:
      return double(int64_t(entry().payload));
    case MsgpackKind::unsigned_integer:
      return double(entry().payload);
    default:
      return std::nullopt;
  }
}

std::optional<std::string_view> MsgpackValue::text() const {
  if (kind() != MsgpackKind::text && kind() != MsgpackKind::bytes) return std::nullopt;
  return std::string_view(reinterpret_cast<const char*>(input_) + entry().payload, entry().size);
}

MsgpackValue MsgpackValue::operator[](std::string_view key) const {
  for (const auto [name, value] : entries())
    if (name.text() == key) return value;
  return {};
}

MsgpackValue MsgpackValue::operator[](uint64_t key) const {
  for (const auto [name, value] : entries())
    if (name.unsigned_integer() == key) return value;
  return {};
}

MsgpackValue::Iterator MsgpackValue::begin() const { return {at(index_ + 1), is_list() ? entry().size : 0}; }
MsgpackValue::Iterator MsgpackValue::end() const { return {*this, 0}; }

MsgpackValue::Entries MsgpackValue::entries() const { return {at(index_ + 1), is_map() ? entry().size : 0}; }

std::optional<FloatArray> MsgpackValue::float_array() const {
  const MsgpackValue self = *this;
  const auto data = self["data"].text();
  if (self["nd"].boolean() != true || self["type"].text() != "<f4" || !data) return std::nullopt;

  FloatArray array;
  for (MsgpackValue extent : self["shape"]) {
    const auto value = extent.unsigned_integer();
    if (!value || *value > std::numeric_limits<uint32_t>::max()) return std::nullopt;
    array.shape.push_back(uint32_t(*value));
  }
  const auto count = checked_product(array.shape);
  if (!count || data->size() % sizeof(float) != 0 || *count != data->size() / sizeof(float)) return std::nullopt;
  array.data = std::as_bytes(std::span(data->data(), data->size()));
  return array;
}

Result<MsgpackTape> MsgpackTape::parse(std::span<const std::byte> input) {
  Parser parser(input);
  if (Status status = parser.parse_all(); !status) return std::move(status).error();
  return MsgpackTape(input.data(), std::move(parser).take());
}

}  // namespace verbale
