// A count is people only where the words around it leave nothing else that could be counted.
#include "resolve/mention_counts.h"

#include <array>

#include "base/words.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 9> kHarms{"kill",   "wound", "injure", "hurt",  "arrest",
                                                 "detain", "jail",  "abduct", "kidnap"};

}  // namespace

Candidate MentionCounts::group(TokenRange tokens, TokenId head) {
  Candidate found;
  found.form = MentionForm::nominal;
  found.kind = EntityKind::group;
  found.tokens = tokens;
  found.head = head;
  found.plural = true;
  return found;
}

std::optional<Candidate> MentionCounts::those_affected(TokenId t) const {
  const TokenId next = t + 1;
  if (next >= doc_.tokens.size() || token(next).head != t) return std::nullopt;
  if (token(next).dep != Dep::acl || token(next).tag != "VBN") return std::nullopt;
  Candidate found = group({t, right_of(next, t)}, t);
  found.noun = "those";
  return found;
}

std::optional<Candidate> MentionCounts::people_by_number(TokenId t) const {
  const Token& verb = token(token(t).head);
  if (token(t).dep != Dep::nsubjpass || !is_one_of(verb.lemma, kHarms) || token(t).left_edge != t) return std::nullopt;
  if (t + 1 < doc_.tokens.size() && (token(t + 1).pos == Pos::noun || token(t + 1).lower == "of")) return std::nullopt;
  return group({t, t + 1}, t);
}

std::optional<Candidate> MentionCounts::part_counted(TokenId pronoun) const {
  const Token& of = token(token(pronoun).head);
  const bool is_part =
      token(pronoun).dep == Dep::pobj && of.lower == "of" && token(of.head).tag == "CD" && of.head + 2 == pronoun;
  if (!is_part) return std::nullopt;
  Candidate found = group({left_of(of.head, of.head), pronoun + 1}, of.head);
  found.plural = token(of.head).lower != "one";
  return found;
}

bool MentionCounts::stands_for_people(TokenId count) const {
  const Token& noun = token(count);
  if (noun.tag != "NNS") return false;
  for (TokenId t = count + 1; t <= noun.right_edge; ++t)
    if (token(t).head == count && token(t).dep != Dep::punct && token(t).dep != Dep::relcl) return false;
  const Token& verb = token(noun.head);
  if (noun.dep == Dep::nsubj) return verb.pos == Pos::verb;
  return (noun.dep == Dep::dobj || noun.dep == Dep::nsubjpass) && tables_.is_agentive(verb.lemma);
}

void MentionCounts::widen_to_count(Candidate& found) const {
  const Token& head = token(found.head);
  if (head.dep != Dep::pobj || token(head.head).lower != "of") return;
  const TokenId count = token(head.head).head;
  if (scan_.word_of_token[count] == scan_.word_of_token[count + 1] || count >= found.tokens.begin) return;
  const Word& word = scan_.words[scan_.word_of_token[count]];
  const Reference* reference = tables_.find_reference(word.lemma);
  const bool counts = (reference && reference->counts) || token(count).tag == "CD";
  if (!counts && word.folded != "one" && word.folded != "some") return;
  found.tokens.begin = left_of(count, count);
  found.head = count;
  found.plural = word.folded != "one";
  found.definite = false;
}

}  // namespace verbale
