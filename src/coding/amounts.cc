// Numbers are read along the words and not along the tree: parsers hang "$", "3.5" and "million" on each other in many
// ways, while their order in the text is always the same. The tree only decides whether a number belongs to a noun.
#include "coding/amounts.h"

#include <algorithm>
#include <charconv>

namespace verbale {
namespace {

constexpr int kAmountTokensMax = 12;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A plain number and the letters written against it: "3.5", "50,000", "200m" -> 200 and "m".
struct Digits {
  double value = 0;
  std::string_view suffix;
};

std::optional<Digits> read_digits(std::string_view word) {
  if (word.empty() || !is_digit(word.front())) return std::nullopt;
  char plain[32];
  size_t length = 0;
  size_t at = 0;
  bool fraction = false;
  for (; at < word.size() && length < sizeof plain; ++at) {
    const char c = word[at];
    const bool more = at + 1 < word.size() && is_digit(word[at + 1]);
    if (is_digit(c)) {
      plain[length++] = c;
    } else if (c == '.' && more && !fraction) {
      plain[length++] = c;
      fraction = true;
    } else if (c != ',' || !more || fraction) {
      break;
    }
  }
  Digits digits;
  std::from_chars(plain, plain + length, digits.value);
  digits.suffix = word.substr(at);
  return digits;
}

}  // namespace

// Reads one amount from a place in the text. Every method moves `at_` past what it took, or leaves it where it was.
class AmountReader {
 public:
  AmountReader(const AmountTables& tables, const Document& doc, TokenId begin, TokenId end)
      : tables_(tables), doc_(doc), at_(begin), end_(std::min<TokenId>(end, begin + kAmountTokensMax)) {
    amount_.tokens.begin = begin;
  }

  std::optional<Amount> read() {
    if (read_vague()) return finish();
    AmountTables::Bound bound = AmountTables::Bound::none;
    if (const auto* phrase = take(tables_.bounds_)) bound = phrase->bound;
    if (bound == AmountTables::Bound::low && read_vague()) return finish();
    const bool between = bound == AmountTables::Bound::none && take_word("between", "from");
    const std::optional<double> first = read_money_number();
    if (!first) return std::nullopt;
    if (const std::optional<double> second = read_range_end(between)) {
      amount_.low = std::min(*first, *second);
      amount_.high = std::max(*first, *second);
    } else {
      amount_.stated = first;
      set_bounds(*first, read_trailing_bound(bound));
    }
    return finish();
  }

 private:
  using Bound = AmountTables::Bound;

  std::string_view word(TokenId t) const { return t < end_ ? doc_.tokens[t].lower : std::string_view{}; }

  std::optional<Amount> finish() {
    amount_.tokens.end = at_;
    return amount_;
  }

  void set_bounds(double value, Bound bound) {
    if (bound != Bound::high) amount_.low = value;
    if (bound != Bound::low) amount_.high = value;
  }

  bool take_word(std::string_view one, std::string_view other) {
    if (word(at_) != one && word(at_) != other) return false;
    ++at_;
    return true;
  }

  const AmountTables::Phrase* take(const AmountTables::Phrases& phrases) {
    const auto found = phrases.find(word(at_));
    if (found == phrases.end()) return nullptr;
    for (const AmountTables::Phrase& phrase : found->second) {
      size_t same = 0;
      while (same < phrase.words.size() && word(TokenId(at_ + same)) == phrase.words[same]) ++same;
      if (same < phrase.words.size()) continue;
      at_ += TokenId(same);
      return &phrase;
    }
    return nullptr;
  }

  bool read_vague() {
    const AmountTables::Phrase* phrase = take(tables_.vague_);
    if (phrase == nullptr) return false;
    // "some 50", "many 50": the word belongs to a number and is no amount of its own.
    if (!phrase->low && (read_digits(word(at_)) || tables_.numbers_.contains(word(at_)))) {
      at_ = amount_.tokens.begin;
      return false;
    }
    amount_.low = phrase->low;
    return true;
  }

  std::optional<double> read_money_number() {
    read_currency_sign();
    std::optional<double> number = read_number();
    if (number) read_currency_word();
    return number;
  }

  // "$", "US$", "€", and codes written in front: "EUR 5 million".
  void read_currency_sign() {
    const TokenId start = at_;
    const AmountTables::Phrase* phrase = take(tables_.currencies_);
    if (phrase == nullptr) return;
    if (read_digits(word(at_))) {
      note_currency(*phrase);
    } else {
      at_ = start;
    }
  }

  void read_currency_word() {
    if (amount_.money) return;
    const AmountTables::Phrase* phrase = take_currency_lemma();
    if (phrase != nullptr) note_currency(*phrase);
  }

  // The word of the currency in any number: "euros", "US dollars".
  const AmountTables::Phrase* take_currency_lemma() {
    for (TokenId length : {2u, 1u}) {
      if (at_ + length > end_) continue;
      const Token& last = doc_.tokens[at_ + length - 1];
      const auto found = tables_.currencies_.find(length == 1 ? singular(last) : word(at_));
      if (found == tables_.currencies_.end()) continue;
      for (const AmountTables::Phrase& phrase : found->second) {
        if (phrase.words.size() != length || phrase.words.back() != singular(last)) continue;
        at_ += length;
        return &phrase;
      }
    }
    return nullptr;
  }

  static std::string_view singular(const Token& token) {
    std::string_view word = token.lower;
    return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
  }

  void note_currency(const AmountTables::Phrase& phrase) {
    amount_.money = true;
    amount_.currency = phrase.code;
  }

  std::optional<double> read_number() {
    const bool half = word(at_) == "half" && word(at_ + 1) == "a" &&
                      (is_times(at_ + 2) || tables_.magnitudes_.contains(word(at_ + 2)));
    if (half) {
      ++at_;
      const std::optional<double> whole = read_number_words();
      return whole ? times_magnitude(*whole) / 2 : whole;
    }
    std::optional<double> number = read_written_digits();
    if (!number) number = read_number_words();
    if (number) number = times_magnitude(*number);
    return number;
  }

  std::optional<double> read_written_digits() {
    const std::optional<Digits> digits = read_digits(word(at_));
    if (!digits) return std::nullopt;
    double factor = 1;
    if (!digits->suffix.empty()) {
      const auto letters = tables_.letters_.find(digits->suffix);
      if (letters == tables_.letters_.end()) return std::nullopt;  // "14th", "5km": not a count
      factor = letters->second;
    } else if (const auto letters = letters_against(at_); letters != tables_.letters_.end()) {
      factor = letters->second;
      ++at_;
    }
    ++at_;
    return digits->value * factor;
  }

  // The "m" of "€200m", where the tokenizer has cut it off.
  std::unordered_map<std::string_view, double>::const_iterator letters_against(TokenId digits) const {
    if (doc_.tokens[digits].space_after) return tables_.letters_.end();
    return tables_.letters_.find(word(digits + 1));
  }

  // "twenty-five", "one hundred and twenty", "a dozen", "two dozen".
  std::optional<double> read_number_words() {
    const TokenId start = at_;
    if (take_word("a", "an") && !is_times(at_) && !tables_.magnitudes_.contains(word(at_))) {
      at_ = start;
      return std::nullopt;
    }
    if (at_ > start && tables_.magnitudes_.contains(word(at_)) && !is_times(at_)) return 1;
    std::optional<double> total;
    for (; at_ < end_; ++at_) {
      const auto found = tables_.numbers_.find(word(at_));
      if (found == tables_.numbers_.end()) {
        const bool joins = total && (word(at_) == "-" || word(at_) == "and") && follows_number(at_ + 1, *total);
        if (!joins) break;
        continue;
      }
      if (found->second.times)
        total = total.value_or(1) * found->second.value;
      else
        total = total.value_or(0) + found->second.value;
    }
    if (!total) at_ = start;
    return total;
  }

  bool is_times(TokenId t) const {
    const auto found = tables_.numbers_.find(word(t));
    return found != tables_.numbers_.end() && found->second.times;
  }

  // "hundred and twenty", "twenty-five": a smaller number that goes on with the larger one.
  bool follows_number(TokenId t, double total) const {
    const auto next = tables_.numbers_.find(word(t));
    if (next == tables_.numbers_.end()) return false;
    const bool hyphen = word(t - 1) == "-";
    return hyphen ? total >= 20 && total < 100 && next->second.value < 10 : total >= 100 && next->second.value < 100;
  }

  double times_magnitude(double number) {
    for (; at_ < end_; ++at_) {
      if (word(at_) == "dozen") {
        number *= 12;
        continue;
      }
      const auto found = tables_.magnitudes_.find(word(at_));
      if (found == tables_.magnitudes_.end()) break;
      number *= found->second;
    }
    return number;
  }

  std::optional<double> read_range_end(bool between) {
    const TokenId start = at_;
    const bool joined = between ? take_word("and", "to") : take_range_sign();
    if (joined)
      if (const std::optional<double> second = read_money_number()) return second;
    at_ = start;
    return std::nullopt;
  }

  // "20-30", "20 to 30"; "one to two" as well, but not "12, 30".
  bool take_range_sign() {
    if (take_word("-", "–")) return true;
    return take_word("to", "to");
  }

  // "12 or more", "100-plus".
  Bound read_trailing_bound(Bound bound) {
    if (bound != Bound::none) return bound;
    if (word(at_) != "or" || (word(at_ + 1) != "more" && word(at_ + 1) != "fewer" && word(at_ + 1) != "less"))
      return bound;
    const Bound told = word(at_ + 1) == "more" ? Bound::low : Bound::high;
    at_ += 2;
    return told;
  }

  const AmountTables& tables_;
  const Document& doc_;
  TokenId at_;
  TokenId end_;
  Amount amount_;
};

std::optional<Amount> AmountTables::read_at(const Document& doc, TokenId begin, TokenId end) const {
  return AmountReader(*this, doc, begin, end).read();
}

bool AmountTables::is_numeric(const Token& token) const {
  if (token.pos == Pos::num || read_digits(token.lower)) return true;
  const std::string_view word = token.lower;
  return numbers_.contains(word) || magnitudes_.contains(word) || (vague_.contains(word) && token.tag == "NNS");
}

bool AmountTables::is_currency(const Token& token) const {
  return currencies_.contains(token.lower) || currencies_.contains(token.lemma);
}

namespace {

// True when everything between the word and the noun above it is a number or goes with one: "at least 12 people" yes,
// "a 14-year sentence", "two-year-old child" no.
bool counts_noun(const AmountTables& tables, const Document& doc, TokenId word, TokenId noun) {
  for (TokenId t = word; t != noun;) {
    const Token& token = doc.tokens[t];
    if (token.head == t) return false;
    const bool counting = token.dep == Dep::nummod || token.dep == Dep::quantmod || token.dep == Dep::compound ||
                          token.dep == Dep::nmod || token.dep == Dep::advmod || token.dep == Dep::amod ||
                          token.dep == Dep::det || token.dep == Dep::predet || token.dep == Dep::punct ||
                          token.dep == Dep::appos;
    if (!counting) return false;
    t = token.head;
    if (t != noun && !tables.is_numeric(doc.tokens[t]) && !tables.is_currency(doc.tokens[t])) return false;
  }
  return true;
}

// "Leopard 2 tanks", "Su-27 jets", "Boeing 737s": the number belongs to the name that it follows.
bool is_part_of_name(const Document& doc, TokenId number, TokenId left) {
  return number > left && doc.tokens[number - 1].pos == Pos::propn && read_digits(doc.tokens[number].lower).has_value();
}

// "no one".
bool is_nobody(const Document& doc, TokenId number) {
  return number > 0 && doc.tokens[number].lower == "one" && doc.tokens[number - 1].lower == "no";
}

bool is_date(const Token& token) { return token.name_type == "DATE" || token.name_type == "TIME"; }

// Bounds stand before the number, and the parser hangs them anywhere: they are looked for along the words.
std::optional<Amount> widest_ending_at(const AmountTables& tables, const Document& doc, TokenId number, TokenId end) {
  const TokenId first = doc.sentences[doc.tokens[number].sentence].tokens.begin;
  const TokenId earliest = number >= first + 4 ? number - 4 : first;
  for (TokenId begin = earliest; begin <= number; ++begin) {
    std::optional<Amount> amount = tables.read_at(doc, begin, end);
    if (amount && amount->tokens.end > number) return amount;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Amount> amount_of(const AmountTables& tables, const Document& doc, TokenId noun) {
  const Token& head = doc.tokens[noun];
  const TokenId left = head.left_edge;
  const TokenId end = doc.sentences[head.sentence].tokens.end;
  for (TokenId t = left; t <= noun; ++t) {
    const Token& token = doc.tokens[t];
    if (!tables.is_numeric(token) || is_part_of_name(doc, t, left) || is_date(token) || is_nobody(doc, t)) continue;
    if (!counts_noun(tables, doc, t, noun)) continue;
    const TokenId limit = std::min<TokenId>(end, std::max<TokenId>(noun + 1, t + 4));
    if (std::optional<Amount> amount = widest_ending_at(tables, doc, t, limit)) return amount;
  }
  return std::nullopt;
}

}  // namespace verbale
