// CLD2 judges up to the first 20,000 bytes. Its answer counts only when it calls it reliable, and a text that is to a
// third English is read, foreign quotations and all. Latin-script texts under 60 bytes are too short for it: headlines
// full of names came out as Norwegian or Indonesian.
#include "ingest/language_id.h"

#include <cld2/public/compact_lang_det.h>
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace verbale {
namespace {

constexpr size_t kJudgedBytes = 20'000;
constexpr size_t kShortestBytes = 60;
constexpr int kEnglishPercentMin = 33;

struct Judgement {
  std::string code;  // ISO 639-1 where there is one; "" when nothing is certain
  std::string name;
};

std::string_view head_of(std::string_view text) {
  if (text.size() <= kJudgedBytes) return text;
  size_t end = kJudgedBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

bool is_mostly_latin(std::string_view text) {
  const auto high =
      std::count_if(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) >= 0xC8; });
  return size_t(high) * 4 < text.size();
}

Judgement judge(std::string_view text) {
  CLD2::Language languages[3];
  int percents[3];
  int bytes = 0;
  bool reliable = false;
  const CLD2::Language best =
      CLD2::DetectLanguageSummary(text.data(), int(text.size()), true, languages, percents, &bytes, &reliable);
  for (int i = 0; i < 3; ++i)
    if (languages[i] == CLD2::ENGLISH && percents[i] >= kEnglishPercentMin) return {"en", "English"};
  if (!reliable || best == CLD2::UNKNOWN_LANGUAGE) return {};
  return {CLD2::LanguageCode(best), CLD2::LanguageName(best)};
}

std::string sentence_case(std::string name) {
  for (size_t i = 1; i < name.size(); ++i)
    if (name[i] >= 'A' && name[i] <= 'Z') name[i] = char(name[i] + 32);
  return name;
}

}  // namespace

void identify_language(Article& article) {
  const std::string_view head = head_of(article.text);
  const bool too_short = head.size() < kShortestBytes && is_mostly_latin(head);
  const Judgement judged = too_short ? Judgement{} : judge(head);
  const std::string declared = article.language.substr(0, article.language.find_first_of("-_"));

  article.language = !judged.code.empty() ? judged.code : !declared.empty() ? declared : "en";
  if (article.language == "en") return;
  const std::string name = judged.name.empty() ? article.language : sentence_case(judged.name);
  article.notes.push_back(
      {NoteKind::unsupported_language, fmt::format("the text is in {}; only English is read", name), std::nullopt});
}

}  // namespace verbale
