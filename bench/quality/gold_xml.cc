// A hand-written scan is enough: the sets are machine-written, each with one fixed shape.
#include "gold_xml.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace verbale::bench {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

std::vector<std::filesystem::path> xml_files(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.path().extension() == ".xml") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string opening = " " + std::string(name) + "=\"";
  const size_t at = tag.find(opening);
  if (at == std::string_view::npos) return "";
  const size_t begin = at + opening.size();
  return std::string(tag.substr(begin, tag.find('"', begin) - begin));
}

std::string decode_entities(std::string_view words) {
  static const std::pair<std::string_view, char> kEntities[] = {
      {"&amp;", '&'}, {"&quot;", '"'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&apos;", '\''}};
  std::string out;
  for (size_t at = 0; at < words.size();) {
    const auto* entity = std::find_if(std::begin(kEntities), std::end(kEntities),
                                      [&](const auto& e) { return words.substr(at).starts_with(e.first); });
    const bool found = entity != std::end(kEntities);
    out += found ? entity->second : words[at];
    at += found ? entity->first.size() : 1;
  }
  return out;
}

}  // namespace verbale::bench
