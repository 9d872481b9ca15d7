// Words of intention first, then the speaker's own future; then what hangs on each: due time, conditions, the events
// that it would bring about.
#include "coding/intentions.h"

#include <algorithm>
#include <array>
#include <optional>

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

// The forms of a condition, by the word that introduces it.
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kConditionForms = {{{"if", "if"},
                                                                                           {"unless", "unless"},
                                                                                           {"until", "until"},
                                                                                           {"provided", "provided"},
                                                                                           {"providing", "provided"},
                                                                                           {"once", "if"}}};

std::string_view condition_form(std::string_view word) {
  for (const auto& [mark, form] : kConditionForms)
    if (mark == word) return form;
  return {};
}

void add_once(std::vector<EntityId>& entities, EntityId entity) {
  if (entity != kNone && std::find(entities.begin(), entities.end(), entity) == entities.end())
    entities.push_back(entity);
}

}  // namespace

class IntentionReader {
 public:
  IntentionReader(const IntentionCoder& coder, const PredicateIndex& index, Document& doc)
      : coder_(coder), index_(index), doc_(doc) {}

  void read() {
    for (const Predicate& predicate : index_.all()) {
      if (doc_.in_boilerplate(at(predicate.head).span)) continue;
      if (const IntentionCoder::Word* word = word_of(predicate))
        read_word(predicate, *word);
      else if (predicate.kind == PredicateKind::verb)
        read_own_future(predicate);
    }
  }

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }

  const IntentionCoder::Word* word_of(const Predicate& predicate) const {
    const auto& words = predicate.kind == PredicateKind::verb ? coder_.verbs_ : coder_.nouns_;
    auto found = words.find(at(predicate.head).lemma);
    // The lemmatizer sometimes takes a final "e" away: "hopes" becomes "hop".
    if (found == words.end() && predicate.kind == PredicateKind::verb &&
        at(predicate.head).lower != at(predicate.head).lemma)
      found = words.find(std::string(at(predicate.head).lemma) + "e");
    return found == words.end() ? nullptr : &found->second;
  }

  void read_word(const Predicate& predicate, const IntentionCoder::Word& word) {
    if (is_denied(predicate)) return;
    const std::optional<Span> content = content_of(predicate, word);
    if (!content) return;
    Intention intention;
    intention.kind = word.kind;
    intention.content = *content;
    intention.said_by = statement_carrying(doc_, predicate.head);
    fill(predicate, word.by, intention.by);
    fill(predicate, word.to, intention.to);
    const bool has_holder = predicate.has(Slot::subject) || predicate.has(Slot::possessor);
    if (!has_holder && intention.said_by != kNone) add_once(intention.by, doc_.statements[intention.said_by].speaker);
    if (intention.by.empty()) return;
    if (word.kind == IntentionKind::precondition) intention.conditions.push_back({*content, "precondition", kNone});
    finish(predicate.head, std::move(intention));
  }

  // "did not promise", "never agreed": nothing was intended.
  bool is_denied(const Predicate& predicate) const {
    const TokenId verb = predicate.carrier != kNone ? predicate.carrier : predicate.head;
    return first_child(doc_, verb, Dep::neg) != kNone;
  }

  std::optional<Span> content_of(const Predicate& predicate, const IntentionCoder::Word& word) const {
    for (const SlotChoice& choice : word.content) {
      if (word.kind == IntentionKind::precondition) return complement_of_copula(predicate.head);
      for (const Argument& argument : index_.arguments(predicate, choice)) {
        if (choice.slot == Slot::complement && !is_intended(argument.head)) continue;
        if (choice.slot != Slot::complement && !doc_.mentions.empty() && names_only_a_party(argument.head)) continue;
        return clause_span(predicate.head, argument.head);
      }
    }
    return std::nullopt;
  }

  // A clause says what is intended when it is an infinitive, or looks forward: "promised that it would …".
  bool is_intended(TokenId verb) const {
    for (TokenId aux : children(doc_, verb, Dep::aux))
      if (at(aux).lower == "to" || at(aux).tag == "MD") return true;
    const bool is_progressive = at(verb).tag == "VBG" && first_child(doc_, verb, Dep::aux) != kNone;  // "was growing"
    return at(verb).tag == "VB" || (at(verb).tag == "VBG" && !is_progressive) || at(verb).dep == Dep::acl;
  }

  // "threatened the mayor", "asked the court": the slot holds whom, not what.
  bool names_only_a_party(TokenId head) const { return doc_.mention_headed_by(head) != kNone; }

  // The content's subtree, and the purpose that follows it in the same clause: "to develop X, to help ensure Y".
  Span clause_span(TokenId word, TokenId head) const {
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
          add_once(entities, participant.entity);
      if (!entities.empty()) return;
    }
  }

  // "We will give more information", said the ministry; the ministry said it would send doctors.
  void read_own_future(const Predicate& predicate) {
    const StatementId statement = statement_carrying(doc_, predicate.head);
    if (statement == kNone || !has_future(predicate.head)) return;
    const EntityId speaker = doc_.statements[statement].speaker;
    if (speaker == kNone || !is_own_act(predicate, speaker)) return;
    Intention intention;
    intention.kind = kind_of_future(predicate.head);
    intention.content = doc_.subtree_span(predicate.head);
    intention.by = {speaker};
    intention.said_by = statement;
    finish(future_of(predicate.head), std::move(intention));
  }

  bool has_future(TokenId verb) const {
    return future_of(verb) != kNone && first_child(doc_, verb, Dep::neg) == kNone && at(verb).lemma != "be";
  }

  // The modal that commits: the trigger of the promise (commitments.h), where it is an event.
  TokenId future_of(TokenId verb) const {
    for (TokenId aux : children(doc_, verb, Dep::aux)) {
      const std::string_view word = at(aux).lower;
      if (word == "will" || word == "'ll" || word == "’ll" || word == "shall" || word == "would") return aux;
    }
    return kNone;
  }

  bool is_own_act(const Predicate& predicate, EntityId speaker) const {
    for (const Argument& subject : predicate.with(Slot::subject)) {
      const std::string_view word = at(subject.head).lower;
      if (word == "we" || word == "i") return true;
      for (const Participant& participant : participants_named(doc_, index_.words(), subject.head))
        if (participant.entity == speaker) return true;
    }
    return false;
  }

  IntentionKind kind_of_future(TokenId verb) const {
    for (const Event& event : doc_.events)
      if (event.trigger_token == verb) return event.quad >= 3 ? IntentionKind::threat : IntentionKind::promise;
    return IntentionKind::promise;
  }

  void finish(TokenId trigger, Intention intention) {
    for (EventId id = 0; id < doc_.events.size(); ++id) {
      const Event& event = doc_.events[id];
      if (event.trigger_token == trigger)
        intention.event = id;
      else if (intention.content.contains(event.trigger))
        intention.would_be.push_back(id);
    }
    find_due(intention);
    find_conditions(trigger, intention);
    doc_.intentions.push_back(std::move(intention));
  }

  // "by the end of June": the time that the content sets itself.
  void find_due(Intention& intention) const {
    for (TimeId id = 0; id < doc_.times.size(); ++id) {
      const Timex& time = doc_.times[id];
      if (!intention.content.contains(time.span) || time.tokens.begin == 0) continue;
      const std::string_view before = at(time.tokens.begin - 1).lower;
      if (before == "by" || before == "before" || before == "until" || before == "within") intention.due = id;
    }
  }

  void find_conditions(TokenId trigger, Intention& intention) const {
    const Sentence& sentence = doc_.sentences[at(trigger).sentence];
    for (TokenId mark = sentence.tokens.begin; mark < sentence.tokens.end; ++mark) {
      const std::string_view form = condition_form(at(mark).lower);
      const TokenId verb = at(mark).head;
      if (form.empty() || at(mark).dep != Dep::mark || at(verb).dep != Dep::advcl) continue;
      if (!intention.content.contains(at(at(verb).head).span) && at(verb).head != trigger) continue;
      intention.conditions.push_back({doc_.subtree_span(verb), form, event_in(doc_.subtree_span(verb))});
    }
  }

  EventId event_in(Span span) const {
    for (EventId id = 0; id < doc_.events.size(); ++id)
      if (span.contains(doc_.events[id].trigger)) return id;
    return kNone;
  }

  const IntentionCoder& coder_;
  const PredicateIndex& index_;
  Document& doc_;
};

Result<IntentionCoder> IntentionCoder::open(const Knowledge& knowledge) {
  const Table* table = knowledge.find("intentions/words.tsv");
  if (table == nullptr) return Error{Error::Kind::knowledge, "the table intentions/words.tsv is missing"};
  IntentionCoder coder;
  for (size_t row = 0; row < table->rows(); ++row) {
    const auto kind = kind_named(table->cell(row, "kind"));
    if (!kind) return table_error(*table, row, "unknown kind of intention");
    const std::string_view predicate = table->cell(row, "word");
    if (!predicate.ends_with("/v") && !predicate.ends_with("/n"))
      return table_error(*table, row, "a word is written lemma/v or lemma/n");
    auto& words = predicate.ends_with("/v") ? coder.verbs_ : coder.nouns_;
    words[predicate.substr(0, predicate.size() - 2)] = {*kind, parse_slot_choices(table->cell(row, "by")),
                                                        parse_slot_choices(table->cell(row, "to")),
                                                        parse_slot_choices(table->cell(row, "content"))};
  }
  return coder;
}

void IntentionCoder::code(const PredicateIndex& index, Document& doc) const {
  IntentionReader(*this, index, doc).read();
}

}  // namespace verbale
