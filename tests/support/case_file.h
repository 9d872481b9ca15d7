// Golden cases: text in, result out, in a file that a reader can edit.
//
//   == passive voice keeps the doer
//   published: 2024-03-03
//   | Protesters were dispersed by police in Lyon on Friday.
//   > group  police  COP
//
// Lines that begin with '#' before the first case are the file's reason; '|' lines are the text, one line each, '>'
// lines what must come out, all of it; further "name: value" lines are settings of the case.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace verbale::testing {

struct Case {
  std::string title;
  std::map<std::string, std::string> settings;
  std::string text;
  std::vector<std::string> expected;
  int line = 0;
};

// Every case of the file; none when it cannot be read.
std::vector<Case> read_cases(const std::filesystem::path& path);

// The text of each case as a JSON line for tools/oracle/parse.py, whose output a stage's golden test reads.
std::string to_json_line(const Case& golden);

}  // namespace verbale::testing
