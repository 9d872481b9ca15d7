// Walks from the event up the tree, asking of every word on the way what it does to the truth of what it governs.
#include "coding/status.h"

#include <algorithm>
#include <array>
#include <optional>

namespace verbale {
namespace {

constexpr std::array<std::string_view, 8> kStatusNames = {"happened", "ongoing", "planned",      "wanted",
                                                          "possible", "denied",  "not_happened", "unclear"};

std::optional<EventStatus> status_named(std::string_view name) {
  const auto* found = std::find(kStatusNames.begin(), kStatusNames.end(), name);
  if (found == kStatusNames.end()) return std::nullopt;
  return EventStatus(found - kStatusNames.begin());
}

// How far a status takes an event from being a plain fact: on a path, the farthest wins.
int distance_from_fact(EventStatus status) {
  constexpr int kDistance[] = {0, 1, 2, 3, 4, 7, 6, 5};
  return kDistance[size_t(status)];
}

bool is_negation(const Token& token) {
  return token.dep == Dep::neg || token.lower == "never" || token.lower == "no" || token.lower == "nobody" ||
         token.lower == "none" || token.lower == "neither" || token.lower == "nor";
}

constexpr std::array<std::string_view, 9> kConditionMarks = {"if",       "unless",   "whether", "should", "lest",
                                                             "provided", "assuming", "until",   "once"};
// Verbs whose complement is what is reported: beyond them the status is the speaker's business (said_by).
constexpr std::array<std::string_view, 14> kReportVerbs = {"say",     "tell",   "report",  "state",  "announce",
                                                           "add",     "note",   "claim",   "write",  "show",
                                                           "confirm", "reveal", "declare", "explain"};

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

class StatusReader {
 public:
  StatusReader(const StatusTables& tables, const Document& doc, const Predicate& predicate)
      : tables_(tables), doc_(doc), predicate_(predicate) {}

  StatusReading read() {
    if (predicate_.kind == PredicateKind::noun) read_modifiers(predicate_.head);
    const TokenId anchor = predicate_.carrier != kNone ? predicate_.carrier : predicate_.head;
    if (is_verb(at(anchor))) read_clause(anchor, true);
    climb(anchor);
    read_question();
    return std::move(reading_);
  }

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }

  void apply(EventStatus status, TokenId cue) {
    if (distance_from_fact(status) <= distance_from_fact(reading_.status)) return;
    reading_.status = status;
    reading_.cues.push_back({false, at(cue).span});
  }

  // Determiners and adjectives of a nominal event: "no talks", "possible sanctions", "the next summit".
  void read_modifiers(TokenId noun) {
    for (TokenId t = at(noun).left_edge; t < noun; ++t) {
      if (at(t).head != noun) continue;
      if (is_negation(at(t))) negate(t);
      const auto found = tables_.modifiers_.find(at(t).lower);
      if (found != tables_.modifiers_.end()) apply(found->second, t);
    }
  }

  void negate(TokenId cue) {
    reading_.negated = true;
    apply(EventStatus::not_happened, cue);
  }

  // Auxiliaries, negation and conditional marks of one clause.
  void read_clause(TokenId verb, bool own) {
    const TokenId carrier_of_aux = auxiliary_holder(verb);
    for (TokenId t = at(carrier_of_aux).left_edge; t <= at(carrier_of_aux).right_edge; ++t) {
      if (at(t).head != carrier_of_aux || t == carrier_of_aux) continue;
      read_clause_word(t, carrier_of_aux, own);
    }
    if (own && is_progressive(verb)) apply(EventStatus::ongoing, verb);
  }

  void read_clause_word(TokenId t, TokenId verb, bool own) {
    const Token& token = at(t);
    if (token.dep == Dep::neg || (token.dep == Dep::advmod && token.lower == "never")) {
      if (own) negate(t);
    } else if (token.dep == Dep::aux && token.tag == "MD") {
      read_modal(t, verb);
    } else if (token.dep == Dep::mark && is_one_of(token.lower, kConditionMarks)) {
      apply(EventStatus::possible, t);
    } else if (own && (token.dep == Dep::nsubj || token.dep == Dep::nsubjpass || token.dep == Dep::dobj)) {
      read_negative_argument(t);
    }
  }

  // "No soldiers were killed", "made no attack".
  void read_negative_argument(TokenId argument) {
    if (is_negation(at(argument))) return negate(argument);
    for (TokenId t = at(argument).left_edge; t < argument; ++t)
      if (at(t).head == argument && at(t).dep == Dep::det && at(t).lower == "no") negate(t);
  }

  void read_modal(TokenId modal, TokenId verb) {
    const auto found = tables_.modals_.find(at(modal).lower);
    if (found == tables_.modals_.end()) return;
    EventStatus status = found->second;
    // "said it would send": the future of a reported past.
    if (at(modal).lower == "would" && is_reported(verb)) status = EventStatus::planned;
    apply(status, modal);
  }

  bool is_reported(TokenId verb) const {
    const Token& token = at(verb);
    if (token.dep != Dep::ccomp || token.head == verb) return false;
    return at(token.head).tag == "VBD" || at(token.head).tag == "VBN";
  }

  // "will meet and sign": the second verb has the auxiliaries of the first, unless it has its own.
  TokenId auxiliary_holder(TokenId verb) const {
    while (at(verb).dep == Dep::conj && is_verb(at(at(verb).head)) && first_child(doc_, verb, Dep::aux) == kNone &&
           first_child(doc_, verb, Dep::nsubj) == kNone && at(verb).tag == at(at(verb).head).tag)
      verb = at(verb).head;
    return verb;
  }

  bool is_progressive(TokenId verb) const {
    if (at(verb).tag != "VBG") return false;
    for (TokenId aux : children(doc_, verb, Dep::aux))
      if (at(aux).lemma == "be" && (at(aux).tag == "VBZ" || at(aux).tag == "VBP")) return true;
    return false;
  }

  // Up the tree, until a boundary: a finite clause that stands for itself.
  void climb(TokenId token) {
    for (int steps = 0; steps < 12 && at(token).head != token; ++steps) {
      const TokenId governor = at(token).head;
      if (!pass(token, governor)) return;
      token = governor;
    }
  }

  // Reads what the governor does to its dependent; false when the path ends here.
  bool pass(TokenId token, TokenId governor) {
    switch (at(token).dep) {
      case Dep::conj:
        return true;
      case Dep::xcomp:
      case Dep::ccomp:
      case Dep::acomp:
      case Dep::attr:
      case Dep::oprd:
        return pass_embedding(token, governor, "comp");
      case Dep::dobj:
      case Dep::nsubjpass:
      case Dep::nsubj:
        return token != predicate_.carrier &&
               pass_embedding(token, governor, at(token).dep == Dep::nsubj ? "subj" : "obj");
      case Dep::pobj:
      case Dep::pcomp:
        return pass_preposition(token, governor);
      case Dep::acl:
        return pass_noun_clause(token, governor);
      case Dep::advcl:
        return pass_adverbial(token, governor);
      case Dep::compound:
      case Dep::poss:
      case Dep::nmod:
        return false;
      default:
        return false;
    }
  }

  bool pass_embedding(TokenId token, TokenId governor, std::string_view relation) {
    const std::string key = key_of(governor, relation);
    const auto found = tables_.embeddings_.find(key);
    if (found == tables_.embeddings_.end()) return pass_unknown(token, governor, relation);

    const bool negated = is_negated(governor);
    if (!found->second.transparent) apply(negated ? found->second.negated : found->second.status, governor);
    read_clause(governor, false);
    if (found->second.transparent && negated) apply(EventStatus::not_happened, governor);
    return true;
  }

  bool pass_unknown(TokenId token, TokenId governor, std::string_view relation) {
    if (relation != "comp") return false;
    if (is_one_of(at(governor).lemma, kReportVerbs)) return false;
    if (at(governor).lemma == "be" && has_to(token)) return apply(EventStatus::planned, governor), true;
    if (at(token).dep == Dep::ccomp) return false;
    read_clause(governor, false);
    if (is_negated(governor)) apply(EventStatus::not_happened, governor);
    return true;
  }

  bool pass_preposition(TokenId token, TokenId preposition) {
    const TokenId governor = at(preposition).head;
    if (at(preposition).lower == "without") return apply(EventStatus::not_happened, preposition), false;
    const auto found = tables_.embeddings_.find(key_of(governor, at(preposition).lower));
    if (found == tables_.embeddings_.end()) return pass_purpose(token, preposition, governor);
    if (!found->second.transparent)
      apply(is_negated(governor) ? found->second.negated : found->second.status, governor);
    if (is_verb(at(governor))) read_clause(governor, false);
    climb(governor);
    return false;
  }

  // "a platform for dialogue": what something is for need not have happened. "for" after a verb is a reason as often.
  bool pass_purpose(TokenId token, TokenId preposition, TokenId governor) {
    const bool bare = first_child(doc_, token, Dep::det) == kNone && first_child(doc_, token, Dep::poss) == kNone;
    if (at(preposition).lower == "for" && bare && !is_verb(at(governor))) apply(EventStatus::possible, preposition);
    return false;
  }

  // "a plan to attack", "the first leader to visit", "soldiers killed in …".
  bool pass_noun_clause(TokenId token, TokenId governor) {
    if (!has_to(token)) return false;
    const auto found = tables_.embeddings_.find(key_of(governor, "comp"));
    if (found != tables_.embeddings_.end()) {
      if (!found->second.transparent) apply(found->second.status, governor);
      read_modifiers(governor);
      climb(governor);
      return false;
    }
    if (!has_ordinal(governor)) apply(EventStatus::possible, token);
    return false;
  }

  bool has_ordinal(TokenId noun) const {
    for (TokenId child : children(doc_, noun, Dep::amod))
      if (at(child).lower == "first" || at(child).lower == "last" || at(child).lower == "only" ||
          at(child).lower == "latest")
        return true;
    return false;
  }

  // A purpose is intended, not done; a condition is possible; other adverbial clauses stand for themselves.
  bool pass_adverbial(TokenId token, TokenId governor) {
    const TokenId mark = first_child(doc_, token, Dep::mark);
    if (mark != kNone && is_one_of(at(mark).lower, kConditionMarks)) apply(EventStatus::possible, mark);
    if (!has_to(token)) return false;
    const auto found = tables_.embeddings_.find(key_of(governor, "comp"));
    if (found != tables_.embeddings_.end()) return pass_embedding(token, governor, "comp");
    apply(EventStatus::planned, token);
    return false;
  }

  bool has_to(TokenId verb) const {
    for (TokenId aux : children(doc_, verb, Dep::aux))
      if (at(aux).lower == "to") return true;
    return false;
  }

  bool is_negated(TokenId governor) const {
    if (first_child(doc_, governor, Dep::neg) != kNone) return true;
    return std::any_of(doc_.tokens.begin() + at(governor).left_edge, doc_.tokens.begin() + governor,
                       [&](const Token& t) {
                         return t.head == governor && (t.lower == "never" || (t.dep == Dep::det && t.lower == "no"));
                       });
  }

  std::string key_of(TokenId governor, std::string_view relation) const {
    std::string key(at(governor).lemma);
    key += is_verb(at(governor)) ? "/v " : at(governor).pos == Pos::adj ? "/a " : "/n ";
    return key += relation;
  }

  // A question asserts nothing.
  void read_question() {
    const Sentence& sentence = doc_.sentences[at(predicate_.head).sentence];
    for (TokenId t = sentence.tokens.end; t-- > sentence.tokens.begin;) {
      if (at(t).pos != Pos::punct && at(t).pos != Pos::space) return;
      if (at(t).lower == "?") return apply(EventStatus::unclear, t);
    }
  }

  const StatusTables& tables_;
  const Document& doc_;
  const Predicate& predicate_;
  StatusReading reading_;
};

Result<StatusTables> StatusTables::open(const Knowledge& knowledge) {
  StatusTables tables;
  const Table* embeddings = knowledge.find("status/embeddings.tsv");
  const Table* modals = knowledge.find("status/modals.tsv");
  const Table* modifiers = knowledge.find("status/modifiers.tsv");
  if (embeddings == nullptr || modals == nullptr || modifiers == nullptr)
    return Error{Error::Kind::knowledge, "a table under status/ is missing: embeddings, modals or modifiers"};

  for (size_t row = 0; row < embeddings->rows(); ++row) {
    const std::string_view status = embeddings->cell(row, "status");
    const bool transparent = status == "transparent";
    const auto plain = transparent ? EventStatus::happened : status_named(status);
    const std::string_view negated_name = embeddings->cell(row, "negated");
    const auto negated = negated_name.empty() ? EventStatus::not_happened : status_named(negated_name);
    if (!plain || !negated) return table_error(*embeddings, row, "unknown status");
    for (std::string_view governs : split_list(embeddings->cell(row, "governs")))
      tables.embeddings_[std::string(embeddings->cell(row, "word")) + " " + std::string(governs)] = {*plain, *negated,
                                                                                                     transparent};
  }
  for (const auto& [table, map] : {std::pair{modals, &tables.modals_}, std::pair{modifiers, &tables.modifiers_}})
    for (size_t row = 0; row < table->rows(); ++row) {
      const auto status = status_named(table->cell(row, "status"));
      if (!status) return table_error(*table, row, "unknown status");
      (*map)[table->cell(row, "word")] = *status;
    }
  return tables;
}

StatusReading StatusTables::read(const Document& doc, const Predicate& predicate) const {
  return StatusReader(*this, doc, predicate).read();
}

}  // namespace verbale
