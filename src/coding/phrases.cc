// One rule a character; the tests of the tables show where it differs from the tokenizer, since every row is found in
// its own example.
#include "coding/phrases.h"

#include "pack/table.h"

namespace verbale {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// The first hyphen that has a letter on both sides.
size_t inner_hyphen(std::string_view word) {
  for (size_t at = 1; at + 1 < word.size(); ++at)
    if (word[at] == '-' && is_letter(word[at - 1]) && is_letter(word[at + 1])) return at;
  return std::string_view::npos;
}

size_t genitive(std::string_view word) {
  const size_t at = word.rfind('\'');
  const bool ends = at != std::string_view::npos && at > 0 && word.size() - at <= 2;
  return ends ? at : std::string_view::npos;
}

void take(std::string_view& word, size_t length, std::vector<std::string_view>& words) {
  words.push_back(word.substr(0, length));
  word.remove_prefix(length);
}

}  // namespace

std::vector<std::string_view> split_phrase(std::string_view phrase) {
  std::vector<std::string_view> words;
  for (std::string_view word : split_list(phrase, ' ')) {
    for (size_t hyphen = inner_hyphen(word); hyphen != std::string_view::npos; hyphen = inner_hyphen(word)) {
      take(word, hyphen, words);
      take(word, 1, words);
    }
    if (const size_t at = genitive(word); at != std::string_view::npos) take(word, at, words);
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

}  // namespace verbale
