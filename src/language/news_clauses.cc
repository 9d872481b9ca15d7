// Every coordinated past tense is asked once, every semicolon, every participle, "that" and "who".
#include "language/news_clauses.h"

#include "record/parse_tree.h"

namespace verbale {
namespace {

bool has_finite_tag(const Token& verb) { return verb.tag == "VBD" || verb.tag == "VBZ" || verb.tag == "VBP"; }

class ClauseMender {
 public:
  ClauseMender(const std::unordered_set<std::string_view>& own_acts, Document& doc) : own_acts_(own_acts), doc_(doc) {}

  bool mend() {
    for (TokenId token = 0; token < doc_.tokens.size(); ++token) {
      if (is_infinitive_taken_for_noun(token)) make_verb(token);
      if (is_bare_conjunct(token)) lift(token);
      if (is_contrast(token)) lift_contrast(token);
      if (doc_.words(token) == ";") part_at(token);
      if (at(token).dep == Dep::advcl && at(token).tag == "VBG") join_gerund(token);
      if (at(token).dep == Dep::conj && at(token).pos != Pos::noun) join_reported(token);
      if (at(token).dep == Dep::relcl) give_to_person(token);
      if (at(token).dep == Dep::prep && at(token).lower == "by") join_means(token);
    }
    return changed_;
  }

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }

  bool has_subject(TokenId verb) const {
    return subject_of(doc_, verb) != kNone || first_child(doc_, verb, Dep::expl) != kNone;
  }

  // A past tense; the tagger's participle with an object is one as well ("and condemned the attack").
  bool is_bare_conjunct(TokenId token) const {
    if (at(token).dep != Dep::conj || has_subject(token)) return false;
    return at(token).tag == "VBD" || has_auxiliary(token, "do") ||
           (at(token).tag == "VBN" && own_acts_.contains(at(token).lemma) &&
            first_child(doc_, token, Dep::dobj) != kNone);
  }

  // ---- "offered to host talks" -----------------------------------------------------------------------------------

  // What has a "to" of its own and an object is a verb, whatever its tag.
  bool is_infinitive_taken_for_noun(TokenId token) const {
    if (at(token).tag != "NN" || at(token).dep != Dep::xcomp || first_child(doc_, token, Dep::dobj) == kNone)
      return false;
    const TokenId to = first_child(doc_, token, Dep::aux);
    return to != kNone && at(to).tag == "TO";
  }

  void make_verb(TokenId token) {
    Token& word = doc_.tokens[token];
    word.pos = Pos::verb;
    word.tag = "VB";
    word.lemma = word.lower;
    changed_ = true;
  }

  // ---- "said its soldiers had not fired and called for …" --------------------------------------------------------

  void lift(TokenId verb) {
    TokenId reported = at(verb).head;
    if (at(reported).dep == Dep::acomp || at(reported).dep == Dep::attr) reported = at(reported).head;  // "was open"
    const bool is_infinitive = at(reported).dep == Dep::xcomp && at(reported).tag == "VB";
    if ((at(reported).dep != Dep::ccomp && !is_infinitive) || reported > verb) return;
    const TokenId saying = at(reported).head;
    if (at(saying).tag != "VBD" || saying > reported || !has_subject(saying) || is_quoted_apart(saying, verb)) return;
    if (!is_on_level_of_saying(verb, reported)) return;
    for (TokenId joint = at(verb).left_edge; joint-- > reported && is_joint(joint, at(verb).head);)
      hang(joint, saying, at(joint).dep, at(joint).label);
    hang(verb, saying, Dep::conj, at(verb).label);
  }

  // "and", "but" and the comma before them.
  bool is_joint(TokenId token, TokenId head) const {
    return at(token).head == head && (at(token).dep == Dep::cc || at(token).dep == Dep::punct);
  }

  // ", while the rulers accused …" behind what somebody said: on the level of his saying, not part of what he said.
  bool is_contrast(TokenId token) const {
    if (at(token).dep != Dep::advcl || at(token).tag != "VBD" || first_child(doc_, token, Dep::nsubj) == kNone)
      return false;
    const TokenId mark = first_child(doc_, token, Dep::mark);
    return mark != kNone && mark > 0 && at(mark).lower == "while" && at(mark - 1).lower == ",";
  }

  void lift_contrast(TokenId verb) {
    const TokenId reported = at(verb).head;
    const TokenId saying = at(reported).head;
    if (at(reported).dep != Dep::ccomp || saying > reported || at(saying).tag != "VBD") return;
    const bool looks_back = at(reported).tag == "VB" || (at(reported).tag == "VBN" && has_auxiliary(reported, "have"));
    if (!is_quoted_apart(saying, verb) && (looks_back || own_acts_.contains(at(verb).lemma)))
      hang(verb, saying, Dep::advcl, at(verb).label);
  }

  bool is_on_level_of_saying(TokenId verb, TokenId reported) const {
    if (at(reported).tag == "VB") return true;  // "would resign"
    const bool is_own_act = own_acts_.contains(at(verb).lemma);
    const bool looks_back = at(reported).tag == "VBN" && has_auxiliary(reported, "have");
    if (looks_back) return is_own_act || is_set_off(verb);
    const bool tells_a_state = at(reported).lemma == "be" || first_child(doc_, reported, Dep::auxpass) != kNone;
    return is_own_act && tells_a_state;
  }

  bool has_auxiliary(TokenId verb, std::string_view lemma) const {
    for (TokenId aux : children(doc_, verb, Dep::aux))
      if (at(aux).lemma == lemma) return true;
    return false;
  }

  // ", but gave no date", ", and left".
  bool is_set_off(TokenId verb) const {
    TokenId joint = at(verb).left_edge;
    while (joint > 0 && at(joint).pos != Pos::cconj && joint + 3 > at(verb).left_edge) --joint;
    if (at(joint).pos != Pos::cconj) return false;
    return at(joint).lower == "but" || (joint > 0 && at(joint - 1).lower == ",");
  }

  // A quotation mark between the two: what is quoted is not the speaker's tale of what he did.
  bool is_quoted_apart(TokenId begin, TokenId end) const {
    for (TokenId token = begin; token < end; ++token)
      if (at(token).tag == "``" || at(token).tag == "''") return true;
    return false;
  }

  // ---- "…; the police said …" ------------------------------------------------------------------------------------

  // What stands before a semicolon is not the content of a verb of saying behind it.
  void part_at(TokenId semicolon) {
    const TokenId saying = at(semicolon).head;
    if (saying < semicolon || !is_finite_clause(saying)) return;
    if (subject_of(doc_, saying) < semicolon) return;
    const TokenId told = content_before(saying, semicolon);
    if (told == kNone || is_quoted_apart(doc_.sentences[at(told).sentence].tokens.begin, semicolon)) return;
    const bool is_root = at(saying).head == saying;
    if (is_root) doc_.sentences[at(saying).sentence].root = told;
    hang(told, is_root ? told : at(saying).head, at(saying).dep, at(saying).label);
    hang(saying, told, Dep::conj, "conj");
  }

  TokenId content_before(TokenId saying, TokenId semicolon) const {
    for (TokenId clause : children(doc_, saying, Dep::ccomp))
      if (at(clause).right_edge < semicolon && is_finite_clause(clause)) return clause;
    return kNone;
  }

  bool is_finite_clause(TokenId verb) const {
    return has_subject(verb) && (has_finite_tag(at(verb)) || first_child(doc_, verb, Dep::aux) != kNone);
  }

  // ---- "accused the army of shelling a school, killing nine" -----------------------------------------------------

  // A participle goes on with the gerund before it, not with whoever accuses.
  void join_gerund(TokenId participle) {
    const TokenId verb = at(participle).head;
    if (first_child(doc_, participle, Dep::mark) != kNone || has_subject(participle)) return;
    for (TokenId preposition : children(doc_, verb, Dep::prep)) {
      const TokenId gerund = first_child(doc_, preposition, Dep::pcomp);
      if (preposition < verb || at(preposition).lower != "of" || gerund == kNone || gerund > participle) continue;
      if (at(gerund).tag == "VBG") return hang(participle, gerund, Dep::advcl, "advcl");
    }
  }

  // "accused the firm of stoking the dispute by threatening the workers": the firm threatens.
  void join_means(TokenId by) {
    const TokenId means = first_child(doc_, by, Dep::pcomp);
    const TokenId verb = at(by).head;
    if (means == kNone || at(means).tag != "VBG") return;
    for (TokenId preposition : children(doc_, verb, Dep::prep)) {
      const TokenId gerund = first_child(doc_, preposition, Dep::pcomp);
      const bool before = preposition > verb && gerund != kNone && gerund < by && at(preposition).lower == "of";
      if (before && at(gerund).tag == "VBG") return hang(by, gerund, Dep::prep, "prep");
    }
  }

  // ---- "said that X would leave if …, and that Y would stay" -----------------------------------------------------

  // A clause with a "that" of its own is on the level of the one before it, not inside its condition.
  void join_reported(TokenId clause) {
    const TokenId mark = first_child(doc_, clause, Dep::mark);
    if (mark == kNone || at(mark).lower != "that") return;
    const TokenId inner = at(clause).head;
    if (const TokenId told = first_child(doc_, inner, Dep::ccomp); told != kNone && inner < told && told < clause)
      return hang(clause, told, Dep::conj, at(clause).label);  // "said A had left, but that B had not"
    if (at(inner).dep != Dep::advcl) return;
    const TokenId reported = at(inner).head;
    if (at(reported).dep != Dep::ccomp || reported > clause) return;
    for (TokenId joint = at(clause).left_edge; joint-- > inner && is_joint(joint, inner);)
      hang(joint, reported, at(joint).dep, at(joint).label);
    hang(clause, reported, Dep::conj, at(clause).label);
  }

  // ---- "the leaders of nine countries, who met" ------------------------------------------------------------------

  // "Who" is a person, or people: what stands behind their "of" is not meant.
  void give_to_person(TokenId clause) {
    const TokenId body = at(clause).head;
    const TokenId subject = subject_of(doc_, clause);
    if (subject == kNone || at(subject).lower != "who" || at(body).dep != Dep::pobj) return;
    const TokenId preposition = at(body).head;
    const TokenId people = at(preposition).head;
    const bool is_body = at(body).name_type == "GPE" || at(body).name_type == "ORG" || is_name_of_body(at(body).lemma);
    if (!is_body || at(preposition).lower != "of" || at(people).pos != Pos::noun) return;
    hang(clause, people, Dep::relcl, at(clause).label);
  }

  static bool is_name_of_body(std::string_view lemma) {
    return lemma == "country" || lemma == "state" || lemma == "nation" || lemma == "company" || lemma == "party" ||
           lemma == "union";
  }

  void hang(TokenId token, TokenId head, Dep dep, std::string_view label) {
    Token& word = doc_.tokens[token];
    word.head = head;
    word.dep = dep;
    word.label = label;
    changed_ = true;
  }

  const std::unordered_set<std::string_view>& own_acts_;
  Document& doc_;
  bool changed_ = false;
};

}  // namespace

Result<OwnClauses> OwnClauses::open(const Knowledge& knowledge) {
  const Table* table = knowledge.find("news/own_acts.tsv");
  if (table == nullptr) return Error(Error::Kind::knowledge, "there is no table news/own_acts.tsv");
  OwnClauses clauses;
  for (size_t row = 0; row < table->rows(); ++row) clauses.own_acts_.insert(table->cell(row, "verb"));
  return clauses;
}

bool OwnClauses::give_back(Document& doc) const { return ClauseMender(own_acts_, doc).mend(); }

}  // namespace verbale
