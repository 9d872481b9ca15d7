// A shell expands most globs before we see them; quoted ones, and those on systems without a shell, arrive here.
#include "ingest/inputs.h"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>

namespace verbale {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> kEndings = {".txt", ".jsonl", ".json"};
constexpr std::array<std::string_view, 3> kPackedEndings = {".gz", ".zst", ""};

using Paths = std::vector<Result<std::string>>;

Error no_input(const std::string& name, std::string_view why) {
  return {Error::Kind::input, name + ": " + std::string(why)};
}

bool is_readable_kind(std::string_view name) {
  for (std::string_view packed : kPackedEndings)
    for (std::string_view ending : kEndings)
      if (name.ends_with(std::string(ending) + std::string(packed))) return true;
  return false;
}

void add_folder(const std::string& folder, Paths& paths) {
  std::error_code error;
  std::vector<std::string> found;
  const auto options = fs::directory_options::skip_permission_denied;
  for (const auto& entry : fs::recursive_directory_iterator(folder, options, error))
    if (entry.is_regular_file(error) && is_readable_kind(entry.path().filename().string()))
      found.push_back(entry.path().string());
  std::sort(found.begin(), found.end());
  if (found.empty()) paths.push_back(no_input(folder, "no *.txt, *.jsonl or *.json (also .gz, .zst) in this folder"));
  for (std::string& path : found) paths.push_back(std::move(path));
}

void add_glob(const std::string& pattern, Paths& paths) {
  glob_t matches{};
  std::vector<std::string> found;
  if (::glob(pattern.c_str(), GLOB_NOSORT, nullptr, &matches) == 0)
    found.assign(matches.gl_pathv, matches.gl_pathv + matches.gl_pathc);
  ::globfree(&matches);
  std::sort(found.begin(), found.end());
  if (found.empty()) paths.push_back(no_input(pattern, "no file matches this pattern"));
  for (std::string& path : found) fs::is_directory(path) ? add_folder(path, paths) : paths.push_back(std::move(path));
}

}  // namespace

Paths expand_inputs(const std::vector<std::string>& arguments) {
  Paths paths;
  for (const std::string& argument : arguments) {
    std::error_code error;
    if (argument == "-") {
      paths.push_back(argument);
    } else if (fs::is_directory(argument, error)) {
      add_folder(argument, paths);
    } else if (fs::exists(argument, error)) {
      paths.push_back(argument);
    } else if (argument.find_first_of("*?[") != std::string::npos) {
      add_glob(argument, paths);
    } else {
      paths.push_back(no_input(argument, "no such file"));
    }
  }
  return paths;
}

}  // namespace verbale
