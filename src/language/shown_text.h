// The text as the network is shown it: usually the tokens as they are, one long piece. A reading for news (news_*.h)
// shows some tokens in another form, leaves some out, and cuts the text where no sentence goes on.
//
// Texts, offsets and evidence stay the article's own whatever is shown.
#pragma once

#include <span>
#include <vector>

#include "language/tokenizer.h"
#include "record/document.h"

namespace verbale {

struct ShownToken {
  LexemeId lexeme = 0;  // the form that the network sees
  bool space_after = false;
  bool is_shown = true;
  bool cut_before = false;  // a piece begins here: the network sees nothing of what stands before
};

using ShownText = std::vector<ShownToken>;  // one entry per token of the document

// Everything as it is.
void show_as_it_is(std::span<const TextToken> tokens, ShownText& shown);

// The next token from `from` on, or before it, that is shown and in the same piece; kNone when there is none.
TokenId next_shown(const ShownText& shown, TokenId from);
TokenId last_shown_before(const ShownText& shown, TokenId token);

// Where the piece that begins at `begin` ends.
TokenId end_of_shown_piece(const ShownText& shown, TokenId begin);

}  // namespace verbale
