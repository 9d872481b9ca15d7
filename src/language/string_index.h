// Numbers strings in the order of their first appearance: the hash table under the worker's caches.
//
//   StringIndex index;
//   auto [number, is_new] = index.add("word");     number 0, true
//   index.text(number);                            a copy that lives until clear()
//
// Open addressing with the full hash beside each key, so that a hit costs one hash and one comparison of bytes. Not
// shared between threads: every worker has its own, and no lock is ever taken.
#pragma once

#include <cstdint>
#include <memory_resource>
#include <string_view>
#include <vector>

namespace verbale {

class StringIndex {
 public:
  struct Place {
    uint32_t number;
    bool is_new;
  };

  StringIndex() : slots_(kSlotsMin) {}

  Place add(std::string_view text);
  std::string_view text(uint32_t number) const { return texts_[number]; }
  size_t size() const { return texts_.size(); }
  // The bytes that keys take.
  size_t bytes() const { return bytes_; }
  void clear();

 private:
  static constexpr size_t kSlotsMin = 1024;  // a power of two, as every later size
  static constexpr uint32_t kFree = UINT32_MAX;

  struct Slot {
    uint64_t hash = 0;
    uint32_t number = kFree;
  };

  std::string_view keep(std::string_view text);
  void grow();
  void place(uint64_t hash, uint32_t number);

  std::vector<Slot> slots_;
  std::vector<std::string_view> texts_;
  std::pmr::monotonic_buffer_resource memory_;
  size_t bytes_ = 0;
};

}  // namespace verbale
