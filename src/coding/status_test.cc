// Every row of the status tables proves itself: the bracketed event of its example has the row's status. Golden cases
// (tests/golden/coding/status.case) hold what only the tree can tell.
#include "coding/status.h"

#include <gtest/gtest.h>

#include "coding/reading_test.h"
#include "record/vocabulary.h"

namespace verbale::testing {
namespace {

const StatusTables& tables() {
  static const Result<StatusTables> tables = StatusTables::open(knowledge());
  EXPECT_TRUE(tables) << tables.error().what();
  return *tables;
}

// A text whose events stand in brackets, without the brackets.
struct Marked {
  std::string text;
  std::vector<Span> events;
};

Marked read_marks(std::string_view example) {
  Marked marked;
  for (char letter : example) {
    if (letter == '[')
      marked.events.push_back({uint32_t(marked.text.size()), 0});
    else if (letter == ']')
      marked.events.back().end = uint32_t(marked.text.size());
    else
      marked.text += letter;
  }
  return marked;
}

const ArgumentWords& argument_words() {
  static const Result<ArgumentWords> words = ArgumentWords::open(knowledge());
  EXPECT_TRUE(words) << words.error().what();
  return *words;
}

StatusReading status_at(const Document& doc, Span event) {
  for (TokenId t = 0; t < doc.tokens.size(); ++t) {
    if (!doc.tokens[t].span.overlaps(event)) continue;
    const PredicateIndex index(doc, argument_words());
    Predicate bare;
    bare.head = t;
    bare.kind = is_verb(doc.tokens[t]) ? PredicateKind::verb : PredicateKind::noun;
    const Predicate* known = index.headed_by(t);
    return tables().read(doc, known != nullptr ? *known : bare);
  }
  ADD_FAILURE() << "nothing is marked in: " << doc.text;
  return {};
}

void check_examples(const char* file, size_t rows_min) {
  Reader* reader = Reader::instance();
  if (reader == nullptr) GTEST_SKIP() << "the English package is not unpacked in assets/";
  const Table* table = knowledge().find(file);
  ASSERT_NE(table, nullptr);
  EXPECT_GE(table->rows(), rows_min);
  for (size_t row = 0; row < table->rows(); ++row) {
    const Marked marked = read_marks(table->cell(row, "example"));
    ASSERT_FALSE(marked.events.empty()) << table->row_name(row) << " marks no event";
    const auto reading = reader->read(marked.text);
    std::string_view expected = table->cell(row, "status");
    if (expected == "transparent" || expected == "ended") expected = "happened";
    for (Span event : marked.events)
      EXPECT_EQ(to_label(status_at(*reading->doc, event).status), expected)
          << table->row_name(row) << ": " << table->cell(row, "example");
  }
}

TEST(StatusTables, EmbeddingsReadTheirExamples) { check_examples("status/embeddings.tsv", 400); }
TEST(StatusTables, ModalsReadTheirExamples) { check_examples("status/modals.tsv", 10); }
TEST(StatusTables, AdverbsReadTheirExamples) { check_examples("status/adverbs.tsv", 15); }
TEST(StatusTables, ModifiersReadTheirExamples) { check_examples("status/modifiers.tsv", 25); }

// Each line: the marked event, its status, and the words that made it so.
TEST(Status, GoldenCases) {
  check_cases("status.case", [](const Document& doc) {
    std::vector<std::string> lines;
    const PredicateIndex index(doc, argument_words());
    for (const Predicate& predicate : index.all()) {
      const StatusReading reading = tables().read(doc, predicate);
      if (reading.status == EventStatus::happened) continue;
      std::string line = std::string(doc.words(predicate.head)) + ": " + std::string(to_label(reading.status)) + " by";
      line += " [" + std::string(doc.words(reading.cues.back().span)) + "]";
      lines.push_back(line);
    }
    return lines;
  });
}

}  // namespace
}  // namespace verbale::testing
