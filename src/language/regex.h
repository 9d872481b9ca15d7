// Regular expressions of spaCy packages, which are written for Python's `re`, run by PCRE2 after a mechanical
// rewriting: inline flags at the front, \uXXXX escapes, open lower bounds.
//
//   Result<Regex> suffixes = Regex::compile(source);
//   RegexScratch scratch;                                    one per worker
//   std::optional<Span> found = suffixes->search("won't.", 0, scratch);
//
// A Regex is immutable and shared between threads. A search that exceeds the engine's own limits finds nothing.
// requires: subjects are valid UTF-8.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;

namespace verbale {

// Where the engine writes what it found.
class RegexScratch {
 public:
  RegexScratch();

 private:
  friend class Regex;
  struct Free {
    void operator()(pcre2_real_match_data_8* data) const;
  };
  std::unique_ptr<pcre2_real_match_data_8, Free> data_;
};

class Regex {
 public:
  // `at_start`: finds only what begins at the subject's first byte, as Python's re.match.
  static Result<Regex> compile(std::string_view python_source, bool at_start = false);

  // The first match at or after the byte `from`, with the whole subject to look back at. It may be empty, unless a
  // search goes on behind an empty match: then `empty_at_start` is false, as in Python's re.finditer.
  std::optional<Span> search(std::string_view subject, size_t from, RegexScratch& scratch,
                             bool empty_at_start = true) const;
  bool matches(std::string_view subject, RegexScratch& scratch) const {
    return search(subject, 0, scratch).has_value();
  }

 private:
  struct Free {
    void operator()(pcre2_real_code_8* code) const;
  };
  explicit Regex(pcre2_real_code_8* code) : code_(code) {}

  std::unique_ptr<pcre2_real_code_8, Free> code_;
};

// A pattern that is only asked whether it matches. One that is too large for the engine is kept as several, each with
// a share of its alternatives: the French tokenizer has one of 1.4 MB.
class RegexTest {
 public:
  static Result<RegexTest> compile(std::string_view python_source, bool at_start = false);

  bool matches(std::string_view subject, RegexScratch& scratch) const;

 private:
  static Status compile_some(std::string_view flags, const std::vector<std::string>& alternatives, size_t begin,
                             size_t end, bool at_start, std::vector<Regex>& out);

  std::vector<Regex> parts_;
};

}  // namespace verbale
