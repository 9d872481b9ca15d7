// Phrases are found by their first word, in any of the forms that the parse gives: lower-cased text, lemma, and names
// (whose lemma keeps capitals and plural) without their final s.
#include <algorithm>
#include <array>

#include "coding/contexts.h"
#include "coding/phrases.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 37> kContexts = {"military",
                                                        "intelligence",
                                                        "executive",
                                                        "legislative",
                                                        "election",
                                                        "political_institutions",
                                                        "pro_democracy",
                                                        "pro_autocracy",
                                                        "economic",
                                                        "legal",
                                                        "reparations",
                                                        "human_rights",
                                                        "rights_freedoms",
                                                        "repression",
                                                        "human_security",
                                                        "gender",
                                                        "lgbt",
                                                        "religion_ethnicity",
                                                        "inequality",
                                                        "diplomatic",
                                                        "territory",
                                                        "peacekeeping",
                                                        "health",
                                                        "asylum",
                                                        "migration",
                                                        "disasters",
                                                        "natural_resource",
                                                        "environment",
                                                        "technology",
                                                        "terrorism",
                                                        "cbrn",
                                                        "cyber",
                                                        "misinformation",
                                                        "crime",
                                                        "corruption",
                                                        "illegal_drugs",
                                                        "trafficking"};

bool is_context(std::string_view name) {
  return std::find(kContexts.begin(), kContexts.end(), name) != kContexts.end();
}

std::string_view without_s(std::string_view word) {
  return word.size() > 3 && word.ends_with('s') ? word.substr(0, word.size() - 1) : word;
}

bool is_word(const Token& token, std::string_view word) {
  if (word.front() == '\'' && token.lower.starts_with("’")) return token.lower.substr(3) == word.substr(1);
  return token.lower == word || token.lemma == word || (token.pos == Pos::propn && without_s(token.lower) == word);
}

bool matches(const Document& doc, TokenId at, TokenId end, const std::vector<std::string_view>& words) {
  if (at + words.size() > end) return false;
  for (size_t i = 0; i < words.size(); ++i)
    if (!is_word(doc.tokens[at + i], words[i])) return false;
  return true;
}

bool has_part_of_speech(const Token& token, Pos pos) {
  if (pos == Pos::none || token.pos == pos) return true;
  return pos == Pos::noun && token.pos == Pos::propn;
}

bool is_excluded(const Document& doc, TokenRange sentence, const ContextRow& row) {
  for (const auto& words : row.unless)
    for (TokenId t = sentence.begin; t < sentence.end; ++t)
      if (matches(doc, t, sentence.end, words)) return true;
  return false;
}

}  // namespace

void ContextLexicon::find(const Document& doc, uint32_t sentence, std::vector<ContextHit>& hits) const {
  const TokenRange range = doc.sentences[sentence].tokens;
  for (TokenId t = range.begin; t < range.end; ++t) {
    const Token& token = doc.tokens[t];
    if (token.pos == Pos::punct || token.pos == Pos::space) continue;
    const size_t before = hits.size();
    find_at(doc, t, range.end, token.lower, hits);
    if (token.lemma != token.lower) find_at(doc, t, range.end, token.lemma, hits);
    if (token.pos == Pos::propn && hits.size() == before) find_at(doc, t, range.end, without_s(token.lower), hits);
  }
  std::erase_if(hits, [&](const ContextHit& hit) {
    return range.contains(hit.tokens.begin) && is_excluded(doc, range, *hit.row);
  });
}

void ContextLexicon::find_at(const Document& doc, TokenId token, TokenId end, std::string_view key,
                             std::vector<ContextHit>& hits) const {
  const auto found = by_first_word_.find(key);
  if (found == by_first_word_.end()) return;
  const size_t before = hits.size();
  for (uint32_t index : found->second) {
    const ContextRow& row = rows_[index];
    if (!matches(doc, token, end, row.words)) continue;
    const TokenRange range{token, TokenId(token + row.words.size())};
    if (!has_part_of_speech(doc.tokens[range.end - 1], row.pos)) continue;
    const bool longer = std::any_of(hits.begin() + std::ptrdiff_t(before), hits.end(),
                                    [&](const ContextHit& hit) { return hit.row->context == row.context; });
    if (!longer) hits.push_back({&row, range});
  }
}

Status ContextLexicon::read(const Table& table) {
  for (size_t row = 0; row < table.rows(); ++row) {
    ContextRow entry;
    std::string_view phrase = table.cell(row, "phrase");
    if (const size_t slash = phrase.rfind('/'); slash != std::string_view::npos) {
      const char mark = slash + 1 < phrase.size() ? phrase[slash + 1] : ' ';
      entry.pos = mark == 'n' ? Pos::noun : mark == 'v' ? Pos::verb : mark == 'a' ? Pos::adj : Pos::none;
      if (entry.pos == Pos::none) return table_error(table, row, "a part of speech is /n, /v or /a");
      phrase = phrase.substr(0, slash);
    }
    entry.name = table.row_name(row);
    entry.words = split_phrase(phrase);
    entry.context = table.cell(row, "context");
    const std::string_view strength = table.cell(row, "strength");
    if (entry.words.empty()) return table_error(table, row, "the row has no phrase");
    if (!is_context(entry.context)) return table_error(table, row, "there is no such context");
    if (strength != "strong" && strength != "weak") return table_error(table, row, "the strength is strong or weak");
    entry.strong = strength == "strong";
    for (std::string_view word : split_list(table.cell(row, "unless"))) entry.unless.push_back(split_phrase(word));
    entry.example = table.cell(row, "example");
    rows_.push_back(std::move(entry));
  }
  return {};
}

void ContextLexicon::index_rows() {
  for (uint32_t i = 0; i < rows_.size(); ++i) by_first_word_[rows_[i].words.front()].push_back(i);
  for (auto& [word, indices] : by_first_word_)
    std::stable_sort(indices.begin(), indices.end(),
                     [&](uint32_t a, uint32_t b) { return rows_[a].words.size() > rows_[b].words.size(); });
}

Result<ContextLexicon> ContextLexicon::open(const Knowledge& knowledge) {
  ContextLexicon lexicon;
  for (const Table* table : knowledge.in_folder("contexts")) {
    if (!table->column("phrase")) continue;
    if (Status status = lexicon.read(*table); !status) return std::move(status).error();
  }
  if (lexicon.rows_.empty()) return Error(Error::Kind::knowledge, "there are no tables of contexts");
  lexicon.index_rows();
  return lexicon;
}

}  // namespace verbale
