// The parse read as predicates and arguments. See the header for what is undone here.
//
// Children are found by walking a token's subtree: sentences are short enough that this is cheaper than an index.
#include "coding/predicates.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

constexpr std::array<std::string_view, 5> kRelativePronouns = {"who", "which", "that", "whom", "whose"};

bool is_relative_pronoun(const Token& token) {
  return (token.tag == "WP" || token.tag == "WDT" || token.tag == "IN" || token.tag == "WP$") &&
         std::find(kRelativePronouns.begin(), kRelativePronouns.end(), token.lower) != kRelativePronouns.end();
}

// Verbs that lend tense and subject to the noun that is their object or subject: "held talks", "talks took place".
constexpr std::array<std::string_view, 38> kLightVerbs = {
    "hold", "launch",   "conduct", "make",    "give",   "stage", "carry",     "begin",   "start", "continue",
    "pay",  "take",     "have",    "mount",   "open",   "wage",  "undertake", "perform", "do",    "lead",
    "join", "attend",   "resume",  "suspend", "end",    "stop",  "halt",      "offer",   "issue", "reach",
    "sign", "announce", "impose",  "deliver", "commit", "host",  "organize",  "organise"};

constexpr std::array<std::string_view, 9> kParticles = {"down", "up",   "out",  "off",  "back",
                                                        "in",   "over", "away", "aside"};

constexpr std::array<std::string_view, 6> kHappenVerbs = {"take", "happen", "occur", "begin", "start", "continue"};

template <size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Collects the arguments of one predicate.
class ArgumentFinder {
 public:
  ArgumentFinder(const Document& doc, Predicate& predicate) : doc_(doc), predicate_(predicate) {}

  void find_for_verb() {
    const TokenId verb = predicate_.head;
    predicate_.passive = is_passive(verb);
    predicate_.particle = particle_of(verb);

    add_own_arguments(verb, predicate_.passive, false);
    if (!predicate_.has(predicate_.passive ? Slot::object : Slot::subject)) add_mislabelled_subject(verb);
    if (!predicate_.has(predicate_.passive ? Slot::object : Slot::subject)) inherit_subject(verb);
    if (!predicate_.has(Slot::object)) inherit_object(verb);
  }

  // "found X guilty": the adjective has a subject of its own.
  void find_for_adjective() {
    for (TokenId child : children(doc_, predicate_.head, Dep::nsubj)) add(Slot::subject, child);
  }

  void find_for_noun() {
    const TokenId noun = predicate_.head;
    for (TokenId child : children(doc_, noun, Dep::poss)) add(Slot::possessor, child);
    for (Dep dep : {Dep::compound, Dep::amod, Dep::nmod})
      for (TokenId child : children(doc_, noun, dep)) add(Slot::modifier, child);
    add_obliques(noun, false);
    for (TokenId child : children(doc_, noun, Dep::acl))
      if (doc_.tokens[child].tag != "VBN") add(Slot::complement, child);
    for (TokenId child : children(doc_, noun, Dep::ccomp)) add(Slot::complement, child);
    add_carrier(noun);
  }

 private:
  const Token& at(TokenId token) const { return doc_.tokens[token]; }

  void add(Slot slot, TokenId head, std::string_view preposition = {}, bool inherited = false) {
    const TokenId antecedent = resolve_relative(head);
    for (TokenId conjunct : conjuncts(doc_, antecedent))
      predicate_.arguments.push_back({slot, preposition, conjunct, inherited});
  }

  // "stepped down": the parse calls it a particle, or an adverb next to the verb.
  std::string_view particle_of(TokenId verb) const {
    if (const TokenId particle = first_child(doc_, verb, Dep::prt); particle != kNone) return at(particle).lower;
    const TokenId next = verb + 1;
    if (next >= doc_.tokens.size() || at(next).head != verb || !is_one_of(at(next).lower, kParticles)) return {};
    // "pulled out of": a preposition that governs another one stands for itself.
    const bool adverb = at(next).dep == Dep::advmod || first_child(doc_, next, Dep::prep) != kNone;
    return adverb ? at(next).lower : std::string_view{};
  }

  // "X, which …": the pronoun stands for the noun that the relative clause hangs on.
  TokenId resolve_relative(TokenId token) const {
    if (!is_relative_pronoun(at(token))) return token;
    for (TokenId up = token; at(up).head != up;) {
      up = at(up).head;
      if (at(up).dep == Dep::relcl) return at(up).head;
    }
    return token;
  }

  bool is_passive(TokenId verb) const {
    if (first_child(doc_, verb, Dep::auxpass) != kNone || first_child(doc_, verb, Dep::nsubjpass) != kNone) return true;
    const Token& token = at(verb);
    if (token.tag != "VBN") return false;
    if (token.dep == Dep::acl || token.dep == Dep::amod) return true;
    if (first_child(doc_, verb, Dep::agent) != kNone) return true;
    // "was seized and burned": the second participle shares the first one's passive.
    return token.dep == Dep::conj && at(token.head).tag == "VBN" && first_child(doc_, verb, Dep::aux) == kNone &&
           first_child(doc_, verb, Dep::nsubj) == kNone && is_passive(token.head);
  }

  void add_own_arguments(TokenId verb, bool passive, bool inherited) {
    for (TokenId child = at(verb).left_edge; child <= at(verb).right_edge; ++child) {
      if (at(child).head != verb || child == verb) continue;
      switch (at(child).dep) {
        case Dep::nsubj:
        case Dep::csubj:
          add(Slot::subject, child, {}, inherited);
          break;
        case Dep::nsubjpass:
        case Dep::csubjpass:
          add(Slot::object, child, {}, inherited);
          break;
        case Dep::dobj:
          add(Slot::object, child, {}, inherited);
          break;
        case Dep::dative:
          add_dative(child, inherited);
          break;
        case Dep::agent:
          add_prepositional(child, Slot::subject, inherited);
          break;
        case Dep::attr:
        case Dep::oprd:
        case Dep::acomp:
          add(Slot::attribute, child, {}, inherited);
          break;
        case Dep::xcomp:
        case Dep::ccomp:
          add(Slot::complement, child, {}, inherited);
          break;
        case Dep::advcl:  // "implored X to go": the parse often takes the infinitive for a purpose
          if (child > verb && has_to(doc_, child)) add(Slot::complement, child, {}, inherited);
          break;
        default:
          break;
      }
    }
    add_obliques(verb, inherited);
    // A reduced relative clause: "soldiers killed in …" (passive), "troops guarding …" (active).
    if (at(verb).dep == Dep::acl && at(verb).tag != "VB") add(passive ? Slot::object : Slot::subject, at(verb).head);
    if (at(verb).dep == Dep::relcl) add_gap(verb, passive);
  }

  void add_dative(TokenId child, bool inherited) {
    if (at(child).pos == Pos::adp)
      add_prepositional(child, Slot::oblique, inherited);
    else
      add(Slot::dative, child, {}, inherited);
  }

  void add_prepositional(TokenId preposition, Slot slot, bool inherited) {
    const std::string_view word = slot == Slot::oblique ? at(preposition).lower : std::string_view{};
    for (TokenId child : children(doc_, preposition, Dep::pobj)) add(slot, child, word, inherited);
    for (TokenId child : children(doc_, preposition, Dep::pcomp)) {
      add(slot, child, word, inherited);
      // "pleaded with X to go": whom, and what.
      for (TokenId subject : children(doc_, child, Dep::nsubj)) {
        add(slot, subject, word, inherited);
        if (has_to(doc_, child)) add(Slot::complement, child, {}, inherited);
      }
    }
    // "from behind the wall": the inner preposition's object belongs to the outer one as well.
    for (TokenId inner : children(doc_, preposition, Dep::prep))
      for (TokenId child : children(doc_, inner, Dep::pobj)) {
        add(slot, child, word, inherited);
        if (slot == Slot::oblique) add(slot, child, at(inner).lower, inherited);
      }
  }

  void add_obliques(TokenId governor, bool inherited) {
    for (TokenId child : children(doc_, governor, Dep::prep)) add_prepositional(child, Slot::oblique, inherited);
  }

  // "the city that X attacked": a relative clause with its own subject and no object lends its noun as object.
  void add_gap(TokenId verb, bool passive) {
    const bool has_subject =
        first_child(doc_, verb, Dep::nsubj) != kNone || first_child(doc_, verb, Dep::nsubjpass) != kNone;
    const bool has_object = first_child(doc_, verb, Dep::dobj) != kNone;
    if (!has_subject)
      add(passive ? Slot::object : Slot::subject, at(verb).head);
    else if (!has_object && !passive)
      add(Slot::object, at(verb).head, {}, true);
  }

  // A name before a finite verb that the parse hangs on it as a compound is its subject.
  void add_mislabelled_subject(TokenId verb) {
    if (at(verb).tag != "VBZ" && at(verb).tag != "VBD" && at(verb).tag != "VBP") return;
    const TokenId name = first_child(doc_, verb, Dep::compound);
    if (name != kNone && name < verb && at(name).pos == Pos::propn) add(Slot::subject, name);
  }

  // Where a verb without a subject of its own takes it from.
  void inherit_subject(TokenId verb) {
    const Token& token = at(verb);
    if (token.head == verb) return;
    const TokenId giver = subject_giver(verb);
    if (giver == kNone) return;
    for (const Argument& argument : arguments_of(giver)) {
      const Slot wanted = controls_by_object(verb, giver) ? Slot::object : Slot::subject;
      if (argument.slot != wanted) continue;
      predicate_.arguments.push_back({predicate_.passive ? Slot::object : Slot::subject, {}, argument.head, true});
    }
  }

  TokenId subject_giver(TokenId verb) const {
    const Token& token = at(verb);
    switch (token.dep) {
      case Dep::conj: {
        const TokenId partner = coordination_partner(doc_, verb);
        return is_verb(at(partner)) ? partner : kNone;
      }
      case Dep::advcl:
        if (!may_lack_subject(verb)) return kNone;
        [[fallthrough]];
      case Dep::xcomp:
        return is_verb(at(token.head)) ? token.head : adjective_verb(token.head);
      case Dep::ccomp:  // "urged Ukraine to continue": the object sometimes hangs on the lower verb, then it has a
                        // subject
        return token.tag == "VB" || token.tag == "VBG" ? token.head : kNone;
      case Dep::pcomp: {
        const TokenId up = at(token.head).head;
        return is_verb(at(up)) ? up : kNone;
      }
      default:
        return kNone;
    }
  }

  // A participle or an infinitive takes its subject from above; a finite verb that lost its own has been misread.
  bool may_lack_subject(TokenId verb) const {
    const std::string_view tag = at(verb).tag;
    return tag == "VBG" || tag == "VB" || (tag == "VBN" && predicate_.passive) ||
           (tag == "VBN" && first_child(doc_, verb, Dep::dobj) == kNone);
  }

  // "is ready to talk": the infinitive hangs on the adjective, the subject on the copula.
  TokenId adjective_verb(TokenId adjective) const {
    const TokenId up = at(adjective).head;
    return up != adjective && is_verb(at(up)) ? up : kNone;
  }

  // "urged Ukraine to continue", "accused Russia of shelling": the object of the upper verb acts in the lower one.
  bool controls_by_object(TokenId verb, TokenId giver) const {
    const Dep dep = at(verb).dep;
    if (dep != Dep::xcomp && dep != Dep::ccomp && dep != Dep::pcomp) return false;
    if (at(giver).lemma == "promise" || at(giver).lemma == "threaten") return false;
    if (dep == Dep::pcomp && !is_one_of(at(at(verb).head).lower, kObjectControlPrepositions)) return false;
    const std::vector<Argument> arguments = arguments_of(giver);
    return std::any_of(arguments.begin(), arguments.end(), [](const Argument& a) { return a.slot == Slot::object; });
  }

  std::vector<Argument> arguments_of(TokenId giver) const {
    Predicate upper;
    upper.head = giver;
    ArgumentFinder(doc_, upper).find_for_verb();
    return upper.arguments;
  }

  // "attacked and destroyed the depot": the first verb shares the object of the one coordinated with it.
  void inherit_object(TokenId verb) {
    if (predicate_.passive) return;
    for (TokenId other : children(doc_, verb, Dep::conj)) {
      if (!is_verb(at(other)) || other > verb + 3) continue;
      for (TokenId object : children(doc_, other, Dep::dobj)) add(Slot::object, object, {}, true);
    }
  }

  // The verb that carries a noun's tense and gives it a subject.
  void add_carrier(TokenId noun) {
    const TokenId first = coordination_head(doc_, noun);
    const Token& token = at(first);
    TokenId verb = kNone;
    if (token.dep == Dep::dobj || token.dep == Dep::nsubjpass || token.dep == Dep::attr) verb = token.head;
    if (token.dep == Dep::nsubj && is_one_of(at(token.head).lemma, kHappenVerbs)) verb = token.head;
    if (verb == kNone) verb = relative_carrier(noun);
    if (verb == kNone && token.dep == Dep::pobj) verb = prepositional_carrier(first);
    if (verb == kNone || !is_verb(at(verb))) return;

    const bool copula = at(verb).lemma == "be";
    if (!copula && !is_one_of(at(verb).lemma, kLightVerbs)) return;
    predicate_.carrier = verb;
    if (token.dep == Dep::nsubj) {
      add_obliques(verb, true);
      return;
    }
    for (const Argument& argument : arguments_of(verb)) {
      if (argument.head == noun) continue;
      if (argument.slot == Slot::subject || argument.slot == Slot::oblique || argument.slot == Slot::dative)
        predicate_.arguments.push_back({argument.slot, argument.preposition, argument.head, true});
    }
  }

  // "is at war with …", "was on a visit to …", "is in talks with …": only the copula lends its subject.
  TokenId prepositional_carrier(TokenId noun) const {
    const TokenId preposition = at(noun).head;
    const std::string_view word = at(preposition).lower;
    const TokenId verb = at(preposition).head;
    const bool state = word == "at" || word == "on" || word == "in" || word == "under";
    if (!state || at(verb).lemma != "be" || first_child(doc_, verb, Dep::attr) != kNone) return kNone;
    return verb;
  }

  // "a summit that will take place in July", "talks held in Geneva".
  TokenId relative_carrier(TokenId noun) const {
    for (Dep dep : {Dep::relcl, Dep::acl})
      for (TokenId verb : children(doc_, noun, dep))
        if (is_one_of(at(verb).lemma, kLightVerbs) || is_one_of(at(verb).lemma, kHappenVerbs)) return verb;
    return carrier_behind_complement(noun);
  }

  // "a summit of [leaders that will take place in July]": people do not take place, whatever the parse says.
  TokenId carrier_behind_complement(TokenId noun) const {
    for (TokenId preposition : children(doc_, noun, Dep::prep))
      for (TokenId inner : children(doc_, preposition, Dep::pobj))
        for (TokenId verb : children(doc_, inner, Dep::relcl))
          if (at(verb).lemma == "occur" || at(verb).lemma == "happen" || takes_place(verb)) return verb;
    return kNone;
  }

  bool takes_place(TokenId verb) const {
    const TokenId object = first_child(doc_, verb, Dep::dobj);
    return at(verb).lemma == "take" && object != kNone && at(object).lower == "place";
  }

  static constexpr std::array<std::string_view, 3> kObjectControlPrepositions = {"of", "from", "into"};

  const Document& doc_;
  Predicate& predicate_;
};

}  // namespace

std::vector<Argument> Predicate::with(Slot slot, std::string_view preposition) const {
  std::vector<Argument> found;
  for (const Argument& argument : arguments)
    if (argument.slot == slot && (slot != Slot::oblique || argument.preposition == preposition))
      found.push_back(argument);
  return found;
}

bool Predicate::has(Slot slot) const {
  return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) { return a.slot == slot; });
}

std::vector<TokenId> children(const Document& doc, TokenId token, Dep dep) {
  std::vector<TokenId> found;
  for (TokenId t = doc.tokens[token].left_edge; t <= doc.tokens[token].right_edge; ++t)
    if (t != token && doc.tokens[t].head == token && doc.tokens[t].dep == dep) found.push_back(t);
  return found;
}

TokenId first_child(const Document& doc, TokenId token, Dep dep) {
  for (TokenId t = doc.tokens[token].left_edge; t <= doc.tokens[token].right_edge; ++t)
    if (t != token && doc.tokens[t].head == token && doc.tokens[t].dep == dep) return t;
  return kNone;
}

std::vector<TokenId> conjuncts(const Document& doc, TokenId token) {
  std::vector<TokenId> all = {token};
  for (size_t i = 0; i < all.size(); ++i)
    for (TokenId next : children(doc, all[i], Dep::conj)) all.push_back(next);
  return all;
}

TokenId coordination_head(const Document& doc, TokenId token) {
  while (doc.tokens[token].dep == Dep::conj && doc.tokens[token].head != token) token = doc.tokens[token].head;
  return token;
}

TokenId coordination_partner(const Document& doc, TokenId verb) {
  const auto is_finite = [&](TokenId t) {
    const std::string_view tag = doc.tokens[t].tag;
    return tag == "VBD" || tag == "VBZ" || tag == "VBP";
  };
  TokenId partner = doc.tokens[verb].head;
  if (!is_finite(verb)) return partner;
  // "had thrown stones and smashed windows": a participle with an auxiliary is finite enough, where no comma parts the
  // two ("said soldiers had killed six, and denied …").
  const bool joined = verb >= 2 && doc.tokens[verb - 1].pos == Pos::cconj && doc.tokens[verb - 2].lower != ",";
  if (joined && doc.tokens[partner].tag == "VBN" && first_child(doc, partner, Dep::aux) != kNone) return partner;
  for (TokenId up = partner; doc.tokens[up].head != up && !is_finite(up);) {
    up = doc.tokens[up].head;
    if (is_verb(doc.tokens[up]) && is_finite(up) && up < verb) return up;
  }
  return partner;
}

TokenId clause_of(const Document& doc, TokenId token) {
  while (!is_verb(doc.tokens[token]) && doc.tokens[token].head != token) token = doc.tokens[token].head;
  return token;
}

bool has_to(const Document& doc, TokenId verb) {
  for (TokenId aux : children(doc, verb, Dep::aux))
    if (doc.tokens[aux].lower == "to") return true;
  return false;
}

bool is_verb(const Token& token) {
  if (token.pos == Pos::verb) return token.dep != Dep::aux && token.dep != Dep::auxpass;
  return token.pos == Pos::aux && token.dep != Dep::aux && token.dep != Dep::auxpass;
}

bool is_nominal(const Token& token) {
  return token.pos == Pos::noun || token.pos == Pos::propn || token.pos == Pos::pron;
}

PredicateIndex::PredicateIndex(const Document& doc) {
  for (TokenId t = 0; t < doc.tokens.size(); ++t) {
    const Token& token = doc.tokens[t];
    Predicate predicate;
    predicate.head = t;
    if (is_verb(token)) {
      ArgumentFinder(doc, predicate).find_for_verb();
    } else if (token.pos == Pos::noun || token.pos == Pos::propn) {
      predicate.kind = PredicateKind::noun;
      ArgumentFinder(doc, predicate).find_for_noun();
    } else if (token.pos == Pos::adj && first_child(doc, t, Dep::nsubj) != kNone) {
      predicate.kind = PredicateKind::adjective;
      ArgumentFinder(doc, predicate).find_for_adjective();
    } else {
      continue;
    }
    predicates_.push_back(std::move(predicate));
  }
}

const Predicate* PredicateIndex::headed_by(TokenId head) const {
  const auto found = std::lower_bound(predicates_.begin(), predicates_.end(), head,
                                      [](const Predicate& predicate, TokenId token) { return predicate.head < token; });
  return found == predicates_.end() || found->head != head ? nullptr : &*found;
}

std::vector<Argument> PredicateIndex::arguments(const Predicate& predicate, const SlotChoice& choice) const {
  if (!choice.of_complement) return predicate.with(choice.slot, choice.preposition);
  std::vector<Argument> found;
  for (const Argument& complement : predicate.with(Slot::complement)) {
    const Predicate* lower = headed_by(complement.head);
    if (lower == nullptr) continue;
    for (const Argument& argument : lower->with(choice.slot, choice.preposition))
      if (choice.slot != Slot::subject || !argument.inherited) found.push_back(argument);
  }
  return found;
}

}  // namespace verbale
