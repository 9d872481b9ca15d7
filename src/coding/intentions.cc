// Words of intention first, then the speaker's own future; then what hangs on each: due time, conditions, the events
// that it would bring about.
#include "coding/intentions.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/words.h"
#include "coding/intention_futures.h"
#include "coding/participants.h"
#include "coding/predicates.h"
#include "coding/statements.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 10> kKindNames = {"promise", "agreement", "plan", "offer",        "threat",
                                                         "demand",  "request",   "aim",  "precondition", "refusal"};

std::optional<IntentionKind> kind_named(std::string_view name) {
  const auto* found = std::find(kKindNames.begin(), kKindNames.end(), name);
  if (found == kKindNames.end()) return std::nullopt;
  return IntentionKind(found - kKindNames.begin());
}

// "asked not to be named": a formula of sources, not a wish.
constexpr std::array<std::string_view, 3> kNaming = {"name", "identify", "quote"};

}  // namespace

class IntentionReader {
 public:
  IntentionReader(const IntentionCoder& coder, const PredicateIndex& index, Document& doc)
      : coder_(coder), index_(index), doc_(doc), parts_(doc), futures_(coder.threats_, index, doc) {}

  void read() {
    for (const Predicate& predicate : index_.all()) {
      if (doc_.in_boilerplate(at(predicate.head).span)) continue;
      const IntentionCoder::Word* word = word_of(predicate);
      if (word == nullptr || !read_word(predicate, *word)) futures_.read(predicate);
    }
  }

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }

  const IntentionCoder::Word* word_of(const Predicate& predicate) const {
    const auto& words = predicate.kind == PredicateKind::verb ? coder_.verbs_ : coder_.nouns_;
    if (!predicate.particle.empty()) {
      const auto with_particle =
          words.find(std::string(at(predicate.head).lemma) + " " + std::string(predicate.particle));
      if (with_particle != words.end()) return &with_particle->second;
    }
    auto found = words.find(at(predicate.head).lemma);
    // The lemmatizer sometimes takes a final "e" away: "hopes" becomes "hop".
    if (found == words.end() && predicate.kind == PredicateKind::verb &&
        at(predicate.head).lower != at(predicate.head).lemma)
      found = words.find(std::string(at(predicate.head).lemma) + "e");
    return found == words.end() ? nullptr : &found->second;
  }

  // False when the word expresses no intention here.
  bool read_word(const Predicate& predicate, const IntentionCoder::Word& word) {
    if (is_denied(predicate)) return false;
    const std::optional<Span> content = content_of(predicate, word);
    if (!content) return false;
    Intention intention;
    intention.kind = word.kind;
    intention.content = *content;
    intention.said_by = statement_carrying(doc_, predicate.head);
    fill(predicate, word.by, intention.by);
    fill(predicate, word.to, intention.to);
    const bool has_holder = predicate.has(Slot::subject) || predicate.has(Slot::possessor);
    if (!has_holder && intention.said_by != kNone)
      IntentionParts::add_once(intention.by, doc_.statements[intention.said_by].speaker);
    if (intention.by.empty()) return false;
    if (asks_addressee(predicate, word)) intention.kind = IntentionKind::demand;
    if (word.kind == IntentionKind::precondition) intention.conditions.push_back({*content, "precondition", kNone});
    parts_.add(predicate.head, std::move(intention));
    return true;
  }

  // "warned Tehran not to use them": what the other is to do is demanded; "threatened X to leave" is the speaker's.
  bool asks_addressee(const Predicate& predicate, const IntentionCoder::Word& word) const {
    if (word.kind != IntentionKind::threat || at(predicate.head).lemma != "warn") return false;
    for (const Argument& complement : predicate.with(Slot::complement))
      if (has_to(doc_, complement.head)) return true;
    return false;
  }

  // "did not promise", "never agreed", "denied that he had agreed", "once they agree": nothing was intended.
  bool is_denied(const Predicate& predicate) const {
    const TokenId verb = predicate.carrier != kNone ? predicate.carrier : predicate.head;
    if (first_child(doc_, verb, Dep::neg) != kNone) return true;
    const auto event = std::find_if(doc_.events.begin(), doc_.events.end(),
                                    [&](const Event& one) { return one.trigger_token == predicate.head; });
    return event != doc_.events.end() &&
           (event->status == EventStatus::denied || event->status == EventStatus::not_happened ||
            event->status == EventStatus::possible);
  }

  std::optional<Span> content_of(const Predicate& predicate, const IntentionCoder::Word& word) const {
    for (const SlotChoice& choice : word.content) {
      if (word.kind == IntentionKind::precondition) return complement_of_copula(predicate.head);
      for (const Argument& argument : index_.arguments(predicate, choice)) {
        if (choice.slot == Slot::complement && !is_intended(predicate, word, argument.head)) continue;
        if (std::find(word.except.begin(), word.except.end(), at(argument.head).lemma) != word.except.end()) continue;
        if (choice.slot == Slot::oblique && holds_another_object(predicate, word)) continue;
        if (choice.slot != Slot::complement && names_only_a_party(predicate, argument.head)) continue;
        return clause_span(predicate.head, argument.head);
      }
    }
    return gerund_after_particle(predicate);
  }

  // "ruled out stepping down": the parse takes the gerund for an adverbial.
  std::optional<Span> gerund_after_particle(const Predicate& predicate) const {
    const TokenId particle = first_child(doc_, predicate.head, Dep::prt);
    if (particle == kNone) return std::nullopt;
    for (TokenId gerund : children(doc_, predicate.head, Dep::advcl))
      if (at(gerund).tag == "VBG" && at(gerund).left_edge == particle + 1) return doc_.subtree_span(gerund);
    return std::nullopt;
  }

  // A clause says what is intended when it is an infinitive, or looks forward: "promised that it would …". What one
  // warns of is a threat only where it is one's own deed.
  bool is_intended(const Predicate& predicate, const IntentionCoder::Word& word, TokenId verb) const {
    if (is_one_of(at(verb).lemma, kNaming) && first_child(doc_, verb, Dep::auxpass) != kNone) return false;
    for (TokenId aux : children(doc_, verb, Dep::aux)) {
      if (at(aux).lower == "to") return true;
      if (at(aux).lemma == "do") return false;  // "demands that the law does not permit"
      if (at(aux).tag == "MD") return word.kind != IntentionKind::threat || is_own(predicate, word, verb);
    }
    const bool is_progressive = at(verb).tag == "VBG" && first_child(doc_, verb, Dep::aux) != kNone;  // "was growing"
    return at(verb).tag == "VB" || (at(verb).tag == "VBG" && !is_progressive) || at(verb).dep == Dep::acl;
  }

  bool is_own(const Predicate& predicate, const IntentionCoder::Word& word, TokenId verb) const {
    const Predicate* deed = index_.headed_by(verb);
    std::vector<EntityId> holders;
    fill(predicate, word.by, holders);
    return deed != nullptr && std::any_of(holders.begin(), holders.end(),
                                          [&](EntityId holder) { return futures_.is_own_act(*deed, holder); });
  }

  // "called early elections for April": the phrase tells when, because what is called stands before it.
  static bool holds_another_object(const Predicate& predicate, const IntentionCoder::Word& word) {
    const auto is_object = [](const SlotChoice& choice) { return choice.slot == Slot::object; };
    const bool expected = std::any_of(word.to.begin(), word.to.end(), is_object) ||
                          std::any_of(word.content.begin(), word.content.end(), is_object);
    return !expected && predicate.kind == PredicateKind::verb && !predicate.passive && predicate.has(Slot::object);
  }

  // "threatened the mayor", "asked the court": the slot holds whom, not what; "promised Chad a hospital" tells both.
  bool names_only_a_party(const Predicate& predicate, TokenId head) const {
    return doc_.mention_headed_by(head) != kNone && predicate.with(Slot::dative).empty();
  }

  // The content's subtree, and the purpose that follows it in the same clause: "to develop X, to help ensure Y".
  Span clause_span(TokenId word, TokenId head) const {
    if (at(word).dep == Dep::relcl && at(word).head == head)
      return {at(at(head).left_edge).span.begin, at(head).span.end};
    Span span = without_next_clause(head);
    if (is_verb(at(head)))
      for (Dep dep : {Dep::advcl, Dep::xcomp})
        for (TokenId purpose : children(doc_, word, dep))
          if (purpose > head && has_to(doc_, purpose)) span = join(span, doc_.subtree_span(purpose));
    return span;
  }

  // "requested to join the union and aspires to …": a finite verb coordinated with an infinitive is another clause.
  Span without_next_clause(TokenId head) const {
    Span span = doc_.subtree_span(head);
    if (at(head).tag != "VB") return span;
    for (TokenId next : children(doc_, head, Dep::conj)) {
      if (at(next).tag == "VB" || !is_verb(at(next))) continue;
      TokenId end = first_child(doc_, head, Dep::cc) != kNone ? first_child(doc_, head, Dep::cc) : at(next).left_edge;
      while (end > head + 1 && at(end - 1).pos == Pos::punct) --end;
      span.end = at(end - 1).span.end;
    }
    return span;
  }

  // "the precondition for talks is that the troops leave": what the copula says of it.
  std::optional<Span> complement_of_copula(TokenId noun) const {
    const TokenId subject = coordination_head(doc_, noun);
    const TokenId verb = at(subject).head;
    if (at(subject).dep != Dep::nsubj || at(verb).lemma != "be") return std::nullopt;
    for (Dep dep : {Dep::xcomp, Dep::ccomp, Dep::attr, Dep::advcl, Dep::acomp})
      if (const TokenId complement = first_child(doc_, verb, dep); complement != kNone)
        return doc_.subtree_span(complement);
    return std::nullopt;
  }

  void fill(const Predicate& predicate, const std::vector<SlotChoice>& choices, std::vector<EntityId>& entities) const {
    for (const SlotChoice& choice : choices) {
      for (const Argument& argument : index_.arguments(predicate, choice))
        for (const Participant& participant : participants_named(doc_, index_.words(), argument.head))
          IntentionParts::add_once(entities, participant.entity);
      if (!entities.empty()) return;
    }
  }

  const IntentionCoder& coder_;
  const PredicateIndex& index_;
  Document& doc_;
  IntentionParts parts_;
  IntentionFutures futures_;
};

Result<IntentionCoder> IntentionCoder::open(const Knowledge& knowledge) {
  const Table* table = knowledge.find("intentions/words.tsv");
  if (table == nullptr) return Error{Error::Kind::knowledge, "the table intentions/words.tsv is missing"};
  const Table* threats = knowledge.find("intentions/threats.tsv");
  if (threats == nullptr) return Error{Error::Kind::knowledge, "the table intentions/threats.tsv is missing"};
  IntentionCoder coder;
  for (size_t row = 0; row < threats->rows(); ++row) coder.threats_.insert(threats->cell(row, "verb"));
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto kind = kind_named(table->cell(row, "kind"));
    if (!kind) return table_error(*table, row, "unknown kind of intention");
    const std::string_view predicate = table->cell(row, "word");
    if (!predicate.ends_with("/v") && !predicate.ends_with("/n"))
      return table_error(*table, row, "a word is written lemma/v or lemma/n");
    auto& words = predicate.ends_with("/v") ? coder.verbs_ : coder.nouns_;
    words[predicate.substr(0, predicate.size() - 2)] = {
        *kind, parse_slot_choices(table->cell(row, "by")), parse_slot_choices(table->cell(row, "to")),
        parse_slot_choices(table->cell(row, "content")), split_list(table->cell(row, "except"))};
  }
  return coder;
}

void IntentionCoder::code(const PredicateIndex& index, Document& doc) const {
  IntentionReader(*this, index, doc).read();
}

}  // namespace verbale
