// The only place that asks a clock: nothing of it reaches a record.
#include "cli/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace verbale {
namespace {

constexpr double kSecondsBetween = 0.2;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

std::string amount(uint64_t count, std::string_view one) {
  return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

}  // namespace

Progress::Progress(bool asked) : shown_(asked || ::isatty(STDERR_FILENO) == 1), begun_(now()) {}

void Progress::count_article(uint64_t events) {
  ++articles_;
  events_ += events;
  show();
}

void Progress::report_failure(const std::string& place, const Error& error) {
  ++failed_;
  clear();
  fmt::print(stderr, "verbale: {}: {}\n", place, error.what());
}

void Progress::show() {
  if (!shown_ || articles_ < 2 || now() - last_shown_ < kSecondsBetween) return;
  last_shown_ = now();
  const double seconds = std::max(1e-9, last_shown_ - begun_);
  fmt::print(stderr, "\r\x1b[K{}, {}, {:.0f} articles/s", amount(articles_, "article"), amount(events_, "event"),
             double(articles_) / seconds);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::clear() {
  if (drawn_) fmt::print(stderr, "\r\x1b[K");
  drawn_ = false;
}

void Progress::finish() {
  clear();
  if (failed_ > 0 && articles_ + failed_ > 1)
    fmt::print(stderr, "verbale: {} of {} failed\n", failed_, amount(articles_ + failed_, "article"));
  if (shown_ && articles_ > 1)
    fmt::print(stderr, "verbale: {} read in {:.1f} s, {}\n", amount(articles_, "article"), now() - begun_,
               amount(events_, "event"));
}

}  // namespace verbale
