// Linking by heads: a later phrase must repeat the noun, agree in number and add no modifier of its own ("the new plan"
// is not "the plan" of before, "the plan" may be "the new plan"). Without an article only plurals repeat each other
// ("peace talks"): they speak of the kind. One look-up a phrase, whatever the length of the text.
#include "resolve/things.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "resolve/fold.h"

namespace verbale {
namespace {

bool is_inside_phrase(Dep dep) {
  return dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod || dep == Dep::npadvmod || dep == Dep::quantmod;
}

bool points_back(std::string_view lower) {
  constexpr std::array<std::string_view, 5> kWords{"the", "this", "that", "these", "those"};
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

// "the same day", "its own": words that tell nothing about which one is meant.
bool describes(const Token& token) {
  if (token.pos == Pos::det || token.pos == Pos::punct || token.pos == Pos::space || token.tag == "POS") return false;
  return token.tag != "PRP$";
}

class ThingCollector {
 public:
  ThingCollector(const Document& doc, const ActorScan& scan, const std::vector<Candidate>& actors)
      : doc_(doc), scan_(scan) {
    taken_.resize(doc.tokens.size());
    for (const Candidate& actor : actors) {
      taken_[actor.head] = true;
      for (TokenId t = actor.name.begin; t < actor.name.end; ++t) taken_[t] = true;
      for (TokenId t = actor.title.begin; t < actor.title.end; ++t) taken_[t] = true;
    }
  }

  std::vector<Candidate> collect() {
    for (TokenId t = 0; t < doc_.tokens.size(); ++t)
      if (is_head(t))
        take(t);
      else if (doc_.tokens[t].lower == "you" || doc_.tokens[t].lower == "your")
        take_addressee(t);
    return std::move(found_);
  }

 private:
  bool is_head(TokenId t) const {
    const Token& token = doc_.tokens[t];
    if (taken_[t] || doc_.in_boilerplate(token.span)) return false;
    if (token.pos != Pos::noun && token.pos != Pos::propn) return false;
    if (is_measure(token.name_type) || scan_.word_of_token[t] == scan_.word_of_token[t + 1]) return false;
    const bool ends_name = scan_.name_of_token[t] != kNone && name_at(t).tokens.end == t + 1;
    return !is_inside_phrase(token.dep) || ends_name;
  }

  static bool is_measure(std::string_view type) {
    return type == "MONEY" || type == "PERCENT" || type == "CARDINAL" || type == "QUANTITY" || type == "TIME";
  }

  const NameSpan& name_at(TokenId t) const { return scan_.names[scan_.name_of_token[t]]; }

  void take(TokenId t) {
    const Token& token = doc_.tokens[t];
    Candidate found;
    found.is_recorded = false;
    found.kind = EntityKind::other;
    found.head = t;
    found.form = MentionForm::nominal;
    found.plural = token.tag == "NNS" || token.tag == "NNPS";
    found.tokens = is_inside_phrase(token.dep) ? name_at(t).tokens : phrase_of_noun(doc_, t);
    found.noun = scan_.words[scan_.word_of_token[t + 1] - 1].lemma;
    if (scan_.name_of_token[t] != kNone)
      take_name(found, name_at(t).tokens);
    else if (token.pos == Pos::propn)
      take_name(found, {begin_of_proper_nouns(t), t + 1});
    describe(found);
    found_.push_back(std::move(found));
  }

  TokenId begin_of_proper_nouns(TokenId t) const {
    TokenId begin = t;
    while (begin > 0 && doc_.tokens[begin - 1].pos == Pos::propn && doc_.tokens[begin - 1].head == t) --begin;
    return begin;
  }

  void take_addressee(TokenId t) {
    Candidate found;
    found.is_recorded = false;
    found.form = MentionForm::pronoun;
    found.head = t;
    found.tokens = {t, t + 1};
    found_.push_back(std::move(found));
  }

  void take_name(Candidate& found, TokenRange name) const {
    found.form = MentionForm::name;
    found.name = name;
    found.name_key = scan_.folded(name);
  }

  void describe(Candidate& found) const {
    found.definite = points_back(doc_.tokens[found.tokens.begin].lower);
    std::vector<std::string_view> words;
    for (TokenId t = found.tokens.begin; t < found.head; ++t)
      if (describes(doc_.tokens[t])) words.push_back(doc_.tokens[t].lower);
    std::sort(words.begin(), words.end());
    for (std::string_view word : words) found.modifiers += std::string(word) + " ";
  }

  const Document& doc_;
  const ActorScan& scan_;
  std::vector<bool> taken_;
  std::vector<Candidate> found_;
};

bool says_no_more(std::string_view later, std::string_view earlier) {
  const auto known = split_list(earlier, ' ');
  for (std::string_view word : split_list(later, ' '))
    if (!word.empty() && std::find(known.begin(), known.end(), word) == known.end()) return false;
  return true;
}

class ThingLinker {
 public:
  ThingLinker(const Document& doc, EntityDrafts& drafts) : doc_(doc), drafts_(drafts) {
    for (EntityId id = 0; id < drafts.entities.size(); ++id)
      for (const std::string& name : drafts.entities[id].names) note_name(name, id);
  }

  void link() {
    for (Candidate& c : drafts_.candidates)
      if (!c.is_recorded && c.entity == kNone && c.form != MentionForm::pronoun) join(c);
  }

 private:
  struct Earlier {
    EntityId entity;
    std::string modifiers;
    bool plural;
    bool is_owned;
  };

  void join(Candidate& c) {
    c.entity = c.form == MentionForm::name ? named(c) : called(c);
    if (c.entity == kNone) c.entity = add(c);
    if (c.form == MentionForm::name) note_name(c.name_key, c.entity);
    by_noun_[c.noun].push_back({c.entity, c.modifiers, c.plural, is_owned_thing(c)});
  }

  EntityId named(const Candidate& c) const {
    if (const auto found = by_name_.find(c.name_key); found != by_name_.end()) return found->second;
    const auto longer = by_last_word_.find(c.name_key);
    return longer == by_last_word_.end() ? kNone : longer->second;
  }

  // "Discovery" after "Space Shuttle Discovery"; nothing when two names end alike.
  void note_name(const std::string& name, EntityId id) {
    by_name_.emplace(name, id);
    const size_t space = name.rfind(' ');
    if (space == std::string::npos) return;
    const auto [known, is_new] = by_last_word_.emplace(name.substr(space + 1), id);
    if (!is_new && known->second != id) known->second = kNone;
  }

  EntityId called(const Candidate& c) const {
    const auto found = by_noun_.find(c.noun);
    if (found == by_noun_.end()) return kNone;
    const bool is_owned = is_owned_thing(c);
    const bool is_bare = doc_.tokens[c.tokens.begin].pos != Pos::det;
    for (auto earlier = found->second.rbegin(); earlier != found->second.rend(); ++earlier) {
      if (earlier->plural != c.plural) continue;
      const bool is_same = c.modifiers == earlier->modifiers;
      if (c.definite ? says_no_more(c.modifiers, earlier->modifiers) || is_only_one(found->second)
          : is_owned ? earlier->is_owned && is_same
                     : is_bare && is_same && !c.modifiers.empty() && c.plural)
        return earlier->entity;
    }
    return kNone;
  }

  // Nothing else goes by this noun: "the new plan" is the plan.
  static bool is_only_one(const std::vector<Earlier>& called) {
    return std::all_of(called.begin(), called.end(),
                       [&](const Earlier& other) { return other.entity == called.front().entity; });
  }

  // "its plan" and "its plan" may be one, "its plan" and "a plan" are not.
  bool is_owned_thing(const Candidate& c) const { return doc_.tokens[c.tokens.begin].tag == "PRP$"; }

  EntityId add(const Candidate& c) {
    EntityDraft thing;
    thing.kind = EntityKind::other;
    thing.noun = c.noun;
    thing.plural = c.plural;
    drafts_.entities.push_back(std::move(thing));
    return EntityId(drafts_.entities.size() - 1);
  }

  const Document& doc_;
  EntityDrafts& drafts_;
  std::unordered_map<std::string, EntityId> by_name_;
  std::unordered_map<std::string, EntityId> by_last_word_;  // kNone: of several
  std::unordered_map<std::string, std::vector<Earlier>> by_noun_;
};

bool ends_phrase(Dep dep) { return dep == Dep::cc || dep == Dep::conj || dep == Dep::preconj || dep == Dep::dep; }

}  // namespace

TokenRange phrase_of_noun(const Document& doc, TokenId head) {
  TokenRange phrase{doc.tokens[head].left_edge, doc.tokens[head].right_edge + 1};
  for (TokenId t = phrase.begin; t < phrase.end; ++t) {
    if (doc.tokens[t].head != head || !ends_phrase(doc.tokens[t].dep)) continue;
    if (t < head)
      phrase.begin = t + 1;
    else
      phrase.end = std::max(head + 1, doc.tokens[t].left_edge);
  }
  const auto is_edge = [&](TokenId t) {
    return doc.tokens[t].pos == Pos::punct || doc.tokens[t].pos == Pos::space || doc.tokens[t].tag == "POS";
  };
  while (phrase.begin < head && is_edge(phrase.begin)) ++phrase.begin;
  while (phrase.end > head + 1 && is_edge(phrase.end - 1)) --phrase.end;
  return phrase;
}

std::vector<Candidate> collect_things(const Document& doc, const ActorScan& scan,
                                      const std::vector<Candidate>& actors) {
  return ThingCollector(doc, scan, actors).collect();
}

void link_things(const Document& doc, EntityDrafts& drafts) { ThingLinker(doc, drafts).link(); }

void link_author(const Document& doc, EntityDrafts& drafts) {
  EntityId author = kNone;
  EntityId authors = kNone;
  EntityId reader = kNone;
  const auto join = [&](Candidate& c, EntityId& id) {
    if (id == kNone) {
      id = EntityId(drafts.entities.size());
      drafts.entities.emplace_back();
    }
    c.entity = id;
    c.is_recorded = false;
  };
  for (Candidate& c : drafts.candidates) {
    if (c.form != MentionForm::pronoun || c.entity != kNone) continue;
    const std::string_view lower = doc.tokens[c.head].lower;
    if (lower == "i" || lower == "me" || lower == "my" || lower == "mine" || lower == "myself")
      join(c, author);
    else if (lower == "we" || lower.starts_with("our") || lower == "us")
      join(c, authors);
    else if (lower == "you" || lower == "your")
      join(c, reader);
  }
}

}  // namespace verbale
