// Collects candidates token by token: a token is the head of a name, of an agent noun, or a pronoun, or nothing.
#include "resolve/mentions.h"

#include <algorithm>
#include <array>
#include <utility>

#include "record/parse_tree.h"
#include "resolve/fold.h"
#include "resolve/mention_counts.h"
#include "resolve/people.h"

namespace verbale {
namespace {

bool is_pronoun_for_actor(const Token& token) {
  if (token.tag != "PRP" && token.tag != "PRP$") return false;
  constexpr std::array<std::string_view, 3> kNobody{"you", "your", "yourself"};
  return std::find(kNobody.begin(), kNobody.end(), token.lower) == kNobody.end();
}

bool is_plural_pronoun(std::string_view lower) {
  return lower.starts_with("the") || lower == "we" || lower.starts_with("our") || lower == "us";
}

char gender_of_pronoun(std::string_view lower) {
  if (lower == "he" || lower == "him" || lower == "his" || lower == "himself") return 'm';
  return lower == "she" || lower.starts_with("her") ? 'f' : char(0);
}

bool is_modifier(Dep dep) {
  return dep == Dep::compound || dep == Dep::amod || dep == Dep::nmod || dep == Dep::npadvmod || dep == Dep::nummod;
}

bool is_predicate(Dep dep) { return dep == Dep::attr || dep == Dep::oprd || dep == Dep::acomp || dep == Dep::advcl; }

// "nominee", "campaigner", "economist": nouns for people that no table lists.
bool is_formed_as_person(std::string_view lemma) {
  constexpr std::array<std::string_view, 10> kEndings{"er",  "or",    "ist", "ian", "ee",
                                                      "man", "woman", "ant", "eer", "ative"};
  return lemma.size() > 4 &&
         std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view e) { return lemma.ends_with(e); });
}

class Collector : private MentionCounts {
 public:
  using MentionCounts::MentionCounts;

  std::vector<Candidate> collect() {
    for (TokenId t = 0; t < doc_.tokens.size(); ++t) {
      if (doc_.in_boilerplate(doc_.tokens[t].span)) continue;
      if (scan_.name_of_token[t] != kNone)
        take_name(t);
      else if (is_pronoun_for_actor(token(t)))
        take_pronoun(t);
      else if (token(t).pos == Pos::noun || token(t).pos == Pos::propn)
        take_noun(t);
      else if (token(t).lower == "those")
        push(those_affected(t));
      else if (token(t).tag == "CD")
        push(people_by_number(t));
    }
    drop_swallowed();
    std::stable_sort(found_.begin(), found_.end(), [](const Candidate& a, const Candidate& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    return std::move(found_);
  }

 private:
  // ---- names ---------------------------------------------------------------------------------------------------

  void take_name(TokenId t) {
    const NameSpan& name = name_at(t);
    if (name.tokens.begin != t) return;
    const TokenId head = head_of(name.tokens);
    if (name.kind == NameKind::person || is_known_surname(name, head) || is_person_by_act(name, head))
      return take_person(name, head);
    if (is_place_acted_upon(name, head)) return take_place(name, head);
    if (!acts_under_name(name, head)) return;

    Candidate found = start(name.tokens, head);
    found.kind = kind_of(name);
    found.tokens = {is_modifier(token(head).dep) ? name.tokens.begin : left_of(head, name.tokens.begin),
                    name.tokens.end};
    read(found, scan_.words_of(found.tokens).end - 1);
    found.tokens.begin = behind_owner(head, found.tokens.begin, name.tokens.begin);
    if (name.match && found.reading.owner == kNone) found.reading.body = name.match->row;
    if (name.kind == NameKind::nationality && found.kind != EntityKind::group) found.form = MentionForm::nominal;
    found.definite = true;
    if (found.kind == EntityKind::group) become_group(found);
    push(std::move(found));
  }

  // A town, or a capital that does not stand for its state there: "shelled Kyiv".
  bool is_place_acted_upon(const NameSpan& name, TokenId head) const {
    const bool is_place = name.match ? name.match->use == NameUse::capital : name.kind == NameKind::place;
    return is_place && is_acted_upon(head) && place_at(name.tokens) != nullptr;
  }

  void take_place(const NameSpan& name, TokenId head) {
    Candidate found = start(name.tokens, head);
    found.kind = EntityKind::place;
    found.definite = true;
    found.reading.country = place_at(name.tokens)->country;
    found.reading.reason = "place that is acted upon";
    push(std::move(found));
  }

  // Where the name is, when the gazetteer knows.
  const Place* place_at(TokenRange name) const {
    for (const PlaceMention& mention : doc_.place_mentions) {
      const Place& place = doc_.places[mention.place];
      if (name.contains(mention.head) && place.located && tables_.state_by_code(place.country)) return &place;
    }
    return nullptr;
  }

  // "Mexico's Senate" is the Senate; Mexico is a mention of its own.
  TokenId behind_owner(TokenId head, TokenId begin, TokenId name) const {
    for (TokenId t = begin; t < name; ++t)
      if (token(t).dep == Dep::poss && token(t).head == head) begin = std::min(name, token(t).right_edge + 1);
    return begin;
  }

  // "Buhari", tagged as a place: an office holder's surname, where it does not say where something is.
  bool is_known_surname(const NameSpan& name, TokenId head) const {
    if (name.match || name.tokens.size() != 1 || name.kind == NameKind::nationality || stands_behind_locative(head))
      return false;
    const std::string word = scan_.folded(name.tokens);
    return identify_person(tables_, {word, nullptr, {}, true}, scan_.context).row != kNone;
  }

  Candidate start(TokenRange name, TokenId head) const {
    Candidate found;
    found.tokens = name;
    found.head = head;
    found.name = name;
    found.name_key = scan_.folded(name);
    found.plural = token(head).tag == "NNS";
    return found;
  }

  void read(Candidate& found, uint32_t head_word) const {
    WordRange range = scan_.words_of(found.tokens);
    range.head = std::clamp(head_word, range.begin, range.end - 1);
    found.reading = read_phrase(tables_, scan_.words, scan_.pieces, range, scan_.context);
  }

  EntityKind kind_of(const NameSpan& name) const {
    const bool acts_as_adjective =
        name.kind == NameKind::nationality && name.match && is_modifier(token(head_of(name.tokens)).dep);
    if (name.kind == NameKind::nationality && !acts_as_adjective) return EntityKind::group;
    if (!name.match) return name.kind == NameKind::place ? EntityKind::place : EntityKind::organisation;
    return tables_.body(name.match->row).entity_kind;
  }

  // Whether the name stands where somebody acts, rather than where something is or what kind something is.
  bool acts_under_name(const NameSpan& name, TokenId head) const {
    const Token& at = token(head);
    if (name.kind == NameKind::nationality) return is_modifier(at.dep) ? owns_action(name, head) : at.pos != Pos::adj;
    if (name.kind == NameKind::other) return false;
    if (!name.match) return name.kind == NameKind::organisation || is_purposeful_subject(head);
    switch (name.match->use) {
      case NameUse::capital:
        return is_purposeful_subject(head) || is_addressed(head);
      case NameUse::metonym:
        return !is_modifier(at.dep) && !stands_behind_locative(head);
      default:
        break;
    }
    const EntityKind kind = tables_.body(name.match->row).entity_kind;
    if (kind == EntityKind::other) return is_purposeful_subject(head);  // a named weapon
    return kind != EntityKind::place || !stands_behind_locative(head) || is_acted_upon(head);
  }

  // "the Russian invasion": the adjective acts, and stands for the state; but "Russian troops" act themselves.
  bool owns_action(const NameSpan& name, TokenId head) const {
    const TokenId noun = token(head).head;
    const bool is_owned = tables_.is_action(token(noun).lemma) || is_under_measure(noun);
    return name.match && noun > head && is_owned && !acts_itself(noun) && !acts_itself(head + 1) &&
           scan_.name_of_token[noun] == kNone;
  }

  // "Kuwaiti tankers" are Kuwait's rather than a party of their own; "Kuwaiti soldiers" are one.
  bool acts_itself(TokenId noun) const {
    const auto agent = agent_at(noun);
    return agent && !is_target(*agent->agent);
  }

  // "Iraqi territory" and "a bus of the police" stand for their owners.
  bool is_owned(TokenId noun, const Agent& agent) const {
    for (TokenId of : children(doc_, noun, Dep::prep))
      if (agent.kind == "target" && token(of).lower == "of") return true;
    for (TokenId t = noun; t-- > token(noun).left_edge;)
      if (scan_.name_of_token[t] != kNone && name_at(t).kind == NameKind::nationality && owns_action(name_at(t), t))
        return true;
    return false;
  }

  // "Palestinians": the people of a country, not its state.
  void become_group(Candidate& found) const {
    found.noun = found.name_key;
    found.reading.body = kNone;
    found.plural = found.plural || token(found.head).tag != "NNP";
  }

  // ---- people --------------------------------------------------------------------------------------------------

  void take_person(const NameSpan& name, TokenId head) {
    Candidate found = start(name.tokens, head);
    found.kind = EntityKind::person;
    found.definite = true;
    found.plural = false;
    found.tokens.begin = left_of(head, name.tokens.begin);
    take_title(found);
    const std::optional<Piece> title = title_piece(found);
    if (title) found.title = tokens_of(*title);
    read_title(found, title);
    found.reading.person = name.match ? name.match->row : kNone;
    found.gender = gender_by_title(found);
    push(std::move(found));
  }

  // "convicted Zuberek": nobody knows the name, but only people are convicted.
  bool is_person_by_act(const NameSpan& name, TokenId head) const {
    const bool is_open = name.kind == NameKind::place || name.kind == NameKind::other;
    return !name.match && is_open && token(head).pos == Pos::propn && first_child(doc_, head, Dep::det) == kNone &&
           is_done_to_person(head);
  }

  // A name that the tagger has overlooked: "Sergeant Pablo Zuberek", "convicted Zuberek".
  std::optional<NameSpan> overlooked_person(TokenId head) const {
    if (token(head).pos != Pos::propn || !is_capital(head)) return std::nullopt;
    TokenRange name{head, head + 1};
    while (name.begin > 0 && is_part_of_name(name.begin - 1, head)) --name.begin;
    const auto title = name.begin == 0 ? std::nullopt : agent_at(name.begin - 1);
    const bool is_titled = title && title->agent->kind == "person" && is_capital(name.begin - 1);
    const bool is_person = is_titled || (first_child(doc_, head, Dep::det) == kNone && is_done_to_person(head));
    return is_person ? std::optional<NameSpan>{{name, NameKind::person, nullptr}} : std::nullopt;
  }

  bool is_part_of_name(TokenId t, TokenId head) const {
    return token(t).head > t && token(t).head <= head && token(t).dep == Dep::compound && token(t).pos == Pos::propn &&
           is_capital(t) && scan_.name_of_token[t] == kNone && !agent_at(t);
  }

  bool is_capital(TokenId t) const {
    const std::string_view word = doc_.words(token(t).span);
    return word.size() > 1 && word[0] >= 'A' && word[0] <= 'Z' && word[1] >= 'a' && word[1] <= 'z';
  }

  // The words before the name tell about the person; "Chad" in "Chad Johnson" does not.
  void read_title(Candidate& found, const std::optional<Piece>& title) const {
    WordRange before = scan_.words_of({found.tokens.begin, found.name.begin});
    if (before.begin >= before.end) return;
    before.head = title ? title->end - 1 : before.end - 1;
    found.reading = read_phrase(tables_, scan_.words, scan_.pieces, before, scan_.context);
    if (found.reading.agent || found.reading.body == kNone) return;
    found.reading.owner = std::exchange(found.reading.body, kNone);
  }

  // ---- nouns ---------------------------------------------------------------------------------------------------

  void take_noun(TokenId t) {
    const Token& noun = token(t);
    if (is_modifier(noun.dep)) return take_compound(t);
    if (is_predicate(noun.dep) || scan_.word_of_token[t] == scan_.word_of_token[t + 1]) return;
    if (noun.dep == Dep::pobj && (token(noun.head).lower == "as" || token(noun.head).lower == "like")) return;
    const Word& word = scan_.words[scan_.word_of_token[t]];
    const auto agent = agent_at(t);
    const Reference* reference = tables_.find_reference(word.lemma);
    if (agent && is_site(*agent->agent) && stands_behind_locative(t) && !is_acted_upon(t)) return;
    if (agent && is_target(*agent->agent) && (!is_acted_upon(t) || is_owned(t, *agent->agent))) return;
    const bool is_subject_person =
        noun.dep == Dep::nsubj && is_purposeful_subject(t) && is_formed_as_person(word.lemma);
    if (names_condition(t)) return;
    if (!agent && !reference)
      if (const auto person = overlooked_person(t)) return take_person(*person, t);
    if (!agent && !reference && !is_subject_person) return;

    Candidate found;
    found.form = MentionForm::nominal;
    found.head = t;
    found.plural = noun.tag == "NNS" || noun.tag == "NNPS" || (noun.pos == Pos::propn && word.folded != word.lemma) ||
                   (agent && agent->agent->number == AgentNumber::plural);
    const TokenId begin = left_of(t, agent ? std::min(t, tokens_of(*agent).begin) : t);
    found.tokens = {begin, right_of(t, begin, agent && agent->agent->kind == "person" && agent->agent->sector.empty())};
    found.definite = is_definite(found);
    found.kind = kind_of_noun(agent, reference);
    found.reference = reference;
    found.noun = word.lemma;
    found.modifiers = modifiers_of(found, agent);
    if (reference) found.gender = reference->gender;
    read(found, scan_.word_of_token[t]);
    if (is_somebodys_thing(found) || (reference && reference->counts && !stands_for_people(t))) return;
    widen_to_count(found);
    if (agent && agent->agent->kind == "person" && !found.plural) found.title = tokens_of(*agent);
    if (noun.dep == Dep::appos) found.apposed_to = noun.head;
    push(std::move(found));
  }

  // "an Afghan army base", "U.S. military airstrikes": the body is an actor when its country is told.
  void take_compound(TokenId t) {
    const TokenId noun = token(t).head;
    const auto agent = agent_at(t);
    if (!agent || is_target(*agent->agent) || noun < t || !tables_.is_action(token(noun).lemma) || acts_itself(noun))
      return;
    Candidate found;
    found.form = MentionForm::nominal;
    found.kind = EntityKind::group;
    found.head = t;
    found.tokens = {tokens_of(*agent).begin, t + 1};
    const TokenId before = found.tokens.begin;
    if (before > 0 && is_known_name(before - 1)) found.tokens.begin = name_at(before - 1).tokens.begin;
    found.noun = scan_.words[scan_.word_of_token[t]].lemma;
    read(found, scan_.word_of_token[t]);
    if (!found.reading.country.empty()) push(std::move(found));
  }

  // "his head" is no leader.
  bool is_somebodys_thing(const Candidate& found) const {
    return found.reference && found.reference->leads && token(found.tokens.begin).tag == "PRP$";
  }

  static EntityKind kind_of_noun(const std::optional<Piece>& agent, const Reference* reference) {
    if (reference && reference->refers_to == EntityKind::document) return EntityKind::document;
    if (agent && agent->agent->kind == "area") return EntityKind::place;
    if (agent && (agent->agent->kind == "facility" || agent->agent->kind == "target")) return EntityKind::facility;
    if (reference && reference->counts) return EntityKind::group;
    return !agent && reference ? reference->refers_to : EntityKind::group;
  }

  // What is acted upon where it stands, and else tells only where something is.
  static bool is_site(const Agent& agent) { return agent.kind == "place" || agent.kind == "facility"; }

  // What nobody speaks of as a party but where it is attacked or taken: a bus, an enclave.
  static bool is_target(const Agent& agent) { return agent.kind == "target" || agent.kind == "area"; }

  // ---- pronouns ------------------------------------------------------------------------------------------------

  void take_pronoun(TokenId t) {
    if (const std::optional<Candidate> part = part_counted(t)) return push(*part);
    Candidate found;
    found.form = MentionForm::pronoun;
    found.tokens = {t, t + 1};
    found.head = t;
    found.plural = is_plural_pronoun(token(t).lower);
    found.gender = gender_of_pronoun(token(t).lower);
    found.kind = found.gender ? EntityKind::person : EntityKind::other;
    push(std::move(found));
  }

  void push(Candidate found) { found_.push_back(std::move(found)); }
  void push(std::optional<Candidate> found) {
    if (found) found_.push_back(*std::move(found));
  }

  // A noun that turned out to be the title of a name is no mention of its own.
  void drop_swallowed() {
    std::vector<TokenRange> titles;
    for (const Candidate& candidate : found_)
      if (candidate.kind == EntityKind::person && candidate.form == MentionForm::name)
        titles.push_back({candidate.tokens.begin, candidate.name.begin});
    std::erase_if(found_, [&](const Candidate& candidate) {
      if (candidate.form != MentionForm::nominal) return false;
      return std::any_of(titles.begin(), titles.end(),
                         [&](TokenRange title) { return title.contains(candidate.head); });
    });
  }

  std::vector<Candidate> found_;
};

}  // namespace

std::vector<Candidate> collect_mentions(const ActorTables& tables, const Document& doc, const ActorScan& scan) {
  return Collector(tables, doc, scan).collect();
}

}  // namespace verbale
