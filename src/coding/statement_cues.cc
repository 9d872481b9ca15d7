// A word is looked up with the particle that stands beside it first ("point out", "criticism of"), then alone.
#include "coding/statement_cues.h"

#include <algorithm>
#include <optional>

#include "coding/statement_tree.h"

namespace verbale {
namespace {

constexpr uint32_t kParticleDistanceMax = 4;
constexpr uint32_t kPredicateDistanceMax = 5;

// The child of the word that is this particle and stands near it.
TokenId particle_of(const Document& doc, TokenId token, std::string_view word) {
  const TokenId end = std::min<TokenId>(TokenId(doc.tokens.size()), token + 1 + kParticleDistanceMax);
  for (TokenId t = token + 1; t < end; ++t)
    if ((doc.tokens[t].lower == word || doc.tokens[t].lemma == word) && (doc.tokens[t].head == token || t == token + 1))
      return t;
  return kNone;
}

// "agreed on Monday": a time is no part of the verb.
bool governs_time(const Document& doc, TokenId particle) {
  const TokenId object = child_with(doc, particle, {Dep::pobj});
  return object != kNone && (doc.tokens[object].name_type == "DATE" || doc.tokens[object].name_type == "TIME");
}

// What stands directly before the verb and belongs to it: "has never", "did not", "was first".
TokenId first_auxiliary(const Document& doc, TokenId verb) {
  TokenId begin = verb;
  while (begin > doc.tokens[verb].left_edge) {
    const TokenId before = word_before(doc, begin);
    if (before == kNone) break;
    const Token& left = doc.tokens[before];
    if (left.head != verb || !has_dep(left, {Dep::aux, Dep::auxpass, Dep::neg, Dep::advmod})) break;
    if (left.dep == Dep::advmod && (left.tag[0] == 'W' || left.name_begin)) break;
    begin = left.dep == Dep::advmod ? left.left_edge : before;  // "once again"
  }
  return begin;
}

TokenRange cue_words(const Document& doc, TokenId verb, TokenId particle) {
  TokenRange words{first_auxiliary(doc, verb), verb + 1};
  if (particle == verb + 1 && doc.tokens[particle].dep != Dep::dobj) ++words.end;
  return words;
}

struct Reading {
  const SpeechVerb* word;
  TokenId particle;
};

std::optional<Reading> reading_of(const Document& doc, TokenId token, std::span<const SpeechVerb> readings) {
  for (const SpeechVerb& reading : readings) {
    if (reading.particle.empty()) {
      if (child_with(doc, token, {Dep::prt}) != kNone) continue;  // "called off the strike": another verb
      return Reading{&reading, kNone};
    }
    const TokenId particle = particle_of(doc, token, reading.particle);
    if (particle != kNone && !governs_time(doc, particle)) return Reading{&reading, particle};
  }
  return std::nullopt;
}

std::optional<StatementCue> verb_cue(const StatementTables& tables, const Document& doc, TokenId token) {
  const std::optional<Reading> reading = reading_of(doc, token, tables.verbs(doc.tokens[token].lemma));
  if (!reading) return std::nullopt;
  return StatementCue{token,         reading->particle, kNone, cue_words(doc, token, reading->particle),
                      reading->word, CueForm::verb};
}

// From the words of a predicate to the noun or adjective that completes it, with the particle beside it.
TokenRange predicate_words(const Document& doc, TokenId predicate, TokenId word, TokenId particle) {
  const TokenId end = particle == word + 1 ? word + 2 : word + 1;
  const bool together = predicate != kNone && predicate <= word && word - predicate <= kPredicateDistanceMax;
  return {together ? first_auxiliary(doc, predicate) : word, end};
}

std::optional<StatementCue> noun_cue(const StatementTables& tables, const Document& doc, TokenId token) {
  const Token& noun = doc.tokens[token];
  const std::optional<Reading> reading = reading_of(doc, token, tables.nouns(noun.lemma));
  if (!reading) return std::nullopt;
  const bool made = noun.dep == Dep::dobj && tables.is_maker(doc.tokens[noun.head].lemma);
  const TokenId maker = made ? noun.head : TokenId{kNone};
  return StatementCue{token,         reading->particle, maker, predicate_words(doc, maker, token, reading->particle),
                      reading->word, CueForm::noun};
}

// "is worried about", "remained confident that": the adjective of a copula, or a participle that serves as one.
std::optional<StatementCue> adjective_cue(const StatementTables& tables, const Document& doc, TokenId token) {
  const Token& word = doc.tokens[token];
  const std::span<const SpeechVerb> readings = tables.adjectives(word.lower);
  if (readings.empty()) return std::nullopt;
  const bool participle = child_with(doc, token, {Dep::auxpass}) != kNone;
  if (!participle && word.dep != Dep::acomp) return std::nullopt;
  const std::optional<Reading> reading = reading_of(doc, token, readings);
  if (!reading) return std::nullopt;
  const TokenId copula = participle ? token : word.head;
  return StatementCue{token,         reading->particle, copula, predicate_words(doc, copula, token, reading->particle),
                      reading->word, CueForm::adjective};
}

bool phrase_begins(const Document& doc, TokenId token, const std::vector<std::string_view>& phrase) {
  if (token + phrase.size() >= doc.tokens.size()) return false;
  for (size_t word = 0; word < phrase.size(); ++word)
    if (doc.tokens[token + word].lower != phrase[word]) return false;
  return true;
}

std::optional<StatementCue> phrase_cue(const StatementTables& tables, const Document& doc, TokenId token) {
  for (const auto& phrase : tables.phrases())
    if (phrase_begins(doc, token, phrase))
      return StatementCue{token, kNone, kNone, {token, token + TokenId(phrase.size())}, nullptr, CueForm::phrase};
  return std::nullopt;
}

std::optional<StatementCue> read_cue(const StatementTables& tables, const Document& doc, TokenId token) {
  const Token& word = doc.tokens[token];
  if (std::optional<StatementCue> phrase = phrase_cue(tables, doc, token)) return phrase;
  if (std::optional<StatementCue> attitude = adjective_cue(tables, doc, token)) return attitude;
  if (word.pos == Pos::verb && word.dep == Dep::amod) return std::nullopt;  // "the so-called bridge", "reported losses"
  if (word.pos == Pos::verb) return verb_cue(tables, doc, token);
  if (word.pos == Pos::noun) return noun_cue(tables, doc, token);
  return std::nullopt;
}

}  // namespace

std::vector<StatementCue> find_cues(const StatementTables& tables, const Document& doc) {
  std::vector<StatementCue> cues;
  for (TokenId token = 0; token < doc.tokens.size(); ++token) {
    std::optional<StatementCue> cue = read_cue(tables, doc, token);
    if (!cue || doc.in_boilerplate(doc.tokens[token].span)) continue;
    if (cue->form == CueForm::phrase) token = cue->words.end - 1;
    cues.push_back(*cue);
  }
  return cues;
}

const StatementCue* cue_at(const std::vector<StatementCue>& cues, TokenId token) {
  const auto at = std::lower_bound(cues.begin(), cues.end(), token,
                                   [](const StatementCue& cue, TokenId t) { return cue.token < t; });
  return at != cues.end() && at->token == token ? &*at : nullptr;
}

}  // namespace verbale
