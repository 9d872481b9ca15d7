// Straight to the descriptor: a record is written as soon as it is finished, so that a pipe never waits.
#include "cli/output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

namespace verbale {

Result<Output> Output::open(const std::string& path) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "standard output");
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  if (descriptor < 0) return Error{Error::Kind::output, "cannot write " + path + ": " + std::strerror(errno)};
  return Output(descriptor, path);
}

Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      reader_left_(other.reader_left_) {}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
}

Status Output::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(size_t(written));
    } else if (errno == EPIPE) {
      reader_left_ = true;
      return Error{Error::Kind::output, "the reader of " + path_ + " has gone"};
    } else if (errno != EINTR) {
      return Error{Error::Kind::output, "cannot write " + path_ + ": " + std::strerror(errno)};
    }
  }
  return {};
}

}  // namespace verbale
