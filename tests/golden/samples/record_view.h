// A finished record as a reader sees it: words instead of offsets, names instead of ids.
//
//   RecordView view(record);
//   view.words(event["trigger"]);                       // "visited"
//   view.is_called(event["actors"][0], "Lindholm");     // by its words here, its name, or another mention
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace verbale::testing {

class RecordView {
 public:
  explicit RecordView(const nlohmann::json& record);

  const nlohmann::json& list(const char* name) const { return record_[name]; }
  std::string words(const nlohmann::json& span) const;

  // The entity, place, time, statement or event of that id; null when there is none.
  const nlohmann::json& find(const char* list, const nlohmann::json& id) const;

  bool entity_is_called(const nlohmann::json& id, std::string_view name) const;
  bool is_called(const nlohmann::json& participant, std::string_view name) const;

  // One line, for messages: "CONSULT visit happened "Lindholm" -> "Moldova" 2024-05-16 in "Moldova" said_by
  // "officials"".
  std::string tell_event(const nlohmann::json& event) const;
  std::string tell_intention(const nlohmann::json& intention) const;
  std::string tell_statement(const nlohmann::json& statement) const;

 private:
  std::string tell_parties(const nlohmann::json& parties) const;

  const nlohmann::json& record_;
  std::string text_;
  std::vector<size_t> bytes_;  // where each code point begins
};

}  // namespace verbale::testing
