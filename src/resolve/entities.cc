// Puts mentions together, from the surest link to the least sure: names, nouns that point back, pronouns. A link that
// leaves two readings open is not made: two actors that are one reader's guess apart do less harm than one actor that
// is two.
#include "resolve/entities.h"

#include <algorithm>
#include <iterator>

#include "resolve/entity_drafts.h"
#include "resolve/things.h"

namespace verbale {
namespace {

constexpr size_t kMentionsMax = 8192;

// Comparing every name with every entity grows with the square: hostile articles are cut, and say so.
void keep_budget(Document& doc, EntityDrafts& drafts) {
  if (drafts.candidates.size() <= kMentionsMax) return;
  const Span last = doc.span_of(drafts.candidates[kMentionsMax].tokens);
  doc.notes.push_back(
      {NoteKind::cut, "more mentions of actors than the budget", Span{last.begin, uint32_t(doc.text.size())}});
  drafts.candidates.resize(kMentionsMax);
}

// Candidates without an entity by now are things too: "the country" when nobody knows which.
void add_things(const Document& doc, const ActorScan& scan, EntityDrafts& drafts) {
  std::vector<Candidate>& candidates = drafts.candidates;
  for (Candidate& c : candidates)
    if (c.entity == kNone && c.form != MentionForm::pronoun) c.is_recorded = false;
  std::vector<Candidate> things = collect_things(doc, scan, candidates);
  candidates.insert(candidates.end(), std::make_move_iterator(things.begin()), std::make_move_iterator(things.end()));
  std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
  });
  link_things(doc, drafts);
}

EntityDrafts resolve(const ActorTables& tables, Document& doc) {
  const ActorScan scan = scan_actors(tables, doc);
  EntityDrafts drafts;
  drafts.candidates = collect_mentions(tables, doc, scan);
  keep_budget(doc, drafts);

  link_names(tables, doc, scan, drafts);
  link_nouns(tables, doc, scan.context, drafts);
  add_things(doc, scan, drafts);
  resolve_pronouns(tables, doc, drafts);
  link_author(doc, drafts);
  code_by_owners(tables, doc, drafts);
  guess_countries(tables, doc, drafts);
  return drafts;
}

// A name takes an apposition behind it into the phrase, but no clause.
TokenId end_of_name(const Document& doc, const Candidate& c, TokenId phrase_end) {
  for (TokenId t = c.tokens.end; t < phrase_end; ++t)
    if (doc.tokens[t].head == c.head && doc.tokens[t].dep == Dep::appos) return phrase_end;
  return c.tokens.end;
}

TokenRange extent_of(const Document& doc, const Candidate& c) {
  const Dep dep = doc.tokens[c.head].dep;
  const bool is_modifier = dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod;
  if (c.form == MentionForm::pronoun || is_modifier) return c.tokens;
  const TokenRange phrase = phrase_of_noun(doc, c.head);
  if (c.form == MentionForm::name) return {std::min(phrase.begin, c.tokens.begin), end_of_name(doc, c, phrase.end)};
  return {std::min(phrase.begin, c.tokens.begin), std::max(phrase.end, c.tokens.end)};
}

}  // namespace

void find_entities(const ActorTables& tables, Document& doc) {
  EntityDrafts drafts = resolve(tables, doc);
  write_entities(tables, drafts, doc);
}

std::vector<std::vector<TokenRange>> find_chains(const ActorTables& tables, Document& doc) {
  const EntityDrafts drafts = resolve(tables, doc);
  std::vector<std::vector<TokenRange>> chains(drafts.entities.size());
  for (const Candidate& c : drafts.candidates)
    if (c.entity != kNone && c.apposed_to == kNone) chains[c.entity].push_back(extent_of(doc, c));
  return chains;
}

}  // namespace verbale
