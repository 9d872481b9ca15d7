// What a careful reader finds in a sample, a line each, in files NN.rows:
//
//   event CONSULT visit happened "Lindholm" -> "Moldova" 2024-05-16 in "Moldova" said_by "officials"
//   no event ASSAULT happened trigger "bombs"
//   known-miss intention precondition by "Denmark" to "Moldova" content "reform"
//   statement direct by "Munteanu" content "We have never asked"
//   entity "Karen Lindholm" person DNK
//   no place "Transnistria"
//   time "Thursday" 2024-05-16
//   signal methods.not_verified
//
// A row holds when one thing of the record has everything that the row says; what it does not say may be anything. "no"
// turns that round. A known miss is a row that should hold and does not yet.
//
// event: type, mode, status, background or reported, actors -> recipients ("nobody" for none), a day, month, year or
//   begin..end ("undated" for none), in "place" ("nowhere"), said_by "speaker" ("unsaid"), item "words", a kind of
//   count with its lower bound, trigger "word", sentence "words of it".
// intention: kind, by, to, content, due, condition, would_be TYPE. statement: form, kind of speaker, by, content.
// entity: a name or mention, kind, codes, key. place: words, country, precision. time: words, value.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "golden/samples/record_view.h"

namespace verbale::testing {

struct Row {
  std::string line;  // as it is written, without "known-miss"
  bool known_miss = false;
  bool negative = false;
  std::string subject;             // "event", "intention", …
  std::vector<std::string> parts;  // what follows; quoted parts keep their opening quotation mark
  int number = 0;
};

// Empty when the file cannot be read.
std::vector<Row> read_rows(const std::filesystem::path& path);

// Rewrites the file with "known-miss" taken from the rows of these numbers.
void take_known_misses(const std::filesystem::path& path, const std::vector<int>& numbers);

bool holds(const Row& row, const RecordView& view);

// The first part that no row of its kind may have; empty when all are understood.
std::string misspelt(const Row& row);

// What the record has of the row's kind, to compare by eye.
std::string tell_nearest(const Row& row, const RecordView& view);

}  // namespace verbale::testing
