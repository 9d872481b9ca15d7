// An example of a table, in which one word or name stands in brackets: "The rebels said they [will] release a doctor."
#pragma once

#include <string>
#include <string_view>

namespace verbale::testing {

struct MarkedExample {
  std::string text;    // without the brackets
  std::string marked;  // what stood in them; empty when there are none
  size_t begin = 0;    // where it begins in the text, in bytes
};

inline MarkedExample read_mark(std::string_view example) {
  const size_t begin = example.find('['), end = example.find(']');
  if (begin == std::string_view::npos || end == std::string_view::npos) return {std::string(example), {}, 0};
  const std::string marked(example.substr(begin + 1, end - begin - 1));
  return {std::string(example.substr(0, begin)) + marked + std::string(example.substr(end + 1)), marked, begin};
}

}  // namespace verbale::testing
