// The order of the candidates decides, and is spaCy's: forms of the word list, last found first; forms that are no
// words, in the order of the rules; exceptions before both; then what the rules made of unknown words; then the text.
#include "language/lemmatizer.h"

#include <algorithm>
#include <cstring>

#include "language/unicode.h"

namespace verbale {
namespace {

constexpr std::string_view kComponent = "lemmatizer";
constexpr std::string_view kFile = "lemmatizer/lookups/lookups.bin";

// Languages whose packages expect a procedure of their own in mode "rule".
constexpr std::string_view kOwnProcedures[] = {"ca", "el", "es", "fr", "ht", "mk", "nl"};

bool has_own_procedure(std::string_view language) {
  return std::find(std::begin(kOwnProcedures), std::end(kOwnProcedures), language) != std::end(kOwnProcedures);
}

// English: forms that need no further analysis.
bool is_base_form(Pos pos, const Morphology* morphology) {
  if (morphology == nullptr) return false;
  const std::string_view verb_form = morphology->value("VerbForm");
  if (pos == Pos::noun && morphology->value("Number") == "Sing") return true;
  if (pos == Pos::verb && verb_form == "Fin" && morphology->value("Tense") == "Pres" &&
      morphology->value("Number").empty())
    return true;
  return verb_form == "Inf" || verb_form == "None" || morphology->value("Degree") == "Pos";
}

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

Lemma describe(const std::string& lemma, const Lexeme& lexeme) {
  if (lemma == lexeme.text) return {Lemma::Is::the_text, {}};
  if (lemma == lexeme.lower) return {Lemma::Is::the_lower_case, {}};
  return {Lemma::Is::another, lemma};
}

}  // namespace

// ---- cache -----------------------------------------------------------------------------------------------------

void LemmaCache::follow(const Lexicon& lexicon) {
  if (generation_ != lexicon.generation()) {
    generation_ = lexicon.generation();
    first_.clear();
    others_.clear();
    memory_.release();
  }
  if (first_.size() < lexicon.size()) first_.resize(lexicon.size());
}

std::string_view LemmaCache::keep(std::string_view text) {
  if (text.empty()) return {};
  auto* copy = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::memcpy(copy, text.data(), text.size());
  return {copy, text.size()};
}

// ---- opening ---------------------------------------------------------------------------------------------------

Result<Lemmatizer> Lemmatizer::open(const Package& package) {
  Result<LookupTables> tables = LookupTables::open(package, kFile);
  if (!tables) return std::move(tables).error();
  Lemmatizer lemmatizer(*std::move(tables));
  if (!package.runs(kComponent)) return lemmatizer;

  const auto mode = package.config().text("components.lemmatizer", "mode").value_or("lookup");
  if ((mode != "rule" && mode != "lookup") || (mode == "rule" && has_own_procedure(package.language())))
    return package.error("config.cfg", "components.lemmatizer",
                         "mode \"" + mode + "\" of the language \"" + package.language() + "\" is not supported");
  lemmatizer.mode_ = mode == "rule" ? Mode::rule : Mode::lookup;
  lemmatizer.knows_base_forms_ = package.language() == "en";
  if (lemmatizer.mode_ == Mode::rule)
    lemmatizer.read_lists();
  else
    lemmatizer.read_lookup();
  return lemmatizer;
}

void Lemmatizer::read_lists() {
  for (size_t pos = 0; pos < kPosCount; ++pos) {
    const std::string name = to_lower(to_label(Pos(pos)));
    if (name.empty()) continue;
    Lists& lists = lists_[pos];
    for (const MsgpackValue word : LookupTables::row(tables_.table("lemma_index"), name))
      lists.index.insert(word.text().value_or(""));
    for (const auto [form, lemmas] : LookupTables::row(tables_.table("lemma_exc"), name).entries())
      for (const MsgpackValue lemma : lemmas)
        lists.exceptions[form.text().value_or("")].push_back(lemma.text().value_or(""));
    for (const MsgpackValue rule : LookupTables::row(tables_.table("lemma_rules"), name)) {
      const auto part = [&](MsgpackValue::Iterator at) { return (*at).text().value_or(""); };
      if (rule.size() == 2) lists.rules.push_back({part(rule.begin()), part(++rule.begin())});
    }
  }
}

void Lemmatizer::read_lookup() {
  for (const auto [form, lemma] : tables_.table("lemma_lookup").entries())
    if (const auto id = form.unsigned_integer()) lookup_.emplace(*id, lemma.text().value_or(""));
}

// ---- finding ---------------------------------------------------------------------------------------------------

std::string Lemmatizer::by_rules(const Lexeme& lexeme, const Lists& lists) const {
  std::vector<std::string> forms, unknown;
  for (const SuffixRule& rule : lists.rules) {
    if (!lexeme.lower.ends_with(rule.suffix)) continue;
    std::string form(lexeme.lower.substr(0, lexeme.lower.size() - rule.suffix.size()));
    form += rule.replacement;
    if (form.empty()) continue;
    if (lists.index.contains(form))
      forms.insert(forms.begin(), std::move(form));
    else
      (is_alphabetic(form) ? unknown : forms).push_back(std::move(form));
  }
  remove_repeated(forms);

  if (const auto exceptions = lists.exceptions.find(lexeme.lower); exceptions != lists.exceptions.end())
    for (const std::string_view lemma : exceptions->second)
      if (std::find(forms.begin(), forms.end(), lemma) == forms.end()) forms.insert(forms.begin(), std::string(lemma));

  if (!forms.empty()) return std::move(forms.front());
  return unknown.empty() ? std::string(lexeme.text) : std::move(unknown.front());
}

std::string Lemmatizer::compute(const Lexeme& lexeme, Pos pos, const Morphology* morphology) const {
  if (mode_ == Mode::lookup) {
    const auto found = lookup_.find(lexeme.ids.orth);
    return std::string(found == lookup_.end() ? lexeme.text : found->second);
  }
  if (pos == Pos::none || pos == Pos::space) return std::string(lexeme.lower);
  if (knows_base_forms_ && is_base_form(pos, morphology)) return std::string(lexeme.lower);
  const Lists& lists = lists_[size_t(pos)];
  if (!lists.empty()) return by_rules(lexeme, lists);
  return std::string(pos == Pos::propn ? lexeme.text : lexeme.lower);
}

Lemma Lemmatizer::find(const Lexicon& lexicon, LexemeId id, Pos pos, const Morphology* morphology,
                       LemmaCache& cache) const {
  cache.follow(lexicon);
  const uint32_t key = uint32_t(pos) << 16 | (morphology ? morphology->number + 1u : 0);
  LemmaCache::Entry& first = cache.first_[id];
  if (first.key == key) [[likely]]
    return first.lemma;

  const bool is_first = first.key == UINT32_MAX;
  const uint64_t full_key = uint64_t(id) << 32 | key;
  if (!is_first)
    if (const auto found = cache.others_.find(full_key); found != cache.others_.end()) return found->second;

  const std::string computed = compute(lexicon[id], pos, morphology);
  Lemma lemma = describe(computed, lexicon[id]);
  lemma.text = cache.keep(lemma.text);
  if (is_first)
    first = {key, lemma};
  else
    cache.others_.emplace(full_key, lemma);
  return lemma;
}

}  // namespace verbale
