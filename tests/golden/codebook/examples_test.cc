// Every row of the codebook proves itself: its example, read by the whole engine, gives an event by that row, between the
// actor and the recipient that the example marks: "[A The minister] visited [R Turkey] on Monday."
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "coding/codebook.h"
#include "engine.h"
#include "record/document.h"

namespace verbale {
namespace {

struct MarkedExample {
  std::string text;
  std::vector<Span> actors;
  std::vector<Span> recipients;
};

// Takes the marks out, and keeps where they stood.
MarkedExample read_marks(std::string_view example) {
  MarkedExample marked;
  for (size_t at = 0; at < example.size();) {
    const bool opens = example[at] == '[' && at + 2 < example.size() && example[at + 2] == ' ';
    if (!opens) {
      marked.text += example[at++];
      continue;
    }
    const size_t close = example.find(']', at);
    const std::string_view words = example.substr(at + 3, close - at - 3);
    const Span span{uint32_t(marked.text.size()), uint32_t(marked.text.size() + words.size())};
    (example[at + 1] == 'A' ? marked.actors : marked.recipients).push_back(span);
    marked.text += words;
    at = close + 1;
  }
  return marked;
}

bool stand_in(const std::vector<Participant>& participants, const std::vector<Span>& marks) {
  for (Span mark : marks) {
    bool found = false;
    for (const Participant& participant : participants) found |= participant.span.overlaps(mark);
    if (!found) return false;
  }
  return marks.empty() || !participants.empty();
}

std::string describe(const Document& doc) {
  std::string events;
  for (const Event& event : doc.events) {
    events += "\n  " + std::string(event.rule) + " " + std::string(event.type) + " " + std::string(event.mode) + " by";
    for (const Participant& actor : event.actors) events += " [" + std::string(doc.words(actor.span)) + "]";
    events += " to";
    for (const Participant& recipient : event.recipients) events += " [" + std::string(doc.words(recipient.span)) + "]";
  }
  return events.empty() ? "\n  no event" : events;
}

TEST(CodebookExamples, EveryRowGivesItsEvent) {
  Result<Engine> engine = Engine::open({.packs = VERBALE_BUILD "/packs", .overlays = {}});
  ASSERT_TRUE(engine) << engine.error().what();
  Engine::Worker worker(*engine);
  Result<Codebook> codebook = Codebook::open(engine->knowledge());
  ASSERT_TRUE(codebook) << codebook.error().what();
  ASSERT_GE(codebook->rows().size(), 600u);

  for (const CodebookRow* row : codebook->rows()) {
    const MarkedExample marked = read_marks(row->example);
    Article article;
    article.text = marked.text;
    Document doc(article);
    engine->read(doc, worker);
    bool proven = false;
    for (const Event& event : doc.events)
      proven |= event.rule == row->name && stand_in(event.actors, marked.actors) && stand_in(event.recipients, marked.recipients);
    EXPECT_TRUE(proven) << row->name << ": " << row->example << describe(doc);
  }
}

}  // namespace
}  // namespace verbale
