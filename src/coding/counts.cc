// Finds what is counted first, and whose it is second; each step of the second is weaker than the one before it.
#include "coding/counts.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

using Place = CountTables::Place;
using Word = CountTables::Word;

constexpr uint32_t kRecallSentences = 3;  // how far back "the attack" may point to the event it recalls

// Prepositions by which a clause names the happening it is part of: "killed in an attack", "died after the shelling".
constexpr std::array<std::string_view, 7> kPartOf = {"in", "during", "after", "by", "from", "at", "following"};

class SentenceCounts {
 public:
  SentenceCounts(const CountTables& tables, const PredicateIndex& index, Document& doc, uint32_t sentence)
      : tables_(tables), index_(index), doc_(doc), sentence_(sentence) {}

  void find() {
    const TokenRange range = doc_.sentences[sentence_].tokens;
    for (TokenId t = range.begin; t < range.end; ++t)
      if (const Word* word = tables_.word_of(at(t))) find_for(t, *word);
    // An event's own word says it better than its neighbours do.
    std::stable_partition(found_.begin(), found_.end(), [&](const Found& f) { return event_at(f.anchor) != nullptr; });
    for (const Found& found : found_) attach(found);
    add_crowds();
  }

 private:
  struct Found {
    Count count;
    TokenId anchor;
  };

  const Token& at(TokenId t) const { return doc_.tokens[t]; }

  // ---- what is counted -------------------------------------------------------------------------------------------

  void find_for(TokenId word, const Word& row) {
    if (first_child(doc_, word, Dep::neg) != kNone) return;
    for (Place place : row.places) {
      const std::vector<TokenId> people = people_at(word, row, place);
      std::optional<Count> count = place == Place::tally ? tally(word) : number_of(people, row);
      if (!count) continue;
      count->kind = row.kind;
      found_.push_back({*count, word});
      return;
    }
  }

  std::vector<TokenId> people_at(TokenId word, const Word& row, Place place) const {
    switch (place) {
      case Place::object:
        return objects_of(word);
      case Place::subject:
        return heads(word, Slot::subject);
      case Place::of:
        return heads(word, Slot::oblique, "of");
      case Place::self:
        return at(word).tag == "NNS" ? std::vector<TokenId>{word} : std::vector<TokenId>{};
      case Place::predicate:
        return said_to_be(word);
      case Place::tally:
        break;
    }
    (void)row;
    return {};
  }

  std::vector<TokenId> heads(TokenId word, Slot slot, std::string_view preposition = {}) const {
    std::vector<TokenId> found;
    if (const Predicate* predicate = index_.headed_by(word))
      for (const Argument& argument : predicate->with(slot, preposition)) found.push_back(argument.head);
    return found;
  }

  // The object; for a bare participle the noun before it ("30 injured") or above it ("12 injured civilians").
  std::vector<TokenId> objects_of(TokenId verb) const {
    std::vector<TokenId> found = heads(verb, Slot::object);
    if (found.empty()) found = numbers_after_up_to(verb);
    if (!found.empty() || at(verb).tag != "VBN") return found;
    if (is_number_before(verb)) return {verb - 1};
    if (at(verb).dep == Dep::amod) return {at(verb).head};
    if (at(verb).dep == Dep::acomp) return said_to_be(verb);
    const bool perfect = first_child(doc_, verb, Dep::aux) != kNone;
    return perfect ? found : heads(verb, Slot::subject);
  }

  // "injured up to 100": the parser takes "up" for a particle of the verb.
  std::vector<TokenId> numbers_after_up_to(TokenId verb) const {
    const bool up = verb + 1 <= at(verb).right_edge && at(verb + 1).lower == "up";
    return up ? heads(verb, Slot::oblique, "to") : std::vector<TokenId>{};
  }

  // "leaving 12 dead and 30 injured": the number stands right before the word, wherever the parser hangs it.
  bool is_number_before(TokenId word) const {
    return word > doc_.sentences[sentence_].tokens.begin && tables_.amounts().is_numeric(at(word - 1));
  }

  // "12 dead", "leaving 12 people dead", "12 dead soldiers", "12 people were dead".
  std::vector<TokenId> said_to_be(TokenId adjective) const {
    if (amount_of(tables_.amounts(), doc_, adjective)) return {adjective};
    if (is_number_before(adjective)) return {adjective - 1};
    if (at(adjective).dep == Dep::amod) return {at(adjective).head};
    for (Dep dep : {Dep::nsubj, Dep::nsubjpass})
      for (TokenId subject : children(doc_, adjective, dep)) return conjuncts(doc_, subject);
    const TokenId verb = at(adjective).head;
    for (Dep dep : {Dep::dobj, Dep::nsubj})
      for (TokenId object : children(doc_, verb, dep))
        if (dep == Dep::dobj || at(verb).lemma == "be") return conjuncts(doc_, object);
    // "Two protesters were shot dead."
    if (const TokenId subject = first_child(doc_, verb, Dep::nsubjpass); subject != kNone)
      return conjuncts(doc_, subject);
    return {};
  }

  // "a death toll of 40", "the toll rose to 40", "bringing the death toll to 40".
  std::optional<Count> tally(TokenId toll) const {
    const bool of_death = toll > 0 && (at(toll - 1).lower == "death" || at(toll - 1).lower == "casualty");
    if (!of_death) return std::nullopt;
    for (TokenId governor : {toll, at(toll).head})
      for (TokenId preposition : children(doc_, governor, Dep::prep)) {
        const std::string_view word = at(preposition).lower;
        if (word != "of" && word != "to" && word != "at") continue;
        for (TokenId number : children(doc_, preposition, Dep::pobj))
          if (const auto amount = amount_of(tables_.amounts(), doc_, number)) return as_count(*amount, number);
      }
    return std::nullopt;
  }

  std::optional<Count> as_count(const Amount& amount, TokenId noun) const {
    if (!amount.known() || amount.money) return std::nullopt;
    Count count;
    count.low = amount.low;
    count.high = amount.high;
    count.span = doc_.span_of(amount.tokens);
    if (!amount.tokens.contains(noun) && noun > amount.tokens.begin) count.span = join(count.span, at(noun).span);
    return count;
  }

  // The sum over a list: "a woman and two children". A member without a number leaves the upper bound open.
  std::optional<Count> number_of(const std::vector<TokenId>& people, const Word& row) const {
    std::optional<Count> sum;
    bool open = false;
    for (TokenId person : people) {
      if (row.never.contains(at(person).lemma)) return std::nullopt;
      if (!row.needed.empty() && at(person).lemma != row.needed) return std::nullopt;
      std::optional<Count> one = number_at(person, row);
      if (!one) {
        // "12 soldiers and civilians": the bare plural shares the number before it.
        const bool shares = sum && at(person).tag == "NNS" && at(person).dep == Dep::conj;
        open |= !shares;
      } else if (!sum) {
        sum = one;
      } else {
        add(*sum, *one);
      }
    }
    if (sum && open) sum->high.reset();
    return sum && (sum->low || sum->high) ? sum : std::nullopt;
  }

  static void add(Count& sum, const Count& more) {
    const auto plus = [](const std::optional<double>& a, const std::optional<double>& b) {
      return a && b ? std::optional<double>(*a + *b) : std::nullopt;
    };
    if (!sum.low) sum.low = 0;
    sum.low = *sum.low + more.low.value_or(0);
    sum.high = plus(sum.high, more.high);
    sum.span = join(sum.span, more.span);
  }

  std::optional<Count> number_at(TokenId person, const Word& row) const {
    if (const auto amount = amount_of(tables_.amounts(), doc_, person)) {
      if (at(person).lower == "years" || at(person).lower == "percent" || at(person).lower == "%") return std::nullopt;
      return as_count(*amount, counted_noun(person));
    }
    // "a group of 12 people", "two of the soldiers" is a number itself.
    if (tables_.is_collective(at(person)))
      for (TokenId preposition : children(doc_, person, Dep::prep))
        if (at(preposition).lower == "of")
          for (TokenId member : children(doc_, preposition, Dep::pobj)) return number_at(member, row);
    return row.kind != CountKind::crowd && row.kind != CountKind::displaced && is_one_person(person) ? one(person)
                                                                                                     : std::nullopt;
  }

  // "dozens of people": the evidence goes to the people.
  TokenId counted_noun(TokenId head) const {
    if (!tables_.amounts().is_numeric(at(head))) return head;
    for (TokenId preposition : children(doc_, head, Dep::prep))
      if (at(preposition).lower == "of")
        if (const TokenId noun = first_child(doc_, preposition, Dep::pobj); noun != kNone && at(noun).pos == Pos::noun)
          return noun;
    return head;
  }

  // "a soldier", "another man", and people by name.
  bool is_one_person(TokenId head) const {
    const MentionId mention = doc_.mention_headed_by(head);
    if (mention == kNone || doc_.mentions[mention].entity == kNone) return false;
    const EntityKind kind = doc_.entities[doc_.mentions[mention].entity].kind;
    if (at(head).pos == Pos::propn) return kind == EntityKind::person;
    if (at(head).tag != "NN" || tables_.is_collective(at(head))) return false;
    const TokenId determiner = first_child(doc_, head, Dep::det);
    if (determiner == kNone || (kind != EntityKind::group && kind != EntityKind::person)) return false;
    const std::string_view word = at(determiner).lower;
    return word == "a" || word == "an" || word == "another";
  }

  std::optional<Count> one(TokenId head) const {
    Count count;
    count.low = count.high = 1;
    count.span = doc_.span_of({at(head).left_edge, head + 1});
    const MentionId mention = doc_.mention_headed_by(head);
    if (at(head).pos == Pos::propn && mention != kNone) count.span = doc_.mentions[mention].span;
    return count;
  }

  // ---- whose it is -----------------------------------------------------------------------------------------------

  Event* event_at(TokenId token) const {
    for (Event& event : doc_.events)
      if (event.trigger_token == token) return &event;
    return nullptr;
  }

  Event* event_that_can_have(TokenId token, CountKind kind) const {
    Event* event = event_at(token);
    return event != nullptr && tables_.can_have(*event, kind) ? event : nullptr;
  }

  void attach(const Found& found) {
    Event* event = event_of(found);
    if (event == nullptr) return;
    for (const Count& count : event->counts)
      if (count.kind == found.count.kind) return;
    event->counts.push_back(found.count);
  }

  Event* event_of(const Found& found) const {
    const CountKind kind = found.count.kind;
    if (Event* event = event_that_can_have(found.anchor, kind)) return event;
    if (Event* event = event_of_arguments(found.anchor, kind)) return event;
    if (tells_own_cause(found.anchor) || is_deed_beside(found)) return nullptr;
    for (TokenId t = found.anchor; at(t).head != t;) {
      t = at(t).head;
      if (Event* event = event_that_can_have(t, kind)) return event;
      if (Event* event = event_of_arguments(t, kind)) return event;
    }
    return only_event(kind);
  }

  // "killed five and abducted twelve": whom one takes is another deed than whom one kills.
  bool is_deed_beside(const Found& found) const {
    const CountKind kind = found.count.kind;
    const bool taken = kind == CountKind::arrested || kind == CountKind::abducted;
    return taken && at(found.anchor).dep == Dep::conj && is_verb(at(found.anchor)) &&
           first_child(doc_, found.anchor, Dep::nsubjpass) == kNone;
  }

  // "[The attack] killed 12", "12 died in [the attack]", and the attack that an earlier sentence told.
  Event* event_of_arguments(TokenId word, CountKind kind) const {
    const Predicate* predicate = index_.headed_by(word);
    if (predicate == nullptr) return nullptr;
    for (const Argument& argument : predicate->arguments) {
      const bool names_it = argument.slot == Slot::subject ||
                            (argument.slot == Slot::oblique &&
                             std::find(kPartOf.begin(), kPartOf.end(), argument.preposition) != kPartOf.end());
      if (!names_it) continue;
      if (Event* event = event_that_can_have(argument.head, kind)) return event;
      if (Event* event = recalled_event(argument.head, kind)) return event;
    }
    return nullptr;
  }

  Event* recalled_event(TokenId noun, CountKind kind) const {
    const TokenId determiner = first_child(doc_, noun, Dep::det);
    if (at(noun).pos != Pos::noun || determiner == kNone || at(determiner).lower == "a") return nullptr;
    for (auto event = doc_.events.rbegin(); event != doc_.events.rend(); ++event)
      if (event->sentence < sentence_ && event->sentence + kRecallSentences >= sentence_ &&
          at(event->trigger_token).lemma == at(noun).lemma && tables_.can_have(*event, kind))
        return &*event;
    return nullptr;
  }

  // "12 people died in a flood": the clause names what it is part of, and that is not an event of ours.
  bool tells_own_cause(TokenId word) const {
    const Predicate* predicate = index_.headed_by(word);
    if (predicate == nullptr) return false;
    return std::any_of(predicate->arguments.begin(), predicate->arguments.end(), [&](const Argument& argument) {
      if (argument.slot != Slot::oblique || at(argument.head).pos != Pos::noun || argument.inherited) return false;
      if (argument.preposition != "in" && argument.preposition != "of" && argument.preposition != "after") return false;
      return at(argument.head).name_type.empty() && is_told_as_new(argument.head);
    });
  }

  // "in a flood", "of cancer", but not "in the market", which is a place as likely as not.
  bool is_told_as_new(TokenId noun) const {
    const TokenId determiner = first_child(doc_, noun, Dep::det);
    return at(noun).tag == "NN" && (determiner == kNone || at(determiner).lower == "a" || at(determiner).lower == "an");
  }

  // The only event of the sentence that can have the count.
  Event* only_event(CountKind kind) const {
    Event* only = nullptr;
    for (Event& event : doc_.events) {
      if (event.sentence != sentence_ || !tables_.can_have(event, kind)) continue;
      if (only != nullptr) return nullptr;
      only = &event;
    }
    return only;
  }

  // The number of those who protest, where they are the event's actors: "Thousands of workers went on strike".
  void add_crowds() {
    for (Event& event : doc_.events) {
      if (event.sentence != sentence_ || !tables_.can_have(event, CountKind::crowd) || has_crowd(event)) continue;
      for (const Participant& actor : event.actors) add_crowd(event, actor.head);
    }
  }

  static bool has_crowd(const Event& event) {
    return std::any_of(event.counts.begin(), event.counts.end(),
                       [](const Count& count) { return count.kind == CountKind::crowd; });
  }

  void add_crowd(Event& event, TokenId actor) {
    if (actor == kNone || has_crowd(event)) return;
    // "thousands of workers": the number stands above the workers.
    TokenId head = actor;
    if (at(actor).dep == Dep::pobj && at(at(actor).head).lower == "of") {
      const TokenId above = at(at(actor).head).head;
      if (tables_.amounts().is_numeric(at(above)) || tables_.is_collective(at(above))) head = above;
    }
    Word row;
    row.kind = CountKind::crowd;
    std::optional<Count> count = number_at(head, row);
    if (!count || (count->high && *count->high < 2)) return;
    count->kind = CountKind::crowd;
    event.counts.push_back(*count);
  }

  const CountTables& tables_;
  const PredicateIndex& index_;
  Document& doc_;
  uint32_t sentence_;
  std::vector<Found> found_;
};

}  // namespace

Result<CountCoder> CountCoder::open(const Knowledge& knowledge) {
  Result<CountTables> tables = CountTables::open(knowledge);
  if (!tables) return std::move(tables).error();
  return CountCoder(*std::move(tables));
}

// Sentences without an event are read as well: "The attack killed 12" tells about the one before it.
void CountCoder::code(const PredicateIndex& index, Document& doc) const {
  if (doc.events.empty()) return;
  for (uint32_t sentence = 0; sentence < doc.sentences.size(); ++sentence)
    if (!doc.in_boilerplate(doc.span_of(doc.sentences[sentence].tokens)))
      SentenceCounts(tables_, index, doc, sentence).find();
}

}  // namespace verbale
