// Heads first, then the arguments of each; a verb that shares the arguments of another has them filled before its own.
#include "coding/predicates.h"

#include <algorithm>

#include "coding/argument_finder.h"

namespace verbale {
namespace {

// What kind of predicate the token heads; false when it heads none.
bool is_predicate(const Document& doc, TokenId token, PredicateKind& kind) {
  const Token& word = doc.tokens[token];
  if (is_verb(word))
    kind = PredicateKind::verb;
  else if (word.pos == Pos::noun || word.pos == Pos::propn)
    kind = PredicateKind::noun;
  else if (word.pos == Pos::adj && first_child(doc, token, Dep::nsubj) != kNone)
    kind = PredicateKind::adjective;
  else
    return false;
  return true;
}

}  // namespace

void ArgumentFiller::fill_all() {
  for (uint32_t id = 0; id < predicates_.size(); ++id) fill(id);
}

void ArgumentFiller::fill(uint32_t id) {
  if (filled_[id]) return;
  filled_[id] = true;
  Predicate& predicate = predicates_[id];
  ArgumentFinder finder(doc_, words_, *this, predicate);
  switch (predicate.kind) {
    case PredicateKind::verb:
      return finder.find_for_verb();
    case PredicateKind::noun:
      return finder.find_for_noun();
    case PredicateKind::adjective:
      return finder.find_for_adjective();
  }
}

const Predicate* ArgumentFiller::lender(TokenId head) {
  const uint32_t id = by_head_[head];
  if (id == kNone) return nullptr;
  fill(id);
  return &predicates_[id];
}

bool Predicate::has(Slot slot) const {
  return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.slot == slot; });
}

PredicateIndex::PredicateIndex(const Document& doc, const ArgumentWords& words)
    : words_(words), by_head_(doc.tokens.size(), kNone) {
  for (TokenId token = 0; token < doc.tokens.size(); ++token) {
    Predicate predicate;
    predicate.head = token;
    if (!is_predicate(doc, token, predicate.kind)) continue;
    by_head_[token] = uint32_t(predicates_.size());
    predicates_.push_back(std::move(predicate));
  }
  ArgumentFiller(doc, words, predicates_, by_head_).fill_all();
}

const Predicate* PredicateIndex::headed_by(TokenId head) const {
  const uint32_t id = head < by_head_.size() ? by_head_[head] : kNone;
  return id == kNone ? nullptr : &predicates_[id];
}

std::vector<Argument> PredicateIndex::arguments(const Predicate& predicate, const SlotChoice& choice) const {
  std::vector<Argument> found;
  if (!choice.of_complement) {
    for (const Argument& argument : predicate.with(choice.slot, choice.preposition)) found.push_back(argument);
    return found;
  }
  for (const Argument& complement : predicate.with(Slot::complement)) {
    const Predicate* lower = headed_by(complement.head);
    if (lower == nullptr) continue;
    for (const Argument& argument : lower->with(choice.slot, choice.preposition))
      if (choice.slot != Slot::subject || !argument.inherited) found.push_back(argument);
  }
  return found;
}

}  // namespace verbale
