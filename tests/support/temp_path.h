// Where a test may write: no two processes share a path, so that several checkouts can be tested at once.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>

namespace verbale {

// /tmp/verbale-1234-NAME
inline std::filesystem::path temp_path(const std::string& name) {
  return std::filesystem::temp_directory_path() / ("verbale-" + std::to_string(::getpid()) + "-" + name);
}

}  // namespace verbale
