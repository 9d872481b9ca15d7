// The body is asked once, and only when there is a headline at all.
#include "language/news_headlines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>

#include "language/unicode.h"

namespace verbale {
namespace {

constexpr uint32_t kHeadlineTokensMax = 40;
constexpr uint32_t kCapitalWordsMin = 3;
constexpr uint32_t kTitleWordsMin = 4;
constexpr size_t kLongWord = 4;  // code units from which a word in a title is capitalised

enum class CaseStyle : uint8_t { sentence, title, capitals };

bool has_letters(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    if (is_alphabetic(c.value)) return true;
    at += c.size;
  }
  return false;
}
bool starts_upper(std::string_view word) { return !word.empty() && is_upper_case(decode(word, 0).value); }

bool is_in_capitals(const Document& doc, TokenId at) {
  const std::string_view word = doc.words(at);
  for (size_t byte = 0; byte < word.size();) {
    const CodePoint c = decode(word, byte);
    if (is_alphabetic(c.value) && !is_upper_case(c.value)) return false;
    byte += c.size;
  }
  return has_letters(word);
}

// How the words of a piece are written, as counts.
struct Writing {
  uint32_t words = 0;
  uint32_t in_capitals = 0, long_in_capitals = 0;
  uint32_t capitalised = 0;
  uint32_t long_words = 0, long_lower = 0;

  bool is_capitals() const { return words >= kCapitalWordsMin && in_capitals == words && long_in_capitals > 1; }
  bool is_title() const {
    return words >= kTitleWordsMin && long_lower == 0 && capitalised > in_capitals && 3 * capitalised >= 2 * words;
  }
};

Writing writing_of(const Document& doc, TokenRange range) {
  Writing writing;
  for (TokenId at = range.begin; at < range.end; ++at) {
    const std::string_view word = doc.words(at);
    if (!has_letters(word)) continue;
    const bool is_long = word.size() >= kLongWord;
    const bool capitals = is_in_capitals(doc, at) && word.size() > 1;
    ++writing.words;
    writing.in_capitals += capitals || word.size() == 1 ? 1 : 0;
    writing.long_in_capitals += capitals && is_long ? 1 : 0;
    writing.capitalised += starts_upper(word) ? 1 : 0;
    writing.long_words += is_long ? 1 : 0;
    writing.long_lower += is_long && !starts_upper(word) ? 1 : 0;
  }
  return writing;
}

bool ends_with_full_stop(const Document& doc, TokenRange range) {
  while (range.end > range.begin && is_space(doc.words(range.end - 1))) --range.end;
  return range.size() > 0 && doc.words(range.end - 1) == ".";
}

CaseStyle style_of(const Document& doc, TokenRange range) {
  if (range.size() > kHeadlineTokensMax) return CaseStyle::sentence;
  const Writing writing = writing_of(doc, range);
  if (writing.is_capitals()) return CaseStyle::capitals;
  return writing.is_title() && !ends_with_full_stop(doc, range) ? CaseStyle::title : CaseStyle::sentence;
}

struct Headline {
  TokenRange tokens;
  CaseStyle style = CaseStyle::title;
};

// How the article's body writes a word within its sentences.
struct Written {
  uint32_t lower = 0;
  uint32_t capitalised = 0;
  std::string_view form;  // as it is first capitalised
};

class Body {
 public:
  Body(const Document& doc, const ShownText& shown, std::span<const Headline> headlines) : doc_(doc) {
    size_t next = 0;
    for (TokenId at = 0; at < doc.tokens.size(); ++at) {
      while (next < headlines.size() && headlines[next].tokens.end <= at) ++next;
      if (next < headlines.size() && headlines[next].tokens.contains(at)) continue;
      if (is_within_sentence(shown, at)) note(at);
    }
  }

  const Written* find(std::string_view lower) const {
    const auto found = words_.find(lower);
    return found == words_.end() ? nullptr : &found->second;
  }

 private:
  bool is_within_sentence(const ShownText& shown, TokenId at) const {
    if (!has_letters(doc_.words(at))) return false;
    const TokenId before = last_shown_before(shown, at);
    return before != kNone && (has_letters(doc_.words(before)) || doc_.words(before) == ",");
  }

  void note(TokenId at) {
    Written& written = words_[doc_.tokens[at].lower];
    if (!starts_upper(doc_.words(at))) {
      ++written.lower;
      return;
    }
    if (written.capitalised++ == 0) written.form = doc_.words(at);
  }

  const Document& doc_;
  std::unordered_map<std::string_view, Written> words_;
};

std::string capitalise(std::string_view lower) {
  std::string word(lower);
  if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') word.front() = char(word.front() - 'a' + 'A');
  return word;
}

class Rewriter {
 public:
  Rewriter(const Document& doc, const WordKnowledge& words, const Body& body) : doc_(doc), words_(words), body_(body) {}

  // Calls put(token, form) for each word that is written otherwise within a sentence.
  template <class Put>
  void rewrite(const Headline& headline, Put&& put) const {
    bool is_first = true;
    for (TokenId at = headline.tokens.begin; at < headline.tokens.end;) {
      const auto name = known_name(at, headline.tokens.end);
      if (name.size() > 1) {
        for (size_t word = 0; word < name.size(); ++word) put(TokenId(at + word), std::string(name[word]));
        at += TokenId(name.size());
        is_first = false;
        continue;
      }
      if (has_letters(doc_.words(at))) {
        std::string form = form_of(at, headline, name);
        put(at, is_first ? capitalise(form) : std::move(form));
        is_first = false;
      }
      ++at;
    }
  }

 private:
  std::span<const std::string_view> known_name(TokenId at, TokenId end) const {
    constexpr TokenId kWordsMax = 6;
    std::array<std::string_view, kWordsMax> lower;
    const TokenId count = std::min(end - at, kWordsMax);
    for (TokenId word = 0; word < count; ++word) lower[word] = doc_.tokens[at + word].lower;
    return words_.names.find(std::span(lower).first(count));
  }

  std::string form_of(TokenId at, const Headline& headline, std::span<const std::string_view> name) const {
    const std::string_view lower = doc_.tokens[at].lower;
    const bool capitals = headline.style == CaseStyle::capitals;
    if (capitals && !starts_upper(doc_.words(at))) return std::string(lower);  // "'S", "4TH"
    if (!capitals && (!starts_upper(doc_.words(at)) || is_acronym(at))) return std::string(doc_.words(at));
    if (const Written* written = body_.find(lower))
      return std::string(written->lower >= written->capitalised ? lower : written->form);
    if (words_.names.is_small_word(lower) && !(is_month(lower) && dates(at, headline.tokens)))
      return std::string(lower);
    if (!name.empty()) return std::string(name.front());
    if (words_.names.is_common_noun(lower) || words_.lemmatizer.knows(lower)) return std::string(lower);
    if (!capitals) return std::string(doc_.words(at));
    return doc_.words(at).size() <= kAcronymMax ? std::string(doc_.words(at)) : capitalise(lower);
  }

  bool is_acronym(TokenId at) const { return doc_.words(at).size() > 1 && is_in_capitals(doc_, at); }

  // "may" and "march" are months beside a number or behind a preposition.
  static bool is_month(std::string_view lower) { return lower == "may" || lower == "march"; }
  bool dates(TokenId at, TokenRange range) const {
    const auto is_number = [&](TokenId token) { return is_digit(doc_.words(token)); };
    if (at + 1 < range.end && is_number(at + 1)) return true;
    if (at == range.begin) return false;
    const std::string_view before = doc_.tokens[at - 1].lower;
    constexpr std::array<std::string_view, 9> kBefore = {"in", "by", "since", "until", "from",
                                                         "to", "of", "on",    "late"};
    return is_number(at - 1) || std::ranges::find(kBefore, before) != kBefore.end();
  }

  static constexpr size_t kAcronymMax = 3;

  const Document& doc_;
  const WordKnowledge& words_;
  const Body& body_;
};

std::vector<Headline> find_headlines(const Document& doc, const ShownText& shown) {
  std::vector<Headline> headlines;
  for (TokenId begin = 0, end = 0; begin < doc.tokens.size(); begin = end) {
    end = end_of_shown_piece(shown, begin);
    if (const CaseStyle style = style_of(doc, {begin, end}); style != CaseStyle::sentence)
      headlines.push_back({{begin, end}, style});
  }
  return headlines;
}

}  // namespace

void set_capital_lines_apart(const Document& doc, ShownText& shown) {
  bool before = false;
  for (TokenId begin = 0, end = 0; begin < doc.tokens.size(); begin = end) {
    end = begin + 1;
    while (end < doc.tokens.size() && doc.words(end - 1).find('\n') == std::string_view::npos) ++end;
    const bool capitals = writing_of(doc, {begin, end}).is_capitals();
    if (capitals != before) shown[begin].cut_before = true;
    before = capitals;
  }
}

void part_headlines(const Document& doc, ShownText& shown) {
  if (doc.tokens.empty()) return;
  const TokenId end = end_of_shown_piece(shown, 0);
  if (end > kHeadlineTokensMax || ends_with_full_stop(doc, {0, end})) return;
  for (TokenId at = 1; at + 1 < end; ++at)
    if (doc.words(at) == ";") shown[at + 1].cut_before = true;
}

void show_headlines_as_sentences(const Document& doc, const WordKnowledge& words, Lexicon& lexicon, ShownText& shown) {
  const std::vector<Headline> headlines = find_headlines(doc, shown);
  if (headlines.empty()) return;
  const Body body(doc, shown, headlines);
  const Rewriter rewriter(doc, words, body);
  for (const Headline& headline : headlines)
    rewriter.rewrite(headline, [&](TokenId at, const std::string& form) {
      if (form != doc.words(at)) shown[at].lexeme = lexicon.add(form);
    });
}

}  // namespace verbale
