// Types first; a mode takes the quad of its type.
#include "coding/relations.h"

#include <charconv>

namespace verbale {
namespace {

double parse_number(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

}  // namespace

Result<Relations> Relations::open(const Knowledge& knowledge) {
  const Table* types = knowledge.find("plover/types.tsv");
  const Table* modes = knowledge.find("plover/modes.tsv");
  if (types == nullptr || modes == nullptr)
    return Error{Error::Kind::knowledge, "the tables plover/types.tsv and plover/modes.tsv are missing"};

  Relations relations;
  for (size_t row = 0; row < types->rows(); ++row)
    relations.by_name_[std::string(types->cell(row, "type"))] = {types->cell(row, "cameo"),
                                                                 parse_number(types->cell(row, "intensity")),
                                                                 uint8_t(parse_number(types->cell(row, "quad")))};
  for (size_t row = 0; row < modes->rows(); ++row) {
    const std::string type(modes->cell(row, "type"));
    const PloverRelation* of_type = relations.find(type);
    if (of_type == nullptr) return table_error(*modes, row, "unknown type \"" + type + "\"");
    relations.by_name_[type + " " + std::string(modes->cell(row, "mode"))] = {
        modes->cell(row, "cameo"), parse_number(modes->cell(row, "intensity")), of_type->quad};
  }
  return relations;
}

const PloverRelation* Relations::find(std::string_view type, std::string_view mode) const {
  std::string name(type);
  if (!mode.empty()) name += " " + std::string(mode);
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : &found->second;
}

}  // namespace verbale
