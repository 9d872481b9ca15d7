// A copy of a package in a folder of this process, in which one file at a time is replaced.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace verbale::fuzz {

class SmallPackage {
 public:
  explicit SmallPackage(std::filesystem::path original) : original_(std::move(original)) {
    const std::filesystem::path memory = "/dev/shm";
    const auto parent = std::filesystem::exists(memory) ? memory : std::filesystem::temp_directory_path();
    folder_ = parent / ("verbale-fuzz-" + original_.filename().string() + "-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::copy(original_, folder_, std::filesystem::copy_options::recursive);
  }
  ~SmallPackage() { std::filesystem::remove_all(folder_); }

  SmallPackage(const SmallPackage&) = delete;
  SmallPackage& operator=(const SmallPackage&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

  // Replaces one file and puts the one that was replaced before back.
  void replace(const std::string& file, std::string_view bytes) {
    if (!replaced_.empty() && replaced_ != file)
      std::filesystem::copy_file(original_ / replaced_, folder_ / replaced_,
                                 std::filesystem::copy_options::overwrite_existing);
    replaced_ = file;
    std::ofstream(folder_ / file, std::ios::binary).write(bytes.data(), std::streamsize(bytes.size()));
  }

 private:
  std::filesystem::path original_, folder_;
  std::string replaced_;
};

}  // namespace verbale::fuzz
