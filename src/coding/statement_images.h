// Images and recordings as sources: "In images released by the press, the minister can be seen in the square."
#pragma once

#include <vector>

#include "coding/statement_tables.h"
#include "record/document.h"

namespace verbale {

struct ImageReport {
  TokenRange cue;  // "can be seen"
  TokenId cue_token = kNone;
  TokenId source = kNone;
  TokenRange source_words;
  TokenRange content;  // who is seen, with the cue and where
};

std::vector<ImageReport> find_image_reports(const StatementTables& tables, const Document& doc);

}  // namespace verbale
