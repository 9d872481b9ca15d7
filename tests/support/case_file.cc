// Reads .case files line by line; a line that is none of the known forms belongs to nobody and is ignored.
#include "support/case_file.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace verbale::testing {
namespace {

std::string after_mark(const std::string& line, size_t mark) {
  return line.size() > mark && line[mark] == ' ' ? line.substr(mark + 1) : line.substr(mark);
}

void add_line(const std::string& line, Case& golden) {
  if (line.starts_with('|')) {
    if (!golden.text.empty()) golden.text += '\n';
    golden.text += after_mark(line, 1);
  } else if (line.starts_with('>')) {
    golden.expected.push_back(after_mark(line, 1));
  } else if (const size_t colon = line.find(": "); colon != std::string::npos) {
    golden.settings[line.substr(0, colon)] = line.substr(colon + 2);
  }
}

}  // namespace

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::vector<Case> cases;
  std::ifstream in(path);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.starts_with("==")) {
      cases.push_back({after_mark(line, 2), {}, {}, {}, number});
      continue;
    }
    if (!cases.empty()) add_line(line, cases.back());
  }
  return cases;
}

std::string to_json_line(const Case& golden) {
  nlohmann::json line = {{"name", golden.title}, {"text", golden.text}};
  if (const auto date = golden.settings.find("published"); date != golden.settings.end()) line["date"] = date->second;
  return line.dump();
}

}  // namespace verbale::testing
