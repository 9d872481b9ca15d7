// The order of the candidates decides, and is spaCy's: forms of the word list, last found first; forms that are no
// words, in the order of the rules; exceptions before both; then what the rules made of unknown words; then the text.
#include "language/rule_lemmas.h"

#include <algorithm>

#include "language/unicode.h"

namespace verbale {
namespace {

void remove_repeated(std::vector<std::string>& forms) {
  for (size_t at = 0; at < forms.size();) {
    const bool repeated =
        std::find(forms.begin(), forms.begin() + ptrdiff_t(at), forms[at]) != forms.begin() + ptrdiff_t(at);
    if (repeated)
      forms.erase(forms.begin() + ptrdiff_t(at));
    else
      ++at;
  }
}

std::string lemma_by_lists(const Lexeme& lexeme, const LemmaLists& lists) {
  std::vector<std::string> forms, unknown;
  for (const SuffixRule& rule : lists.rules) {
    std::string form = rule.apply(lexeme.lower);
    if (form.empty()) continue;
    if (lists.index.contains(form))
      forms.insert(forms.begin(), std::move(form));
    else
      (is_alphabetic(form) ? unknown : forms).push_back(std::move(form));
  }
  remove_repeated(forms);

  if (const auto exceptions = lists.exceptions.find(lexeme.lower); exceptions != lists.exceptions.end())
    for (const MsgpackValue entry : exceptions->second)
      if (const std::string lemma(entry.text().value_or(""));
          std::find(forms.begin(), forms.end(), lemma) == forms.end())
        forms.insert(forms.begin(), lemma);

  if (!forms.empty()) return std::move(forms.front());
  return unknown.empty() ? std::string(lexeme.text) : std::move(unknown.front());
}

}  // namespace

std::string lemma_by_rules(const Lexeme& lexeme, Pos pos, const LemmaTables& tables) {
  if (pos == Pos::none || pos == Pos::space) return std::string(lexeme.lower);
  if (const LemmaLists& lists = tables.of(pos); !lists.empty()) return lemma_by_lists(lexeme, lists);
  return std::string(pos == Pos::propn ? lexeme.text : lexeme.lower);
}

bool is_english_base_form(Pos pos, const Morphology* morphology) {
  if (morphology == nullptr) return false;
  const std::string_view verb_form = morphology->value("VerbForm");
  if (pos == Pos::noun && morphology->value("Number") == "Sing") return true;
  if (pos == Pos::verb && verb_form == "Fin" && morphology->value("Tense") == "Pres" &&
      morphology->value("Number").empty())
    return true;
  return verb_form == "Inf" || verb_form == "None" || morphology->value("Degree") == "Pos";
}

}  // namespace verbale
