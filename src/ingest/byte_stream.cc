// A chain of sources: a descriptor, and on top of it a decompressor when the first bytes call for one. Each gives a
// chunk at a time; the stream above keeps what was not taken yet.
#include "ingest/byte_stream.h"

#include <fcntl.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <vector>

namespace verbale {

// Gives bytes until it gives none.
class ByteStream::Source {
 public:
  virtual ~Source() = default;
  virtual Result<size_t> read(char* out, size_t size) = 0;
};

namespace {

constexpr size_t kChunkBytes = 256u << 10;

Error input_error(std::string what) { return {Error::Kind::input, std::move(what)}; }

class Descriptor final : public ByteStream::Source {
 public:
  Descriptor(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~Descriptor() override {
    if (owned_) ::close(descriptor_);
  }

  Result<size_t> read(char* out, size_t size) override {
    ssize_t got;
    do got = ::read(descriptor_, out, size);
    while (got < 0 && errno == EINTR);
    if (got < 0) return input_error(std::string("cannot read: ") + std::strerror(errno));
    return size_t(got);
  }

 private:
  int descriptor_;
  bool owned_;
};

// Gives bytes that were read already, then what follows them.
class Rest final : public ByteStream::Source {
 public:
  Rest(std::string head, std::unique_ptr<Source> tail) : head_(std::move(head)), tail_(std::move(tail)) {}

  Result<size_t> read(char* out, size_t size) override {
    if (given_ == head_.size()) return tail_ ? tail_->read(out, size) : Result<size_t>(size_t{0});
    const size_t count = std::min(size, head_.size() - given_);
    std::memcpy(out, head_.data() + given_, count);
    given_ += count;
    return count;
  }

 private:
  std::string head_;
  size_t given_ = 0;
  std::unique_ptr<Source> tail_;
};

// Several members one after the other are one stream, as gzip has it.
class Gunzip final : public ByteStream::Source {
 public:
  explicit Gunzip(std::unique_ptr<Source> packed) : packed_(std::move(packed)), in_(kChunkBytes) {
    inflateInit2(&state_, 15 + 16);
  }
  ~Gunzip() override { inflateEnd(&state_); }

  Result<size_t> read(char* out, size_t size) override {
    state_.next_out = reinterpret_cast<Bytef*>(out);
    state_.avail_out = uInt(size);
    while (state_.avail_out == size) {
      if (state_.avail_in == 0) {
        Result<size_t> got = packed_->read(in_.data(), in_.size());
        if (!got) return got;
        if (*got == 0 && inside_) return input_error("the gzip data end early");
        if (*got == 0) return size_t{0};
        state_.next_in = reinterpret_cast<Bytef*>(in_.data());
        state_.avail_in = uInt(*got);
      }
      inside_ = true;
      const int answer = inflate(&state_, Z_NO_FLUSH);
      if (answer == Z_STREAM_END) {
        inside_ = false;
        inflateReset(&state_);
      } else if (answer != Z_OK && answer != Z_BUF_ERROR) {
        return input_error("the gzip data are damaged");
      }
    }
    return size - state_.avail_out;
  }

 private:
  std::unique_ptr<Source> packed_;
  std::vector<char> in_;
  z_stream state_{};
  bool inside_ = false;  // between the first byte and the last of a member
};

class Unzstd final : public ByteStream::Source {
 public:
  explicit Unzstd(std::unique_ptr<Source> packed)
      : packed_(std::move(packed)), in_(kChunkBytes), state_(ZSTD_createDStream()) {}
  ~Unzstd() override { ZSTD_freeDStream(state_); }

  Result<size_t> read(char* out, size_t size) override {
    ZSTD_outBuffer output{out, size, 0};
    while (output.pos == 0) {
      if (input_.pos == input_.size) {
        Result<size_t> got = packed_->read(in_.data(), in_.size());
        if (!got) return got;
        if (*got == 0 && inside_) return input_error("the zstd data end early");
        if (*got == 0) return size_t{0};
        input_ = {in_.data(), *got, 0};
      }
      const size_t left = ZSTD_decompressStream(state_, &output, &input_);
      if (ZSTD_isError(left)) return input_error("the zstd data are damaged");
      inside_ = left != 0;
    }
    return output.pos;
  }

 private:
  std::unique_ptr<Source> packed_;
  std::vector<char> in_;
  ZSTD_DStream* state_;
  ZSTD_inBuffer input_{nullptr, 0, 0};
  bool inside_ = false;
};

Result<std::string> read_head(ByteStream::Source& source, size_t size) {
  std::string head(size, '\0');
  size_t filled = 0;
  while (filled < size) {
    Result<size_t> got = source.read(head.data() + filled, size - filled);
    if (!got) return std::move(got).error();
    if (*got == 0) break;
    filled += *got;
  }
  head.resize(filled);
  return head;
}

Result<std::unique_ptr<ByteStream::Source>> open_source(const std::string& path) {
  if (path == "-") return std::unique_ptr<ByteStream::Source>(std::make_unique<Descriptor>(STDIN_FILENO, false));
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return input_error(std::string("cannot open: ") + std::strerror(errno));
  return std::unique_ptr<ByteStream::Source>(std::make_unique<Descriptor>(descriptor, true));
}

}  // namespace

Result<ByteStream> ByteStream::open(const std::string& path) {
  auto source = open_source(path);
  if (!source) return std::move(source).error();
  Result<std::string> head = read_head(**source, 4);
  if (!head) return std::move(head).error();

  const bool gzip = head->starts_with("\x1F\x8B");
  const bool zstd = head->starts_with("\x28\xB5\x2F\xFD");
  auto whole = std::make_unique<Rest>(*std::move(head), *std::move(source));
  if (gzip) return ByteStream(std::make_unique<Gunzip>(std::move(whole)));
  if (zstd) return ByteStream(std::make_unique<Unzstd>(std::move(whole)));
  return ByteStream(std::move(whole));
}

ByteStream ByteStream::of_text(std::string text) {
  return ByteStream(std::make_unique<Rest>(std::move(text), nullptr));
}

ByteStream::ByteStream(std::unique_ptr<Source> source) : source_(std::move(source)) {}
ByteStream::ByteStream(ByteStream&&) noexcept = default;
ByteStream& ByteStream::operator=(ByteStream&&) noexcept = default;
ByteStream::~ByteStream() = default;

bool ByteStream::at_end() const { return ended_ && taken_ == buffer_.size(); }

// Adds one chunk to the buffer, and forgets what was taken.
void ByteStream::fill() {
  buffer_.erase(0, taken_);
  taken_ = 0;
  const size_t before = buffer_.size();
  buffer_.resize(before + kChunkBytes);
  Result<size_t> got = source_->read(buffer_.data() + before, kChunkBytes);
  buffer_.resize(before + (got ? *got : 0));
  ended_ = !got || *got == 0;
  if (!got) failure_ = std::move(got).error();
}

std::string_view ByteStream::peek(size_t size) {
  while (!ended_ && buffer_.size() - taken_ < size) fill();
  return std::string_view(buffer_).substr(taken_, size);
}

Status ByteStream::read_all(std::string& out, size_t size) {
  while (!ended_ && buffer_.size() - taken_ < size) fill();
  const size_t count = std::min(size, buffer_.size() - taken_);
  out.append(buffer_, taken_, count);
  taken_ += count;
  return at_end() && failure_ ? Status(*failure_) : Status();
}

Result<bool> ByteStream::read_line(std::string& line) {
  size_t searched = 0;
  while (true) {
    const size_t end = buffer_.find('\n', taken_ + searched);
    if (end != std::string::npos) {
      line.assign(buffer_, taken_, end - taken_);
      taken_ = end + 1;
      if (!line.empty() && line.back() == '\r') line.pop_back();
      return true;
    }
    searched = buffer_.size() - taken_;
    if (ended_) break;
    if (searched > kLineBytesMax) {
      skip_line();
      return input_error("a line longer than 64 MB");
    }
    fill();
  }
  line.assign(buffer_, taken_);
  taken_ = buffer_.size();
  if (failure_) return *failure_;
  return searched > 0;
}

void ByteStream::skip_line() {
  while (true) {
    const size_t end = buffer_.find('\n', taken_);
    taken_ = end == std::string::npos ? buffer_.size() : end + 1;
    if (end != std::string::npos || ended_) return;
    fill();
  }
}

}  // namespace verbale
