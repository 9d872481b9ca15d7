// A title may be one noun or several ("secretary of state"), before the name or explained by it.
#include "resolve/mention_titles.h"

#include <algorithm>

namespace verbale {

TokenRange MentionTitles::tokens_of(const Piece& piece) const {
  return {scan_.words[piece.begin].token, scan_.words[piece.end - 1].token + 1};
}

void MentionTitles::take_title(Candidate& found) const {
  const Token& head = token(found.head);
  if (head.dep == Dep::appos && head.head < found.name.begin && agent_at(head.head)) {
    found.tokens.begin = left_of(head.head, head.head);
    found.head = head.head;
    return;
  }
  if (found.tokens.begin != found.name.begin || found.name.begin == 0) return;
  if (token(found.name.begin - 1).pos == Pos::verb) return;  // "convicted Smith"
  const auto agent = agent_at(found.name.begin - 1);
  if (agent && agent->agent->kind == "person")
    found.tokens.begin = left_of(found.name.begin - 1, tokens_of(*agent).begin);
}

std::optional<Piece> MentionTitles::title_piece(const Candidate& found) const {
  std::optional<Piece> title;
  for (TokenId t = found.tokens.begin; t < found.name.begin; ++t)
    if (auto agent = agent_at(t)) title = agent;
  return title;
}

std::optional<Piece> MentionTitles::agent_at(TokenId t) const {
  const uint32_t begin = scan_.word_of_token[t];
  const uint32_t end = scan_.word_of_token[t + 1];
  if (begin == end || scan_.name_of_token[t] != kNone) return std::nullopt;
  if (const Piece* phrase = agent_phrase_over(begin)) {
    if (head_of(tokens_of(*phrase)) != t) return std::nullopt;
    return *phrase;
  }
  const uint32_t first = scan_.word_of_token[doc_.sentences[token(t).sentence].tokens.begin];
  return agent_ending_at(tables_, scan_.words, end - 1, first);
}

// "secretary of state": its head is not its last word.
const Piece* MentionTitles::agent_phrase_over(uint32_t word) const {
  const auto piece = std::partition_point(scan_.pieces.begin(), scan_.pieces.end(),
                                          [&](const Piece& before) { return before.end <= word; });
  const bool is_over = piece != scan_.pieces.end() && piece->begin <= word && piece->agent;
  return is_over && piece->agent->phrase.find(" of ") != std::string::npos ? &*piece : nullptr;
}

char MentionTitles::gender_by_title(const Candidate& found) const {
  for (TokenId t = found.tokens.begin; t < found.name.begin; ++t) {
    const std::string_view lower = token(t).lower;
    if (lower == "mr" || lower == "mr." || lower == "sir" || lower == "lord") return 'm';
    if (lower == "mrs" || lower == "mrs." || lower == "ms" || lower == "ms." || lower == "lady") return 'f';
    const Reference* noun = tables_.find_reference(lower);
    if (noun && noun->gender) return noun->gender;
  }
  if (found.name.size() < 2) return 0;
  return tables_.gender_of_given_name(scan_.words[scan_.word_of_token[found.name.begin]].folded);
}

bool MentionTitles::is_definite(const Candidate& found) const {
  for (TokenId t = found.tokens.begin; t < found.head; ++t) {
    const Token& word = token(t);
    if (word.head == found.head && word.dep == Dep::poss) return true;
    if (word.dep == Dep::det && word.head == found.head)
      return word.lower == "the" || word.lower == "this" || word.lower == "that" || word.lower == "these" ||
             word.lower == "those" || word.lower == "both";
  }
  return false;
}

std::string MentionTitles::modifiers_of(const Candidate& found, const std::optional<Piece>& agent) const {
  std::vector<std::string> words;
  for (TokenId t = found.tokens.begin; t < found.head; ++t) {
    const Token& word = token(t);
    if (word.pos == Pos::det || word.pos == Pos::punct || word.tag == "POS") continue;
    if (agent && tokens_of(*agent).contains(t)) continue;
    words.emplace_back(word.lower);
  }
  std::sort(words.begin(), words.end());
  std::string joined;
  for (const std::string& word : words) joined += word + " ";
  return joined;
}

}  // namespace verbale
