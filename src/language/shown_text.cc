// Pieces are told by their first tokens alone, so that a step can cut without knowing what others cut.
#include "language/shown_text.h"

namespace verbale {

void show_as_it_is(std::span<const TextToken> tokens, ShownText& shown) {
  shown.clear();
  for (const TextToken& token : tokens) shown.push_back({.lexeme = token.lexeme, .space_after = token.space_after});
}

TokenId next_shown(const ShownText& shown, TokenId from) {
  for (TokenId at = from; at < shown.size(); ++at) {
    if (at > from && shown[at].cut_before) return kNone;
    if (shown[at].is_shown) return at;
  }
  return kNone;
}

TokenId last_shown_before(const ShownText& shown, TokenId token) {
  for (TokenId at = token; at > 0 && !shown[at].cut_before; --at)
    if (shown[at - 1].is_shown) return at - 1;
  return kNone;
}

TokenId end_of_shown_piece(const ShownText& shown, TokenId begin) {
  TokenId end = begin + 1;
  while (end < shown.size() && !shown[end].cut_before) ++end;
  return end;
}

}  // namespace verbale
