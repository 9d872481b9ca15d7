// A word that was divided at the end of a line stays two tokens, as it stands in the text.
#include "language/news_lines.h"

#include <algorithm>
#include <array>

#include "language/sentences.h"
#include "language/unicode.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 14> kBullets = {"-", "–", "—", "•", "‣", "▪", "■",
                                                       "●", "◦", "○", "·", "*", "►", "⁃"};

bool is_bullet(std::string_view word) { return std::ranges::find(kBullets, word) != kBullets.end(); }
bool is_line_break(std::string_view word) { return is_space(word) && word.find('\n') != std::string_view::npos; }

// "3", "12", "b", "iv"
bool is_ordinal(std::string_view word) {
  if (word.size() == 1 && is_alphabetic(word)) return true;
  if (word.size() <= 2 && is_digit(word)) return true;
  return word.size() <= 4 && word.find_first_not_of("ivx") == std::string_view::npos;
}

class ListMarkers {
 public:
  explicit ListMarkers(const Document& doc) : doc_(doc) {}

  // Behind the marker that begins here; `begin` itself when none does.
  TokenId end_of(TokenId begin) const {
    const TokenId end = end_of_form(begin);
    return end > begin && end < doc_.tokens.size() && stands_apart(end) ? end : begin;
  }

  // Whether nothing of a sentence can go on from the line before.
  bool follows_an_end(TokenId begin) const {
    if (begin < 2) return true;
    const std::string_view before = doc_.words(begin - 2);
    constexpr std::string_view kEnds = ".!?:;,";
    return kEnds.find(before.back()) != std::string_view::npos;
  }

 private:
  bool is(TokenId at, std::string_view word) const { return at < doc_.tokens.size() && doc_.words(at) == word; }

  TokenId end_of_form(TokenId at) const {
    if (is_bullet(doc_.words(at))) return at + 1;
    const bool opens = is(at, "(");
    const TokenId ordinal = opens ? at + 1 : at;
    if (ordinal + 1 >= doc_.tokens.size() || !is_ordinal(doc_.words(ordinal))) return at;
    if (is(ordinal + 1, ")") || (!opens && is_digit(doc_.words(ordinal)) && is(ordinal + 1, "."))) return ordinal + 2;
    return at;
  }

  bool stands_apart(TokenId end) const { return doc_.tokens[end - 1].space_after && !is_space(doc_.words(end)); }

  const Document& doc_;
};

bool may_stand_in_byline(std::string_view word) {
  return is_upper_case(decode(word, 0).value) || word == "and" || word == "," || word == "in" || word == "-";
}

bool begins_line(const Document& doc, TokenId at) { return at == 0 || is_line_break(doc.words(at - 1)); }

}  // namespace

void cut_at_paragraphs(const Document& doc, ShownText& shown) {
  const bool blank_lines = has_blank_lines(doc);
  for (TokenId end = 0; end < doc.tokens.size();) {
    end = end_of_paragraph(doc, end, blank_lines);
    if (end < doc.tokens.size()) shown[end].cut_before = true;
  }
}

void set_list_markers_apart(const Document& doc, ShownText& shown) {
  const ListMarkers markers(doc);
  bool in_list = false;
  for (TokenId at = 0; at < doc.tokens.size(); ++at) {
    if (shown[at].cut_before) in_list = false;
    if (!begins_line(doc, at)) continue;
    const TokenId end = markers.end_of(at);
    if (end == at || !(in_list || at == 0 || shown[at].cut_before || markers.follows_an_end(at))) continue;
    in_list = true;
    shown[at].cut_before = true;
    for (TokenId part = at; part < end; ++part) shown[part].is_shown = false;
  }
}

void set_bylines_apart(const Document& doc, ShownText& shown) {
  constexpr TokenId kBylineTokensMax = 12;
  for (TokenId at = 0; at < doc.tokens.size(); ++at) {
    if (!begins_line(doc, at) || doc.words(at) != "By") continue;
    TokenId end = at + 1;
    while (end < doc.tokens.size() && end <= at + kBylineTokensMax && may_stand_in_byline(doc.words(end))) ++end;
    const bool is_line = end > at + 2 && end + 1 < doc.tokens.size() && is_line_break(doc.words(end));
    if (is_line) shown[at].cut_before = shown[end + 1].cut_before = true;
  }
}

void unwrap_lines(const Document& doc, ShownText& shown) {
  for (TokenId at = 1; at < doc.tokens.size(); ++at) {
    if (!is_line_break(doc.words(at)) || shown[at].cut_before) continue;
    const TokenId before = last_shown_before(shown, at);
    if (before == kNone) continue;
    shown[at].is_shown = false;
    shown[before].space_after = at + 1 < doc.tokens.size() && !shown[at + 1].cut_before;
  }
}

}  // namespace verbale
