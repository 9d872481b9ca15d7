// Names as they are written in a cell, with the marks that tell how they must be written in a text.
#include "resolve/actor_name_index.h"

#include <algorithm>

#include "resolve/fold.h"

namespace verbale {
namespace {

constexpr std::string_view kShortForm = "short:";

size_t count_words(std::string_view folded) { return 1 + size_t(std::count(folded.begin(), folded.end(), ' ')); }

std::string_view first_word(std::string_view folded) { return folded.substr(0, folded.find(' ')); }

std::string without_article(std::string folded) {
  if (folded.starts_with("the ")) folded.erase(0, 4);
  return folded;
}

// "UN refugee agency": a word that is too long for a preposition begins with a small letter.
bool has_small_word(std::string_view name) {
  for (size_t begin = 0; begin < name.size();) {
    const size_t end = std::min(name.find(' ', begin), name.size());
    if (end - begin > 3 && name[begin] >= 'a' && name[begin] <= 'z') return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

void note_words(NameMap<size_t>& words_max, std::string_view folded) {
  const std::string_view first = first_word(folded);
  const auto found = words_max.find(first);
  if (found == words_max.end())
    words_max.emplace(first, count_words(folded));
  else
    found->second = std::max(found->second, count_words(folded));
}

void ActorNameIndex::add(std::string_view name, NameMatch match) {
  if (name.starts_with(kShortForm)) {
    match.short_form = true;
    name.remove_prefix(kShortForm.size());
  }
  std::string folded = without_article(fold_name(name));
  if (folded.empty()) return;
  match.common_noun = has_small_word(name);
  if (is_acronym(name) && match.table == NameMatch::Table::body && match.use != NameUse::capital) {
    match.exact_case = true;
    match.surface = strip_dots(name);
  }
  match.needs_article = name.starts_with("The ") && folded.find(' ') == std::string::npos;
  note_words(words_max_, folded);
  NameMatches& matches = names_[std::move(folded)];
  const auto known = std::find_if(matches.begin(), matches.end(), [&](const NameMatch& other) {
    return other.table == match.table && other.row == match.row && other.use == match.use;
  });
  if (known == matches.end())
    matches.push_back(std::move(match));
  else
    known->needs_article &= match.needs_article;
}

}  // namespace verbale
