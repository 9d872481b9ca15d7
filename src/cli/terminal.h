// What the other end of standard output is: a person's terminal with a width and colours, or a pipe.
#pragma once

#include <string>
#include <string_view>

namespace verbale {

struct Terminal {
  bool is_terminal = false;
  bool colour = false;
  int width = 80;
};

// NO_COLOR and TERM=dumb turn colours off; without a terminal there are none.
Terminal describe_terminal(int descriptor);

// Words in a style, when there are colours.
class Style {
 public:
  explicit Style(bool colour) : colour_(colour) {}

  std::string bold(std::string_view words) const { return wrap("1", words); }
  std::string dim(std::string_view words) const { return wrap("2", words); }
  std::string red(std::string_view words) const { return wrap("31", words); }
  std::string green(std::string_view words) const { return wrap("32", words); }
  std::string yellow(std::string_view words) const { return wrap("33", words); }
  std::string blue(std::string_view words) const { return wrap("34", words); }
  std::string underline(std::string_view words) const { return wrap("1;4", words); }

 private:
  std::string wrap(std::string_view code, std::string_view words) const;
  bool colour_;
};

// The columns that the words take in a terminal: wide characters count two, combining ones none.
size_t display_width(std::string_view words);

// `words` with spaces behind, to a width in columns.
std::string pad(std::string_view words, size_t width);

}  // namespace verbale
