// First the news, then what the article recalls.
#include "cli/account.h"

namespace verbale {

std::string write_account(const Document& doc, const Terminal&) { return std::string(doc.article.title) + "\n"; }

}  // namespace verbale
