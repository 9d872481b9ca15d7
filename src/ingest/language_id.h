// Which language is this? Only English is read; anything else gets a record that says so and invents nothing.
#pragma once

#include "record/article.h"

namespace verbale {

// Fills article.language, and adds a note `unsupported_language` when the text is not English. A text that is too short
// or too mixed to tell is taken for what its container declared, or else for English.
void identify_language(Article& article);

}  // namespace verbale
