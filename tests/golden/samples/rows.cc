// A row is read from left to right; each part is one demand on a thing of the record, and `Reader` takes its parts off.
#include "golden/samples/rows.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <regex>
#include <set>

namespace verbale::testing {
namespace {

using nlohmann::json;

// ---- lines and their parts -------------------------------------------------------------------------------------

std::vector<std::string> split(const std::string& line) {
  std::vector<std::string> parts;
  for (size_t at = 0; at < line.size();) {
    if (line[at] == ' ') {
      ++at;
      continue;
    }
    const bool is_quoted = line[at] == '"';
    size_t end = line.find(is_quoted ? '"' : ' ', at + 1);
    if (end == std::string::npos) end = line.size();
    parts.push_back(line.substr(at, end - at));
    at = end + (is_quoted ? 1 : 0);
  }
  return parts;
}

bool take_word(std::vector<std::string>& parts, std::string_view word) {
  if (parts.empty() || parts.front() != word) return false;
  parts.erase(parts.begin());
  return true;
}

Row read_row(const std::string& line, int number) {
  Row row;
  row.number = number;
  row.parts = split(line);
  row.known_miss = take_word(row.parts, "known-miss");
  row.negative = take_word(row.parts, "no");
  row.line = row.known_miss ? line.substr(line.find("known-miss") + 11) : line;
  if (row.parts.empty()) return row;
  row.subject = row.parts.front();
  row.parts.erase(row.parts.begin());
  return row;
}

bool is_quote(const std::string& part) { return part.starts_with('"'); }
std::string unquote(const std::string& part) { return is_quote(part) ? part.substr(1) : part; }

bool is_upper_word(const std::string& part, size_t size_min) {
  return part.size() >= size_min && std::all_of(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_calendar(const std::string& part) {
  static const std::regex calendar(R"(\d{4}(-\S+)?(\.\.\d{4}-\d\d-\d\d)?)");
  return std::regex_match(part, calendar);
}

// "2024-07" is a whole month: both bounds lie in it. "A..B" gives both bounds.
bool lies_in(const std::string& calendar, const std::string& begin, const std::string& end) {
  if (const size_t dots = calendar.find(".."); dots != std::string::npos)
    return begin == calendar.substr(0, dots) && end == calendar.substr(dots + 2);
  return !begin.empty() && begin.starts_with(calendar) && end.starts_with(calendar);
}

const std::set<std::string> kStatuses = {"happened", "ongoing", "planned",      "wanted",
                                         "possible", "denied",  "not_happened", "unclear"};
const std::set<std::string> kCounts = {"dead", "injured", "arrested", "abducted", "displaced", "crowd"};
const std::set<std::string> kForms = {"direct", "indirect", "mixed"};

// Every bare word that a row of the subject may hold, each between blanks.
const std::map<std::string, std::string, std::less<>> kWords = {
    {"event",
     " happened ongoing planned wanted possible denied not_happened unclear background reported nobody -> & undated "
     "nowhere"
     " in unsaid said_by item dead injured arrested abducted displaced crowd trigger sentence"
     " visit third-party multilateral phone withdraw release disarm ceasefire access resign assist change yield meet"
     " disapprove investigate allege restrict arrest relations expel violence territory demo strike riot hunger boycott"
     " obstruct vandalize convict discontinue troops weapons police militia seize deport withhold cyber censor curfew"
     " misinformation martial-law abduct torture sexual destroy beat crowd-control primitive firearms explosives "
     "targeted"
     " suicide-attack aerial drone heavy-weapons unconventional "},
    {"intention",
     " by to content due condition would_be promise agreement plan offer threat demand request aim precondition "
     "refusal "},
    {"statement", " by content direct indirect mixed named unnamed organisation document media author "},
    {"entity", " state organisation person group place facility document other "},
    {"place", " point city district province country region "},
};

bool is_word_of(const std::string& subject, const std::string& part) {
  if (subject == "entity" && part.find(':') != std::string::npos) return true;
  const auto words = kWords.find(subject);
  return words != kWords.end() && words->second.find(" " + part + " ") != std::string::npos;
}

// ---- demands ---------------------------------------------------------------------------------------------------

// The demands of one row on one thing of its kind.
class Reader {
 public:
  Reader(const Row& row, const RecordView* view) : parts_(row.parts), view_(view) {}

  bool event(const json& event) {
    const char* side = "actors";
    while (next()) {
      if (part_ == "&") continue;
      if (part_ == "->")
        side = "recipients";
      else if (is_quote(part_))
        demand(has_party(event, side, unquote(part_)));
      else if (part_ == "nobody")
        demand(event[side].empty());
      else if (is_upper_word(part_, 3))
        demand(event["type"] == part_);
      else if (kStatuses.count(part_))
        demand(event["status"] == part_);
      else if (part_ == "background")
        demand(event["background"] == true);
      else if (part_ == "reported")
        demand(event["background"] == false);
      else if (!event_circumstance(event) && !event_content(event))
        demand(event.value("mode", "") == part_);
    }
    return met_;
  }

  bool intention(const json& intention) {
    while (next()) {
      if (part_ == "by")
        demand(any_entity(intention["by"], argument()));
      else if (part_ == "to")
        demand(any_entity(intention["to"], argument()));
      else if (part_ == "content")
        demand(contains(view_->words(intention["content"]), argument()));
      else if (part_ == "due")
        demand(is_due(intention, argument()));
      else if (part_ == "condition")
        demand(has_condition(intention, argument()));
      else if (part_ == "would_be")
        demand(would_be(intention, argument()));
      else
        demand(intention["kind"] == part_);
    }
    return met_;
  }

  bool statement(const json& statement) {
    while (next()) {
      if (part_ == "by")
        demand(has_speaker(statement, argument()));
      else if (part_ == "content")
        demand(has_content(statement, argument()));
      else if (kForms.count(part_))
        demand(statement["form"] == part_);
      else
        demand(statement["speaker_kind"] == part_);
    }
    return met_;
  }

  bool entity(const json& entity) {
    while (next()) {
      if (is_quote(part_))
        demand(view_->entity_is_called(entity["id"], unquote(part_)));
      else if (is_upper_word(part_, 3))
        demand(has_code(entity, part_));
      else if (contains(part_, ":"))
        demand(entity.value("key", "") == part_);
      else
        demand(entity["kind"] == part_);
    }
    return met_;
  }

  bool place(const json& place) {
    while (next()) {
      if (is_quote(part_))
        demand(has_mention(place, unquote(part_)));
      else if (is_upper_word(part_, 3))
        demand(place.value("country", "") == part_);
      else
        demand(place["precision"] == part_);
    }
    return met_;
  }

  bool time(const json& time) {
    while (next()) {
      if (is_quote(part_))
        demand(view_->words(time["span"]) == unquote(part_));
      else
        demand(time.value("value", "") == part_ || lies_in(part_, time.value("begin", ""), time.value("end", "")));
    }
    return met_;
  }

  bool signal(const json& signal) {
    while (next()) demand(signal["signal"] == part_);
    return met_;
  }

 private:
  bool next() {
    if (at_ == parts_.size()) return false;
    part_ = parts_[at_++];
    return true;
  }

  std::string argument() { return at_ < parts_.size() ? unquote(parts_[at_++]) : std::string(); }

  void demand(bool met) { met_ = met_ && met; }

  static bool contains(const std::string& words, const std::string& part) {
    return words.find(part) != std::string::npos;
  }

  bool event_circumstance(const json& event) {
    if (part_ == "undated")
      demand(!event.contains("time"));
    else if (is_calendar(part_))
      demand(is_dated(event, part_));
    else if (part_ == "nowhere")
      demand(!event.contains("place"));
    else if (part_ == "in")
      demand(is_in(event, argument()));
    else if (part_ == "unsaid")
      demand(event["said_by"].is_null());
    else if (part_ == "said_by")
      demand(has_speaker(view_->find("statements", event["said_by"]), argument()));
    else
      return false;
    return true;
  }

  bool event_content(const json& event) {
    if (part_ == "item")
      demand(has_item(event, argument()));
    else if (kCounts.count(part_))
      demand(counts(event, std::string(part_), argument()));
    else if (part_ == "trigger")
      demand(view_->words(event["trigger"]) == argument());
    else if (part_ == "sentence")
      demand(contains(sentence_of(event), argument()));
    else
      return false;
    return true;
  }

  bool has_party(const json& event, const char* side, const std::string& name) const {
    for (const json& party : event[side])
      if (view_->is_called(party, name)) return true;
    return false;
  }

  static bool is_dated(const json& event, const std::string& calendar) {
    if (!event.contains("time")) return false;
    return lies_in(calendar, event["time"].value("begin", ""), event["time"].value("end", ""));
  }

  bool is_in(const json& event, const std::string& name) const {
    return event.contains("place") && contains(view_->words(event["place"]["span"]), name);
  }

  bool has_item(const json& event, const std::string& name) const {
    for (const json& item : event["items"])
      if (contains(view_->words(item["span"]), name)) return true;
    return false;
  }

  static bool counts(const json& event, const std::string& kind, const std::string& low) {
    return event["counts"].contains(kind) && event["counts"][kind].value("low", -1.0) == std::stod("0" + low);
  }

  std::string sentence_of(const json& event) const {
    return view_->words(view_->list("sentences")[event["sentence"].get<size_t>()]);
  }

  bool has_speaker(const json& statement, const std::string& name) const {
    if (statement.is_null()) return false;
    if (statement.contains("speaker_span") && contains(view_->words(statement["speaker_span"]), name)) return true;
    return statement.contains("speaker") && view_->entity_is_called(statement["speaker"], name);
  }

  bool has_content(const json& statement, const std::string& words) const {
    for (const json& span : statement["content"])
      if (contains(view_->words(span), words)) return true;
    return false;
  }

  bool any_entity(const json& ids, const std::string& name) const {
    for (const json& id : ids)
      if (view_->entity_is_called(id, name)) return true;
    return false;
  }

  bool is_due(const json& intention, const std::string& calendar) const {
    if (!intention.contains("due")) return false;
    const json& time = view_->find("times", intention["due"]);
    return !time.is_null() && lies_in(calendar, time.value("begin", ""), time.value("end", ""));
  }

  bool has_condition(const json& intention, const std::string& words) const {
    for (const json& condition : intention["conditions"])
      if (contains(view_->words(condition["span"]), words)) return true;
    return false;
  }

  bool would_be(const json& intention, const std::string& type) const {
    for (const json& id : intention["would_be"])
      if (view_->find("events", id).value("type", "") == type) return true;
    return false;
  }

  static bool has_code(const json& entity, const std::string& code) {
    if (!entity.contains("codes")) return false;
    for (const json& one : entity["codes"])
      if (one.value("country", "") == code || one.value("sector", "") == code) return true;
    return false;
  }

  bool has_mention(const json& place, const std::string& words) const {
    for (const json& span : place["mentions"])
      if (view_->words(span) == words) return true;
    return false;
  }

  const std::vector<std::string>& parts_;
  const RecordView* view_;
  size_t at_ = 0;
  std::string part_;
  bool met_ = true;
};

struct Subject {
  const char* name;
  const char* list;
  bool (Reader::*check)(const json&);
};

constexpr Subject kSubjects[] = {
    {"event", "events", &Reader::event},
    {"intention", "intentions", &Reader::intention},
    {"statement", "statements", &Reader::statement},
    {"entity", "entities", &Reader::entity},
    {"place", "places", &Reader::place},
    {"time", "times", &Reader::time},
    {"signal", "signals", &Reader::signal},
};

const Subject* find_subject(const std::string& name) {
  for (const Subject& subject : kSubjects)
    if (name == subject.name) return &subject;
  return nullptr;
}

}  // namespace

std::vector<Row> read_rows(const std::filesystem::path& path) {
  std::vector<Row> rows;
  std::ifstream in(path);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number)
    if (!line.empty() && line[0] != '#') rows.push_back(read_row(line, number));
  return rows;
}

void take_known_misses(const std::filesystem::path& path, const std::vector<int>& numbers) {
  const std::set<int> taken(numbers.begin(), numbers.end());
  std::string text;
  std::string line;
  std::ifstream in(path);
  for (int number = 1; std::getline(in, line); ++number)
    text += (taken.count(number) ? line.substr(line.find("known-miss") + 11) : line) + "\n";
  std::ofstream(path) << text;
}

bool holds(const Row& row, const RecordView& view) {
  const Subject* subject = find_subject(row.subject);
  if (subject == nullptr) return false;
  for (const json& one : view.list(subject->list)) {
    Reader reader(row, &view);
    if ((reader.*subject->check)(one)) return !row.negative;
  }
  return row.negative;
}

std::string misspelt(const Row& row) {
  if (find_subject(row.subject) == nullptr) return row.subject;
  for (const std::string& part : row.parts) {
    const bool is_value = is_quote(part) || is_calendar(part) || is_upper_word(part, 3) ||
                          part.find_first_not_of("0123456789") == std::string::npos;
    if (is_value || row.subject == "time" || row.subject == "signal") continue;
    if (!is_word_of(row.subject, part)) return part;
  }
  return {};
}

std::string tell_nearest(const Row& row, const RecordView& view) {
  std::string told;
  if (row.subject == "event") {
    for (const json& event : view.list("events"))
      if (row.parts.empty() || event["type"] == row.parts.front()) told += "\n    " + view.tell_event(event);
  } else if (row.subject == "intention") {
    for (const json& intention : view.list("intentions")) told += "\n    " + view.tell_intention(intention);
  } else if (row.subject == "statement") {
    for (const json& statement : view.list("statements")) told += "\n    " + view.tell_statement(statement);
  }
  return told;
}

}  // namespace verbale::testing
