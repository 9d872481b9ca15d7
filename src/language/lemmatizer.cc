// One procedure a language and mode; the tables that it needs are read when the package is opened.
#include "language/lemmatizer.h"

#include <algorithm>

#include "language/components.h"
#include "language/french_lemmas.h"
#include "language/rule_lemmas.h"

namespace verbale {
namespace {

// Languages whose packages expect a procedure of their own, by mode; French has its own here.
constexpr std::string_view kOwnRules[] = {"ca", "el", "es", "ga", "ht", "mk", "nl", "ru", "uk"};
constexpr std::string_view kOwnLookups[] = {"nl", "ru", "uk"};

bool is_one_of(std::string_view language, std::span<const std::string_view> languages) {
  return std::find(languages.begin(), languages.end(), language) != languages.end();
}

}  // namespace

std::optional<Lemmatizer::Procedure> Lemmatizer::procedure_for(std::string_view language, std::string_view mode) {
  if (mode == "lookup" && !is_one_of(language, kOwnLookups)) return Procedure::lookup;
  if (mode != "rule" || is_one_of(language, kOwnRules)) return std::nullopt;
  return language == "en" ? Procedure::english : language == "fr" ? Procedure::french : Procedure::rules;
}

Result<Lemmatizer> Lemmatizer::open(const Package& package) {
  Result<Components> components = Components::read(package);
  if (!components) return std::move(components).error();
  const std::string* component = components->name(Factory::lemmatizer);
  Result<LemmaTables> tables = LemmaTables::open(package, component ? *component : "lemmatizer");
  if (!tables) return std::move(tables).error();
  if (component == nullptr) return Lemmatizer(Procedure::none, *std::move(tables));

  const std::string section = "components." + *component;
  const auto mode = package.config().text(section, "mode").value_or("lookup");
  const auto procedure = procedure_for(package.language(), mode);
  if (!procedure)
    return package.error("config.cfg", section,
                         "mode \"" + mode + "\" of the language \"" + package.language() + "\" is not supported");
  Lemmatizer lemmatizer(*procedure, *std::move(tables));
  lemmatizer.overwrites_ = package.config().boolean(section, "overwrite").value_or(false);
  if (Status status = lemmatizer.read_tables(package, *component); !status) return std::move(status).error();
  return lemmatizer;
}

// Without the tables that spaCy demands of a package, it would give no lemmas but an error.
Status Lemmatizer::read_tables(const Package& package, const std::string& component) {
  if (procedure_ != Procedure::lookup) tables_.read_lists();
  if (procedure_ == Procedure::rules || procedure_ == Procedure::english)
    return tables_.expect(package, component, {"lemma_rules"});
  tables_.read_lookup();
  if (procedure_ == Procedure::lookup) return tables_.expect(package, component, {"lemma_lookup"});
  return tables_.expect(package, component, {"lemma_lookup", "lemma_rules", "lemma_exc", "lemma_index"});
}

std::string Lemmatizer::compute(const Lexeme& lexeme, Pos pos, const Morphology* morphology) const {
  if (procedure_ == Procedure::lookup) {
    const std::string_view* found = tables_.look_up(lexeme.ids.orth);
    return std::string(found == nullptr ? lexeme.text : *found);
  }
  if (procedure_ == Procedure::french) return french_lemma(lexeme, pos, tables_);
  const bool may_be_base_form = procedure_ == Procedure::english && pos != Pos::none && pos != Pos::space;
  if (may_be_base_form && is_english_base_form(pos, morphology)) return std::string(lexeme.lower);
  return lemma_by_rules(lexeme, pos, tables_);
}

namespace {

bool is_derived(std::string_view lower, const LemmaLists& lists) {
  return lists.exceptions.contains(lower) || std::ranges::any_of(lists.rules, [&](const SuffixRule& rule) {
           const std::string base = rule.apply(lower);
           return !base.empty() && lists.index.contains(base);
         });
}

}  // namespace

bool Lemmatizer::knows(std::string_view lower) const {
  for (const Pos pos : {Pos::verb, Pos::adj, Pos::adv})
    if (tables_.of(pos).index.contains(lower) || is_derived(lower, tables_.of(pos))) return true;
  const LemmaLists& nouns = tables_.of(Pos::noun);
  return !nouns.index.contains(lower) && is_derived(lower, nouns);
}

Lemma Lemmatizer::find(const Lexicon& lexicon, LexemeId id, Pos pos, const Morphology* morphology,
                       LemmaCache& cache) const {
  const uint32_t key = uint32_t(pos) << 16 | (morphology ? morphology->number + 1u : 0);
  return cache.find_or(lexicon, id, key, [&] { return compute(lexicon[id], pos, morphology); });
}

}  // namespace verbale
