// Folding runs for every name of an article, so it decomposes one code point at a time into the caller's buffer.
#include "resolve/place_fold.h"

#include <utf8proc.h>

#include <cstring>

#include "base/utf8.h"

namespace verbale {
namespace {

// Letters that Unicode does not decompose, but that English drops the stroke of.
std::string_view undecomposed(char32_t letter) {
  switch (letter) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'ı':
      return "i";
    case U'đ':
    case U'ð':
      return "d";
    case U'ħ':
      return "h";
    case U'ŧ':
      return "t";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ə':
      return "a";
    default:
      return {};
  }
}

bool is_silent(char32_t c) {
  return c == '\'' || c == '.' || c == '`' || c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x02BB || c == 0x2032 ||
         c == 0x02BF || c == 0x02BE || c == 0x00B4 || c == 0x00AD || (c >= 0x0300 && c <= 0x036F);
}

bool is_gap(char32_t c) {
  return c == ' ' || c == '-' || c == '_' || c == '\n' || c == '\t' || c == 0xA0 || (c >= 0x2010 && c <= 0x2015);
}

class Folder {
 public:
  explicit Folder(PlaceFoldBuffer& buffer) : buffer_(buffer) {}

  // False when the letter is not Latin, or the buffer is full.
  bool add(char32_t c) {
    if (is_silent(c)) return true;
    if (is_gap(c) || c == ',' || c == '(' || c == ')' || c == '/' || c == '&') return end_word();
    if (c < 0x80) return put_ascii(char(c));
    return add_decomposed(c);
  }

  std::string_view finish() {
    shorten_word();
    while (size_ > 0 && buffer_[size_ - 1] == ' ') --size_;
    return {buffer_.data(), size_};
  }

 private:
  bool put_ascii(char c) {
    if (c >= 'A' && c <= 'Z') c = char(c - 'A' + 'a');
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) return true;
    if (size_ + 1 >= buffer_.size()) return false;
    buffer_[size_++] = c;
    return true;
  }

  bool add_decomposed(char32_t c) {
    const auto lower = char32_t(utf8proc_tolower(utf8proc_int32_t(c)));
    if (const std::string_view letters = undecomposed(lower); !letters.empty()) {
      for (char letter : letters)
        if (!put_ascii(letter)) return false;
      return true;
    }
    std::array<utf8proc_int32_t, 8> parts;
    int boundary = 0;
    const auto count = utf8proc_decompose_char(utf8proc_int32_t(lower), parts.data(), utf8proc_ssize_t(parts.size()),
                                               UTF8PROC_DECOMPOSE, &boundary);
    if (count <= 0 || count > utf8proc_ssize_t(parts.size()) || parts[0] >= 0x80) return false;
    return put_ascii(char(parts[0]));
  }

  bool end_word() {
    shorten_word();
    if (size_ == 0 || buffer_[size_ - 1] == ' ') return true;
    if (size_ + 1 >= buffer_.size()) return false;
    buffer_[size_++] = ' ';
    word_ = size_;
    return true;
  }

  // "saint" -> "st": both spellings of the first words of towns meet here.
  void shorten_word() {
    const std::string_view word(buffer_.data() + word_, size_ - word_);
    if (word == "saint")
      set_word("st");
    else if (word == "sainte")
      set_word("ste");
    else if (word == "mount")
      set_word("mt");
    else if (word == "fort")
      set_word("ft");
  }

  void set_word(std::string_view word) {
    std::memcpy(buffer_.data() + word_, word.data(), word.size());
    size_ = word_ + word.size();
  }

  PlaceFoldBuffer& buffer_;
  size_t size_ = 0;
  size_t word_ = 0;
};

}  // namespace

std::string_view fold_place_name(std::string_view name, PlaceFoldBuffer& buffer) {
  Folder folder(buffer);
  for (size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    if (!folder.add(point.value)) return {};
    at += point.size;
  }
  return folder.finish();
}

}  // namespace verbale
