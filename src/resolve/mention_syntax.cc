// The extent of a noun phrase follows the parse to the left, and to the right only through prepositions that tell whose
// people they are ("of", "from", and "in" before a place), never into relative clauses.
#include "resolve/mention_syntax.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "record/parse_tree.h"

namespace verbale {
namespace {

bool opens_phrase(Dep dep) {
  return dep == Dep::compound || dep == Dep::amod || dep == Dep::det || dep == Dep::poss || dep == Dep::nmod ||
         dep == Dep::nummod || dep == Dep::predet || dep == Dep::case_ || dep == Dep::quantmod;
}

// What keeps out or taxes what comes from somewhere.
constexpr std::array<std::string_view, 10> kMeasures = {"ban",   "tariff", "duty", "embargo",     "import",
                                                        "quota", "levy",   "tax",  "restriction", "sanction"};
// What an army may hold or close a part of.
constexpr std::array<std::string_view, 7> kParts = {"part", "area", "district", "suburb", "outskirt", "side", "half"};
constexpr std::array<std::string_view, 9> kConditions = {"siege", "emergency", "war",    "alert", "affair",
                                                         "mind",  "crisis",    "health", "art"};
// What goes to a capital goes to its government.
constexpr std::array<std::string_view, 7> kSentToStates = {"aid",     "assistance", "ultimatum", "letter",
                                                           "warning", "message",    "weapon"};

bool is_locative(std::string_view lower) {
  return lower == "in" || lower == "at" || lower == "near" || lower == "outside" || lower == "inside" ||
         lower == "around" || lower == "across" || lower == "through" || lower == "into" || lower == "on" ||
         lower == "over";
}

}  // namespace

// The child of `head` above `t`, or kNone when `t` is not below it.
TokenId MentionSyntax::branch(TokenId head, TokenId t) const {
  for (int steps = 0; steps < 32; ++steps) {
    const TokenId up = token(t).head;
    if (up == head) return t;
    if (up == t) return kNone;
    t = up;
  }
  return kNone;
}

TokenId MentionSyntax::left_of(TokenId head, TokenId begin) const {
  const TokenId first = doc_.sentences[token(head).sentence].tokens.begin;
  while (begin > first) {
    const TokenId child = branch(head, begin - 1);
    if (child == kNone || !opens_phrase(token(child).dep)) break;
    if (token(begin - 1).pos == Pos::space || token(begin - 1).lower == "\"" || is_dash(begin - 1)) break;
    --begin;
  }
  while (begin < head && token(begin).pos == Pos::punct) ++begin;
  return begin;
}

// A dash with space around, behind a dateline or between two thoughts.
bool MentionSyntax::is_dash(TokenId t) const {
  return t > 0 && token(t).pos == Pos::punct && token(t).space_after && token(t - 1).space_after;
}

TokenId MentionSyntax::right_of(TokenId head, TokenId begin, bool takes_for) const {
  TokenId end = head + 1;
  while (end < doc_.tokens.size()) {
    const Token& next = token(end);
    const bool is_whose = tells_whose(end, begin) || (takes_for && next.lower == "for");
    if (next.head != head || next.dep != Dep::prep || !is_whose) break;
    const TokenId stop = end_of_plain_phrase(end);
    if (stop <= end + 1) break;
    end = stop;
  }
  return end;
}

// "of" and "from" always; "in", "at", "for" and "to" before a known name, unless it is said before the noun already.
bool MentionSyntax::tells_whose(TokenId preposition, TokenId begin) const {
  const std::string_view lower = token(preposition).lower;
  if (lower == "of" || lower == "from") return true;
  if (lower != "in" && lower != "at" && lower != "for" && lower != "to") return false;
  for (TokenId t = begin; t < preposition; ++t)
    if (is_known_name(t)) return false;
  for (TokenId t = preposition + 1; t <= token(preposition).right_edge; ++t)
    if (token(t).head == preposition) return is_known_name(t);
  return false;
}

bool MentionSyntax::is_known_name(TokenId t) const { return scan_.name_of_token[t] != kNone && name_at(t).match; }

// The subtree up to the first clause, quotation or comma in it.
TokenId MentionSyntax::end_of_plain_phrase(TokenId begin) const {
  TokenId end = token(begin).right_edge + 1;
  for (TokenId t = begin; t < end; ++t) {
    const Dep dep = token(t).dep;
    if (dep == Dep::relcl || dep == Dep::acl || dep == Dep::advcl)
      end = std::min(end, std::max(begin, token(t).left_edge));
    const bool is_break = token(t).pos == Pos::punct && token(t).tag != "HYPH";
    if (is_break || token(t).pos == Pos::space) end = std::min(end, t);
  }
  while (end > begin && (token(end - 1).pos == Pos::punct || token(end - 1).pos == Pos::cconj)) --end;
  return end;
}

TokenId MentionSyntax::head_of(TokenRange range) const { return last_head_of(doc_, range); }

bool MentionSyntax::is_purposeful_subject(TokenId head) const {
  TokenId t = head;
  while (token(t).dep == Dep::conj) t = token(t).head;
  const Dep dep = token(t).dep;
  if (dep == Dep::nsubj) return tables_.is_agentive(token(token(t).head).lemma);
  return dep == Dep::agent || (dep == Dep::pobj && token(token(t).head).dep == Dep::agent);
}

// "sanctions against Moscow", "accused Tehran", "talks between Seoul and Tokyo", "Beijing's decision".
bool MentionSyntax::is_addressed(TokenId head) const {
  TokenId t = head;
  while (token(t).dep == Dep::conj) t = token(t).head;
  const Token& governor = token(token(t).head);
  if (token(t).dep == Dep::dobj) return tables_.addresses_object(governor.lemma);
  if (token(t).dep == Dep::poss) return tables_.is_action(governor.lemma);
  if (token(t).dep != Dep::pobj) return false;
  if (governor.lower == "to") return is_sent_to_state(governor.head, token(t).head);
  return governor.lower == "against" || governor.lower == "between" || governor.lower == "with";
}

// "suspended aid to Kabul": the parse may hang the preposition on the verb.
bool MentionSyntax::is_sent_to_state(TokenId governor, TokenId preposition) const {
  if (is_one_of(token(governor).lemma, kSentToStates)) return true;
  const TokenId object = object_before(governor, preposition);
  return object != kNone && is_one_of(token(object).lemma, kSentToStates);
}

bool MentionSyntax::is_acted_upon(TokenId head) const {
  TokenId t = head;
  while (token(t).dep == Dep::conj) t = token(t).head;
  const Token& governor = token(token(t).head);
  if (token(t).dep == Dep::dobj || token(t).dep == Dep::nsubjpass)
    return tables_.acts_on_place(std::string(governor.lemma) + "/v", "obj");
  if (token(t).dep != Dep::pobj) return false;
  const Token& governed = token(governor.head);  // the noun, or a verb that the parser hung the preposition on
  if (governor.lower == "of" && is_one_of(governed.lemma, kParts)) return is_acted_upon(governor.head);
  if (governor.lower == "in" && names_condition(governor.head)) return true;  // "a state of siege in Kandahar"
  if (governed.pos == Pos::noun) return tables_.acts_on_place(std::string(governed.lemma) + "/n", governor.lower);
  const TokenId object = object_before(governor.head, token(t).head);
  if (object != kNone && governor.lower == "in" && names_condition(object)) return true;
  return object != kNone && tables_.acts_on_place(std::string(token(object).lemma) + "/n", governor.lower);
}

bool MentionSyntax::is_done_to_person(TokenId head) const {
  const Token& name = token(head);
  const Token& governor = token(name.head);
  if (name.dep == Dep::dobj || name.dep == Dep::nsubjpass)
    return tables_.acts_on_person(std::string(governor.lemma) + "/v", "obj");
  if (name.dep == Dep::nsubj && governor.lower == "guilty")
    return tables_.acts_on_person(std::string(token(governor.head).lemma) + "/v", governor.lower);
  if (name.dep != Dep::pobj) return false;
  return tables_.acts_on_person(std::string(token(governor.head).lemma) + "/n", governor.lower);
}

bool MentionSyntax::is_under_measure(TokenId noun) const {
  TokenId t = noun;
  for (int steps = 0; steps < 3; ++steps) {
    const Token& preposition = token(token(t).head);
    if (token(t).dep != Dep::pobj) return false;
    if (preposition.lower != "of" && preposition.lower != "on" && preposition.lower != "against") return false;
    t = preposition.head;
    if (is_one_of(token(t).lemma, kMeasures)) return true;
  }
  return false;
}

bool MentionSyntax::names_condition(TokenId noun) const {
  if (token(noun).lemma != "state") return false;
  for (TokenId of : children(doc_, noun, Dep::prep))
    for (TokenId condition : children(doc_, of, Dep::pobj))
      if (token(of).lower == "of" && is_one_of(token(condition).lemma, kConditions)) return true;
  return false;
}

// "imposed a curfew | on Basra": the noun before the preposition, where both hang on the verb.
TokenId MentionSyntax::object_before(TokenId verb, TokenId preposition) const {
  for (TokenId t = preposition; t-- > verb;)
    if (token(t).head == verb && token(t).dep == Dep::dobj) return t;
  return kNone;
}

bool MentionSyntax::stands_behind_locative(TokenId head) const {
  TokenId t = head;
  while (token(t).dep == Dep::conj) t = token(t).head;
  return token(t).dep == Dep::pobj && is_locative(token(token(t).head).lower);
}

}  // namespace verbale
