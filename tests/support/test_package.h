// A package made for one test: a folder with the few files that the test needs, removed at its end.
//
//   TestPackage files;
//   files.write_msgpack("tokenizer", {{"prefix_search", "^\\("}, {"exceptions", …}});
//   Package package = files.open();
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "language/package.h"
#include "support/temp_path.h"

namespace verbale::testing {

class TestPackage {
 public:
  explicit TestPackage(const std::string& name) : folder_(temp_path("package-" + name)) {
    std::filesystem::remove_all(folder_);
    write("meta.json", R"({"lang": "en", "name": "test", "version": "3.8.0"})");
    write("config.cfg",
          "[nlp]\nlang = \"en\"\npipeline = [\"attribute_ruler\",\"lemmatizer\"]\n"
          "[components.lemmatizer]\nmode = \"rule\"\n");
  }
  ~TestPackage() { std::filesystem::remove_all(folder_); }
  TestPackage(const TestPackage&) = delete;
  TestPackage& operator=(const TestPackage&) = delete;

  void write(const std::string& file, const std::string& content) {
    std::filesystem::create_directories((folder_ / file).parent_path());
    std::ofstream(folder_ / file, std::ios::binary) << content;
  }
  void write_msgpack(const std::string& file, const nlohmann::json& value) {
    const std::vector<uint8_t> bytes = nlohmann::json::to_msgpack(value);
    write(file, std::string(bytes.begin(), bytes.end()));
  }

  Package open() const {
    Result<Package> package = Package::open(folder_);
    EXPECT_TRUE(package) << package.error().what();
    return *std::move(package);
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace verbale::testing
