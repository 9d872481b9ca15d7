// Categories and simple case come from utf8proc; what Python adds to them is here: two rules of full lower-casing, the
// digits that Unicode does not call decimal, and the version of Unicode (symbols.inc): characters that came after it
// are nothing, whatever the library knows of them.
#include "language/unicode.h"

#include <utf8proc.h>

#include <algorithm>

namespace verbale {
namespace {

constexpr size_t kShapeRunMax = 4;
constexpr size_t kShapedCodePointsMax = 99;
constexpr char32_t kCapitalSigma = 0x03A3;
constexpr char32_t kFinalSigma = 0x03C2;
constexpr char32_t kSmallSigma = 0x03C3;
constexpr char32_t kCapitalDottedI = 0x0130;
constexpr char32_t kCombiningDotAbove = 0x0307;

struct CodePointRange {
  char32_t first, last;
};

constexpr CodePointRange kDigits[] = {
#define VERBALE_DIGITS(first, last) {first, last},
#include "language/symbols.inc"
#undef VERBALE_DIGITS
};

// Ascending.
constexpr CodePointRange kUnassigned[] = {
#define VERBALE_UNASSIGNED(first, last) {first, last},
#include "language/symbols.inc"
#undef VERBALE_UNASSIGNED
};

// Letters by look that have a case without having another: ordinal indicators, letters in squares and circles.
constexpr CodePointRange kCasedSymbols[] = {
    {0xAA, 0xAA}, {0xBA, 0xBA}, {0x1F130, 0x1F149}, {0x1F150, 0x1F169}, {0x1F170, 0x1F189}};

template <size_t count>
bool is_in(const CodePointRange (&ranges)[count], char32_t value) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [value](CodePointRange range) { return range.first <= value && value <= range.last; });
}

bool is_unassigned(char32_t value) {
  const auto* range = std::lower_bound(std::begin(kUnassigned), std::end(kUnassigned), value,
                                       [](CodePointRange one, char32_t at) { return one.last < at; });
  return range != std::end(kUnassigned) && range->first <= value;
}

utf8proc_category_t category(char32_t value) {
  return is_unassigned(value) ? UTF8PROC_CATEGORY_CN : utf8proc_category(utf8proc_int32_t(value));
}

template <class Test>
bool every_code_point(std::string_view text, Test test) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (!test(point.value)) return false;
    at += point.size;
  }
  return !text.empty();
}

bool is_cased(char32_t value) {
  const auto kind = category(value);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LL || kind == UTF8PROC_CATEGORY_LT ||
         utf8proc_tolower(utf8proc_int32_t(value)) != utf8proc_int32_t(value) ||
         utf8proc_toupper(utf8proc_int32_t(value)) != utf8proc_int32_t(value) || is_in(kCasedSymbols, value);
}

bool is_case_ignorable(char32_t value) {
  switch (category(value)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
      return true;
    default:
      break;
  }
  constexpr std::u32string_view kWordMiddles =
      U"'.:^`\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52"
      U"\uFE55\uFF07\uFF0E\uFF1A";
  return kWordMiddles.find(value) != std::u32string_view::npos;
}

// Whether the first character that is not case-ignorable is cased.
bool continues_word(std::string_view after) {
  for (size_t at = 0; at < after.size();) {
    const CodePoint point = decode(after, at);
    if (!is_case_ignorable(point.value)) return is_cased(point.value);
    at += point.size;
  }
  return false;
}

bool ends_in_word(std::string_view before) {
  bool cased = false;
  for (size_t at = 0; at < before.size();) {
    const CodePoint point = decode(before, at);
    if (!is_case_ignorable(point.value)) cased = is_cased(point.value);
    at += point.size;
  }
  return cased;
}

void append_lower(std::string& out, std::string_view text, size_t at, CodePoint point) {
  if (point.value == kCapitalDottedI) {
    out += 'i';
    append_utf8(out, kCombiningDotAbove);
  } else if (point.value == kCapitalSigma) {
    const bool is_final = ends_in_word(text.substr(0, at)) && !continues_word(text.substr(at + point.size));
    append_utf8(out, is_final ? kFinalSigma : kSmallSigma);
  } else {
    append_utf8(out, char32_t(utf8proc_tolower(utf8proc_int32_t(point.value))));
  }
}

char32_t shape_of(char32_t value) {
  if (value < 0x80) {
    if (value >= 'a' && value <= 'z') return 'x';
    if (value >= 'A' && value <= 'Z') return 'X';
    return value >= '0' && value <= '9' ? 'd' : value;
  }
  if (is_alphabetic(value)) return is_upper_case(value) ? 'X' : 'x';
  return is_digit(value) ? 'd' : value;
}

}  // namespace

bool is_space_multibyte(char32_t value) {
  return value == 0x85 || value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200A) || value == 0x2028 ||
         value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000;
}

bool is_alphabetic(char32_t value) {
  const auto kind = category(value);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_upper_case(char32_t value) { return category(value) == UTF8PROC_CATEGORY_LU; }

bool is_digit(char32_t value) {
  if (value < 0x80) return value >= '0' && value <= '9';
  return category(value) == UTF8PROC_CATEGORY_ND || is_in(kDigits, value);
}

bool is_punctuation(char32_t value) {
  const auto kind = category(value);
  return kind >= UTF8PROC_CATEGORY_PC && kind <= UTF8PROC_CATEGORY_PO;
}

bool is_space(std::string_view text) {
  return every_code_point(text, [](char32_t value) { return is_space(value); });
}

bool is_alphabetic(std::string_view text) {
  return every_code_point(text, [](char32_t value) { return is_alphabetic(value); });
}

bool is_digit(std::string_view text) {
  return every_code_point(text, [](char32_t value) { return is_digit(value); });
}

bool is_punctuation(std::string_view text) {
  return every_code_point(text, [](char32_t value) { return is_punctuation(value); });
}

std::string to_lower(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value < 0x80)
      lower += char(point.value >= 'A' && point.value <= 'Z' ? point.value + ('a' - 'A') : point.value);
    else
      append_lower(lower, text, at, point);
    at += point.size;
  }
  return lower;
}

std::string_view first_code_points(std::string_view text, size_t count) {
  size_t at = 0;
  for (; count > 0 && at < text.size(); --count) at += decode(text, at).size;
  return text.substr(0, at);
}

std::string_view last_code_points(std::string_view text, size_t count) {
  size_t at = text.size();
  for (; count > 0 && at > 0; --count) {
    --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  }
  return text.substr(at);
}

std::string word_shape(std::string_view text) {
  if (count_code_points(text) > kShapedCodePointsMax) return "LONG";
  std::string shape;
  char32_t last = 0;
  size_t run = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const char32_t shaped = shape_of(point.value);
    run = shaped == last ? run + 1 : 1;
    last = shaped;
    if (run <= kShapeRunMax) append_utf8(shape, shaped);
    at += point.size;
  }
  return shape;
}

}  // namespace verbale
