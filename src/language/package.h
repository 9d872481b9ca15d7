// A spaCy v3 package on disk: the folder that holds config.cfg, meta.json and one entry per component.
//
//   Result<Package> package = Package::open("assets/en_core_web_sm-3.8.0");
//   package->version();                                                          // {3, 8, 0}
//   package->config().texts("nlp", "pipeline");                                  // {"tok2vec", "tagger", …}
//   package->config().integer("components.tok2vec.model.encode", "width");       // 96, through ${…} where written so
//   Result<PackageData> moves = package->read_msgpack("parser/moves");
//   moves->root()["moves"].text();
//
// Every error names the file and what was wrong in it. Data read from a package stays mapped as long as its
// PackageData lives; values and views taken from it must not outlive it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "base/result.h"
#include "language/msgpack.h"

namespace verbale {

// The settings of config.cfg: sections with JSON values, in which ${section.key} and ${section:key} stand for others.
class PackageConfig {
 public:
  static Result<PackageConfig> parse(std::string_view text);

  bool has_section(std::string_view section) const { return sections_.find(section) != sections_.end(); }

  // The value as it is written, JSON with every reference replaced; nothing when there is no such key.
  std::optional<std::string> json(std::string_view section, std::string_view key) const;

  // Nothing when the key is absent, null, or not of that kind.
  std::optional<std::string> text(std::string_view section, std::string_view key) const;
  std::optional<int64_t> integer(std::string_view section, std::string_view key) const;
  std::optional<bool> boolean(std::string_view section, std::string_view key) const;
  std::optional<std::vector<std::string>> texts(std::string_view section, std::string_view key) const;
  std::optional<std::vector<int64_t>> integers(std::string_view section, std::string_view key) const;

 private:
  using Section = std::map<std::string, std::string, std::less<>>;

  std::optional<std::string> resolve(std::string_view section, std::string_view key, int depth) const;

  std::map<std::string, Section, std::less<>> sections_;
};

// One MessagePack file of a package, mapped and parsed.
class PackageData {
 public:
  PackageData(MappedFile file, MsgpackTape tape) : file_(std::move(file)), tape_(std::move(tape)) {}

  MsgpackValue root() const { return tape_.root(); }

  // Gives the tape back and keeps the mapping: enough for those who hold views of array data only.
  MappedFile release() && { return std::move(file_); }

 private:
  MappedFile file_;
  MsgpackTape tape_;
};

struct PackageVersion {
  int major = 0, minor = 0, patch = 0;
  friend auto operator<=>(const PackageVersion&, const PackageVersion&) = default;
};

class Package {
 public:
  static Result<Package> open(const std::filesystem::path& folder);

  const std::filesystem::path& folder() const { return folder_; }
  const PackageConfig& config() const { return config_; }
  const std::string& language() const { return language_; }  // "en"
  const std::string& name() const { return name_; }          // "core_web_sm"
  PackageVersion version() const { return version_; }

  // Components that run, in order: [nlp] pipeline without [nlp] disabled.
  const std::vector<std::string>& pipeline() const { return pipeline_; }
  bool runs(std::string_view component) const;

  // Files by their name inside the package: "tokenizer", "vocab/lookups.bin".
  bool has(std::string_view file) const;
  Result<MappedFile> map(std::string_view file) const;
  Result<PackageData> read_msgpack(std::string_view file) const;

  // An error about one part of one file: "FOLDER/tagger/cfg: labels: expected a list of strings".
  Error error(std::string_view file, std::string_view part, std::string_view what) const;

 private:
  Package() = default;
  Status read_meta();

  std::filesystem::path folder_;
  PackageConfig config_;
  std::string language_, name_;
  PackageVersion version_;
  std::vector<std::string> pipeline_;
};

}  // namespace verbale
