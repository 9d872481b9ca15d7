// The record of one article, for people: what happened, who says so, and the words that carry it.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "record/document.h"

namespace verbale {

std::string write_account(const Document& doc, const Terminal& terminal);

}  // namespace verbale
