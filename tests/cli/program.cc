// Output goes through files, so that neither side ever waits for the other.
#include "cli/program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace verbale::testing {

namespace fs = std::filesystem;

std::vector<nlohmann::json> Ran::records() const {
  std::vector<nlohmann::json> records;
  std::istringstream lines(out);
  for (std::string line; std::getline(lines, line);) records.push_back(nlohmann::json::parse(line));
  return records;
}

Program::Program() {
  std::string pattern = (fs::temp_directory_path() / "verbale_cli_XXXXXX").string();
  folder_ = ::mkdtemp(pattern.data());
}

Program::~Program() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void Program::write(const std::string& name, std::string_view bytes) const {
  fs::create_directories((folder_ / name).parent_path());
  std::ofstream(folder_ / name, std::ios::binary) << bytes;
}

std::string Program::read(const std::string& name) const {
  std::ifstream in(folder_ / name, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Ran Program::run(const std::string& command) const {
  write(".command", command);
  const std::string line = "cd '" + folder_.string() +
                           "' && unset VERBALE_PACKS NO_COLOR; VERBALE='" VERBALE_BUILD
                           "/verbale' sh .command >.out 2>.err </dev/null";
  const int status = std::system(line.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".out"), read(".err")};
}

}  // namespace verbale::testing
