// What the whole engine codes and does not code, in golden cases: what is not an event, and when and where events are.
#include <gtest/gtest.h>

#include "base/calendar.h"
#include "coding/event_reading_test.h"
#include "coding/not_events.h"
#include "record/vocabulary.h"

namespace verbale::testing {
namespace {

std::string names(const Document& doc, const std::vector<Participant>& participants) {
  std::string line;
  for (const Participant& participant : participants) line += " [" + std::string(doc.words(participant.span)) + "]";
  return line;
}

std::string days(const Event& event) {
  if (!event.time || !event.time->begin) return "-";
  std::string line = format_day(*event.time->begin);
  if (event.time->end && event.time->end != event.time->begin) line += "/" + format_day(*event.time->end);
  if (!event.time->reason.empty()) line += " (" + std::string(event.time->reason) + ")";
  return line;
}

std::string in_lower_case(const Document& doc, Span span) {
  std::string line;
  for (const Token& token : doc.tokens)
    if (token.span.overlaps(span)) line += (line.empty() ? "" : " ") + std::string(token.lower);
  return line;
}

TEST(NotEvents, GoldenCases) {
  check_event_cases("not_events.case", [](const Document& doc, const Event& event) {
    return std::vector<std::string>{names(doc, event.actors) + " >" + names(doc, event.recipients) + " " +
                                    std::string(to_label(event.status))};
  });
}

// The bracketed word of each example must give no event.
TEST(NotEvents, ExclusionsReadTheirExamples) {
  EventReader* reader = EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = knowledge().find("topics/exclusions.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    std::string text(table->cell(row, "example"));
    const size_t open = text.find('[');
    const size_t close = text.find(']');
    if (open == std::string::npos || close == std::string::npos) {
      ADD_FAILURE() << table->row_name(row) << " marks no word";
      continue;
    }
    const Span marked{uint32_t(open), uint32_t(close - 1)};
    text.erase(close, 1).erase(open, 1);
    const auto reading = reader->read(text);
    for (const Event& event : reading->doc->events)
      EXPECT_FALSE(event.trigger.overlaps(marked)) << table->row_name(row) << ": " << text << " by " << event.rule;
  }
}

// Each example holds an event that is recalled, by the row's words or, for what a court judges, by the deed.
TEST(Background, CuesReadTheirExamples) {
  EventReader* reader = EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = knowledge().find("status/background.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    bool proven = false;
    for (const Event& event : reading->doc->events)
      for (const Cue& cue : event.cues)
        proven |= event.background && cue.background &&
                  (table->cell(row, "scope") == "for" ||
                   in_lower_case(*reading->doc, cue.span).find(table->cell(row, "phrase")) != std::string::npos);
    EXPECT_TRUE(proven) << table->row_name(row) << ": " << reading->doc->text << events_of(*reading->doc);
  }
}

// Each example holds an intention of the row's kind.
TEST(Intentions, WordsReadTheirExamples) {
  EventReader* reader = EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = knowledge().find("intentions/words.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto reading = reader->read(table->cell(row, "example"));
    bool proven = false;
    for (const Intention& intention : reading->doc->intentions)
      proven |= to_label(intention.kind) == table->cell(row, "kind");
    EXPECT_TRUE(proven) << table->row_name(row) << ": " << reading->doc->text;
  }
}

TEST(Intentions, ThreatsReadTheirExamples) {
  EventReader* reader = EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = knowledge().find("intentions/threats.tsv");
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    std::string text(table->cell(row, "example"));
    std::erase_if(text, [](char c) { return c == '[' || c == ']'; });
    const auto reading = reader->read(text);
    bool proven = false;
    for (const Intention& intention : reading->doc->intentions) proven |= intention.kind == IntentionKind::threat;
    EXPECT_TRUE(proven) << table->row_name(row) << ": " << text;
  }
}

std::string all_of(const Document& doc, const std::vector<EntityId>& entities) {
  std::string line;
  for (EntityId entity : entities) line += " [" + std::string(doc.entities[entity].name) + "]";
  return line;
}

TEST(Intentions, GoldenCases) {
  testing::check_article_cases("intentions.case", [](const Document& doc) {
    std::vector<std::string> lines;
    for (const Intention& intention : doc.intentions) {
      std::string line(to_label(intention.kind));
      line += all_of(doc, intention.by) + " >" + all_of(doc, intention.to) + ": ";
      line += doc.words(intention.content);
      if (intention.due != kNone) line += " | due " + std::string(doc.words(doc.times[intention.due].span));
      for (const Condition& condition : intention.conditions)
        line += " | " + std::string(condition.form) + ": " + std::string(doc.words(condition.span));
      for (EventId event : intention.would_be) line += " | would be " + std::string(doc.events[event].type);
      lines.push_back(line);
    }
    return lines;
  });
}

// Who does what to whom, in sentences of news: the types and modes beyond the examples of the codebook's rows.
TEST(Events, GoldenCases) {
  check_event_cases("events.case", [](const Document& doc, const Event& event) {
    return std::vector<std::string>{(event.mode.empty() ? "" : std::string(event.mode) + " ") +
                                    names(doc, event.actors) + " >" + names(doc, event.recipients) + " " +
                                    std::string(to_label(event.status))};
  });
}

TEST(Circumstances, GoldenCases) {
  check_event_cases("circumstances.case", [](const Document& doc, const Event& event) {
    std::string line = days(event);
    if (event.place) line += " @" + std::string(doc.places[event.place->ref].name);
    if (event.background) line += " background";
    return std::vector<std::string>{line};
  });
}

}  // namespace
}  // namespace verbale::testing
