// The program run as a program: a shell command in a folder of its own, and what came out.
//
//   Program program;
//   program.write("a.txt", "Police dispersed protesters.");
//   const Ran ran = program.run("$VERBALE read a.txt");
//   ran.code == 0; ran.records()[0]["article"]["text"];
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace verbale::testing {

struct Ran {
  int code = 0;
  std::string out;
  std::string error;

  // One for each line of standard output.
  std::vector<nlohmann::json> records() const;
};

class Program {
 public:
  Program();
  ~Program();

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, std::string_view bytes) const;
  std::string read(const std::string& name) const;
  // Runs with `sh`; $VERBALE is the program that was built.
  Ran run(const std::string& command) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace verbale::testing
