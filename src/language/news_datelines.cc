// What stands behind the dash must begin as a sentence does: "NATO — the alliance — said" has no dateline.
#include "language/news_datelines.h"

#include "language/unicode.h"
#include "record/dateline_form.h"

namespace verbale {
namespace {

constexpr int kPiecesTried = 6;
constexpr size_t kPlaceBytesMin = 4;  // shorter words in capitals are acronyms

bool is_plain(const Document& doc, const DatelineForm& form) {
  if (doc.words(form.dash()) == ":") return false;
  if (!form.is_bare()) return true;
  for (TokenId at = form.place.begin; at < form.place.end; ++at)
    if (!is_in_capitals(doc.words(at)) && doc.words(at) != ",") return false;
  return doc.words(form.place.begin).size() >= kPlaceBytesMin;
}

bool begins_sentence(const Document& doc, TokenId at) {
  while (at < doc.tokens.size() && is_punctuation(doc.words(at))) ++at;
  return at < doc.tokens.size() && (is_upper_case(decode(doc.words(at), 0).value) || is_digit(doc.words(at)));
}

// "SAO PAULO" as "Sao Paulo".
std::string as_name(std::string_view lower) {
  std::string name(lower);
  if (!name.empty() && name.front() >= 'a' && name.front() <= 'z') name.front() = char(name.front() - 'a' + 'A');
  return name;
}

void cut(const Document& doc, const DatelineForm& form, Lexicon& lexicon, ShownText& shown) {
  shown[form.dash() + 1].cut_before = true;
  for (TokenId at = form.place.begin; at < form.place.end; ++at)
    if (is_in_capitals(doc.words(at)) && doc.words(at).size() >= kPlaceBytesMin)
      shown[at].lexeme = lexicon.add(as_name(doc.tokens[at].lower));
}

}  // namespace

void set_datelines_apart(const Document& doc, Lexicon& lexicon, ShownText& shown) {
  int pieces = 0;
  for (TokenId at = 0; at < doc.tokens.size() && pieces < kPiecesTried; ++at) {
    if (at > 0 && !shown[at].cut_before) continue;
    ++pieces;
    const auto form = read_dateline_form(doc, at);
    if (!form || !is_plain(doc, *form) || !begins_sentence(doc, form->dash() + 1)) continue;
    cut(doc, *form, lexicon, shown);
    return;
  }
}

}  // namespace verbale
