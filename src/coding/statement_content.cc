// Each frame of the table names a shape of complement; the first shape that the parse shows is the content.
#include "coding/statement_content.h"

#include <algorithm>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

using Pieces = std::vector<TokenRange>;

constexpr uint32_t kClauseDistanceMax = 14;

void add(const Document& doc, Pieces& pieces, TokenRange range) {
  range = without_edges(doc, range);
  const bool only_mark = range.size() == 1 && has_dep(doc.tokens[range.begin], {Dep::mark, Dep::cc});
  if (range.size() > 0 && !only_mark) pieces.push_back(range);
}

// The range without a hole in it: what is left of the hole, and what is right.
Pieces cut(const Document& doc, TokenRange range, TokenRange hole) {
  Pieces pieces;
  if (hole.begin >= range.end || hole.end <= range.begin) {
    add(doc, pieces, range);
    return pieces;
  }
  add(doc, pieces, {range.begin, std::max(range.begin, hole.begin)});
  add(doc, pieces, {std::min(range.end, hole.end), range.end});
  return pieces;
}

// The cue with its speaker, its auxiliaries and the modifiers beside it: what is not said but says who said it.
TokenRange reporting_part(const Document& doc, const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) {
  TokenRange part = cue.words;
  const auto take = [&](TokenRange range) {
    part = {std::min(part.begin, range.begin), std::max(part.end, range.end)};
  };
  if (speaker) {
    const TokenId gap = speaker->tokens.begin >= part.end ? speaker->tokens.begin - part.end : 0;
    if (gap < 3) take(speaker->tokens);
  }
  for_each_child(doc, cue.token, [&](TokenId child) {
    if (has_dep(doc.tokens[child], {Dep::nsubj, Dep::nsubjpass, Dep::aux, Dep::neg, Dep::advmod, Dep::npadvmod,
                                    Dep::prep, Dep::dative, Dep::dobj, Dep::agent, Dep::mark}))
      take(subtree(doc, child));
  });
  return part;
}

TokenRange cue_hole(const Document& doc, const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) {
  TokenRange hole = cue.words;
  if (speaker && doc.tokens[speaker->head].head == cue.token)
    hole = {std::min(hole.begin, speaker->tokens.begin), std::max(hole.end, speaker->tokens.end)};
  return hole;
}

// "tells his voters at the market to stay": what stands between object and infinitive makes it look like a purpose.
bool follows_object(const Document& doc, const StatementCue& cue, TokenId clause) {
  const TokenId object = child_with(doc, cue.token, {Dep::dobj});
  return object != kNone && object > cue.token && object < clause && !follows(doc, doc.tokens[clause].left_edge, ",");
}

bool is_content_clause(const Document& doc, const StatementCue& cue, TokenId child) {
  const Token& token = doc.tokens[child];
  if (child == cue.particle) return false;
  const bool infinitive = is_infinitive(doc, child);
  if (token.dep == Dep::advcl) return infinitive && cue.takes(kObjectTo) && follows_object(doc, cue, child);
  if (token.dep == Dep::ccomp)
    return cue.takes(infinitive ? kClause | kTo | kObjectTo | kLike : kClause | kQuote | kLike);
  return token.dep == Dep::xcomp && cue.takes(infinitive ? kTo | kObjectTo : kClause | kLike);
}

// "said at the time that this shows …": a clause with a subject of its own is no relative clause of the noun before it.
bool is_no_relative(const Document& doc, TokenId that) {
  const TokenId verb = doc.tokens[that].head;
  const TokenId subject = child_with(doc, verb, {Dep::nsubj, Dep::nsubjpass});
  return doc.tokens[verb].dep == Dep::relcl && subject != kNone && subject != that &&
         (!is_verbal(doc.tokens[verb]) || (doc.tokens[that].dep != Dep::dobj && doc.tokens[that].dep != Dep::pobj));
}

// "stressed on many occasions as an alliance that it …": the clause that the parse hung on a noun in between.
TokenId misplaced_clause(const Document& doc, const StatementCue& cue) {
  if (!cue.takes(kClause)) return kNone;
  const TokenId end = std::min<TokenId>(doc.tokens[cue.token].right_edge, cue.token + kClauseDistanceMax);
  for (TokenId t = cue.words.end; t <= end; ++t) {
    const Token& token = doc.tokens[t];
    if (token.lower == "that" && token.head > t && (token.dep == Dep::mark || is_no_relative(doc, t)))
      return token.head;
    if (token.pos == Pos::verb || token.pos == Pos::punct) return kNone;
  }
  return kNone;
}

// "It denied Monday that", "promised voters to": the object that stands between cue and clause.
TokenRange with_object(const Document& doc, const StatementCue& cue, TokenId clause) {
  TokenRange range = subtree(doc, clause);
  const bool subject = child_with(doc, clause, {Dep::nsubj, Dep::nsubjpass, Dep::expl}) != kNone;
  // "cited remarks the mayor had made": without "that" beside the object, its relative clause.
  if (const TokenId object = child_with(doc, cue.token, {Dep::dobj});
      subject && cue.takes(kObject) && object != kNone && doc.tokens[object].right_edge + 1 == range.begin)
    return {doc.tokens[object].left_edge, range.end};
  if (!cue.takes(kObjectTo | kLike | kClause) || (cue.takes(kAddressee) && !is_infinitive(doc, clause)) || subject)
    return range;
  if (cue.takes(kTo) && is_infinitive(doc, clause)) return range;
  const TokenId object = child_with(doc, cue.token, {Dep::dobj});
  if (object != kNone && object < clause) range.begin = std::min(range.begin, doc.tokens[object].left_edge);
  return range;
}

// The clauses on one side of the cue are one passage; what stands between two of them belongs to it.
Pieces clause_content(const Document& doc, const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) {
  TokenRange left{kNone, 0};
  TokenRange right{kNone, 0};
  const auto take = [&](TokenId clause) {
    TokenRange& side = clause < cue.token ? left : right;
    const TokenRange range = with_object(doc, cue, clause);
    side = {std::min(side.begin, range.begin), std::max(side.end, range.end)};
  };
  for_each_child(doc, cue.token, [&](TokenId child) {
    if (is_content_clause(doc, cue, child)) take(child);
  });
  if (left.end == 0 && right.end == 0)
    if (const TokenId clause = misplaced_clause(doc, cue); clause != kNone)
      right = {doc.tokens[clause].left_edge, doc.tokens[clause].right_edge + 1};
  Pieces pieces;
  for (TokenRange side : {left, right})
    if (side.end > 0)
      for (TokenRange piece : cut(doc, side, cue_hole(doc, cue, speaker))) pieces.push_back(piece);
  return pieces;
}

Pieces particle_content(const Document& doc, const StatementCue& cue) {
  Pieces pieces;
  if (cue.particle == kNone) return pieces;
  const TokenId object = child_with(doc, cue.particle, {Dep::pobj, Dep::pcomp});
  if (object == kNone) return pieces;
  TokenRange range = subtree(doc, object);
  // "attacked the plan as a fraud": what is attacked belongs to what is said.
  if (const TokenId first = child_with(doc, cue.token, {Dep::dobj});
      first != kNone && first > cue.token && first < cue.particle && cue.takes(kObject))
    range.begin = doc.tokens[first].left_edge;
  const TokenId act = child_with(doc, cue.token, {Dep::xcomp, Dep::advcl});
  const bool next = act != kNone && act > object && doc.tokens[act].left_edge == doc.tokens[object].right_edge + 1;
  if (next && cue.takes(kObjectTo) && is_infinitive(doc, act))
    range.end = std::max(range.end, doc.tokens[act].right_edge + 1);
  add(doc, pieces, range);
  return pieces;
}

bool has_quote(const Document& doc, TokenRange range) {
  for (TokenId t = range.begin; t < range.end; ++t)
    if (is_one_of(doc.tokens[t].lower, {"“", "\"", "''", "``", "‘"})) return true;
  return false;
}

Pieces object_content(const Document& doc, const StatementCue& cue) {
  Pieces pieces;
  const TokenId object = child_with(doc, cue.token, {Dep::dobj, Dep::oprd});
  if (object == kNone || object < cue.token || doc.tokens[object].pos == Pos::adp) return pieces;
  TokenRange range = subtree(doc, object);
  if (is_one_of(doc.tokens[range.begin].lower, {"outside", "inside"})) return pieces;  // "protested outside parliament"
  bool named = false;
  for_each_child(doc, cue.token, [&](TokenId child) {
    const Token& token = doc.tokens[child];
    const bool likened =
        token.dep == Dep::oprd || (token.dep == Dep::prep && is_one_of(token.lower, {"as", "of", "to", "with"}));
    if (child > object && cue.takes(kLike) && likened) range.end = std::max(range.end, token.right_edge + 1);
    named = named || (likened && child > cue.token);
  });
  if (!cue.takes(kObject) && !named && !has_quote(doc, range)) return pieces;  // "called the office"
  const bool pronoun = range.size() == 1 && doc.tokens[object].pos == Pos::pron;
  if (!pronoun || cue.takes(kObject)) add(doc, pieces, range);  // "as he called it" says nothing
  return pieces;
}

// "The raid was condemned by Oslo": what the passive verb is about.
Pieces passive_content(const Document& doc, const StatementCue& cue) {
  Pieces pieces;
  const Token& verb = doc.tokens[cue.token];
  if (child_with(doc, cue.token, {Dep::agent}) == kNone) return pieces;
  const TokenId subject = child_with(doc, cue.token, {Dep::nsubjpass});
  if (subject != kNone)
    add(doc, pieces, subtree(doc, subject));
  else if (verb.dep == Dep::acl)
    add(doc, pieces, {doc.tokens[verb.head].left_edge, cue.words.begin});
  return pieces;
}

// "is said to be in the city": the subject and what is said of it.
Pieces raised_content(const Document& doc, const StatementCue& cue) {
  Pieces pieces;
  const TokenId subject = child_with(doc, cue.token, {Dep::nsubjpass});
  const TokenId act = child_with(doc, cue.token, {Dep::xcomp});
  if (subject == kNone || act == kNone || !cue.takes(kPassive)) return pieces;
  add(doc, pieces, subtree(doc, subject));
  add(doc, pieces, subtree(doc, act));
  return pieces;
}

bool is_passive(const Document& doc, TokenId verb) {
  return child_with(doc, verb, {Dep::auxpass, Dep::nsubjpass, Dep::agent}) != kNone;
}

Pieces verb_content(const Document& doc, const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) {
  if (is_passive(doc, cue.token)) {
    if (Pieces raised = raised_content(doc, cue); !raised.empty()) return raised;
    if (cue.takes(kObject | kLike))
      if (Pieces passive = passive_content(doc, cue); !passive.empty()) return passive;
    return clause_content(doc, cue, speaker);
  }
  if (cue.particle != kNone && cue.takes(kObject | kObjectTo))
    if (Pieces pieces = particle_content(doc, cue); !pieces.empty()) return pieces;
  if (cue.takes(kObject) && !cue.takes(kClause | kTo | kObjectTo))  // a clause beside the object is none of it
    if (Pieces pieces = object_content(doc, cue); !pieces.empty()) return pieces;
  if (Pieces pieces = clause_content(doc, cue, speaker); !pieces.empty()) return pieces;
  return cue.takes(kObject | kLike) ? object_content(doc, cue) : Pieces{};
}

// What the particle of a noun or adjective governs ("criticism of the plan"), or its clause.
Pieces noun_content(const Document& doc, const StatementCue& cue) {
  Pieces pieces;
  if (cue.particle != kNone) {
    const TokenId object = child_with(doc, cue.particle, {Dep::pobj, Dep::pcomp});
    if (object != kNone) add(doc, pieces, subtree(doc, object));
    return pieces;
  }
  for_each_child(doc, cue.token, [&](TokenId child) {
    const Token& token = doc.tokens[child];
    if (child < cue.token || !pieces.empty()) return;
    const bool infinitive = is_infinitive(doc, child);
    const bool clause = has_dep(token, {Dep::acl, Dep::ccomp, Dep::relcl, Dep::xcomp});
    const bool that = (doc.tokens[token.left_edge].lower == "that" && doc.tokens[token.left_edge].dep == Dep::mark) ||
                      (cue.form == CueForm::adjective && token.dep == Dep::ccomp);
    if (clause && infinitive && cue.takes(kTo)) add(doc, pieces, subtree(doc, child));
    if (clause && that && cue.takes(kClause)) add(doc, pieces, subtree(doc, child));
  });
  // "was adamant that …": the parse may give the clause to the copula.
  if (cue.form == CueForm::adjective && pieces.empty() && cue.takes(kClause))
    if (const TokenId clause = child_with(doc, cue.predicate, {Dep::ccomp}); clause != kNone && clause > cue.token)
      add(doc, pieces, subtree(doc, clause));
  return pieces;
}

// The clause that an "according to …" is attached to, without it.
Pieces phrase_content(const Document& doc, const StatementCue& cue, const std::optional<SpeakerPhrase>& speaker) {
  TokenRange hole = cue.words;
  if (speaker) hole.end = std::max(hole.end, speaker->tokens.end);
  TokenId governor = doc.tokens[cue.token].head;
  while (!is_verb_of_statement(doc.tokens[governor]) && doc.tokens[governor].pos != Pos::aux &&
         doc.tokens[governor].head != governor)
    governor = doc.tokens[governor].head;
  const Token& token = doc.tokens[governor];
  const bool whole = has_dep(token, {Dep::root, Dep::xcomp, Dep::pcomp, Dep::acl, Dep::advcl}) ||
                     hole.begin == doc.sentences[token.sentence].tokens.begin;
  const TokenRange clause = whole ? doc.sentences[token.sentence].tokens : subtree(doc, governor);
  return cut(doc, clause, hole);
}

}  // namespace

std::vector<TokenRange> find_complement(const Document& doc, const StatementCue& cue,
                                        const std::optional<SpeakerPhrase>& speaker) {
  switch (cue.form) {
    case CueForm::verb:
      return verb_content(doc, cue, speaker);
    case CueForm::noun:
    case CueForm::adjective:
      return noun_content(doc, cue);
    case CueForm::phrase:
      return phrase_content(doc, cue, speaker);
  }
  return {};
}

std::vector<TokenRange> find_surrounding(const Document& doc, const StatementCue& cue,
                                         const std::optional<SpeakerPhrase>& speaker, TokenRange sentence) {
  if (!cue.takes(kClause) || !speaker || cue.form != CueForm::verb) return {};
  const std::string_view tag = doc.tokens[cue.token].tag;
  if (tag != "VBD" && tag != "VBZ" && tag != "VBP") return {};
  if (!cue.takes(kAddressee) && child_with(doc, cue.token, {Dep::dobj}) != kNone) return {};
  TokenRange part = reporting_part(doc, cue, speaker);
  const auto stands = [&](TokenId t, std::string_view mark) { return t < sentence.end && doc.tokens[t].lower == mark; };
  part.end = std::min<TokenId>(word_after(doc, part.end - 1), sentence.end);
  const bool comma_before = part.begin > sentence.begin && follows(doc, part.begin, ",");
  const bool closed =
      part.end >= sentence.end || stands(part.end, ",") || stands(part.end, ".") || ends_paragraph(doc, part.end);
  if (!comma_before || !closed) return {};
  return cut(doc, sentence, part);
}

}  // namespace verbale
