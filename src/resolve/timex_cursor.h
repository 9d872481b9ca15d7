// What the grammar asks about the token at hand. Outside the text every question is answered with no.
#pragma once

#include <string_view>
#include <vector>

#include "timex_expression.h"
#include "timex_words.h"

namespace verbale {

class TimeCursor {
 public:
  TimeCursor(const TimeLexicon& lexicon, const Document& doc, const std::vector<TokenWord>& words)
      : lexicon(lexicon), doc(doc), words_(words) {}

  const TimeLexicon& lexicon;
  const Document& doc;

  // How deep readers may call each other, so that hostile text ("last May last May …") costs no more than news.
  static constexpr int kDepthMax = 4;
  mutable int depth = 0;

  TokenId size() const { return TokenId(words_.size()); }
  const TokenWord& word(TokenId t) const { return t < words_.size() ? words_[t] : kNothing; }
  std::string_view lower(TokenId t) const { return t < words_.size() ? doc.tokens[t].lower : std::string_view(); }
  std::string_view tag(TokenId t) const { return t < words_.size() ? doc.tokens[t].tag : std::string_view(); }
  bool is(TokenId t, TimeClass c) const { return word(t).is(c); }
  int value(TokenId t, TimeClass c) const { return word(t).word->value(c); }
  TimeUse use(TokenId t, TimeClass c) const { return word(t).word->use(c); }
  bool shape(TokenId t, NumberShape s) const { return word(t).shape == s; }

  bool capitalised(TokenId t) const;
  bool dash(TokenId t) const;
  bool one_of(TokenId t, std::initializer_list<std::string_view> choices) const;
  // A preposition that times follow: "in", "since", "until".
  bool time_preposition(TokenId t) const;
  bool name_of(TokenId t, std::initializer_list<std::string_view> types) const;

  TimeUnit unit(TokenId t) const {
    return is(t, TimeClass::unit) ? TimeUnit(value(t, TimeClass::unit)) : TimeUnit::none;
  }
  // "the summer offensive": the word belongs to a noun behind it.
  bool modifies_noun(TokenId t) const;

  // A day of the month (1-31), "4" or "4th" or "fourth"; 0 when the token is none.
  int month_day(TokenId t) const;
  // A year in four digits, 1000-2199; 0 when the token is none.
  int full_year(TokenId t) const;

 private:
  static const TokenWord kNothing;
  const std::vector<TokenWord>& words_;
};

// Holds one level of depth; `allowed` is false when the budget is spent.
struct DepthGuard {
  explicit DepthGuard(const TimeCursor& cursor) : cursor(cursor), allowed(cursor.depth < TimeCursor::kDepthMax) {
    ++cursor.depth;
  }
  ~DepthGuard() { --cursor.depth; }
  DepthGuard(const DepthGuard&) = delete;
  DepthGuard& operator=(const DepthGuard&) = delete;

  const TimeCursor& cursor;
  const bool allowed;
};

}  // namespace verbale
