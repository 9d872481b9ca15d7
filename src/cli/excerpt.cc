// The window always holds the focus, and begins with the sentence where it can. Else what room is left shows the words
// before the focus first, because that is where the actor usually stands, up to two thirds of the room.
#include "cli/excerpt.h"

#include <algorithm>

#include "cli/phrases.h"

namespace verbale {
namespace {

struct Word {
  Span span;
  size_t width;
};

std::vector<Word> words_of(std::string_view text, Span whole) {
  std::vector<Word> words;
  for (uint32_t at = whole.begin; at < whole.end;) {
    const auto is_space = [&](uint32_t i) {
      return text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r';
    };
    while (at < whole.end && is_space(at)) ++at;
    const uint32_t begin = at;
    while (at < whole.end && !is_space(at)) ++at;
    if (begin < at) words.push_back({{begin, at}, display_width(text.substr(begin, at - begin)) + 1});
  }
  return words;
}

struct Window {
  size_t begin;
  size_t end;
};

size_t width_of(const std::vector<Word>& words, size_t begin, size_t end) {
  size_t width = 0;
  for (size_t i = begin; i < end; ++i) width += words[i].width;
  return width;
}

Window window_around(const std::vector<Word>& words, Span focus, size_t columns) {
  if (width_of(words, 0, words.size()) <= columns) return {0, words.size()};
  size_t begin = 0;
  while (begin + 1 < words.size() && words[begin].span.end <= focus.begin) ++begin;
  size_t end = begin + 1;
  while (end < words.size() && words[end].span.begin < focus.end) ++end;

  size_t width = width_of(words, begin, end) + 4;  // room for two ellipses
  if (width_of(words, 0, end) + 4 <= columns) {
    width = width_of(words, 0, end) + 4;
    begin = 0;
  }
  while (begin > 0 && width + words[begin - 1].width <= columns * 2 / 3) width += words[--begin].width;
  while (end < words.size() && width + words[end].width <= columns) width += words[end++].width;
  while (begin > 0 && width + words[begin - 1].width <= columns) width += words[--begin].width;
  return {begin, end};
}

// A word may be marked in part: "[Ukraine]'s".
class Marker {
 public:
  Marker(std::string_view text, Span focus, const std::vector<Span>& others, const Style& style, bool colour)
      : text_(text), focus_(focus), others_(others), style_(style), colour_(colour) {}

  std::string show(Span span) const {
    std::string shown;
    for (uint32_t at = span.begin; at < span.end;) {
      const int mark = mark_at(at);
      uint32_t end = at + 1;
      while (end < span.end && mark_at(end) == mark) ++end;
      shown += dress(one_word(at, end), mark);
      at = end;
    }
    return shown;
  }

 private:
  int mark_at(uint32_t at) const {
    if (focus_.begin <= at && at < focus_.end) return 2;
    return std::any_of(others_.begin(), others_.end(), [&](Span one) { return one.begin <= at && at < one.end; });
  }
  std::string one_word(uint32_t begin, uint32_t end) const { return one_line(text_.substr(begin, end - begin)); }
  std::string dress(const std::string& word, int mark) const {
    if (mark == 2) return colour_ ? style_.underline(word) : "*" + word + "*";
    return mark == 1 ? style_.bold(word) : word;
  }

  std::string_view text_;
  Span focus_;
  const std::vector<Span>& others_;
  const Style& style_;
  bool colour_;
};

}  // namespace

std::string excerpt(std::string_view text, Span whole, Span focus, const std::vector<Span>& others, size_t columns,
                    const Style& style, bool colour) {
  const std::vector<Word> words = words_of(text, whole);
  if (words.empty()) return {};
  const Window window = window_around(words, focus, columns);
  const Marker marker(text, focus, others, style, colour);
  std::string shown = window.begin > 0 ? "… " : "";
  for (size_t i = window.begin; i < window.end; ++i) {
    if (i > window.begin) shown += ' ';
    shown += marker.show(words[i].span);
  }
  if (window.end < words.size()) shown += " …";
  return shown;
}

}  // namespace verbale
