// How far a run has come, on standard error: a line that renews itself on a terminal, and the failures as they happen.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"

namespace verbale {

class Progress {
 public:
  // Shows the line when standard error is a terminal or `asked`, and there is more than one article.
  explicit Progress(bool asked);

  void count_article(uint64_t events);
  void report_failure(const std::string& place, const Error& error);
  // Clears the line and, after a run of several articles, says what came out.
  void finish();

 private:
  void show();
  void clear();

  bool shown_;
  bool drawn_ = false;
  uint64_t articles_ = 0;
  uint64_t failed_ = 0;
  uint64_t events_ = 0;
  double begun_;
  double last_shown_ = 0;
};

}  // namespace verbale
