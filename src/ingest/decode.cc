// Order of judgement: a byte order mark decides; small bytes on one side of every pair mean UTF-16; valid UTF-8 is
// UTF-8. What is left is either UTF-8 with damage or Windows-1252 (of which Latin-1 is a part). Damage is likelier when
// the text holds correct multi-byte sequences, or bytes that Windows-1252 does not use.
#include "ingest/decode.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

using std::string_view;

constexpr string_view kMarkUtf8 = "\xEF\xBB\xBF";
constexpr string_view kMarkLittle = "\xFF\xFE";
constexpr string_view kMarkBig = "\xFE\xFF";
constexpr size_t kSniffBytes = 4096;

// What the bytes 0x80 to 0x9F mean in Windows-1252; 0 for the five that mean nothing.
constexpr std::array<char32_t, 32> kWindows1252 = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// The share of bytes below 0x08 at even or odd places: the high halves of UTF-16 letters, and nothing else.
double share_of_small(string_view bytes, size_t first) {
  size_t small = 0;
  size_t seen = 0;
  for (size_t at = first; at < bytes.size(); at += 2, ++seen) small += static_cast<unsigned char>(bytes[at]) < 0x08;
  return seen == 0 ? 0 : double(small) / double(seen);
}

bool looks_like_utf16(string_view bytes, size_t high_half) {
  const string_view head = bytes.substr(0, kSniffBytes);
  return head.size() >= 4 && share_of_small(head, high_half) > 0.4 && share_of_small(head, 1 - high_half) < 0.05;
}

bool means_nothing_in_windows_1252(unsigned char byte) {
  return (byte >= 0x80 && byte <= 0x9F && kWindows1252[byte - 0x80] == 0) || byte >= 0xFE;
}

bool is_damaged_utf8(string_view bytes) {
  size_t right = 0;
  size_t wrong = 0;
  bool impossible = false;
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (point.size > 1) ++right;
    if (point.size == 1 && point.value == kReplacement) {
      ++wrong;
      impossible |= means_nothing_in_windows_1252(static_cast<unsigned char>(bytes[at]));
    }
    at += point.size;
  }
  return impossible || right >= wrong;
}

void note_encoding(std::vector<Note>& notes, std::string what) {
  notes.push_back({NoteKind::encoding, std::move(what), std::nullopt});
}

std::string from_windows_1252(string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 8);
  for (char one : bytes) {
    const auto byte = static_cast<unsigned char>(one);
    append_utf8(text, byte >= 0x80 && byte <= 0x9F ? kWindows1252[byte - 0x80] : byte);
  }
  return text;
}

// Surrogates that stand alone, and half a unit at the end, become U+FFFD.
std::string from_utf16(string_view bytes, bool little) {
  const auto unit = [&](size_t at) -> char32_t {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return little ? first | second << 8 : first << 8 | second;
  };
  const auto is_low = [&](size_t at) { return at + 1 < bytes.size() && (unit(at) & 0xFC00) == 0xDC00; };
  std::string text;
  text.reserve(bytes.size());
  size_t at = 0;
  for (; at + 1 < bytes.size(); at += 2) {
    char32_t value = unit(at);
    if ((value & 0xFC00) == 0xD800 && is_low(at + 2)) {
      value = 0x10000 + ((value & 0x3FF) << 10 | (unit(at + 2) & 0x3FF));
      at += 2;
    } else if ((value & 0xF800) == 0xD800) {
      value = kReplacement;
    }
    append_utf8(text, value);
  }
  if (at < bytes.size()) append_utf8(text, kReplacement);
  return text;
}

string_view without_mark(string_view text) {
  if (text.starts_with(kMarkUtf8)) text.remove_prefix(kMarkUtf8.size());
  return text;
}

std::string from_utf16_noted(string_view bytes, Encoding encoding, std::vector<Note>& notes) {
  const bool little = encoding == Encoding::utf16_little;
  if (!bytes.starts_with(kMarkLittle) && !bytes.starts_with(kMarkBig))
    note_encoding(notes, fmt::format("no byte order mark: read as UTF-16, {} byte first", little ? "low" : "high"));
  const std::string text = from_utf16(bytes, little);
  return clean_utf8(without_mark(text), notes);
}

}  // namespace

Encoding sniff_encoding(string_view bytes) {
  if (bytes.starts_with(kMarkLittle)) return Encoding::utf16_little;
  if (bytes.starts_with(kMarkBig)) return Encoding::utf16_big;
  if (bytes.starts_with(kMarkUtf8)) return Encoding::utf8;
  if (looks_like_utf16(bytes, 1)) return Encoding::utf16_little;
  if (looks_like_utf16(bytes, 0)) return Encoding::utf16_big;
  return is_valid_utf8(bytes) || is_damaged_utf8(bytes) ? Encoding::utf8 : Encoding::windows_1252;
}

std::string decode_text(string_view bytes, std::vector<Note>& notes) {
  const Encoding encoding = sniff_encoding(bytes);
  if (encoding == Encoding::utf8) return clean_utf8(without_mark(bytes), notes);
  if (encoding != Encoding::windows_1252) return from_utf16_noted(bytes, encoding, notes);
  note_encoding(notes, "not UTF-8: read as Windows-1252");
  return clean_utf8(from_windows_1252(bytes), notes);
}

std::string clean_utf8(string_view text, std::vector<Note>& notes) {
  std::string clean;
  clean.reserve(text.size());
  size_t invalid = 0;
  size_t nul = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const bool is_invalid = point.value == kReplacement && point.size == 1;
    const bool is_nul = point.value == 0;
    if (is_invalid || is_nul) {
      append_utf8(clean, kReplacement);
    } else {
      clean.append(text, at, point.size);
    }
    invalid += is_invalid;
    nul += is_nul;
    at += point.size;
  }
  if (invalid > 0) note_encoding(notes, fmt::format("invalid UTF-8: {} bytes read as U+FFFD", invalid));
  if (nul > 0) note_encoding(notes, fmt::format("{} NUL characters read as U+FFFD", nul));
  return clean;
}

void keep_within_budget(std::string& text, std::vector<Note>& notes) {
  if (text.size() <= kArticleCharactersMax) return;
  size_t at = 0;
  for (size_t count = 0; at < text.size() && count < kArticleCharactersMax; ++count) at += decode(text, at).size;
  if (at == text.size()) return;

  const size_t space = text.find_last_of(" \n", at);
  if (space != std::string::npos && at - space < 1000) at = space;
  text.resize(at);
  notes.push_back({NoteKind::cut,
                   fmt::format("text longer than {} characters: the rest was not read", kArticleCharactersMax),
                   std::nullopt});
}

}  // namespace verbale
