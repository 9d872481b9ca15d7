// Look-ups in what actor_reader.cc has read: hash maps that never change, so that every thread may ask at once.
#include "resolve/actor_tables.h"

namespace verbale {
namespace {

template <class Map>
const typename Map::mapped_type* lookup(const Map& map, std::string_view key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

const NameMatches* ActorTables::find_name(std::string_view folded) const { return lookup(names_, folded); }

size_t ActorTables::name_words_max(std::string_view first) const {
  const size_t* words = lookup(name_words_, first);
  return words ? *words : 0;
}

size_t ActorTables::agent_words_max(std::string_view first) const {
  const size_t* words = lookup(agent_words_, first);
  return words ? *words : 0;
}

const Agent* ActorTables::find_agent(std::string_view folded_lemmas) const {
  const auto* agent = lookup(agent_by_phrase_, folded_lemmas);
  return agent ? *agent : nullptr;
}

const Reference* ActorTables::find_reference(std::string_view noun) const { return lookup(references_, noun); }

char ActorTables::gender_of_given_name(std::string_view folded) const {
  const char* gender = lookup(given_names_, folded);
  return gender ? *gender : char(0);
}

bool ActorTables::is_agentive(std::string_view verb) const { return lookup(agentive_verbs_, verb) != nullptr; }

bool ActorTables::addresses_object(std::string_view verb) const {
  const bool* addresses = lookup(agentive_verbs_, verb);
  return addresses && *addresses;
}

bool ActorTables::has_use(std::string_view word, PhraseUse use) const {
  const uint32_t* uses = lookup(phrase_words_, word);
  return uses && (*uses & uint32_t(use)) != 0;
}

bool ActorTables::acts_on_place(std::string_view word, std::string_view governed) const {
  return lookup(acts_on_places_, std::string(word) + ' ' + std::string(governed)) != nullptr;
}

bool ActorTables::acts_on_person(std::string_view word, std::string_view governed) const {
  return lookup(acts_on_people_, std::string(word) + ' ' + std::string(governed)) != nullptr;
}

bool ActorTables::is_action(std::string_view noun) const { return lookup(action_nouns_, noun) != nullptr; }

const std::vector<uint32_t>* ActorTables::people_sounding(std::string_view sounds) const {
  return lookup(sounding_, sounds);
}

const std::vector<uint32_t>* ActorTables::people_surnamed(std::string_view folded) const {
  return lookup(surnamed_, folded);
}

uint32_t ActorTables::body_by_key(std::string_view key) const {
  const uint32_t* row = lookup(body_by_key_, key);
  return row ? *row : kNone;
}

const Body* ActorTables::state_by_code(std::string_view code) const {
  const uint32_t* row = lookup(state_by_code_, code);
  return row ? &bodies_[*row] : nullptr;
}

}  // namespace verbale
