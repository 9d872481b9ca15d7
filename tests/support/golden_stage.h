// Golden cases of one stage of resolution, which tests share: the texts and what is expected of them in
// tests/golden/resolve/STAGE.case, their parses in STAGE.parsed.jsonl.
//
//   testing::check_golden_cases("places", [](Document& doc) { resolve_places(gazetteer, doc); return lines_of(doc); });
//
// With VERBALE_CASE_TEXTS set the texts are printed for tools/oracle/parse.py, with VERBALE_CASE_FOUND what is found
// now.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

#include "support/case_file.h"
#include "support/parsed_document.h"

namespace verbale::testing {

inline std::string golden_file(const std::string& stage, const std::string& ending) {
  return VERBALE_ROOT "/tests/golden/resolve/" + stage + ending;
}

inline std::vector<std::string> parsed_lines(const std::string& stage) {
  std::vector<std::string> lines;
  std::ifstream in(golden_file(stage, ".parsed.jsonl"));
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

inline void check_golden_cases(const std::string& stage,
                               const std::function<std::vector<std::string>(Document&)>& read) {
  const auto cases = read_cases(golden_file(stage, ".case"));
  ASSERT_FALSE(cases.empty());
  if (std::getenv("VERBALE_CASE_TEXTS")) {
    for (const Case& golden : cases) std::cout << to_json_line(golden) << "\n";
    return;
  }
  const auto parsed = parsed_lines(stage);
  ASSERT_EQ(parsed.size(), cases.size());
  for (size_t i = 0; i < cases.size(); ++i) {
    const auto document = read_parsed(parsed[i]);
    ASSERT_EQ(document->article.text, cases[i].text) << "the parse of \"" << cases[i].title << "\" is of another text";
    const std::vector<std::string> found = read(*document->doc);
    EXPECT_EQ(found, cases[i].expected) << stage << ".case:" << cases[i].line << " " << cases[i].title;
    if (!std::getenv("VERBALE_CASE_FOUND")) continue;
    std::cout << "== " << cases[i].title << "\n";
    for (const std::string& line : found) std::cout << "> " << line << "\n";
  }
}

}  // namespace verbale::testing
