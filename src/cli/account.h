// The record of one article, for people: what happened, who says so, and the words that carry it.
//
//   Phrases phrases(engine.knowledge());
//   std::string text = write_account(doc, phrases, describe_terminal(STDOUT_FILENO));
//
// What the article reports comes first, what it recalls after it; then promises, statements, signals, and what stayed
// open.
#pragma once

#include <string>

#include "cli/phrases.h"
#include "cli/terminal.h"
#include "record/document.h"

namespace verbale {

std::string write_account(const Document& doc, const Phrases& phrases, const Terminal& terminal);

}  // namespace verbale
