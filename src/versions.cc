// Names what is in use by content: the knowledge by a hash over its packs and overlays, the model by what its package
// says.
#include <fmt/format.h>
#include <simdjson.h>
#include <xxhash.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "engine.h"
#include "record/json.h"

namespace verbale {
namespace {

namespace fs = std::filesystem;

constexpr size_t kPackHeaderBytes = 24;  // magic, version, number of tables, checksum of the rest

std::vector<fs::path> files_with(const fs::path& folder, std::string_view ending) {
  std::vector<fs::path> found;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error))
    if (entry.path().extension() == ending) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string first_bytes(const fs::path& path, size_t size) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  in.read(bytes.data(), std::streamsize(size));
  bytes.resize(size_t(in.gcount()));
  return bytes;
}

std::string whole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string codebook_version(const EngineOptions& options) {
  std::string seen;
  for (const fs::path& pack : files_with(options.packs, ".pack"))
    seen += pack.filename().string() + first_bytes(pack, kPackHeaderBytes);
  const std::string relations = whole(options.packs / "relations.model");
  seen += fmt::format("{:016x}", XXH3_64bits(relations.data(), relations.size()));
  for (const fs::path& overlay : options.overlays)
    for (const fs::path& table : files_with(overlay, ".tsv")) seen += table.filename().string() + whole(table);
  return fmt::format("{:016x}", XXH3_64bits(seen.data(), seen.size()));
}

std::string model_version(const fs::path& packs) {
  simdjson::dom::parser parser;
  simdjson::dom::element meta;
  std::string_view language, name, version;
  const std::string text = whole(packs / "en_core_web_sm" / "meta.json");
  if (parser.parse(text).get(meta) != simdjson::SUCCESS || meta["lang"].get(language) != simdjson::SUCCESS ||
      meta["name"].get(name) != simdjson::SUCCESS || meta["version"].get(version) != simdjson::SUCCESS)
    return "not found";
  return fmt::format("{}_{} {}", language, name, version);
}

}  // namespace

EngineVersions engine_versions(const EngineOptions& options) {
  return {VERBALE_VERSION, codebook_version(options), model_version(options.packs), std::string(kSchema)};
}

}  // namespace verbale
