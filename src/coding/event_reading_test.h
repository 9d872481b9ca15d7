// What the tests of items, counts and contexts share: the whole engine, because what goes with an event needs events,
// and golden files of it.
#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "coding/reading_test.h"
#include "engine.h"

namespace verbale::testing {

class EventReader {
 public:
  // Null where the packs of the build are not made.
  static EventReader* instance() {
    static std::unique_ptr<EventReader> reader = open();
    return reader.get();
  }

  std::unique_ptr<Reading> read(std::string_view text, const std::string& published = "2024-03-04") {
    auto reading = std::make_unique<Reading>();
    reading->article.text = text;
    reading->article.published = {published, "day", DateMethod::given};
    reading->doc = std::make_unique<Document>(reading->article);
    engine_.read(*reading->doc, worker_);
    return reading;
  }

 private:
  explicit EventReader(Engine engine) : engine_(std::move(engine)), worker_(engine_) {}

  static std::unique_ptr<EventReader> open() {
    Result<Engine> engine = Engine::open({.packs = VERBALE_BUILD "/packs", .overlays = {}});
    EXPECT_TRUE(engine) << engine.error().what();
    return engine ? std::unique_ptr<EventReader>(new EventReader(*std::move(engine))) : nullptr;
  }

  Engine engine_;
  Engine::Worker worker_;
};

// Runs every case of a golden file; `describe` gives what an article holds, a line each.
inline void check_article_cases(const std::string& file,
                                const std::function<std::vector<std::string>(const Document&)>& describe) {
  EventReader* reader = EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const std::filesystem::path path = std::string(VERBALE_ROOT "/tests/golden/coding/") + file;
  const std::vector<Case> cases = read_cases(path);
  EXPECT_GE(cases.size(), 20u);
  const bool update = std::getenv("VERBALE_GOLDEN_UPDATE") != nullptr;
  std::vector<std::vector<std::string>> all;
  for (const Case& golden : cases) {
    const std::unique_ptr<Reading> reading = reader->read(golden.text);
    std::vector<std::string> lines = describe(*reading->doc);
    if (!update) {
      EXPECT_EQ(lines, golden.expected) << path.string() << ":" << golden.line << ": " << golden.title;
    }
    all.push_back(std::move(lines));
  }
  if (update) rewrite_cases(path, all);
}

// The same for what goes with one event.
inline void check_event_cases(const std::string& file,
                              const std::function<std::vector<std::string>(const Document&, const Event&)>& describe) {
  check_article_cases(file, [&](const Document& doc) {
    std::vector<std::string> lines;
    for (const Event& event : doc.events)
      for (const std::string& line : describe(doc, event))
        lines.push_back(std::string(event.type) + " " + std::string(doc.words(event.trigger)) + ": " + line);
    return lines;
  });
}

// What the engine found, for the message of a test that failed.
inline std::string events_of(const Document& doc) {
  std::string events;
  for (const Event& event : doc.events) {
    events += "\n  " + std::string(event.type) + " " + std::string(doc.words(event.trigger)) + ":";
    for (const Item& item : event.items)
      events += " {" + std::string(item.item) + " " + std::string(item.category) + "}";
    for (const Count& count : event.counts) events += " #" + std::string(doc.words(count.span));
    for (const Context& context : event.contexts) events += " " + std::string(context.name);
  }
  return events.empty() ? "\n  no event" : events;
}

}  // namespace verbale::testing
