// Pronouns. An antecedent must agree in kind, number and gender, stand before the pronoun (or begin the sentence), at
// most two sentences away; subjects, names and nearness raise it. When the best is hardly better than the second, the
// pronoun stays open: a wrong actor is worse than none. "I" and "we" are the speaker of the quotation around them.
#include <algorithm>
#include <array>
#include <optional>

#include "resolve/entity_drafts.h"

namespace verbale {
namespace {

constexpr double kMarginMin = 3.0;
constexpr double kMarginMinGendered = 1.0;  // "he" has fewer rivals than "it"

bool is_first_person(std::string_view lower) {
  constexpr std::array<std::string_view, 10> kWords{"i",  "me", "my",  "mine", "myself",
                                                    "we", "us", "our", "ours", "ourselves"};
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

bool is_third_plural(std::string_view lower) { return lower.starts_with("the"); }

bool is_neuter(std::string_view lower) { return lower == "it" || lower == "its" || lower == "itself"; }

class Pronouns {
 public:
  Pronouns(const ActorTables& tables, const Document& doc, EntityDrafts& drafts)
      : tables_(tables), doc_(doc), drafts_(drafts) {}

  void resolve() {
    note_quotations();
    for (size_t at = 0; at < drafts_.candidates.size(); ++at)
      if (is_open(at) && !is_first_person(lower(at)) && !lower(at).starts_with("you")) resolve_third_person(at);
    for (size_t at = 0; at < drafts_.candidates.size(); ++at)
      if (is_open(at) && is_first_person(lower(at)))
        drafts_.candidates[at].entity = speaker_around(drafts_.candidates[at].head);
  }

 private:
  const Token& token(TokenId t) const { return doc_.tokens[t]; }
  std::string_view lower(size_t at) const { return token(drafts_.candidates[at].head).lower; }
  bool is_open(size_t at) const {
    return drafts_.candidates[at].form == MentionForm::pronoun && drafts_.candidates[at].entity == kNone;
  }

  // ---- he, she, it, they ---------------------------------------------------------------------------------------

  void resolve_third_person(size_t at) {
    Candidate& pronoun = drafts_.candidates[at];
    if (says_nothing(pronoun.head)) return;
    if (const EntityId body = body_it_is_said_from(pronoun.head); body != kNone && is_third_plural(lower(at))) {
      pronoun.entity = body;
      return;
    }
    EntityId best = kNone;
    double best_score = 0;
    double second = -100;
    const uint32_t sentence = token(pronoun.head).sentence;
    for (size_t other = at + 1; other-- > 0;) {
      if (token(drafts_.candidates[other].head).sentence + 2 < sentence) break;
      const auto score = score_of(pronoun, drafts_.candidates[other]);
      if (!score) continue;
      const EntityId entity = drafts_.candidates[other].entity;
      if (best == kNone || *score >= best_score) {
        if (best != kNone && best != entity) second = std::max(second, best_score);
        best = entity;
        best_score = *score;
      } else if (entity != best) {
        second = std::max(second, *score);
      }
    }
    if (best == kNone || best_score - second < (pronoun.gender ? kMarginMinGendered : kMarginMin)) return;
    pronoun.entity = best;
    if (pronoun.gender) drafts_.entities[best].gender = pronoun.gender;
  }

  // Nothing when the candidate cannot be what the pronoun means.
  std::optional<double> score_of(const Candidate& pronoun, const Candidate& other) const {
    if (other.entity == kNone || other.tokens.contains(pronoun.head)) return std::nullopt;
    const uint32_t here = token(pronoun.head).sentence;
    const uint32_t there = token(other.head).sentence;
    if (other.head > pronoun.head || there + 2 < here) return std::nullopt;
    if (!agrees(pronoun, other) || are_arguments_of_one_verb(pronoun, other)) return std::nullopt;
    if (is_source_aside(other) && token(pronoun.head).dep != Dep::nsubj) return std::nullopt;
    double score = there == here ? 30 : there + 1 == here ? 20 : 8;
    const Dep dep = token(subject_chain(other.head)).dep;
    if (dep == Dep::nsubj || dep == Dep::nsubjpass)
      score += 12;
    else if (dep == Dep::dobj)
      score += 3;
    if (other.form == MentionForm::name) score += 3;
    score -= 0.1 * double(pronoun.head - other.head);
    if (is_third_plural(token(pronoun.head).lower) && !other.plural) score -= 15;
    return score;
  }

  // "…, diplomats said. Two states opposed them.": who told it is not what the story goes on about.
  bool is_source_aside(const Candidate& other) const {
    const EntityDraft& entity = drafts_.entities[other.entity];
    if (entity.kind != EntityKind::group || token(other.head).dep != Dep::nsubj) return false;
    const TokenId verb = token(other.head).head;
    for (TokenId child = token(verb).left_edge; child < other.head; ++child)
      if (token(child).head == verb && token(child).dep == Dep::ccomp) return true;
    return false;
  }

  TokenId subject_chain(TokenId t) const {
    while (token(t).dep == Dep::conj && token(t).head != t) t = token(t).head;
    return t;
  }

  bool agrees(const Candidate& pronoun, const Candidate& other) const {
    const EntityDraft& entity = drafts_.entities[other.entity];
    const std::string_view word = token(pronoun.head).lower;
    const bool is_one_unnamed =
        entity.kind == EntityKind::group && !entity.plural && entity.agent && entity.agent->kind == "person";
    if (pronoun.gender) {
      if (entity.kind != EntityKind::person && !is_one_unnamed) return false;
      return !entity.gender || entity.gender == pronoun.gender;
    }
    if (entity.kind == EntityKind::other) return is_neuter(word) ? !entity.plural : entity.plural;
    if (is_neuter(word))
      return entity.kind == EntityKind::state || entity.kind == EntityKind::organisation ||
             entity.kind == EntityKind::place ||
             (entity.kind == EntityKind::group && !entity.plural && !is_one_unnamed);
    if (entity.kind == EntityKind::group) return !is_one_unnamed;
    return entity.kind == EntityKind::organisation;
  }

  // "12 of them" stands in its clause as "them" would.
  TokenId counted_as(TokenId pronoun) const {
    const TokenId preposition = token(pronoun).head;
    if (token(pronoun).dep != Dep::pobj || token(preposition).lower != "of") return pronoun;
    const TokenId count = token(preposition).head;
    return token(count).pos == Pos::num || token(count).pos == Pos::det || token(count).pos == Pos::pron ? count
                                                                                                         : pronoun;
  }

  // "Ukraine told it": two arguments of one verb are two actors.
  bool are_arguments_of_one_verb(const Candidate& pronoun, const Candidate& other) const {
    const Token& a = token(counted_as(pronoun.head));
    const Token& b = token(other.head);
    if (a.dep == Dep::poss || a.lower.ends_with("self") || a.lower.ends_with("selves")) return false;
    return a.head == b.head && a.head != pronoun.head;
  }

  // "it is likely that …", "it rained", "this shows … and that it …": no actor.
  bool says_nothing(TokenId t) const {
    if (!is_neuter(token(t).lower) || token(t).dep == Dep::poss) return token(t).dep == Dep::expl;
    const TokenId verb = token(t).head;
    bool has_complement = false;
    bool has_clause = false;
    for (TokenId child = token(verb).left_edge; child <= token(verb).right_edge; ++child) {
      const TokenId head = token(child).head;
      const Dep dep = token(child).dep;
      if (head == verb && (dep == Dep::acomp || dep == Dep::attr)) has_complement = true;
      const bool is_clause = dep == Dep::ccomp || dep == Dep::xcomp || dep == Dep::csubj || dep == Dep::advcl;
      if (is_clause && (head == verb || token(head).head == verb)) has_clause = true;
    }
    const bool is_weak = token(verb).lemma == "be" || token(verb).lemma == "seem" || token(verb).lemma == "appear";
    return token(t).dep == Dep::expl || (is_weak && has_complement && has_clause) || follows_demonstrative(verb);
  }

  bool follows_demonstrative(TokenId verb) const {
    if (token(verb).dep != Dep::conj) return false;
    const TokenId first = token(verb).head;
    for (TokenId child = token(first).left_edge; child < first; ++child)
      if (token(child).head == first && token(child).dep == Dep::nsubj) return token(child).tag == "DT";
    return false;
  }

  // "From NATO they insist": the body whose people are meant.
  EntityId body_it_is_said_from(TokenId t) const {
    const TokenId verb = token(t).head;
    if (token(t).dep != Dep::nsubj) return kNone;
    for (const Candidate& other : drafts_.candidates) {
      if (other.entity == kNone || other.head >= t || token(other.head).dep != Dep::pobj) continue;
      const Token& preposition = token(token(other.head).head);
      const bool fits = preposition.head == verb && (preposition.lower == "from" || preposition.lower == "at");
      if (fits && drafts_.entities[other.entity].kind == EntityKind::organisation) return other.entity;
    }
    return kNone;
  }

  // ---- I, we ---------------------------------------------------------------------------------------------------

  void note_quotations() {
    quoted_.assign(doc_.tokens.size(), false);
    bool inside = false;
    for (TokenId t = 0; t < doc_.tokens.size(); ++t) {
      const std::string_view mark = doc_.words(t);
      if (mark == "“" || mark == "«")
        inside = true;
      else if (mark == "”" || mark == "»")
        inside = false;
      else if (mark == "\"")
        inside = !inside;
      else
        quoted_[t] = inside;
    }
  }

  EntityId speaker_around(TokenId t) const {
    if (!quoted_[t]) return kNone;
    for (TokenId up = t; token(up).head != up;) {
      up = token(up).head;
      if (const EntityId speaker = subject_of(up); speaker != kNone) return speaker;
    }
    TokenId end = t;
    while (end < doc_.tokens.size() && quoted_[end]) ++end;
    for (TokenId near = end; near < std::min<TokenId>(end + 12, TokenId(doc_.tokens.size())); ++near)
      if (const EntityId speaker = subject_of(near); speaker != kNone) return speaker;
    TokenId begin = t;
    while (begin > 0 && quoted_[begin - 1]) --begin;
    for (TokenId near = begin; near > 0 && near + 12 > begin; --near)
      if (const EntityId speaker = subject_of(near - 1); speaker != kNone) return speaker;
    return kNone;
  }

  // The subject of a verb of saying outside the quotation.
  EntityId subject_of(TokenId verb) const {
    if (quoted_[verb] || token(verb).pos != Pos::verb || !tables_.is_agentive(token(verb).lemma)) return kNone;
    for (const Candidate& candidate : drafts_.candidates)
      if (candidate.entity != kNone && token(candidate.head).head == verb && token(candidate.head).dep == Dep::nsubj)
        return candidate.entity;
    return kNone;
  }

  const ActorTables& tables_;
  const Document& doc_;
  EntityDrafts& drafts_;
  std::vector<bool> quoted_;
};

}  // namespace

void resolve_pronouns(const ActorTables& tables, const Document& doc, EntityDrafts& drafts) {
  Pronouns(tables, doc, drafts).resolve();
}

}  // namespace verbale
