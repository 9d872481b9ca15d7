// Facts about two parties in a sentence, as the relation model takes them: hashed, each once, and words by their slot.
//
//   RelationFeatures features;
//   features.add({"on path", "accuse"});
//   features.slots[size_t(WordSlot::path_verbs)].push_back("accuse");
//
// A fact is a few words in their order and known by a hash alone; names are only kept when somebody asks to see them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

enum class WordSlot : uint8_t { path_verbs, path_nouns, between, after, sentence, dependents, source, target };
inline constexpr size_t kWordSlots = 8;

// FNV-1a of the bytes: tools/train/relation_student.py computes the same for the words of the vectors.
constexpr uint64_t word_hash(std::string_view bytes) {
  uint64_t hash = 0xCBF29CE484222325ull;
  for (unsigned char byte : bytes) hash = (hash ^ byte) * 0x100000001B3ull;
  return hash;
}

// A word that facts are made of. It is hashed once, however many facts it is part of; literals by the compiler.
struct FactWord {
  std::string_view text;
  uint64_t hash = 0;

  template <size_t size>
  consteval FactWord(const char (&literal)[size]) : FactWord(std::string_view(literal, size - 1)) {}
  constexpr FactWord(std::string_view words) : text(words), hash(word_hash(words)) {}
};

struct RelationFeatures {
  std::vector<uint64_t> sparse;  // hashes of the facts, each once, in the order found
  std::array<std::vector<FactWord>, kWordSlots> slots;
  bool keep_names = false;
  std::vector<std::string> names;  // of `sparse`, when kept

  void clear();
  // A fact counts once, however often it is added.
  void add(std::initializer_list<FactWord> words);

 private:
  bool is_new(uint64_t fact);
  void grow();

  std::vector<uint16_t> places_;  // open addressing: for each fact its place in `sparse`, from 1; 0 is free
};

}  // namespace verbale
