// config.cfg is read line by line: [section], key = value, comments with # or ;, and indented lines that continue the
// value above. References are resolved when a value is asked for, with a limit that also stops circles.
#include "language/package.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace verbale {
namespace {

constexpr int kReferenceDepthMax = 16;
constexpr size_t kValueBytesMax = 1u << 16;  // of a value with its references replaced

std::string_view trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string_view take_line(std::string_view& text) {
  const size_t end = text.find('\n');
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return line;
}

Error config_error(int line, std::string_view what) {
  return {Error::Kind::input, "config.cfg:" + std::to_string(line) + ": " + std::string(what)};
}

// Runs `read` on the parsed value. The parser lives as long as the call: nothing of the value may escape it.
template <class Read>
auto with_json(const std::string& json, Read read) -> decltype(read(simdjson::dom::element())) {
  simdjson::dom::parser parser;
  simdjson::dom::element value;
  if (parser.parse(json).get(value) != simdjson::SUCCESS) return std::nullopt;
  return read(value);
}

template <class Stored, class Item>
std::optional<std::vector<Stored>> list_of(simdjson::dom::element value) {
  simdjson::dom::array array;
  if (value.get(array) != simdjson::SUCCESS) return std::nullopt;
  std::vector<Stored> items;
  for (simdjson::dom::element element : array) {
    Item item;
    if (element.get(item) != simdjson::SUCCESS) return std::nullopt;
    items.emplace_back(item);
  }
  return items;
}

template <class T>
std::optional<T> single(simdjson::dom::element value) {
  T item;
  if (value.get(item) != simdjson::SUCCESS) return std::nullopt;
  return item;
}

std::optional<PackageVersion> parse_version(std::string_view text) {
  PackageVersion version;
  const char* at = text.data();
  const char* end = at + text.size();
  for (int* part : {&version.major, &version.minor, &version.patch}) {
    const auto [next, error] = std::from_chars(at, end, *part);
    if (error != std::errc()) return std::nullopt;
    at = next != end && *next == '.' ? next + 1 : next;
  }
  return version;
}

}  // namespace

Result<PackageConfig> PackageConfig::parse(std::string_view text) {
  PackageConfig config;
  Section* section = nullptr;
  std::string* value = nullptr;
  for (int number = 1; !text.empty(); ++number) {
    const std::string_view line = take_line(text);
    const std::string_view content = trim(line);
    if (content.empty() || content[0] == '#' || content[0] == ';') continue;
    if (content[0] == '[' && line[0] == '[') {
      if (content.back() != ']') return config_error(number, "a section without its closing bracket");
      section = &config.sections_[std::string(content.substr(1, content.size() - 2))];
      value = nullptr;
    } else if ((line[0] == ' ' || line[0] == '\t') && value != nullptr) {
      value->append(" ").append(content);
    } else {
      const size_t equals = content.find('=');
      if (section == nullptr) return config_error(number, "a setting outside every section");
      if (equals == std::string_view::npos) return config_error(number, "expected key = value");
      value = &(*section)[std::string(trim(content.substr(0, equals)))];
      *value = trim(content.substr(equals + 1));
    }
  }
  return config;
}

std::optional<std::string> PackageConfig::resolve(std::string_view section, std::string_view key, int depth) const {
  const auto found_section = sections_.find(section);
  if (found_section == sections_.end() || depth > kReferenceDepthMax) return std::nullopt;
  const auto found = found_section->second.find(key);
  if (found == found_section->second.end()) return std::nullopt;

  std::string value = found->second;
  for (size_t begin = 0; (begin = value.find("${", begin)) != std::string::npos;) {
    const size_t end = value.find('}', begin);
    if (end == std::string::npos) return std::nullopt;
    const std::string reference = value.substr(begin + 2, end - begin - 2);
    const size_t split = reference.find_last_of(".:");
    if (split == std::string::npos) return std::nullopt;
    const auto target = resolve(reference.substr(0, split), reference.substr(split + 1), depth + 1);
    if (!target || value.size() + target->size() > kValueBytesMax) return std::nullopt;
    value.replace(begin, end - begin + 1, *target);
    begin += target->size();
  }
  return value;
}

std::optional<std::string> PackageConfig::json(std::string_view section, std::string_view key) const {
  return resolve(section, key, 0);
}

std::optional<std::string> PackageConfig::text(std::string_view section, std::string_view key) const {
  const auto value = json(section, key);
  if (!value) return std::nullopt;
  return with_json(*value, [](simdjson::dom::element element) -> std::optional<std::string> {
    const auto view = single<std::string_view>(element);
    if (!view) return std::nullopt;
    return std::string(*view);
  });
}

std::optional<int64_t> PackageConfig::integer(std::string_view section, std::string_view key) const {
  const auto value = json(section, key);
  if (!value) return std::nullopt;
  return with_json(*value, single<int64_t>);
}

std::optional<bool> PackageConfig::boolean(std::string_view section, std::string_view key) const {
  const auto value = json(section, key);
  if (!value) return std::nullopt;
  return with_json(*value, single<bool>);
}

std::optional<std::vector<std::string>> PackageConfig::texts(std::string_view section, std::string_view key) const {
  const auto value = json(section, key);
  if (!value) return std::nullopt;
  return with_json(*value, list_of<std::string, std::string_view>);
}

std::optional<std::vector<int64_t>> PackageConfig::integers(std::string_view section, std::string_view key) const {
  const auto value = json(section, key);
  if (!value) return std::nullopt;
  return with_json(*value, list_of<int64_t, int64_t>);
}

Result<Package> Package::open(const std::filesystem::path& folder) {
  std::error_code failure;
  if (!std::filesystem::is_directory(folder, failure))
    return Error{Error::Kind::input, folder.string() + " is not a language package: no such folder"};

  Package package;
  package.folder_ = folder;
  Result<MappedFile> file = package.map("config.cfg");
  if (!file) return std::move(file).error();
  Result<PackageConfig> config = PackageConfig::parse(file->text());
  if (!config) return std::move(config).error().during(folder.string());
  package.config_ = *std::move(config);

  const auto pipeline = package.config_.texts("nlp", "pipeline");
  if (!pipeline) return package.error("config.cfg", "[nlp] pipeline", "expected a list of component names");
  const auto disabled = package.config_.texts("nlp", "disabled").value_or(std::vector<std::string>());
  for (const std::string& component : *pipeline)
    if (std::find(disabled.begin(), disabled.end(), component) == disabled.end())
      package.pipeline_.push_back(component);

  if (Status status = package.read_meta(); !status) return std::move(status).error();
  return package;
}

Status Package::read_meta() {
  Result<MappedFile> file = map("meta.json");
  if (!file) return std::move(file).error();
  simdjson::dom::parser parser;
  simdjson::dom::element meta;
  if (parser.parse(std::string(file->text())).get(meta) != simdjson::SUCCESS)
    return error("meta.json", "document", "not valid JSON");

  std::string_view language, name, version;
  if (meta["lang"].get(language) != simdjson::SUCCESS) return error("meta.json", "lang", "expected a string");
  if (meta["name"].get(name) != simdjson::SUCCESS) return error("meta.json", "name", "expected a string");
  if (meta["version"].get(version) != simdjson::SUCCESS) return error("meta.json", "version", "expected a string");
  const auto parsed = parse_version(version);
  if (!parsed) return error("meta.json", "version", "expected three numbers, as in 3.8.0");
  language_ = language;
  name_ = name;
  version_ = *parsed;
  return {};
}

bool Package::runs(std::string_view component) const {
  return std::find(pipeline_.begin(), pipeline_.end(), component) != pipeline_.end();
}

bool Package::has(std::string_view file) const {
  std::error_code failure;
  return std::filesystem::is_regular_file(folder_ / file, failure);
}

Result<MappedFile> Package::map(std::string_view file) const {
  return MappedFile::open(folder_ / file);
}

Result<PackageData> Package::read_msgpack(std::string_view file) const {
  Result<MappedFile> mapped = map(file);
  if (!mapped) return std::move(mapped).error();
  Result<MsgpackTape> tape = MsgpackTape::parse(mapped->bytes());
  if (!tape) return std::move(tape).error().during((folder_ / file).string());
  return PackageData(*std::move(mapped), *std::move(tape));
}

Error Package::error(std::string_view file, std::string_view part, std::string_view what) const {
  return {Error::Kind::input, (folder_ / file).string() + ": " + std::string(part) + ": " + std::string(what)};
}

}  // namespace verbale
