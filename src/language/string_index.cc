// The table is kept at most half full and doubles; keys lie in a pool that is dropped whole.
#include "language/string_index.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <cstring>

namespace verbale {

StringIndex::Place StringIndex::add(std::string_view text) {
  const uint64_t hash = XXH3_64bits(text.data(), text.size());
  const size_t mask = slots_.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const Slot& slot = slots_[at];
    if (slot.number == kFree) break;
    if (slot.hash == hash && texts_[slot.number] == text) return {slot.number, false};
  }

  const auto number = uint32_t(texts_.size());
  texts_.push_back(keep(text));
  if (texts_.size() * 2 > slots_.size()) grow();
  place(hash, number);
  return {number, true};
}

std::string_view StringIndex::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* copy = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  bytes_ += text.size();
  return {copy, text.size()};
}

void StringIndex::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.number != kFree) place(slot.hash, slot.number);
}

void StringIndex::place(uint64_t hash, uint32_t number) {
  const size_t mask = slots_.size() - 1;
  size_t at = hash & mask;
  while (slots_[at].number != kFree) at = (at + 1) & mask;
  slots_[at] = {hash, number};
}

void StringIndex::clear() {
  slots_.assign(kSlotsMin, Slot{});
  texts_.clear();
  memory_.release();
  bytes_ = 0;
}

}  // namespace verbale
