// The table is asked for the form as written where the part of speech has no rules, and for its lower case where the
// rules gave nothing: both as spaCy does.
#include "language/french_lemmas.h"

#include "language/unicode.h"

namespace verbale {
namespace {

bool has_rules(Pos pos) {
  switch (pos) {
    case Pos::noun:
    case Pos::verb:
    case Pos::adj:
    case Pos::adp:
    case Pos::adv:
    case Pos::aux:
    case Pos::cconj:
    case Pos::det:
    case Pos::pron:
    case Pos::punct:
    case Pos::sconj:
      return true;
    default:
      return false;
  }
}

std::string look_up(std::string_view form, StringId id, const LemmaTables& tables) {
  const std::string_view* found = tables.look_up(id);
  return std::string(found == nullptr ? form : *found);
}

// The first form that is listed or no word; else the first form; "" when no rule applies.
std::string apply_rules(std::string_view form, const LemmaLists& lists) {
  std::string unknown;
  for (const SuffixRule& rule : lists.rules) {
    std::string changed = rule.apply(form);
    if (changed.empty()) continue;
    if (lists.index.contains(changed) || !is_alphabetic(changed)) return changed;
    if (unknown.empty()) unknown = std::move(changed);
  }
  return unknown;
}

}  // namespace

std::string french_lemma(const Lexeme& lexeme, Pos pos, const LemmaTables& tables) {
  if (pos == Pos::none || pos == Pos::space) return std::string(lexeme.lower);
  if (!has_rules(pos)) return look_up(lexeme.text, lexeme.ids.orth, tables);
  const LemmaLists& lists = tables.of(pos);
  if (lists.index.contains(lexeme.lower)) return std::string(lexeme.lower);
  if (const auto exceptions = lists.exceptions.find(lexeme.lower); exceptions != lists.exceptions.end())
    return std::string((*exceptions->second.begin()).text().value_or(""));
  const std::string changed = apply_rules(lexeme.lower, lists);
  return changed.empty() ? look_up(lexeme.lower, lexeme.ids.lower, tables) : changed;
}

}  // namespace verbale
