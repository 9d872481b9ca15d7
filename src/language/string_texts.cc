// Reserved symbols are in no list: their ids are their places.
#include "language/string_texts.h"

#include <simdjson.h>

namespace verbale {
namespace {

constexpr std::string_view kFile = "vocab/strings.json";

StringTexts reserved_texts(const std::unordered_set<StringId>& wanted) {
  StringTexts texts;
  for (const StringId id : wanted)
    if (id < reserved_symbols().size()) texts.emplace(id, reserved_symbols()[id]);
  return texts;
}

}  // namespace

Result<StringTexts> read_string_texts(const Package& package, const std::unordered_set<StringId>& wanted) {
  Result<MappedFile> file = package.map(kFile);
  if (!file) return std::move(file).error();
  simdjson::dom::parser parser;
  simdjson::dom::array strings;
  if (parser.parse(std::string(file->text())).get(strings) != simdjson::SUCCESS)
    return package.error(kFile, "document", "expected a list of strings");

  StringTexts texts = reserved_texts(wanted);
  for (const simdjson::dom::element element : strings) {
    std::string_view text;
    if (element.get(text) != simdjson::SUCCESS) return package.error(kFile, "document", "expected a list of strings");
    if (const StringId id = string_id(text); wanted.contains(id)) texts.emplace(id, text);
  }
  for (const StringId id : wanted)
    if (!texts.contains(id)) return package.error(kFile, std::to_string(id), "the list lacks the string of this id");
  return texts;
}

}  // namespace verbale
