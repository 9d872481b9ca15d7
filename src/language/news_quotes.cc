// Whether a plain mark opens or closes is told by the blanks around it: it closes where it touches the word before.
#include "language/news_quotes.h"

#include <algorithm>
#include <array>

#include "language/unicode.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 15> kDouble = {"“",  "”",  "„",  "‟",  "«", "»",  "「", "」",
                                                      "『", "』", "《", "》", "″", "''", "\""};
constexpr std::array<std::string_view, 7> kSingle = {"‘", "’", "‚", "‛", "‹", "›", "'"};

bool is_double(std::string_view word) { return std::ranges::find(kDouble, word) != kDouble.end(); }
bool is_single(std::string_view word) { return std::ranges::find(kSingle, word) != kSingle.end(); }
bool is_mark(std::string_view word) { return is_double(word) || is_single(word); }

bool starts_upper(std::string_view word) { return !word.empty() && is_upper_case(decode(word, 0).value); }

constexpr std::string_view kApostrophe = "’";

// "n’t" as "n't".
std::string with_plain_apostrophes(std::string_view word) {
  std::string plain;
  for (size_t at = 0; at < word.size();) {
    const bool found = word.substr(at).starts_with(kApostrophe);
    plain += found ? '\'' : word[at];
    at += found ? kApostrophe.size() : 1;
  }
  return plain;
}

bool is_backquote_pair(const Document& doc, TokenId at) {
  return at + 1 < doc.tokens.size() && doc.words(at) == "`" && doc.words(at + 1) == "`" && !doc.tokens[at].space_after;
}

bool touches_before(const Document& doc, TokenId at) {
  return at > 0 && doc.tokens[at - 1].span.end == doc.tokens[at].span.begin && !is_space(doc.words(at - 1));
}

bool touches_after(const Document& doc, TokenId at) {
  return at + 1 < doc.tokens.size() && doc.tokens[at + 1].span.begin == doc.tokens[at].span.end &&
         !is_space(doc.words(at + 1));
}

bool closes(const Document& doc, TokenId at) {
  return is_mark(doc.words(at)) && touches_before(doc, at) && !touches_after(doc, at);
}

TokenId over_space(const Document& doc, TokenId at) {
  while (at < doc.tokens.size() && is_space(doc.words(at))) ++at;
  return at;
}

// Whether a sentence begins here: a capital, perhaps behind an opening mark.
bool begins_sentence(const Document& doc, TokenId at) {
  if (at >= doc.tokens.size()) return false;
  const bool opens = (is_mark(doc.words(at)) || doc.words(at) == "`") && touches_after(doc, at);
  const TokenId word = opens ? (is_backquote_pair(doc, at) ? at + 2 : at + 1) : at;
  return word < doc.tokens.size() && starts_upper(doc.words(word));
}

}  // namespace

void show_plain_quotes(const Document& doc, Lexicon& lexicon, ShownText& shown) {
  for (TokenId at = 0; at < doc.tokens.size(); ++at) {
    const std::string_view word = doc.words(at);
    if (is_backquote_pair(doc, at)) {
      shown[at].lexeme = lexicon.add("\"");
      shown[at + 1].is_shown = false;
      ++at;
    } else if (is_double(word)) {
      shown[at].lexeme = lexicon.add("\"");
    } else if (is_single(word)) {
      shown[at].lexeme = lexicon.add("'");
    } else if (word.find(kApostrophe) != std::string_view::npos) {
      shown[at].lexeme = lexicon.add(with_plain_apostrophes(word));
    }
  }
}

void cut_at_quotes(const Document& doc, ShownText& shown) {
  for (TokenId stop = 1; stop + 1 < doc.tokens.size(); ++stop) {
    if (doc.words(stop) != "." || !touches_before(doc, stop)) continue;
    TokenId next = stop + 1;
    while (next < doc.tokens.size() && closes(doc, next)) ++next;
    const bool behind_mark = next > stop + 1;
    next = over_space(doc, next);
    if (next >= doc.tokens.size() || !begins_sentence(doc, next)) continue;
    if (behind_mark || !starts_upper(doc.words(next))) shown[next].cut_before = true;
  }
}

namespace {

TokenId root_of(const Document& doc, TokenId token) {
  while (doc.tokens[token].head != token) token = doc.tokens[token].head;
  return token;
}

bool governs_any(const Document& doc, TokenId head, TokenId end) {
  for (TokenId at = head + 1; at < end; ++at)
    if (doc.tokens[at].head == head) return true;
  return false;
}

}  // namespace

void give_back_closing_quotes(Document& doc, const Label* punct, std::span<uint8_t> starts,
                              std::span<Analysis> analyses) {
  for (TokenId at = 1; at + 1 < doc.tokens.size(); ++at) {
    if (starts[at] == 0 || !closes(doc, at)) continue;
    TokenId end = at + 1;
    while (end < doc.tokens.size() && starts[end] == 0) ++end;
    if (governs_any(doc, at, end)) continue;
    starts[at] = 0;
    if (at + 1 < end) starts[at + 1] = 1;
    doc.tokens[at].head = root_of(doc, at - 1);
    analyses[at].dep = punct;
  }
}

namespace {

bool asks_or_calls(std::string_view word) { return word == "?" || word == "!"; }

// "…?" in front of a word in lower case.
bool goes_on_behind_question(const Document& doc, TokenId start) {
  if (start < 2 || !is_mark(doc.words(start - 1)) || !asks_or_calls(doc.words(start - 2))) return false;
  const char32_t first = decode(doc.words(start), 0).value;
  return is_alphabetic(first) && !is_upper_case(first);
}

}  // namespace

void join_speech_to_question(Document& doc, const Label* ccomp, std::span<uint8_t> starts,
                             std::span<Analysis> analyses) {
  for (TokenId start = 2; start < doc.tokens.size(); ++start) {
    if (starts[start] == 0 || !goes_on_behind_question(doc, start)) continue;
    const TokenId question = root_of(doc, start - 2), speech = root_of(doc, start);
    if (question == speech || analyses[speech].tag == nullptr || !analyses[speech].tag->text.starts_with("VB"))
      continue;
    starts[start] = 0;
    doc.tokens[question].head = speech;
    analyses[question].dep = ccomp;
  }
}

}  // namespace verbale
