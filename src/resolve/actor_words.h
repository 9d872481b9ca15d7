// The words and lines of an article as the search for actors reads them (actor_scan.cc).
#pragma once

#include <string_view>
#include <vector>

#include "resolve/actor_scan.h"

namespace verbale {

// "DATE", "MONEY", …: what the tagger marks that names nobody.
bool is_measure(std::string_view name_type);

// Fills words and word_of_token.
void fold_tokens(const Document& doc, ActorScan& scan);

// Sentences, cut at line breaks: no name goes from a headline into the text.
std::vector<TokenRange> split_lines(const Document& doc);

// A line in capitals, where the tagger sees names everywhere.
bool is_shouted(const Document& doc, const ActorScan& scan, TokenRange line);

}  // namespace verbale
