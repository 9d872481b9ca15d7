// The program's answers to the shell (product.md, "Commands").
#pragma once

#include "base/result.h"

namespace verbale {

enum ExitCode : int { kFine = 0, kSomeFailed = 1, kUsage = 2, kInput = 3, kOutput = 4, kKnowledge = 5, kInternal = 70 };

inline ExitCode exit_code_of(Error::Kind kind) {
  switch (kind) {
    case Error::Kind::usage:
      return kUsage;
    case Error::Kind::input:
      return kInput;
    case Error::Kind::output:
      return kOutput;
    case Error::Kind::knowledge:
      return kKnowledge;
    case Error::Kind::internal:
      break;
  }
  return kInternal;
}

}  // namespace verbale
