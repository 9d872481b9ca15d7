// What a document can answer about itself without knowing any stage.
#include "record/document.h"

#include <algorithm>
#include <cstring>

namespace verbale {

Span Document::subtree_span(TokenId token) const {
  TokenId begin = tokens[token].left_edge;
  TokenId end = tokens[token].right_edge;
  const auto is_edge = [&](TokenId t) { return tokens[t].pos == Pos::punct || tokens[t].pos == Pos::space; };
  while (begin < token && is_edge(begin)) ++begin;
  while (end > token && is_edge(end)) --end;
  return {tokens[begin].span.begin, tokens[end].span.end};
}

std::string_view Document::keep(std::string_view words) {
  if (words.empty()) return {};
  char* copy = static_cast<char*>(arena_.allocate(words.size(), 1));
  std::memcpy(copy, words.data(), words.size());
  return {copy, words.size()};
}

void Document::index_mentions() {
  mention_by_head_.assign(tokens.size(), kNone);
  mention_by_token_.assign(tokens.size(), kNone);
  for (MentionId id = 0; id < mentions.size(); ++id) {
    const Mention& mention = mentions[id];
    if (mention.head != kNone) mention_by_head_[mention.head] = id;
    for (TokenId t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      MentionId& holder = mention_by_token_[t];
      if (holder == kNone || mentions[holder].tokens.size() > mention.tokens.size()) holder = id;
    }
  }
}

bool Document::in_boilerplate(Span span) const {
  return std::any_of(boilerplate.begin(), boilerplate.end(), [&](Span line) { return line.overlaps(span); });
}

}  // namespace verbale
