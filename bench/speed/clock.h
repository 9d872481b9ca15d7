// Time as the speed benches measure it, the thread's own processor time, because others may share the machine; and
// their rounds: five, or --rounds N; with --wait, each begins when a line comes in, so that a peer can run in between.
#pragma once

#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace verbale::bench {

inline double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

// Of all threads together: for what starts threads of its own.
inline double process_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return double(now.tv_sec) + double(now.tv_nsec) * 1e-9;
}

inline double median(std::vector<double> values) {
  std::nth_element(values.begin(), values.begin() + long(values.size() / 2), values.end());
  return values[values.size() / 2];
}

inline double median_seconds(int repeats, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int i = 0; i < repeats; ++i) {
    const double start = thread_seconds();
    work();
    seconds.push_back(thread_seconds() - start);
  }
  return median(std::move(seconds));
}

// Megabytes that /proc/self/status gives for the field.
inline double memory_megabytes(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with(field + ":")) return std::strtod(line.c_str() + field.size() + 1, nullptr) / 1024;
  return 0;
}

class Rounds {
 public:
  Rounds(int argc, char** argv, int first) {
    for (int i = first; i < argc; ++i) {
      const std::string word = argv[i];
      if (word == "--wait") wait_ = true;
      if (word == "--rounds" && i + 1 < argc) left_ = std::atoi(argv[i + 1]);
    }
  }

  // False when all rounds are done, or nobody asks for another.
  bool next() {
    std::string line;
    return left_-- > 0 && (!wait_ || std::getline(std::cin, line));
  }

 private:
  int left_ = 5;
  bool wait_ = false;
};

}  // namespace verbale::bench
