// Quotation marks for the network: those of every language look like the plain ones that it was trained on, no sentence
// runs over the end of a quotation's sentence, and a closing mark stays with the sentence that it closes.
#pragma once

#include <span>

#include "language/analysis.h"
#include "language/shown_text.h"

namespace verbale {

// requires: spans of tokens
void show_plain_quotes(const Document& doc, Lexicon& lexicon, ShownText& shown);

// Cuts behind `leave."` and before `"The` where a full stop ends the sentence.
// requires: spans of tokens
void cut_at_quotes(const Document& doc, ShownText& shown);

// A sentence that begins with a closing mark gives it to the sentence before.
// requires: heads; starts and analyses have one entry per token
void give_back_closing_quotes(Document& doc, const Label* punct, std::span<uint8_t> starts,
                              std::span<Analysis> analyses);

// A quotation's question and the words that tell who asked it are one sentence: "Will you leave?" the reporter asked.
// requires: as above
void join_speech_to_question(Document& doc, const Label* ccomp, std::span<uint8_t> starts,
                             std::span<Analysis> analyses);

}  // namespace verbale
