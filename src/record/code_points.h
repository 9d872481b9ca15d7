// From UTF-8 bytes to Unicode code points: the record's border (record.md, "Offsets").
//
//   CodePointMap points(doc.text);
//   points(span)            // the same words, counted in code points
//
// requires: the text is valid UTF-8 and outlives the map; offsets lie at code point borders, at most text.size().
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace verbale {

class CodePointMap {
 public:
  explicit CodePointMap(std::string_view text);

  uint32_t operator()(uint32_t byte) const;
  Span operator()(Span bytes) const { return {(*this)(bytes.begin), (*this)(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<uint32_t> before_;  // code points before each block of the text; empty when the text is ASCII
};

}  // namespace verbale
