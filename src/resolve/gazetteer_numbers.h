// Numbers in the cells of the gazetteer's sources.
#pragma once

#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace verbale {

inline std::optional<double> to_number(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

inline uint32_t to_count(std::string_view cell) { return uint32_t(to_number(cell).value_or(0)); }
inline int32_t to_e5(double degrees) { return int32_t(std::lround(degrees * 1e5)); }

}  // namespace verbale
