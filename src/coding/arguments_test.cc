// Who is found in which slot: the tables of data/arguments by their examples, and events with their parties in golden
// cases.
#include <gtest/gtest.h>

#include <algorithm>

#include "coding/event_reading_test.h"
#include "coding/participants.h"
#include "coding/parties.h"
#include "coding/predicates.h"

namespace verbale::testing {
namespace {

const ArgumentWords& argument_words() {
  static const Result<ArgumentWords> words = ArgumentWords::open(knowledge());
  EXPECT_TRUE(words) << words.error().what();
  return *words;
}

// "The [ministers] held <talks>.": the word in question, and what must be found for it.
struct Example {
  std::string text;
  Span word;
  Span found;

  explicit Example(std::string_view marked) {
    for (char letter : marked) {
      const auto at = uint32_t(text.size());
      if (letter == '<')
        word.begin = at;
      else if (letter == '>')
        word.end = at;
      else if (letter == '[')
        found.begin = at;
      else if (letter == ']')
        found.end = at;
      else
        text += letter;
    }
  }
};

TokenId token_in(const Document& doc, Span span) {
  TokenId last = kNone;
  for (TokenId token = 0; token < doc.tokens.size(); ++token)
    if (doc.tokens[token].span.overlaps(span)) last = token;
  return last;
}

// `finds` is true when the marked word leads to the marked find.
template <class Finds>
void check_examples(const char* file, Finds&& finds) {
  EventReader* reader = EventReader::instance();
  ASSERT_NE(reader, nullptr);
  const Table* table = knowledge().find(file);
  ASSERT_NE(table, nullptr);
  for (size_t row = 0; row < table->rows(); ++row) {
    const Example example(table->cell(row, "example"));
    const auto reading = reader->read(example.text);
    const Document& doc = *reading->doc;
    const TokenId word = token_in(doc, example.word);
    ASSERT_NE(word, kNone) << table->row_name(row);
    EXPECT_TRUE(finds(doc, word, token_in(doc, example.found))) << table->row_name(row) << ": " << example.text;
  }
}

bool has_argument(const Document& doc, TokenId noun, TokenId wanted, bool subject) {
  const PredicateIndex index(doc, argument_words());
  const Predicate* predicate = index.headed_by(noun);
  if (predicate == nullptr || predicate->carrier == kNone) return false;
  for (const Argument& argument : predicate->arguments)
    if (argument.head == wanted && (argument.slot == Slot::subject) == subject && argument.inherited) return true;
  return false;
}

TEST(ArgumentTables, LightVerbsLendTheirSubject) {
  check_examples("arguments/light_verbs.tsv", [](const Document& doc, TokenId noun, TokenId subject) {
    return has_argument(doc, noun, subject, true);
  });
}

TEST(ArgumentTables, OccurrencesLendTheirPhrases) {
  check_examples("arguments/occurrences.tsv", [](const Document& doc, TokenId noun, TokenId place) {
    return has_argument(doc, noun, place, false);
  });
}

bool takes_subject(const Document& doc, TokenId head, TokenId subject) {
  const PredicateIndex index(doc, argument_words());
  const Predicate* predicate = index.headed_by(head);
  const auto is_lent = [&](const Argument& argument) {
    return argument.slot == Slot::subject && argument.head == subject && argument.inherited;
  };
  return predicate != nullptr && std::any_of(predicate->arguments.begin(), predicate->arguments.end(), is_lent);
}

TEST(ArgumentTables, JourneysLendTheirTraveller) { check_examples("arguments/journeys.tsv", takes_subject); }
TEST(ArgumentTables, WhoIsAskedActsBelow) { check_examples("arguments/askers.tsv", takes_subject); }

TEST(ArgumentTables, MeasuresCountWhatFollows) {
  check_examples("arguments/measures.tsv", [](const Document& doc, TokenId measure, TokenId counted) {
    return argument_words().counted_noun(doc, measure) == counted;
  });
}

TEST(ArgumentTables, InstrumentsStandForTheirOwner) {
  check_examples("arguments/instruments.tsv", [](const Document& doc, TokenId instrument, TokenId owner) {
    const auto named = participants_named(doc, argument_words(), instrument);
    return named.size() == 1 && named.front().span.overlaps(doc.tokens[owner].span);
  });
}

bool says_what_its_author_says(const Document& doc, TokenId document, TokenId author) {
  const PredicateIndex index(doc, argument_words());
  const Predicate* saying = index.headed_by(first_child(doc, document, Dep::acl));
  if (saying == nullptr) return false;
  for (const Argument& subject : saying->with(Slot::subject))
    if (subject.head == author) return true;
  return false;
}

TEST(ArgumentTables, DocumentsSayWhatTheirAuthorsSay) {
  check_examples("arguments/documents.tsv", says_what_its_author_says);
  check_examples("arguments/issuing.tsv", says_what_its_author_says);
}

TEST(ArgumentTables, SharedThingsNameTheOther) {
  check_examples("arguments/shared.tsv", [](const Document& doc, TokenId noun, TokenId other) {
    const PredicateIndex index(doc, argument_words());
    const auto parties = parties_behind(doc, index, noun);
    return parties.size() == 1 && parties.front().span.overlaps(doc.tokens[other].span);
  });
}

std::string names(const Document& doc, const std::vector<Participant>& participants) {
  std::string line;
  for (const Participant& participant : participants) line += "[" + std::string(doc.words(participant.span)) + "] ";
  return line;
}

// Each line: type and trigger, then who acts > whom it concerns.
TEST(Participants, GoldenCases) {
  check_event_cases("participants.case", [](const Document& doc, const Event& event) {
    return std::vector<std::string>{names(doc, event.actors) + "> " + names(doc, event.recipients)};
  });
}

}  // namespace
}  // namespace verbale::testing
