// A document whose language layer comes from a golden file (tools/oracle/parse.py), so that the stages above it can be
// tested alone.
#pragma once

#include <memory>
#include <string>

#include "record/document.h"

namespace verbale::testing {

struct ParsedDocument {
  Article article;
  std::unique_ptr<Document> doc;
};

// requires: one line of parse.py's output; "text", "tokens", and optionally "date" and "title"
std::unique_ptr<ParsedDocument> read_parsed(const std::string& json_line);

}  // namespace verbale::testing
