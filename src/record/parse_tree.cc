// One pass a direction. Tokens are taken in the direction in which an edge moves, so whoever finds an ancestor's edge
// already past itself knows that all higher ones are, too.
#include "record/parse_tree.h"

namespace verbale {
namespace {

void find_edges(std::pmr::vector<Token>& tokens) {
  const auto count = TokenId(tokens.size());
  for (TokenId token = 0; token < count; ++token) tokens[token].left_edge = tokens[token].right_edge = token;
  for (TokenId token = 0; token < count; ++token)
    for (TokenId up = tokens[token].head; tokens[up].left_edge > token; up = tokens[up].head)
      tokens[up].left_edge = token;
  for (TokenId token = count; token-- > 0;)
    for (TokenId up = tokens[token].head; tokens[up].right_edge < token; up = tokens[up].head)
      tokens[up].right_edge = token;
}

// From the last token to the first, so that every list of siblings is in text order.
void find_children(std::pmr::vector<Token>& tokens) {
  for (Token& token : tokens) token.first_child = token.next_sibling = kNone;
  for (auto token = TokenId(tokens.size()); token-- > 0;) {
    Token& parent = tokens[tokens[token].head];
    if (&parent == &tokens[token]) continue;
    tokens[token].next_sibling = parent.first_child;
    parent.first_child = token;
  }
}

}  // namespace

void link_tree(Document& doc) {
  find_edges(doc.tokens);
  find_children(doc.tokens);
}

}  // namespace verbale
