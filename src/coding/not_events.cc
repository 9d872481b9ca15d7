// One question after the other for each event; the first that speaks against it gives the reason.
#include "coding/not_events.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/words.h"
#include "coding/codebook.h"

namespace verbale {
namespace {

// Sectors whose holders act in politics, and the international codes.
constexpr std::array<std::string_view, 15> kPublicSectors = {"GOV", "MIL", "COP", "JUD", "LEG", "PTY", "REB", "SPY",
                                                             "UAF", "PRM", "OPP", "CRM", "PRE", "REF", "LAB"};
constexpr std::array<std::string_view, 5> kInternational = {"IGO", "UNO", "EUR", "ISM", "IMG"};
constexpr std::array<std::string_view, 12> kWorksOfFiction = {
    "film", "movie", "novel", "play", "opera", "game", "series", "thriller", "drama", "comedy", "story", "episode"};
constexpr std::array<std::string_view, 11> kDeeds = {"attack", "war",     "battle", "fight", "raid",     "campaign",
                                                     "strike", "assault", "march",  "clash", "offensive"};
constexpr std::array<std::string_view, 3> kPresent = {"VBZ", "VBP",
                                                      "VB"};  // a bare form without auxiliary is a present misread

bool has_public_code(const Entity& entity) {
  return std::any_of(entity.codes.begin(), entity.codes.end(), [](const ActorCode& code) {
    return code.code_for != CodeFor::citizenship &&
           (is_one_of(code.sector, kPublicSectors) || is_one_of(code.country, kInternational));
  });
}

bool acts_for_public(const Entity& entity, bool states_count) {
  if (entity.kind == EntityKind::state || entity.kind == EntityKind::place) return states_count;
  return has_public_code(entity);
}

class EventSieve {
 public:
  EventSieve(const NotEvents& filter, const ArticleTopics& topics, const PredicateIndex& index, Document& doc)
      : filter_(filter), topics_(topics), index_(index), doc_(doc) {}

  // Why the event is none, "" when it stands.
  std::string objection(const Event& event) const {
    if (const Predicate* predicate = index_.headed_by(event.trigger_token); predicate != nullptr)
      if (const std::string_view why = figure_of_speech(*predicate, event.type); !why.empty()) return std::string(why);
    if (is_private_meeting(event)) return "private persons, nobody acts for anybody";
    if (is_visit_of_nobody(event)) return "nobody visits anybody, only a place is named";
    if (is_among_businesses(event)) return "businesses among themselves";
    if (is_repeated_headline(event)) return "a headline that the story repeats";
    if (is_plot(event) && names_fiction(event)) return "a story tells it, not the news";
    const Topic* topic = topics_.at(doc_.sentences[event.sentence].paragraph);
    if (topic != nullptr && belongs_to(*topic, event)) return told_by(*topic);
    return {};
  }

  // History is recalled, not reported.
  void recall_history(Event& event) const {
    const Topic* topic = topics_.at(doc_.sentences[event.sentence].paragraph);
    if (topic == nullptr || topic->name != "history" || event.status != EventStatus::happened || event.background)
      return;
    if (is_public(event, false)) return;
    event.background = true;
    event.cues.push_back({true, topic->signs.front()});
    if (event.time && event.time->ref == kNone) event.time.reset();
  }

 private:
  // The words of the event, or of the noun that fills out its verb: "began an attack on inflation".
  std::string_view figure_of_speech(const Predicate& predicate, std::string_view type) const {
    if (const std::string_view why = filter_.figure_of_speech(doc_, predicate, type); !why.empty()) return why;
    for (const Argument& object : predicate.with(Slot::object)) {
      const Predicate* noun = index_.headed_by(object.head);
      if (noun == nullptr || (noun->carrier != predicate.head && !is_one_of(doc_.tokens[noun->head].lemma, kDeeds)))
        continue;
      if (const std::string_view why = filter_.figure_of_speech(doc_, *noun, type); !why.empty()) return why;
    }
    return {};
  }

  std::string told_by(const Topic& topic) const {
    std::string reason = "the paragraph is about " + std::string(topic.name) + ":";
    for (Span sign : topic.signs) reason += " " + std::string(doc_.words(sign));
    return reason;
  }

  bool belongs_to(const Topic& topic, const Event& event) const {
    if (topic.name == "history") return false;
    // A "striker" at a match is no worker on strike.
    if (topic.name == "sport")
      return !any_of(event, [](const Entity& entity) {
        return acts_for_public(entity, false) &&
               std::none_of(entity.codes.begin(), entity.codes.end(),
                            [](const ActorCode& code) { return code.sector == "LAB"; });
      });
    if (topic.name == "culture") return !is_public(event, false) || is_plot(event);
    return !is_public(event, true);
  }

  // Plots are told in the present tense, and in nobody's words.
  bool is_plot(const Event& event) const {
    const TokenId verb = clause_of(doc_, event.trigger_token);
    return event.said_by == kNone && is_one_of(doc_.tokens[verb].tag, kPresent) && !has_auxiliary(verb);
  }

  // "In the film, rebels attack …", "the novel tells how soldiers invade …": the work stands before the event.
  bool names_fiction(const Event& event) const {
    for (TokenId t = doc_.sentences[event.sentence].tokens.begin; t < event.trigger_token; ++t) {
      const Token& word = doc_.tokens[t];
      const bool works = word.dep == Dep::nsubj || (word.dep == Dep::pobj && doc_.tokens[word.head].lower == "in");
      if (works && is_one_of(word.lemma, kWorksOfFiction)) return true;
    }
    return false;
  }

  bool has_auxiliary(TokenId verb) const {
    return first_child(doc_, verb, Dep::aux) != kNone || first_child(doc_, verb, Dep::auxpass) != kNone;
  }

  bool is_public(const Event& event, bool states_count) const {
    return any_of(event, [&](const Entity& entity) { return acts_for_public(entity, states_count); });
  }

  template <class Test>
  bool any_of(const Event& event, Test&& test) const {
    for (const auto* side : {&event.actors, &event.recipients})
      for (const Participant& participant : *side)
        if (test(doc_.entities[participant.entity])) return true;
    return false;
  }

  bool is_private_meeting(const Event& event) const {
    if (event.type != "CONSULT" || event.actors.size() + event.recipients.size() < 2) return false;
    if (!any_of(event, [](const Entity& entity) { return entity.kind == EntityKind::person; })) return false;
    return !any_of(event, [](const Entity& entity) {
      const bool is_people = entity.kind == EntityKind::person || entity.kind == EntityKind::group;
      return !is_people || !entity.roles.empty() || has_public_code(entity);
    });
  }

  // "said during a visit to the town".
  bool is_visit_of_nobody(const Event& event) const {
    return event.type == "CONSULT" && event.actors.empty() &&
           !any_of(event, [](const Entity& entity) { return entity.kind != EntityKind::place; });
  }

  // A merger, a loan, an order: companies and nobody who acts for the public. What is done by force is another matter.
  bool is_among_businesses(const Event& event) const {
    if (event.actors.size() + event.recipients.size() < 2) return false;
    if (event.quad == 4 && event.type != "SANCTION") return false;
    const auto is_business = [](const Entity& entity) {
      return std::any_of(entity.codes.begin(), entity.codes.end(),
                         [](const ActorCode& code) { return code.sector == "BUS" || code.country == "MNC"; });
    };
    const auto is_other = [&](const Entity& entity) {
      return !is_business(entity) && (entity.kind != EntityKind::person || has_public_code(entity));
    };
    return any_of(event, is_business) && !any_of(event, is_other);
  }

  // Wherever the story tells it: a second subject of the headline may come late.
  bool is_repeated_headline(const Event& event) const {
    const Sentence& sentence = doc_.sentences[event.sentence];
    if (sentence.paragraph != 0 || !is_headline(sentence)) return false;
    return std::any_of(doc_.events.begin(), doc_.events.end(), [&](const Event& other) {
      const bool below = other.sentence > event.sentence && doc_.sentences[other.sentence].paragraph != 0;
      return below && other.type == event.type && (other.mode == event.mode || event.mode.empty()) &&
             tells_parties_of(other, event);
    });
  }

  // A headline leaves parties out, or crams them in, and says "ex-minister" for whom the story names; one party must be
  // the same, and no other may differ.
  bool tells_parties_of(const Event& story, const Event& headline) const {
    const bool same_actor = names_one_of(headline.actors, story.actors);
    const bool same_recipient = names_one_of(headline.recipients, story.recipients);
    return (same_actor && (same_recipient || story.recipients.empty() || names_nobody(headline.recipients))) ||
           (same_recipient && (story.actors.empty() || names_nobody(headline.actors)));
  }

  bool names_one_of(const std::vector<Participant>& headline, const std::vector<Participant>& story) const {
    return std::any_of(headline.begin(), headline.end(), [&](const Participant& party) {
      return std::any_of(story.begin(), story.end(),
                         [&](const Participant& other) { return may_mean(party.entity, other.entity); });
    });
  }

  // The same actor, or a word for its role.
  bool may_mean(EntityId headline, EntityId story) const {
    if (headline == story) return true;
    const Entity& role = doc_.entities[headline];
    if (speak_for_one_body(role, doc_.entities[story])) return true;
    const auto codes = std::span(doc_.entities[story].codes);
    const bool is_role = role.kind == EntityKind::group || (role.kind == EntityKind::organisation && role.key.empty());
    if (is_role && role.codes.empty()) return role.kind == EntityKind::group;  // "thousands"
    if (is_role && role.codes.size() == 1 && codes.size() == 1 && role.codes.front().country.empty())
      return role.codes.front().sector == codes.front().sector;  // "Army"
    const bool is_of_union = !role.codes.empty() && !codes.empty() && role.codes.front().country == "EUR";
    if (is_of_union) return codes.front().country == "EUR";  // "Brussels" for the Commission
    return is_role && !role.codes.empty() &&
           std::equal(
               role.codes.begin(), role.codes.end(), codes.begin(), codes.end(),
               [](const ActorCode& a, const ActorCode& b) { return a.country == b.country && a.sector == b.sector; });
  }

  // "EU agrees" and "European Union ministers agreed", "Poland" and "Poland's government".
  static bool speak_for_one_body(const Entity& headline, const Entity& story) {
    const bool is_body = headline.kind == EntityKind::state || headline.kind == EntityKind::organisation;
    const bool is_part = story.kind == EntityKind::group || story.kind == EntityKind::person;
    if (!is_body || !is_part || headline.codes.empty() || story.codes.empty()) return false;
    return !headline.codes.front().country.empty() && headline.codes.front().country == story.codes.front().country;
  }

  bool names_nobody(const std::vector<Participant>& parties) const {
    return std::all_of(parties.begin(), parties.end(),
                       [&](const Participant& party) { return doc_.entities[party.entity].kind == EntityKind::group; });
  }

  bool is_headline(const Sentence& sentence) const {
    if (sentence.tokens.size() == 0) return false;
    TokenId last = sentence.tokens.end - 1;
    while (last > sentence.tokens.begin && (doc_.tokens[last].pos == Pos::space || doc_.tokens[last].lower == ";"))
      --last;
    return doc_.tokens[last].pos != Pos::punct;
  }

  const NotEvents& filter_;
  const ArticleTopics& topics_;
  const PredicateIndex& index_;
  Document& doc_;
};

// The words of a cell: a list, sets in braces, or both.
Result<std::unordered_set<std::string_view>> words_of(std::string_view cell, const Table& sets) {
  std::unordered_set<std::string_view> words;
  for (std::string_view item : split_list(cell)) {
    if (!item.starts_with('{')) {
      words.insert(item);
      continue;
    }
    bool known = false;
    for (size_t row = 0; row < sets.rows(); ++row) {
      if (sets.cell(row, "name") != item.substr(1, item.size() - 2)) continue;
      for (std::string_view word : split_list(sets.cell(row, "words"))) words.insert(word);
      known = true;
    }
    if (!known) return Error{Error::Kind::knowledge, "unknown set " + std::string(item)};
  }
  return words;
}

}  // namespace

Result<NotEvents> NotEvents::open(const Knowledge& knowledge) {
  Result<TopicTables> topics = TopicTables::open(knowledge);
  if (!topics) return std::move(topics).error();
  const Table* exclusions = knowledge.find("topics/exclusions.tsv");
  const Table* sets = knowledge.find("topics/sets.tsv");
  if (exclusions == nullptr || sets == nullptr)
    return Error{Error::Kind::knowledge, "a table under topics/ is missing: exclusions or sets"};
  NotEvents filter(*std::move(topics));
  if (Status status = filter.read_exclusions(*exclusions, *sets); !status) return std::move(status).error();
  return filter;
}

Status NotEvents::read_exclusions(const Table& table, const Table& sets) {
  for (size_t row = 0; row < table.rows(); ++row) {
    Result<std::unordered_set<std::string_view>> words = words_of(table.cell(row, "words"), sets);
    if (!words) return table_error(table, row, words.error().what());
    const std::vector<SlotChoice> where = parse_slot_choices(table.cell(row, "where"));
    if (where.size() != 1) return table_error(table, row, "one slot is wanted");
    exclusions_[std::string(table.cell(row, "trigger"))].push_back(
        {where.front(), *std::move(words), table.cell(row, "why")});
  }
  return {};
}

bool NotEvents::holds(const Document& doc, const Predicate& predicate, const Exclusion& exclusion) const {
  for (const Argument& argument : predicate.with(exclusion.where.slot, exclusion.where.preposition)) {
    const Token& word = doc.tokens[argument.head];
    if (exclusion.words.contains(word.lemma) || exclusion.words.contains(word.lower)) return true;
    const bool negated = first_child(doc, argument.head, Dep::neg) != kNone;
    if (negated && exclusion.words.contains("not " + std::string(word.lemma))) return true;
  }
  return false;
}

std::string_view NotEvents::figure_of_speech(const Document& doc, const Predicate& predicate,
                                             std::string_view type) const {
  const std::string word =
      std::string(doc.tokens[predicate.head].lemma) + (predicate.kind == PredicateKind::noun ? "/n" : "/v");
  for (const std::string& trigger : {word, std::string(type)}) {
    const auto rows = exclusions_.find(trigger);
    if (rows == exclusions_.end()) continue;
    for (const Exclusion& exclusion : rows->second)
      if (holds(doc, predicate, exclusion)) return exclusion.why;
  }
  return {};
}

void NotEvents::set_aside(const PredicateIndex& index, Document& doc) const {
  if (doc.events.empty()) return;
  const ArticleTopics topics(topics_, doc);
  const EventSieve sieve(*this, topics, index, doc);
  std::vector<bool> dropped(doc.events.size());
  for (size_t i = 0; i < doc.events.size(); ++i) {
    const std::string objection = sieve.objection(doc.events[i]);
    dropped[i] = !objection.empty();
    if (dropped[i])
      doc.explain("coding", doc.events[i].trigger,
                  [&] { return "not " + std::string(doc.events[i].rule) + ": " + objection; });
    else
      sieve.recall_history(doc.events[i]);
  }
  size_t position = 0;
  std::erase_if(doc.events, [&](const Event&) { return bool(dropped[position++]); });
}

}  // namespace verbale
