// Widths come from utf8proc, so that the account lines up whatever script a name is in.
#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr int kNarrowest = 40;
constexpr int kWidest = 120;  // longer lines are hard to read

int terminal_width(int descriptor) {
  winsize size{};
  int width = ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
  if (const char* columns = std::getenv("COLUMNS"); columns && width == 0) width = std::atoi(columns);
  return width == 0 ? 80 : std::clamp(width, kNarrowest, kWidest);
}

bool wants_colour() {
  const char* no_colour = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  return (!no_colour || !*no_colour) && !(term && std::string_view(term) == "dumb");
}

}  // namespace

Terminal describe_terminal(int descriptor) {
  const bool is_terminal = ::isatty(descriptor) == 1;
  return {is_terminal, is_terminal && wants_colour(), terminal_width(descriptor)};
}

std::string Style::wrap(std::string_view code, std::string_view words) const {
  return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, words) : std::string(words);
}

size_t display_width(std::string_view words) {
  size_t width = 0;
  for (size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    width += size_t(std::max(0, utf8proc_charwidth(utf8proc_int32_t(point.value))));
    at += point.size;
  }
  return width;
}

std::string pad(std::string_view words, size_t width) {
  std::string padded(words);
  const size_t taken = display_width(words);
  if (taken < width) padded.append(width - taken, ' ');
  return padded;
}

}  // namespace verbale
