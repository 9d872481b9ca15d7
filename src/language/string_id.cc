// The reserved symbols come from symbols.inc, which tools/oracle/symbols.py regenerates.
#include "language/string_id.h"

#include <algorithm>
#include <array>

#include "base/murmur.h"

namespace verbale {
namespace {

constexpr std::string_view kSymbols[] = {
#define VERBALE_SYMBOL(name) name,
#include "language/symbols.inc"
#undef VERBALE_SYMBOL
};
constexpr size_t kSymbolCount = std::size(kSymbols);
constexpr size_t kSymbolBytesMax = 17;  // longer strings cannot be symbols; checked below

constexpr bool symbols_are_short() {
  return std::all_of(std::begin(kSymbols), std::end(kSymbols),
                     [](std::string_view symbol) { return symbol.size() <= kSymbolBytesMax; });
}
static_assert(symbols_are_short());

struct SymbolOrder {
  bool operator()(uint16_t a, uint16_t b) const { return kSymbols[a] < kSymbols[b]; }
};

std::array<uint16_t, kSymbolCount> sort_symbols() {
  std::array<uint16_t, kSymbolCount> order;
  for (uint16_t id = 0; id < kSymbolCount; ++id) order[id] = id;
  std::sort(order.begin(), order.end(), SymbolOrder{});
  return order;
}

// The id of a reserved symbol, or kSymbolCount.
size_t find_symbol(std::string_view text) {
  static const auto order = sort_symbols();
  const auto found = std::lower_bound(order.begin(), order.end(), text,
                                      [](uint16_t id, std::string_view wanted) { return kSymbols[id] < wanted; });
  return found != order.end() && kSymbols[*found] == text ? *found : kSymbolCount;
}

}  // namespace

StringId string_id(std::string_view text) {
  if (text.size() <= kSymbolBytesMax) {
    const size_t symbol = find_symbol(text);
    if (symbol < kSymbolCount) return symbol;
  }
  return hash_string(text);
}

std::span<const std::string_view> reserved_symbols() { return kSymbols; }

}  // namespace verbale
