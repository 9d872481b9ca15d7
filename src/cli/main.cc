// `verbale`: words in, a record out. Data on standard output, everything else on standard error.
#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "cli/commands.h"
#include "cli/exit_codes.h"
#include "cli/options.h"
#include "cli/output.h"

namespace verbale {
namespace {

Result<int> show_help(const Options& options) {
  Result<Output> out = Output::open("-");
  if (Status written = out->write(options.help); !written) return std::move(written).error();
  return int(kFine);
}

Result<int> run(const Options& options) {
  switch (options.command) {
    case Command::help:
      return show_help(options);
    case Command::version:
      return run_version(options);
    case Command::read:
      return run_read(options);
    case Command::parse:
      return run_parse(options);
    case Command::explain:
      return run_explain(options);
    case Command::resolve:
      return run_resolve(options);
    case Command::relate:
      return run_relate(options);
  }
  return int(kInternal);
}

int tell(const Error& error) {
  fmt::print(stderr, "verbale: {}\n", error.what());
  return exit_code_of(error.kind());
}

}  // namespace
}  // namespace verbale

int main(int count, char** arguments) {
  // A reader that goes away (`| head`) is noticed by the write that fails, and ends the run quietly.
  std::signal(SIGPIPE, SIG_IGN);
  const auto options = verbale::parse_options(count, arguments);
  if (!options) return verbale::tell(options.error());
  const auto code = verbale::run(*options);
  return code ? *code : verbale::tell(code.error());
}
