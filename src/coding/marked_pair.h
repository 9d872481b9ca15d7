// A sentence in which somebody has marked who acts and who is acted on, as data sets of relations write it.
//
//   Result<MarkedPair> pair = read_marked_pair("<s>The union</s> sued <t>the company</t>.");
//   pair->text                      "The union sued the company."
//   pair->sources.front()           bytes 0 to 9 of it
//
// A party may be marked several times, or not at all: then its list is empty. Errors: a mark that is not closed, not
// opened, or inside another mark of its own kind; the error names the byte of the marked sentence.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace verbale {

struct MarkedPair {
  std::string text;
  std::vector<Span> sources;
  std::vector<Span> targets;
};

Result<MarkedPair> read_marked_pair(std::string_view marked);

}  // namespace verbale
