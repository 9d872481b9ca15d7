// Names come from the record where it resolved them, and from the article's own words where it did not.
#include "cli/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "base/utf8.h"
#include "record/vocabulary.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
constexpr std::string_view kNobody = "(not said who)";

std::string month_phrase(std::chrono::year_month_day date) {
  return fmt::format("{} {}", kMonths[unsigned(date.month()) - 1], int(date.year()));
}

std::vector<std::string> names_of(const Document& doc, const std::vector<Participant>& participants) {
  std::vector<std::string> names;
  for (const Participant& one : participants) names.push_back(participant_phrase(doc, one));
  return names;
}

// The past form ends with the preposition that its object needs: without an object it goes.
std::string without_preposition(std::string_view words) {
  for (std::string_view preposition :
       {" with", " to", " of", " from", " against", " by", " between", " before", " for", " on"})
    if (words.ends_with(preposition)) words.remove_suffix(preposition.size());
  return std::string(words);
}

bool is_control(char32_t point) { return point < 0x20 || (point >= 0x7F && point < 0xA0); }

}  // namespace

Phrases::Phrases(const Knowledge& knowledge) {
  if (const Table* verbs = knowledge.find("account/infinitives.tsv"))
    for (size_t row = 0; row < verbs->rows(); ++row) infinitives_[verbs->cell(row, "past")] = verbs->cell(row, "base");
  add(knowledge.find("plover/types.tsv"));
  add(knowledge.find("plover/modes.tsv"));
}

void Phrases::add(const Table* table) {
  if (!table) return;
  for (size_t row = 0; row < table->rows(); ++row) {
    const std::string_view past = table->cell(row, "words");
    acts_[fmt::format("{}/{}", table->cell(row, "type"), table->cell(row, "mode"))] = {std::string(past),
                                                                                       infinitive(past)};
  }
}

// "sexually assaulted" -> "sexually assault"; "" when the verb is not in the table.
std::string Phrases::infinitive(std::string_view past) const {
  for (size_t begin = 0; begin < past.size();) {
    const size_t end = std::min(past.size(), past.find(' ', begin));
    const auto verb = infinitives_.find(past.substr(begin, end - begin));
    if (verb != infinitives_.end()) return fmt::format("{}{}{}", past.substr(0, begin), verb->second, past.substr(end));
    begin = end + 1;
  }
  return {};
}

Phrases::Act Phrases::act(const Event& event) const {
  for (std::string_view mode : {event.mode, std::string_view()})
    if (const auto found = acts_.find(fmt::format("{}/{}", event.type, mode)); found != acts_.end())
      return found->second;
  return {std::string(event.type), ""};
}

std::string Phrases::headline(const Document& doc, const Event& event, const Style& style) const {
  const Act act = this->act(event);
  const bool has_base = !act.base.empty();
  std::string words(act.past);
  if (has_base && (event.status == EventStatus::planned || event.status == EventStatus::wanted))
    words = fmt::format("to {}", act.base);
  if (has_base && event.status == EventStatus::possible) words = fmt::format("may {}", act.base);
  if (has_base && event.status == EventStatus::not_happened) words = fmt::format("did not {}", act.base);

  const std::string who = join_names(names_of(doc, event.actors));
  const std::string whom = join_names(names_of(doc, event.recipients));
  std::string line = who.empty() ? style.dim(kNobody) : style.bold(who);
  if (whom.empty()) return line + " " + without_preposition(words);
  return line + " " + words + " " + style.bold(whom);
}

std::string Phrases::code(const Event& event) {
  return event.mode.empty() ? std::string(event.type) : fmt::format("{} {}", event.type, event.mode);
}

std::string day_phrase(Day day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{} {}", unsigned(date.day()), month_phrase(date));
}

std::string time_phrase(const EventTime& time) {
  if (!time.begin) return {};
  const std::chrono::year_month_day begin(*time.begin);
  if (time.precision == "month") return month_phrase(begin);
  if (time.precision == "year") return fmt::format("{}", int(begin.year()));
  if (!time.end || *time.end == *time.begin) return day_phrase(*time.begin);
  return fmt::format("{} to {}", day_phrase(*time.begin), day_phrase(*time.end));
}

std::string value_phrase(std::string_view iso) {
  if (const auto day = parse_day(iso)) return day_phrase(*day);
  if (iso.size() != 7 || iso[4] != '-') return std::string(iso);
  const auto first = parse_day(std::string(iso) + "-01");
  return first ? month_phrase(std::chrono::year_month_day(*first)) : std::string(iso);
}

std::string place_phrase(const Document& doc, PlaceId id) {
  const Place& place = doc.places[id];
  const bool is_country = place.precision == PlacePrecision::country;
  if (place.country.empty() || is_country) return one_line(place.name);
  return fmt::format("{}, {}", one_line(place.name), place.country);
}

std::string entity_phrase(const Document& doc, EntityId id) { return one_line(doc.entities[id].name); }

std::string participant_phrase(const Document& doc, const Participant& participant) {
  if (participant.entity != kNone) return entity_phrase(doc, participant.entity);
  return one_line(doc.words(participant.span));
}

std::string speaker_phrase(const Document& doc, StatementId id) {
  const Statement& statement = doc.statements[id];
  if (statement.speaker != kNone) return entity_phrase(doc, statement.speaker);
  if (statement.speaker_span) return one_line(doc.words(*statement.speaker_span));
  return statement.speaker_kind == SpeakerKind::author ? "the author" : "somebody";
}

std::string count_phrase(const Count& count) {
  const std::string_view kind = count.kind == CountKind::crowd ? "in the crowd" : to_label(count.kind);
  if (count.low && count.high && *count.low == *count.high) return fmt::format("{} {}", *count.low, kind);
  if (count.low && count.high) return fmt::format("{} to {} {}", *count.low, *count.high, kind);
  if (count.low) return fmt::format("at least {} {}", *count.low, kind);
  if (count.high) return fmt::format("at most {} {}", *count.high, kind);
  return fmt::format("{}: number not said", kind);
}

std::string status_phrase(EventStatus status) {
  switch (status) {
    case EventStatus::happened:
      return "";
    case EventStatus::not_happened:
      return "did not happen";
    default:
      return std::string(to_label(status));
  }
}

std::string join_names(const std::vector<std::string>& names) {
  std::string joined;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) joined += i + 1 == names.size() ? " and " : ", ";
    joined += names[i];
  }
  return joined;
}

std::string one_line(std::string_view words) {
  std::string line;
  for (size_t at = 0; at < words.size();) {
    const CodePoint point = decode(words, at);
    const bool is_blank = point.value == ' ' || point.value == '\n' || point.value == '\t' || point.value == 0xA0;
    if (is_blank) {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else if (!is_control(point.value)) {
      line.append(words, at, point.size);
    }
    at += point.size;
  }
  while (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace verbale
