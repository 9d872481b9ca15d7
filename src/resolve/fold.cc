// Folding of names. The letters of the two Latin blocks are listed by code point; the rules for sounds were chosen on
// the spellings that news agencies of different languages give to the same Russian, Ukrainian and Arabic names
// (Zelenski, Zelenskyy, Selenskyj; Poroshenko, Poroschenko; Mohammed, Muhamad).
#include "resolve/fold.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace verbale {
namespace {

// U+00C0 … U+017F, one base letter each; a blank where there is none. Eszett, ae and oe become one letter here too:
// both sides of every comparison are folded, so that only sameness matters.
constexpr std::string_view kLatin =
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

char base_letter(char32_t c) {
  if (c >= 0xC0 && c < 0xC0 + kLatin.size()) return kLatin[c - 0xC0] == ' ' ? char(0) : kLatin[c - 0xC0];
  if (c == 0x218 || c == 0x219) return 's';
  if (c == 0x21A || c == 0x21B) return 't';
  if (c == 0x18F || c == 0x259) return 'a';
  return 0;
}

bool separates(char32_t c) {
  return c == ' ' || c == '-' || c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x2010 || c == 0x2011 || c == 0x2013 ||
         c == 0xA0 || c == '\n' || c == '\t' || c == '/' || c == 0x02BC;
}

bool is_dropped(char32_t c) {
  return c == '.' || c == ',' || c == '"' || c == 0x201C || c == 0x201D || c == '(' || c == ')';
}

void append_folded(std::string& word, char32_t c) {
  if (c < 0x80) {
    word += c >= 'A' && c <= 'Z' ? char(c + 32) : char(c);
    return;
  }
  if (char base = base_letter(c))
    word += base;
  else
    append_utf8(word, c);
}

void spell_british(std::string& word) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kSpellings{
      {{"defense", "defence"}, {"labor", "labour"}, {"center", "centre"}, {"offense", "offence"}}};
  for (const auto& [american, british] : kSpellings)
    if (word == american) word = british;
  if (word.size() > 7 && word.ends_with("ization")) word[word.size() - 6] = 's';
}

using Rule = std::pair<std::string_view, std::string_view>;

// Longest first; what no rule names stays.
constexpr std::array<Rule, 22> kSounds{
    {{"tsch", "c"}, {"tch", "c"}, {"sch", "s"}, {"muha", "moha"}, {"sh", "s"}, {"zh", "s"},   {"kh", "h"}, {"ph", "f"},
     {"ch", "c"},   {"ou", "u"},  {"oo", "u"},  {"ck", "k"},      {"iu", "u"}, {"dh", "d"},   {"gh", "g"}, {"yu", "u"},
     {"z", "s"},    {"w", "v"},   {"q", "k"},   {"y", "i"},       {"j", "i"},  {"med", "mad"}}};

}  // namespace

namespace {

// Calls take(word) for every folded word; one buffer for all of them, since names are folded by the ten thousand.
template <class Take>
void each_folded_word(std::string_view name, Take take) {
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    spell_british(word);
    take(word);
    word.clear();
  };
  for (size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    at += point.size;
    if (separates(point.value))
      finish();
    else if (!is_dropped(point.value))
      append_folded(word, point.value);
  }
  finish();
}

}  // namespace

std::vector<std::string> fold_words(std::string_view name) {
  std::vector<std::string> words;
  each_folded_word(name, [&](const std::string& word) { words.push_back(word); });
  return words;
}

std::string fold_name(std::string_view name) {
  std::string folded;
  folded.reserve(name.size());
  each_folded_word(name, [&](const std::string& word) {
    if (!folded.empty()) folded += ' ';
    folded += word;
  });
  return folded;
}

std::string fold_sounds(std::string_view folded) {
  std::string sounds;
  for (size_t at = 0; at < folded.size();) {
    std::string_view said = folded.substr(at, 1);
    size_t taken = 1;
    for (const auto& [spelling, sound] : kSounds) {
      if (!folded.substr(at).starts_with(spelling)) continue;
      said = sound;
      taken = spelling.size();
      break;
    }
    for (char c : said)
      if (sounds.empty() || sounds.back() != c) sounds += c;
    at += taken;
  }
  return sounds;
}

std::string strip_dots(std::string_view acronym) {
  std::string stripped;
  for (char c : acronym)
    if (c != '.') stripped += c;
  return stripped;
}

bool is_acronym(std::string_view word) {
  bool has_upper = false;
  for (char c : word) {
    if (c >= 'a' && c <= 'z') return false;
    has_upper |= c >= 'A' && c <= 'Z';
  }
  return has_upper && word.size() >= 2;
}

bool starts_upper(std::string_view word) {
  if (word.empty()) return false;
  const CodePoint first = decode(word, 0);
  if (first.value < 0x80) return first.value >= 'A' && first.value <= 'Z';
  // Capitals of Latin-1, of Latin Extended-A (even code points, near enough), and of Greek and Cyrillic.
  if (first.value < 0xDF) return first.value >= 0xC0;
  if (first.value < 0x100) return false;
  return first.value < 0x180
             ? first.value % 2 == 0 || first.value == 0x179 || first.value == 0x17B || first.value == 0x17D
             : first.value < 0x430;
}

}  // namespace verbale
