// Rows are keyed by the parts of speech in lower case.
#include "language/lemma_tables.h"

#include "language/unicode.h"

namespace verbale {
namespace {

std::string file_of(std::string_view component) { return std::string(component) + "/lookups/lookups.bin"; }

std::string_view first_text(MsgpackValue value) {
  if (value.is_list()) return value.size() == 0 ? std::string_view() : (*value.begin()).text().value_or("");
  return value.text().value_or("");
}

}  // namespace

std::string SuffixRule::apply(std::string_view form) const {
  if (!form.ends_with(suffix)) return {};
  std::string changed(form.substr(0, form.size() - suffix.size()));
  changed += replacement;
  return changed;
}

Result<LemmaTables> LemmaTables::open(const Package& package, std::string_view component) {
  Result<LookupTables> tables = LookupTables::open(package, file_of(component));
  if (!tables) return std::move(tables).error();
  return LemmaTables(*std::move(tables));
}

Status LemmaTables::expect(const Package& package, std::string_view component,
                           std::initializer_list<std::string_view> tables) const {
  for (const std::string_view table : tables)
    if (!tables_.table(table).is_map()) return package.error(file_of(component), table, "the table is missing");
  return {};
}

void LemmaTables::read_lists() {
  for (size_t pos = 0; pos < kPosCount; ++pos)
    if (const std::string name = to_lower(to_label(Pos(pos))); !name.empty()) lists_[pos] = read_lists_of(name);
}

LemmaLists LemmaTables::read_lists_of(std::string_view pos) const {
  LemmaLists lists;
  const MsgpackValue index = LookupTables::row(tables_.table("lemma_index"), pos);
  lists.index.reserve(index.size());
  for (const MsgpackValue word : index) lists.index.insert(word.text().value_or(""));

  const MsgpackValue exceptions = LookupTables::row(tables_.table("lemma_exc"), pos);
  lists.exceptions.reserve(exceptions.size());
  for (const auto [form, lemmas] : exceptions.entries())
    if (lemmas.is_list() && lemmas.size() > 0) lists.exceptions.emplace(form.text().value_or(""), lemmas);

  for (const MsgpackValue rule : LookupTables::row(tables_.table("lemma_rules"), pos)) {
    const auto part = [](MsgpackValue::Iterator at) { return (*at).text().value_or(""); };
    if (rule.size() == 2) lists.rules.push_back({part(rule.begin()), part(++rule.begin())});
  }
  return lists;
}

void LemmaTables::read_lookup() {
  const MsgpackValue table = tables_.table("lemma_lookup");
  lookup_.reserve(table.size());
  for (const auto [form, lemma] : table.entries())
    if (const auto id = form.unsigned_integer()) lookup_.emplace(*id, first_text(lemma));
}

const std::string_view* LemmaTables::look_up(StringId form) const {
  const auto found = lookup_.find(form);
  return found == lookup_.end() ? nullptr : &found->second;
}

}  // namespace verbale
