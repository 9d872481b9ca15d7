// From the words in the slots of an event down to the things: through containers ("a package of weapons"), units
// ("50,000 tonnes of wheat"), value ("$10 million worth of seeds") and lists ("assistance, including fuel").
#include "coding/items.h"

#include <algorithm>
#include <array>

#include "coding/codebook.h"

namespace verbale {
namespace {

constexpr int kDepthMax = 6;  // containers in containers; deeper nesting is a misparse
constexpr std::array<std::string_view, 4> kListing = {"including", "like", "as", "especially"};

// The things of one event. Words that are its parties are no things: "trained [soldiers]".
class EventItems {
 public:
  EventItems(const ItemTables& tables, const PredicateIndex& index, Document& doc, Event& event,
             const ItemTables::EventSlots& slots)
      : tables_(tables), index_(index), doc_(doc), event_(event), slots_(slots) {}

  void find() {
    const Predicate* predicate = index_.headed_by(event_.trigger_token);
    if (predicate == nullptr) return;
    for (const SlotChoice& choice : slots_.slots)
      for (const Argument& argument : index_.arguments(*predicate, choice)) visit(argument.head, {}, 0);
    if (!slots_.generic) visit_agreed(*predicate);
    for (TokenId listed : listed_under(predicate->head)) visit(listed, listed_thing({}), 0);
    if (predicate->kind == PredicateKind::noun) visit_own_lists(predicate->head);
    settle();
  }

 private:
  // "signed an agreement to buy gas": what the object's clause is about.
  void visit_agreed(const Predicate& predicate) {
    for (const Argument& object : predicate.with(Slot::object)) {
      const Predicate* noun = index_.headed_by(object.head);
      if (noun == nullptr || noun->kind != PredicateKind::noun) continue;
      for (const Argument& argument : index_.arguments(*noun, {Slot::object, {}, true})) visit(argument.head, {}, 0);
    }
  }

  // What the words above a thing say of it.
  struct Holder {
    std::optional<Amount> amount;  // "50,000 tonnes", "$10 million worth"
    std::string_view unit;
    std::string_view lethal;  // "non-lethal support, including …"
    bool in_list = false;     // named as one of the things: an unknown word is a thing as well
  };
  struct Found {
    Item item;
    TokenId head;
    bool generic;
    bool is_class;
  };

  const Token& at(TokenId t) const { return doc_.tokens[t]; }

  // What a list says of its members: they are things, and kill no more than what they are listed under.
  static Holder listed_thing(std::string_view lethal) {
    Holder holder;
    holder.lethal = lethal;
    holder.in_list = true;
    return holder;
  }

  bool is_party(TokenId head) const {
    const auto holds = [&](const std::vector<Participant>& parties) {
      return std::any_of(parties.begin(), parties.end(), [&](const Participant& p) { return p.head == head; });
    };
    return holds(event_.actors) || holds(event_.recipients);
  }

  // Adds the things that a noun names; true when it led to any that are more specific than a generic word.
  bool visit(TokenId head, Holder holder, int depth) {
    if (depth > kDepthMax || is_party(head) || is_visited(head)) return false;
    visited_.push_back(head);
    holder.lethal = told_lethality(head, holder.lethal);
    std::optional<Amount> amount = amount_of(tables_.amounts(), doc_, head);
    if (!amount && !holder.amount) holder.amount = worth_of(head);
    if (amount && amount->money) return visit_money(head, *amount, holder, depth);

    const ItemTables::Good* good = tables_.good_ending_at(doc_, head);
    if (good == nullptr && is_holder(head) && visit_held(head, amount, holder, depth)) return true;
    bool specific = visit_lists(head, holder, depth);
    visit_taken_for_modifiers(head, holder, depth);
    if (good != nullptr) {
      add(head, good->category, good->lethal, amount, holder, false, good->is_class);
      visit_appositions(head, holder, depth);
      visit_taken_for_purpose(head, holder, depth);
      return true;
    }
    if (tables_.is_generic(at(head))) return add_generic(head, amount, holder) || specific;
    if (holder.in_list && is_thing(head)) {
      add(head, "other", "unknown", amount, holder, false, false);
      return true;
    }
    return specific;
  }

  // "insulin, 40 cylinders and a dozen ventilators": the parser takes the rest of a list for an apposition.
  void visit_appositions(TokenId head, Holder holder, int depth) {
    holder.amount.reset();
    holder.unit = {};
    for (TokenId next : children(doc_, head, Dep::appos))
      for (TokenId conjunct : conjuncts(doc_, next))
        if (tables_.good_ending_at(doc_, conjunct) != nullptr) visit(conjunct, holder, depth + 1);
  }

  // "rice and cooking oil": the parser takes the first of two things for a modifier of the second.
  void visit_taken_for_modifiers(TokenId head, Holder holder, int depth) {
    holder.amount.reset();
    holder.unit = {};
    for (Dep dep : {Dep::nmod, Dep::compound})
      for (TokenId first : children(doc_, head, dep))
        if (first_child(doc_, first, Dep::cc) != kNone && tables_.good_ending_at(doc_, first) != nullptr)
          visit(first, holder, depth + 1);
  }

  // "spare parts for the power grid and medical equipment": the last of the list is taken for what the parts are for.
  void visit_taken_for_purpose(TokenId head, Holder holder, int depth) {
    holder.amount.reset();
    holder.unit = {};
    holder.in_list = true;
    for (TokenId preposition : children(doc_, head, Dep::prep)) {
      const TokenId last = first_child(doc_, preposition, Dep::pobj);
      if (at(preposition).lower != "for" || last == kNone) continue;
      const TokenId purpose = first_child(doc_, last, Dep::nmod);
      if (purpose == kNone || first_child(doc_, purpose, Dep::cc) == kNone) continue;
      const bool is_kind = tables_.is_generic(at(last)) && last > 0 && tables_.kind_named(at(last - 1)) != nullptr;
      if (is_kind || tables_.good_ending_at(doc_, last) != nullptr) visit(last, holder, depth + 1);
    }
  }

  // "weapons worth $400 million".
  std::optional<Amount> worth_of(TokenId head) const {
    for (TokenId worth = head + 1; worth <= at(head).right_edge; ++worth) {
      if (at(worth).lower != "worth" || at(worth).head != head) continue;
      const TokenId end = doc_.sentences[at(head).sentence].tokens.end;
      std::optional<Amount> amount = tables_.amounts().read_at(doc_, worth + 1, end);
      return amount && amount->money ? amount : std::nullopt;
    }
    return std::nullopt;
  }

  bool is_visited(TokenId head) const { return std::find(visited_.begin(), visited_.end(), head) != visited_.end(); }

  bool is_holder(TokenId head) const {
    return tables_.is_container(at(head)) || !tables_.unit_named(at(head)).empty() ||
           tables_.amounts().is_numeric(at(head));
  }

  // An unknown word of a list is a thing when it is a common noun and no time, person or place.
  bool is_thing(TokenId head) const {
    return at(head).pos == Pos::noun && at(head).name_type.empty() && doc_.mention_headed_by(head) == kNone;
  }

  // "50,000 tonnes of wheat", "a package of weapons", "dozens of tanks".
  bool visit_held(TokenId head, const std::optional<Amount>& amount, Holder holder, int depth) {
    if (amount && !holder.amount) {
      holder.amount = amount;
      holder.unit = tables_.unit_named(at(head));
      holder.in_list |= !holder.unit.empty();  // what is measured is a thing, known or not
    }
    bool found = false;
    const std::vector<TokenId> all = objects_of(head, "of");
    if (all.size() > 1) holder.amount.reset();  // "3,200 tonnes of flour and oil": how much of each is not told
    for (TokenId held : all) found |= visit(held, holder, depth + 1);
    found |= visit_lists(head, holder, depth);
    for (Dep dep : {Dep::compound, Dep::nmod, Dep::amod})
      for (TokenId modifier : children(doc_, head, dep)) found |= visit_modifier(modifier, holder, depth);
    return found;
  }

  // "gas supplies", "weapons package": the thing stands before its container.
  bool visit_modifier(TokenId modifier, const Holder& holder, int depth) {
    if (tables_.good_ending_at(doc_, modifier) == nullptr) return false;
    return visit(modifier, holder, depth + 1);
  }

  // "$3.5 million in aid" is money; "$10 million worth of seeds" is seeds of that value.
  bool visit_money(TokenId head, const Amount& amount, Holder holder, int depth) {
    bool found = false;
    Holder bought = holder;
    bought.amount = amount;
    for (std::string_view preposition : {"in", "of", "worth"})
      for (TokenId held : bought_with(head, amount, preposition)) found |= visit_bought(held, bought, depth);
    for (TokenId next : children(doc_, head, Dep::appos)) visit(next, holder, depth + 1);
    // "a $400 million loan", "$100 million package": the noun carries the amount.
    const bool is_noun = !tables_.amounts().is_numeric(at(head)) && !tables_.amounts().is_currency(at(head));
    if (is_noun && !found) found = visit_valued(head, bought, depth);
    found |= visit_lists(head, holder, depth);
    if (found) return true;
    add(head, "money", "unknown", amount, holder, false, false);
    return true;
  }

  // What follows the amount: the parser hangs "in aid" on the amount or on the verb above it.
  std::vector<TokenId> bought_with(TokenId head, const Amount& amount, std::string_view preposition) const {
    std::vector<TokenId> found = objects_of(head, preposition);
    const TokenId next = std::max<TokenId>(head + 1, amount.tokens.end);
    const bool follows = next < doc_.tokens.size() && at(next).dep == Dep::prep && at(next).lower == preposition;
    if (found.empty() && follows && is_generic_object(next)) add_objects(next, found);
    return found;
  }

  // "in aid", not "in London": only help as such tells what the money is.
  bool is_generic_object(TokenId preposition) const {
    const TokenId object = first_child(doc_, preposition, Dep::pobj);
    return object != kNone && (tables_.is_generic(at(object)) || tables_.good_ending_at(doc_, object) != nullptr);
  }

  // Generic words after an amount leave it money: "$3 million in aid".
  bool visit_bought(TokenId held, const Holder& holder, int depth) {
    told_by_held_ = told_lethality(held, told_by_held_);
    if (!tables_.is_generic(at(held)) || tables_.good_ending_at(doc_, held) != nullptr)
      return visit(held, holder, depth + 1);
    for (TokenId t = at(held).left_edge; t < held; ++t)
      if (const ItemTables::Kind* kind = tables_.kind_named(at(t)); kind != nullptr && told_by_held_.empty())
        told_by_held_ = kind->lethal;
    visit_lists(held, {}, depth);
    return false;
  }

  bool visit_valued(TokenId head, const Holder& holder, int depth) {
    const ItemTables::Good* good = tables_.good_ending_at(doc_, head);
    if (good == nullptr) {
      bool found = false;
      for (TokenId modifier : children(doc_, head, Dep::compound)) found |= visit_modifier(modifier, holder, depth);
      return found;
    }
    add(head, good->category, good->lethal, holder.amount, holder, false, false);
    return true;
  }

  // "assistance, including fuel, tents or bridges", "equipment such as helmets", "in the form of grain".
  bool visit_lists(TokenId head, const Holder& holder, int depth) {
    const Holder within = listed_thing(holder.lethal);
    bool found = false;
    for (TokenId listed : listed_under(head)) found |= visit(listed, within, depth + 1);
    for (TokenId verb : children(doc_, head, Dep::acl))
      if (at(verb).lemma == "consist" || at(verb).lemma == "comprise" || at(verb).lemma == "include")
        for (TokenId listed : listed_by_verb(verb)) found |= visit(listed, within, depth + 1);
    for (TokenId verb : children(doc_, head, Dep::relcl))
      if (at(verb).lemma == "include" || at(verb).lemma == "contain" || at(verb).lemma == "comprise")
        for (TokenId listed : listed_by_verb(verb)) found |= visit(listed, within, depth + 1);
    return found;
  }

  // The trigger itself is the help: "aid of $3 million", "assistance such as tents".
  void visit_own_lists(TokenId noun) {
    const std::optional<Amount> amount = amount_of(tables_.amounts(), doc_, noun);
    if (amount && amount->money) visit_money(noun, *amount, {}, 0);
    if (const ItemTables::Good* good = tables_.good_ending_at(doc_, noun); good != nullptr && items_.empty())
      if (good->category == "money" && !(amount && amount->money))
        add(noun, "money", good->lethal, amount, {}, false, true);
  }

  std::vector<TokenId> objects_of(TokenId head, std::string_view preposition) const {
    std::vector<TokenId> found;
    for (TokenId prep : children(doc_, head, Dep::prep))
      if (at(prep).lower == preposition) add_objects(prep, found);
    return found;
  }

  void add_objects(TokenId preposition, std::vector<TokenId>& found) const {
    for (TokenId object : children(doc_, preposition, Dep::pobj))
      for (TokenId conjunct : conjuncts(doc_, object)) found.push_back(conjunct);
  }

  std::vector<TokenId> listed_by_verb(TokenId verb) const {
    std::vector<TokenId> found;
    for (TokenId object : children(doc_, verb, Dep::dobj))
      for (TokenId conjunct : conjuncts(doc_, object)) found.push_back(conjunct);
    for (TokenId prep : children(doc_, verb, Dep::prep))
      if (at(prep).lower == "of") add_objects(prep, found);
    return found;
  }

  std::vector<TokenId> listed_under(TokenId head) const {
    std::vector<TokenId> found;
    for (TokenId governor : governors_of_lists(head)) add_listed(governor, found);
    return found;
  }

  // The parser hangs a list on the value before it as well: "weapons worth $400 million, including missiles".
  std::vector<TokenId> governors_of_lists(TokenId head) const {
    std::vector<TokenId> governors = {head};
    for (TokenId worth : children(doc_, head, Dep::amod))
      if (at(worth).lower == "worth")
        for (TokenId value : children(doc_, worth, Dep::npadvmod)) governors.push_back(value);
    return governors;
  }

  void add_listed(TokenId governor, std::vector<TokenId>& found) const {
    for (TokenId prep : children(doc_, governor, Dep::prep)) {
      const std::string_view word = at(prep).lower;
      if (std::find(kListing.begin(), kListing.end(), word) == kListing.end()) continue;
      if (word == "as" && (prep == 0 || at(prep - 1).lower != "such")) continue;
      add_objects(prep, found);
    }
  }

  // "non-lethal materiel", "lethal weapons"; the words above decide where those of the thing are silent.
  std::string_view told_lethality(TokenId head, std::string_view above) const {
    for (TokenId t = at(head).left_edge; t < head; ++t) {
      if (at(t).lower == "nonlethal" || at(t).lower == "non-lethal") return "no";
      if (at(t).lower != "lethal") continue;
      const bool denied = t >= 2 && at(t - 1).lower == "-" && at(t - 2).lower == "non";
      return denied || (t >= 1 && (at(t - 1).lower == "not" || at(t - 1).lower == "non")) ? "no" : "yes";
    }
    return above;
  }

  // "medical supplies", "gas supplies": the word before says which kind. False for help as such.
  bool add_generic(TokenId head, const std::optional<Amount>& amount, const Holder& holder) {
    for (TokenId t = head; t-- > at(head).left_edge;) {
      const ItemTables::Kind* kind = at(t).head == head ? tables_.kind_named(at(t)) : nullptr;
      if (kind == nullptr || (kind->lethal == "yes" && holder.lethal == "no")) continue;
      add(head, kind->category, kind->lethal, amount, holder, kind->category == "other", false);
      return kind->category != "other";
    }
    add(head, "other", "unknown", amount, holder, !holder.in_list, false);
    return holder.in_list;
  }

  void add(TokenId head, std::string_view category, std::string_view lethal, const std::optional<Amount>& amount,
           const Holder& holder, bool generic, bool is_class) {
    const TokenRange words = phrase_of(head, amount);
    Item item;
    item.span = doc_.span_of(words);
    item.item = category == "money" && amount && words.begin >= words.end ? "money" : doc_.words(item.span);
    item.category = category;
    item.lethal = !holder.lethal.empty()                          ? holder.lethal
                  : category == "money" && !told_by_held_.empty() ? told_by_held_
                                                                  : lethal;
    set_quantity(amount ? amount : holder.amount, holder, item);
    if (amount)
      item.span =
          words.begin < words.end ? join(item.span, doc_.span_of(amount->tokens)) : doc_.span_of(amount->tokens);
    else if (holder.amount && holder.amount->stated)
      item.span = join(item.span, doc_.span_of(holder.amount->tokens));  // "[50,000 tonnes of wheat]"
    items_.push_back({item, head, generic, is_class});
  }

  static void set_quantity(const std::optional<Amount>& amount, const Holder& holder, Item& item) {
    if (!amount || !amount->stated) return;
    item.quantity = amount->stated;
    item.currency = amount->currency;
    if (holder.amount && amount->tokens.begin == holder.amount->tokens.begin) item.unit = holder.unit;
  }

  // The thing without determiners and number: "14 [Leopard 2 tanks]". Empty where the number is all there is.
  TokenRange phrase_of(TokenId head, const std::optional<Amount>& amount) const {
    if (amount && amount->tokens.contains(head)) return {};
    TokenId begin = head;
    while (begin > at(head).left_edge && belongs_to_name(begin - 1, head, amount) && !is_thing_before(begin - 1, head))
      --begin;
    while (begin < head && (at(begin).pos == Pos::punct || at(begin).lower == "non")) ++begin;
    return {begin, head + 1};
  }

  // "[rice and] cooking oil".
  bool is_thing_before(TokenId t, TokenId head) const {
    return at(t).head == head && first_child(doc_, t, Dep::cc) != kNone;
  }

  bool belongs_to_name(TokenId t, TokenId head, const std::optional<Amount>& amount) const {
    if (amount && amount->tokens.contains(t)) return false;
    const Token& token = at(t);
    switch (token.dep) {
      case Dep::compound:
      case Dep::amod:
      case Dep::nmod:
      case Dep::nummod:
        return token.tag != "JJR" && token.tag != "JJS" && !is_vague_adjective(token);
      case Dep::punct:
        return token.lower == "-" || token.lower == "–";
      case Dep::conj:
        return t + 1 == head && at(token.head).head == head;  // "rice and [cooking oil]"
      default:
        return token.head != head && token.head > t && token.head < head && token.dep == Dep::npadvmod;
    }
  }

  static bool is_vague_adjective(const Token& token) {
    static constexpr std::array<std::string_view, 9> kVague = {"more",    "additional", "new",  "other", "such",
                                                               "further", "several",    "many", "extra"};
    return std::find(kVague.begin(), kVague.end(), token.lower) != kVague.end();
  }

  // Leaves out what the others make redundant, and puts the rest in text order.
  void settle() {
    const bool specific = std::any_of(items_.begin(), items_.end(), [](const Found& f) { return !f.generic; });
    const bool members =
        std::any_of(items_.begin(), items_.end(), [](const Found& f) { return !f.generic && !f.is_class; });
    std::erase_if(items_, [&](const Found& f) {
      if (f.generic) return specific || !slots_.generic;
      return f.is_class && members && !f.item.quantity && has_member(f);
    });
    std::sort(items_.begin(), items_.end(), [](const Found& a, const Found& b) { return a.item.span < b.item.span; });
    for (const Found& found : items_) {
      if (!event_.items.empty() && event_.items.back().span.contains(found.item.span)) continue;
      event_.items.push_back(found.item);
    }
  }

  // A class word goes only where one of its kind is listed: "weapons, including tanks".
  bool has_member(const Found& whole) const {
    return std::any_of(items_.begin(), items_.end(), [&](const Found& f) {
      if (f.is_class || f.generic) return false;
      for (TokenId t = f.head; at(t).head != t; t = at(t).head)
        if (at(t).head == whole.head) return true;
      return false;
    });
  }

  const ItemTables& tables_;
  const PredicateIndex& index_;
  Document& doc_;
  Event& event_;
  const ItemTables::EventSlots& slots_;
  std::vector<Found> items_;
  std::vector<TokenId> visited_;
  std::string_view told_by_held_;  // "$5 million in non-lethal aid"
};

}  // namespace

Result<ItemCoder> ItemCoder::open(const Knowledge& knowledge) {
  Result<ItemTables> tables = ItemTables::open(knowledge);
  if (!tables) return std::move(tables).error();
  return ItemCoder(*std::move(tables));
}

void ItemCoder::code(const PredicateIndex& index, Document& doc) const {
  for (Event& event : doc.events)
    if (const ItemTables::EventSlots* slots = tables_.slots_for(event))
      EventItems(tables_, index, doc, event, *slots).find();
}

}  // namespace verbale
