// Every answer is looked up when it is asked: a sample has a few dozen things of each kind.
#include "golden/samples/record_view.h"

namespace verbale::testing {
namespace {

using nlohmann::json;

const json kNothing;

std::string quoted(const std::string& words) { return "\"" + words + "\""; }

}  // namespace

RecordView::RecordView(const json& record) : record_(record), text_(record["article"]["text"].get<std::string>()) {
  for (size_t byte = 0; byte < text_.size(); ++byte)
    if ((static_cast<unsigned char>(text_[byte]) & 0xC0) != 0x80) bytes_.push_back(byte);
  bytes_.push_back(text_.size());
}

std::string RecordView::words(const json& span) const {
  const size_t begin = bytes_.at(span[0].get<size_t>());
  std::string words = text_.substr(begin, bytes_.at(span[1].get<size_t>()) - begin);
  for (char& letter : words)
    if (letter == '\n') letter = ' ';
  return words;
}

const json& RecordView::find(const char* list, const json& id) const {
  for (const json& one : record_[list])
    if (one["id"] == id) return one;
  return kNothing;
}

bool RecordView::entity_is_called(const json& id, std::string_view name) const {
  const json& entity = find("entities", id);
  if (entity.is_null()) return false;
  if (entity["name"].get<std::string>().find(name) != std::string::npos) return true;
  for (const json& mention : entity["mentions"])
    if (words(mention["span"]).find(name) != std::string::npos) return true;
  return false;
}

bool RecordView::is_called(const json& participant, std::string_view name) const {
  if (words(participant["span"]).find(name) != std::string::npos) return true;
  return participant.contains("entity") && entity_is_called(participant["entity"], name);
}

std::string RecordView::tell_parties(const json& parties) const {
  std::string told;
  for (const json& party : parties) told += (told.empty() ? "" : " & ") + quoted(words(party["span"]));
  return told.empty() ? "nobody" : told;
}

std::string RecordView::tell_event(const json& event) const {
  std::string told = event["type"].get<std::string>() + " ";
  if (event.contains("mode")) told += event["mode"].get<std::string>() + " ";
  told += event["status"].get<std::string>() + (event["background"].get<bool>() ? " background " : " ");
  told += tell_parties(event["actors"]) + " -> " + tell_parties(event["recipients"]);
  if (event.contains("time") && event["time"].contains("begin"))
    told += " " + event["time"]["begin"].get<std::string>() + ".." + event["time"].value("end", std::string());
  if (event.contains("place")) told += " in " + quoted(words(event["place"]["span"]));
  for (const json& item : event["items"]) told += " item " + quoted(words(item["span"]));
  for (const auto& [kind, count] : event["counts"].items())
    told += " " + kind + " " + count.value("low", json()).dump();
  if (!event["said_by"].is_null()) {
    const json& statement = find("statements", event["said_by"]);
    told += " said_by " + (statement.contains("speaker_span") ? quoted(words(statement["speaker_span"])) : "unknown");
  }
  return told + " trigger " + quoted(words(event["trigger"])) + " (" + event["rule"].get<std::string>() + ")";
}

std::string RecordView::tell_intention(const json& intention) const {
  std::string told = intention["kind"].get<std::string>() + " by";
  for (const json& id : intention["by"]) told += " " + quoted(find("entities", id).value("name", ""));
  for (const json& id : intention["to"]) told += " to " + quoted(find("entities", id).value("name", ""));
  told += " content " + quoted(words(intention["content"]));
  if (intention.contains("due") && !intention["due"].is_null())
    told += " due " + find("times", intention["due"]).value("value", "");
  return told;
}

std::string RecordView::tell_statement(const json& statement) const {
  std::string told = statement["form"].get<std::string>() + " " + statement["speaker_kind"].get<std::string>();
  told += " by " + (statement.contains("speaker_span") ? quoted(words(statement["speaker_span"])) : "unknown");
  for (const json& content : statement["content"]) told += " content " + quoted(words(content));
  return told;
}

}  // namespace verbale::testing
