// One pass over each line, with the mark that is open at the moment as the only state.
#include "coding/quotations.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr size_t kSingleQuotedBytesMax = 1500;
constexpr int kWrappedLinesMax = 16;

// A mark as it stands in the text: `''` and "``" are one mark of two bytes.
struct Mark {
  char32_t sign = 0;
  uint32_t at = 0;
  uint32_t size = 0;
};

struct Open {
  Mark mark;
  bool line_start = false;
};

bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F; }
bool is_wordy(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c < 0x2000) ||
         c > 0x206F;
}
bool is_single(char32_t sign) { return sign == '\'' || sign == 0x2018 || sign == 0x2019; }
bool is_mark(char32_t sign) {
  return sign == '"' || (sign >= 0x2018 && sign <= 0x201F) || sign == 0xAB || sign == 0xBB || sign == '\'' ||
         sign == '`';
}

char32_t before(std::string_view text, size_t at) {
  if (at == 0) return '\n';
  size_t start = at - 1;
  while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
  return decode(text, start).value;
}

char32_t after(std::string_view text, size_t at) { return at < text.size() ? decode(text, at).value : U'\n'; }

// Two single marks, or two grave accents, are a double mark of the typewriter.
Mark mark_at(std::string_view text, size_t at) {
  const CodePoint point = decode(text, at);
  if (!is_mark(point.value)) return {0, uint32_t(at), point.size};
  const std::string_view pair = text.substr(at, 2);
  if (pair == "''" || pair == "``") return {U'"', uint32_t(at), 2};
  if (point.value == '`') return {0, uint32_t(at), 1};
  return {point.value, uint32_t(at), point.size};
}

bool can_begin_word(std::string_view text, const Mark& mark) {
  const char32_t left = before(text, mark.at);
  const char32_t right = after(text, mark.at + mark.size);
  return !is_wordy(left) && left != '.' && left != ',' && !is_space(right) && right != ',' && right != '.' &&
         right != ';';
}

bool can_end_word(std::string_view text, const Mark& mark) {
  return !is_space(before(text, mark.at)) && !is_wordy(after(text, mark.at + mark.size));
}

bool opens(std::string_view text, const Mark& mark) {
  const char32_t right = after(text, mark.at + mark.size);
  switch (mark.sign) {
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
      return !(is_space(right) && mark.sign != 0xAB) && right != ',' && right != '.';
    default:
      return can_begin_word(text, mark);
  }
}

bool closes(std::string_view text, const Mark& open, const Mark& mark) {
  if (is_single(open.sign)) return is_single(mark.sign) && mark.sign != 0x2018 && can_end_word(text, mark);
  switch (open.sign) {
    case 0xAB:
      return mark.sign == 0xBB;
    case 0xBB:
      return mark.sign == 0xAB;
    case 0x201E:
      return mark.sign == 0x201C || mark.sign == 0x201D || mark.sign == '"';
    default:
      return mark.sign == 0x201D || (mark.sign == '"' && can_end_word(text, mark));
  }
}

// The mark that closes a single-quoted passage. The one after a comma or a full stop is surer than a plural's
// apostrophe.
std::optional<Mark> find_single_close(std::string_view line, const Mark& open) {
  std::optional<Mark> first;
  const size_t end = std::min(line.size(), size_t(open.at) + kSingleQuotedBytesMax);
  for (size_t at = open.at + open.size; at < end;) {
    const Mark mark = mark_at(line, at);
    at += mark.size;
    if (mark.sign == 0 || !closes(line, open, mark)) continue;
    const char32_t left = before(line, mark.at);
    if (left == ',' || left == '.' || left == '?' || left == '!') return mark;
    if (!first && left != 's') first = mark;
  }
  return first;
}

class LineReader {
 public:
  LineReader(std::string_view line, uint32_t offset, bool next_line_opens)
      : line_(line), offset_(offset), next_line_opens_(next_line_opens) {}

  void read() {
    for (size_t at = 0; at < line_.size();) {
      const Mark mark = mark_at(line_, at);
      at = mark.sign == 0 ? at + mark.size : step(mark);
    }
  }

  // Whether a quotation is open at the end of the line that the first mark of the next line closes.
  bool goes_on_in(std::string_view next) const {
    if (!open_) return false;
    for (size_t at = 0; at < next.size();) {
      const Mark mark = mark_at(next, at);
      if (mark.sign != 0 && !is_single(mark.sign)) return closes(next, open_->mark, mark);
      at += mark.size;
    }
    return false;
  }

  std::vector<Quotation> take() {
    if (open_) leave_open();
    return std::move(found_);
  }

 private:
  size_t step(const Mark& mark) {
    const size_t next = mark.at + mark.size;
    if (is_single(mark.sign)) return open_ ? next : step_single(mark);
    if (open_ && closes(line_, open_->mark, mark))
      close(mark);
    else if (opens(line_, mark))
      open_ = Open{mark, starts_line(mark)};
    return next;
  }

  size_t step_single(const Mark& mark) {
    const size_t next = mark.at + mark.size;
    if (mark.sign == 0x2019 || !can_begin_word(line_, mark)) return next;
    const std::optional<Mark> end = find_single_close(line_, mark);
    if (!end) return next;
    open_ = Open{mark, starts_line(mark)};
    close(*end);
    return end->at + end->size;
  }

  bool starts_line(const Mark& mark) const {
    for (size_t at = 0; at < mark.at; ++at)
      if (!is_space(static_cast<unsigned char>(line_[at]))) return false;
    return true;
  }

  void close(const Mark& mark) {
    add({offset_ + open_->mark.at, offset_ + mark.at + mark.size},
        {offset_ + open_->mark.at + open_->mark.size, offset_ + mark.at}, false);
    open_.reset();
  }

  // A quotation that goes on in the next paragraph is not closed; one that fills its line has lost its mark.
  void leave_open() {
    if (!next_line_opens_ && !open_->line_start) return;
    const uint32_t end = offset_ + uint32_t(line_.size());
    add({offset_ + open_->mark.at, end}, {offset_ + open_->mark.at + open_->mark.size, end}, next_line_opens_);
  }

  void add(Span span, Span inside, bool continues) {
    if (!inside.empty()) found_.push_back({span, inside, open_->line_start, continues});
  }

  std::string_view line_;
  uint32_t offset_;
  bool next_line_opens_;
  std::vector<Quotation> found_;
  std::optional<Open> open_;
};

bool line_opens(std::string_view text, size_t at) {
  while (at < text.size() && is_space(static_cast<unsigned char>(text[at]))) ++at;
  if (at >= text.size()) return false;
  const Mark mark = mark_at(text, at);
  return mark.sign != 0 && !is_single(mark.sign) && opens(text, mark);
}

std::string_view without_blanks(std::string_view line) {
  while (!line.empty() && is_space(static_cast<unsigned char>(line.back()))) line.remove_suffix(1);
  return line;
}

// A break that may stand within a paragraph: no blank line and no indentation follows.
bool may_be_wrapped(std::string_view text, size_t end) {
  return end + 1 < text.size() && !is_space(static_cast<unsigned char>(text[end + 1]));
}

class TextReader {
 public:
  TextReader(std::string_view text, std::span<const uint32_t> line_ends) : text_(text), ends_(line_ends) {}

  std::vector<Quotation> read() {
    std::vector<Quotation> found;
    for (size_t begin = 0; begin < text_.size();) {
      size_t end = end_of_line(begin);
      std::optional<LineReader> reader;
      for (int lines = 0; lines < kWrappedLinesMax; ++lines) {
        reader.emplace(without_blanks(text_.substr(begin, end - begin)), uint32_t(begin), line_opens(text_, end));
        reader->read();
        if (!may_be_wrapped(text_, end)) break;
        const size_t next = end_of_line(end + 1);
        if (!reader->goes_on_in(text_.substr(end + 1, next - end - 1))) break;
        end = next;
      }
      for (const Quotation& quotation : reader->take()) found.push_back(quotation);
      begin = end + 1;
    }
    return found;
  }

 private:
  size_t end_of_line(size_t begin) const {
    const auto end = std::lower_bound(ends_.begin(), ends_.end(), uint32_t(begin));
    return end == ends_.end() ? text_.size() : *end;
  }

  std::string_view text_;
  std::span<const uint32_t> ends_;
};

}  // namespace

std::vector<Quotation> find_quotations(std::string_view text, std::span<const uint32_t> line_ends) {
  return TextReader(text, line_ends).read();
}

std::vector<Quotation> find_quotations(std::string_view text) {
  std::vector<uint32_t> ends;
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    ends.push_back(uint32_t(at));
  return find_quotations(text, ends);
}

}  // namespace verbale
