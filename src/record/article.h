// An article as it comes in: its text, and what its container says about it. ingest/ makes them, engine reads them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"

namespace verbale {

// How a date of the article is known; `none` when it is not.
enum class DateMethod : uint8_t { none, given, jsonld, meta, time_tag, url, dateline, visible_text, feed, warc, inferred };

struct ArticleDate {
  std::string value;      // ISO 8601 to the precision known: "2023-04-20", "2023-04-21T08:10:00Z"
  std::string precision;  // "day", "second", …
  DateMethod method = DateMethod::none;

  bool known() const { return method != DateMethod::none; }
};

enum class NoteKind : uint8_t { cut, guess, encoding, metadata, unsupported_language };

// Something that the reader of the record must know about how it was made.
struct Note {
  NoteKind kind = NoteKind::metadata;
  std::string what;
  std::optional<Span> span;
};

struct Article {
  std::string text;  // UTF-8, valid: whoever decodes replaces what is not, and says so in `notes`
  std::string url;
  std::string title;
  std::vector<std::string> bylines;
  std::string publisher_name;
  std::string publisher_domain;
  std::string origin;         // the agency it was taken from: "Reuters"
  std::string language;       // ISO 639-1; empty until it is known
  std::string kind = "unknown";
  ArticleDate published;
  ArticleDate modified;
  std::vector<Note> notes;
};

}  // namespace verbale
