// The record's values in plain English: who, did what, to whom, when, where.
//
//   Phrases phrases(engine.knowledge());
//   phrases.headline(doc, event, style);     // "Jens Stoltenberg visited Ukraine"
//   time_phrase(*event.time);                // "20 April 2023"
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "cli/terminal.h"
#include "pack/table.h"
#include "record/document.h"

namespace verbale {

class Phrases {
 public:
  // Reads plover/types.tsv and plover/modes.tsv, where `words` is the past form ("visited"), and
  // account/infinitives.tsv. requires: the Knowledge outlives the phrases
  explicit Phrases(const Knowledge& knowledge);

  // Tense follows the status: "visited", "to visit", "may visit", "did not visit".
  std::string headline(const Document& doc, const Event& event, const Style& style) const;
  // "CONSULT visit": how the codebook names it.
  static std::string code(const Event& event);

 private:
  struct Act {
    std::string past;
    std::string base;  // "" when it is not known: then the past form serves
  };
  Act act(const Event& event) const;
  void add(const Table* table);
  std::string infinitive(std::string_view past) const;

  std::unordered_map<std::string_view, std::string_view> infinitives_;
  std::unordered_map<std::string, Act> acts_;
};

std::string day_phrase(Day day);                 // "20 April 2023"
std::string time_phrase(const EventTime& time);  // "April 2023", "4 to 6 April 2023", "" when nothing is known
std::string value_phrase(std::string_view iso);  // "2023-04" -> "April 2023"; as it is when it is no date
std::string place_phrase(const Document& doc, PlaceId place);  // "Kyiv, UKR"
std::string participant_phrase(const Document& doc, const Participant& participant);
std::string entity_phrase(const Document& doc, EntityId entity);
std::string speaker_phrase(const Document& doc, StatementId statement);
std::string count_phrase(const Count& count);   // "at least 12 dead"
std::string status_phrase(EventStatus status);  // "did not happen", "" for what happened

// "A", "A and B", "A, B and C".
std::string join_names(const std::vector<std::string>& names);

// One line, whatever the text holds: white space becomes one blank, control characters vanish.
std::string one_line(std::string_view words);

}  // namespace verbale
