// Holds one record against the promises of its contract: spans lie inside the text and are not empty, references exist,
// words belong to their vocabularies, what says something about the world carries evidence or a reason.
//
//   for (const std::string& problem : check_record(nlohmann::json::parse(line))) ADD_FAILURE() << problem;
//
// A problem names the place in the record: "events/3/actors/0/span: [12, 12) is empty". No problem: an empty list.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace verbale::testing {

std::vector<std::string> check_record(const nlohmann::json& record);

}  // namespace verbale::testing
