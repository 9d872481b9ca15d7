// The little that the readers of machine-written XML gold need: a file as text, an attribute of a tag, entities.
//
//   for (const auto& path : xml_files(folder)) use(attribute(read_file(path), "doc_id"));
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace verbale::bench {

std::string read_file(const std::filesystem::path& path);
// All .xml files below a folder, in order of their paths.
std::vector<std::filesystem::path> xml_files(const std::filesystem::path& folder);
// The value of the first attribute of that name; "" when there is none.
std::string attribute(std::string_view tag, std::string_view name);
std::string decode_entities(std::string_view words);

}  // namespace verbale::bench
