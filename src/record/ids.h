// Identifiers that depend on content alone: the same article gives the same ids on every machine and in every run.
//
// `a_…` names an article by its text and address; `v_…` names an event by its article, type, trigger and participants.
// Twelve characters of Crockford's base 32 are 60 bits: among twenty million events a clash has odds of 1 : 5,000.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/document.h"

namespace verbale {

// The SHA-256 of the bytes, in lower-case hexadecimal.
std::string sha256_hex(std::string_view bytes);

// The prefix, "_", and twelve characters that only `content` decides: "a_7Q2M4KX9T0BC".
std::string content_id(char prefix, std::string_view content);

struct ArticleIds {
  std::string sha256;  // of article.text
  std::string article;
};

ArticleIds article_ids(const Article& article);

struct RecordIds : ArticleIds {
  std::vector<std::string> events;  // one for each of doc.events, unique within the article
};

RecordIds record_ids(const Document& doc);

}  // namespace verbale
