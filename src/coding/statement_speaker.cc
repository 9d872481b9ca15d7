// The subject is the first answer: the verb's own, that of the verb it is joined to, or that of the verb it completes.
// Around quotations parses are often wrong, so the noun beside the verb is the second answer.
#include "coding/statement_speaker.h"

#include <algorithm>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr int kClimbsMax = 4;

bool is_nominal(const Token& token) {
  return token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::pron ||
         (token.pos == Pos::num || token.tag == "DT");
}

TokenId agent_of(const Document& doc, TokenId verb) {
  const TokenId by = child_with(doc, verb, {Dep::agent});
  return by == kNone ? kNone : child_with(doc, by, {Dep::pobj});
}

bool is_passive(const Document& doc, TokenId verb) {
  return child_with(doc, verb, {Dep::auxpass, Dep::nsubjpass, Dep::agent}) != kNone;
}

// "urged him to say": the object of the governing verb does what the infinitive says.
TokenId controller_of(const Document& doc, TokenId verb) {
  const TokenId object = child_with(doc, verb, {Dep::dobj});
  return object != kNone ? object : subject_of(doc, verb);
}

// "He denied that he was tired, adding that …": after a comma a participle goes on with the speaker of the sentence,
// whatever clause the parse hangs it on.
TokenId outer_subject(const Document& doc, TokenId verb) {
  TokenId subject = kNone;
  for (TokenId t = verb; doc.tokens[t].head != t;) {
    t = doc.tokens[t].head;
    if (const TokenId found = subject_of(doc, t); found != kNone && found < verb) subject = found;
    if (has_dep(doc.tokens[t], {Dep::relcl, Dep::acl})) break;
  }
  return subject;
}

TokenId subject_of_outer(const Document& doc, TokenId verb) {
  TokenId outer = doc.tokens[doc.tokens[verb].head].head;
  while (doc.tokens[outer].head != outer && doc.tokens[outer].tag != doc.tokens[verb].tag)
    outer = doc.tokens[outer].head;
  return subject_of(doc, outer);
}

bool follows_comma(const Document& doc, const StatementCue& cue) { return follows(doc, cue.words.begin, ","); }

TokenId inherited_subject(const Document& doc, TokenId verb) {
  for (int climbs = 0; climbs < kClimbsMax; ++climbs) {
    const Token& token = doc.tokens[verb];
    const TokenId head = token.head;
    if (head == verb) return kNone;
    if (token.dep == Dep::acl) return head;
    if (!has_dep(token,
                 {Dep::conj, Dep::advcl, Dep::xcomp, Dep::pcomp, Dep::ccomp, Dep::dep, Dep::prep, Dep::parataxis}))
      return kNone;
    // "quoted Berg as saying", "jailed Berg for ordering": the object says it.
    const bool object_control =
        (token.dep == Dep::xcomp && token.tag == "VB") ||
        (token.dep == Dep::prep && is_one_of(token.lower, {"as", "of", "for", "with", "from"}) &&
         child_with(doc, head, {Dep::dobj}) != kNone);
    const TokenId subject = object_control ? controller_of(doc, head) : subject_of(doc, head);
    if (subject != kNone) return subject;
    verb = head;
  }
  return kNone;
}

bool is_modifier_of_name(const Token& token) {
  return has_dep(token, {Dep::compound, Dep::det, Dep::amod, Dep::poss, Dep::case_, Dep::nmod, Dep::nummod});
}

// "said Anna Berg, …": the head of the noun phrase that begins after the verb.
TokenId noun_after(const Document& doc, TokenId verb) {
  for (TokenId t = word_after(doc, verb); t != kNone && t < verb + 8; t = word_after(doc, t)) {
    const Token& token = doc.tokens[t];
    if (is_nominal(token) && !is_modifier_of_name(token)) return t;
    if (!is_modifier_of_name(token) && token.pos != Pos::adj && token.pos != Pos::det && token.pos != Pos::propn)
      return kNone;
  }
  return kNone;
}

// "Anna Berg said": the noun that ends where the verb and its auxiliaries begin.
TokenId noun_before(const Document& doc, const StatementCue& cue) {
  TokenId left = word_before(doc, cue.words.begin);
  if (left == kNone) return kNone;
  if (doc.tokens[left].lower == ")") {  // "Anna Berg (Greens) said"
    while (left > 0 && doc.tokens[left].lower != "(") --left;
    if (left-- == 0) return kNone;
  }
  return is_nominal(doc.tokens[left]) && doc.tokens[left].sentence == doc.tokens[cue.token].sentence ? left : kNone;
}

// "From NATO they insist": the place that they speak from is who speaks.
TokenId named_before_they(const Document& doc, TokenId verb, TokenId subject) {
  if (doc.tokens[subject].lower != "they") return kNone;
  TokenId from = kNone;
  for_each_child(doc, verb, [&](TokenId child) {
    if (child < subject && doc.tokens[child].lower == "from") from = child_with(doc, child, {Dep::pobj});
  });
  return from;
}

bool has_auxiliary(const Document& doc, TokenId verb) { return child_with(doc, verb, {Dep::aux}) != kNone; }

// "Asked about the vote, Berg said …": the one who answers is not the one who asks.
TokenId speaker_of_verb(const Document& doc, const StatementCue& cue) {
  const TokenId verb = cue.token;
  if (is_passive(doc, verb)) return agent_of(doc, verb);
  if (doc.tokens[verb].tag == "VBN" && doc.tokens[verb].dep == Dep::advcl && !has_auxiliary(doc, verb)) return kNone;
  if (const TokenId subject = subject_of(doc, verb); subject != kNone) {
    const TokenId from = named_before_they(doc, verb, subject);
    return from != kNone ? from : subject;
  }
  if (doc.tokens[verb].dep == Dep::acl && doc.tokens[verb].tag == "VBN") return agent_of(doc, verb);
  if (is_outer_conjunct(doc, verb))
    if (const TokenId subject = subject_of_outer(doc, verb); subject != kNone) return subject;
  const bool finite = doc.tokens[verb].tag == "VBD" || doc.tokens[verb].tag == "VBZ" || doc.tokens[verb].tag == "VBP";
  if (finite && cue.takes(kQuote | kClause)) {
    if (const TokenId before = noun_before(doc, cue); before != kNone) return before;
    if (const TokenId after = noun_after(doc, verb); after != kNone && doc.tokens[verb].dep != Dep::conj) return after;
  }
  if (doc.tokens[verb].tag == "VBG" && doc.tokens[verb].dep == Dep::advcl && follows_comma(doc, cue))
    if (const TokenId subject = outer_subject(doc, verb); subject != kNone) return subject;
  return inherited_subject(doc, verb);
}

// "Berlin's claim that", "the claim by Berlin that", "they made the claim that".
TokenId speaker_of_noun(const Document& doc, const StatementCue& cue) {
  const TokenId noun = cue.token;
  const TokenId owner = child_with(doc, noun, {Dep::poss});
  const bool own = cue.predicate != kNone && owner != kNone && doc.tokens[owner].pos == Pos::pron;
  if (owner != kNone && !own) return owner;  // "repeated its claim" is the subject's
  TokenId source = kNone;
  for_each_child(doc, noun, [&](TokenId child) {
    const Token& token = doc.tokens[child];
    if (child == cue.particle) return;
    if (token.dep == Dep::prep && (token.lower == "by" || token.lower == "from" || token.lower == "of") &&
        source == kNone)
      source = child_with(doc, child, {Dep::pobj});
  });
  if (source != kNone) return source;
  // "a Northwind Times report that …"
  const TokenId compound = child_with(doc, noun, {Dep::compound});
  if (compound != kNone && compound < noun && doc.tokens[compound].name_type == "ORG") return compound;
  if (cue.predicate == kNone) return kNone;  // who denies a claim does not make it
  const TokenId subject = subject_of(doc, cue.predicate);
  return subject != kNone ? subject : inherited_subject(doc, cue.predicate);
}

// "is opposed to": the parse gives the subject to the participle or to its copula.
TokenId subject_of_state(const Document& doc, TokenId predicate) {
  const TokenId subject = subject_of(doc, predicate);
  const TokenId copula = child_with(doc, predicate, {Dep::auxpass});
  return subject == kNone && copula != kNone ? subject_of(doc, copula) : subject;
}

TokenId speaker_of_phrase(const Document& doc, const StatementCue& cue) {
  const TokenId last = cue.words.end - 1;
  if (const TokenId object = child_with(doc, last, {Dep::pobj, Dep::dobj}); object != kNone) return object;
  return noun_after(doc, last);
}

TokenId speaker_head(const Document& doc, const StatementCue& cue) {
  switch (cue.form) {
    case CueForm::verb:
      return speaker_of_verb(doc, cue);
    case CueForm::noun:
      return speaker_of_noun(doc, cue);
    case CueForm::adjective:
      return subject_of_state(doc, cue.predicate);
    case CueForm::phrase:
      return speaker_of_phrase(doc, cue);
  }
  return kNone;
}

// "Berg this week said", "Berg, speaking in Oslo, said": when and where it was said, not who said it.
bool is_circumstance(const Document& doc, TokenId child) {
  const Token& token = doc.tokens[child];
  if (token.dep == Dep::acl) return is_participle(token) && follows(doc, token.left_edge, ",");
  if (token.dep == Dep::npadvmod) return token.name_type == "DATE";
  if (token.dep == Dep::prep && is_one_of(token.lower, {"like", "unlike"}) && follows(doc, child, ",")) return true;
  const TokenId object = token.dep == Dep::prep ? child_with(doc, child, {Dep::pobj}) : TokenId{kNone};
  return object != kNone && doc.tokens[object].name_type == "DATE";
}

bool is_inner_cue(const Document& doc, TokenId child) {
  return has_dep(doc.tokens[child], {Dep::parataxis, Dep::advcl, Dep::ccomp, Dep::punct, Dep::cc}) ||
         doc.tokens[child].pos == Pos::space || is_circumstance(doc, child);
}

// "Anna Berg (Greens": the bracket that closes belongs to the phrase.
TokenRange closed(const Document& doc, TokenRange range) {
  int open = 0;
  for (TokenId t = range.begin; t < range.end; ++t) open += (doc.tokens[t].lower == "(") - (doc.tokens[t].lower == ")");
  if (open > 0 && range.end < doc.tokens.size() && doc.tokens[range.end].lower == ")") ++range.end;
  return range;
}

}  // namespace

TokenRange noun_phrase(const Document& doc, TokenId head) {
  TokenRange range{head, head + 1};
  bool open = true;
  for (TokenId t = head; t-- > doc.tokens[head].left_edge;) {
    if (ends_paragraph(doc, t) || is_one_of(doc.tokens[t].lower, {"“", "\""})) break;
    if (is_dash(doc.tokens[t]) && doc.tokens[t - 1].space_after) break;
    range.begin = t;
  }
  for (TokenId t = head + 1; t <= doc.tokens[head].right_edge && open; ++t) {
    if (doc.tokens[t].head != head) continue;
    open = !(has_dep(doc.tokens[t], {Dep::parataxis, Dep::advcl, Dep::ccomp}) || ends_paragraph(doc, t));
    if (open && !is_inner_cue(doc, t)) range.end = doc.tokens[t].right_edge + 1;
  }
  return closed(doc, without_edges(doc, range));
}

// A speaker in another line than the cue is a headline or a label: the noun beside the cue is the speaker then.
TokenId in_same_line(const Document& doc, const StatementCue& cue, TokenId head) {
  const TokenId left = std::min(head, cue.token);
  const TokenId right = std::max(head, cue.token);
  for (TokenId t = left; t < right; ++t)
    if (ends_paragraph(doc, t)) return head < cue.token ? noun_before(doc, cue) : TokenId{kNone};
  return head;
}

// Nobody speaks from within the words that are quoted: the noun between the quotation and the cue does, or the one
// behind the cue.
TokenId outside_quotations(const Document& doc, const StatementCue& cue, TokenId head,
                           const QuotationIndex& quotations) {
  const PlacedQuotation* around = quotations.at(head);
  if (around == nullptr || around->tokens.contains(cue.token) || cue.form != CueForm::verb) return head;
  if (around->tokens.end <= cue.token) {
    const TokenId between = noun_after(doc, around->tokens.end - 1);
    if (between != kNone && between < cue.token) return between;
    if (const TokenId before = noun_before(doc, cue); before != kNone && quotations.at(before) == nullptr)
      return before;
  }
  return noun_after(doc, cue.token);
}

// "Berg this week promised …": no day speaks.
TokenId no_time(const Document& doc, TokenId head) {
  if (!is_one_of(doc.tokens[head].name_type, {"DATE", "TIME"})) return head;
  const TokenId before = word_before(doc, doc.tokens[head].left_edge);
  return before != kNone && is_nominal(doc.tokens[before]) ? before : TokenId{kNone};
}

// "TORONTO, March 2 - <Four Harbours Inc> said …": where and when it was written is no part of who speaks.
TokenRange after_dateline(const Document& doc, TokenRange words) {
  if (!doc.dateline) return words;
  while (words.begin < words.end && doc.tokens[words.begin].span.begin < doc.dateline->end) ++words.begin;
  while (words.begin < words.end && is_dash(doc.tokens[words.begin])) ++words.begin;
  if (words.size() < 2 || doc.tokens[words.begin].lower != "<") return words;
  ++words.begin;
  if (doc.tokens[words.end - 1].lower == ">") --words.end;
  return words;
}

std::optional<SpeakerPhrase> find_speaker(const Document& doc, const StatementCue& cue,
                                          const QuotationIndex& quotations) {
  TokenId head = speaker_head(doc, cue);
  if (head != kNone) head = in_same_line(doc, cue, head);
  if (head != kNone) head = outside_quotations(doc, cue, head, quotations);
  if (head != kNone && cue.form == CueForm::verb) head = no_time(doc, head);
  if (head == kNone || head == cue.token) return std::nullopt;
  TokenRange tokens = noun_phrase(doc, head);
  if (tokens.contains(cue.token))
    tokens = cue.token < head ? TokenRange{cue.token + 1, tokens.end} : TokenRange{tokens.begin, cue.token};
  tokens = without_edges(doc, after_dateline(doc, tokens));
  if (tokens.size() == 0) return std::nullopt;
  return SpeakerPhrase{head, tokens};
}

}  // namespace verbale
