// What is known about the words of reporting: verbs, nouns, phrases, and the nouns that say what kind of speaker it is.
//
//   Result<StatementTables> tables = StatementTables::open(knowledge);
//   find_statements(*tables, doc);
//
// The tables are data/statements/*.tsv; each row carries an example that the tests read. Immutable after opening,
// shared between threads; views stay valid as long as the Knowledge lives.
#pragma once

#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "pack/table.h"

namespace verbale {

// How a word takes what is said; a row may take it in several ways.
enum Frame : uint16_t {
  kClause = 1,      // a clause: "said that …", "asked whether …", "admitted taking …"
  kQuote = 2,       // words in quotation marks beside it: "“…,” she said"
  kTo = 4,          // an infinitive: "promised to leave"
  kObjectTo = 8,    // a person and an infinitive: "urged Kyiv to continue"
  kObject = 16,     // a noun phrase: "condemned the attack"
  kAddressee = 32,  // its object is who is spoken to, not what is said: "told reporters"
  kDocument = 64,   // only documents, images and findings say something in this way: "the photographs show"
  kPassive = 128,   // "is said to be": nobody is named
  kLike = 256,      // an object that is likened or called something: "called him a friend"
};

struct SpeechVerb {
  std::string_view lemma;
  std::string_view particle;  // "out" of "point out", "for" of "call for"; "" for most
  std::string_view kind;      // say ask deny demand accuse promise threaten support reject believe plan show …
  uint16_t frames = 0;

  bool takes(uint16_t any) const { return (frames & any) != 0; }
};

class StatementTables {
 public:
  static Result<StatementTables> open(const Knowledge& knowledge);

  // All readings of a verb, those with a particle first; none when it is no word of reporting.
  std::span<const SpeechVerb> verbs(std::string_view lemma) const;
  std::span<const SpeechVerb> nouns(std::string_view lemma) const;
  // Predicates of attitude, by word: "is worried about the dam".
  std::span<const SpeechVerb> adjectives(std::string_view word) const;
  // Phrases that name a source before its noun: "according to", as sequences of lower-case words.
  const std::vector<std::vector<std::string_view>>& phrases() const { return phrases_; }

  bool is_source(std::string_view lemma) const { return sources_.contains(lemma); }
  bool is_document(std::string_view lemma) const { return documents_.contains(lemma); }
  bool is_media(std::string_view word) const { return media_.contains(word); }
  // Those whose findings are reported: "the court found that …".
  bool is_finder(std::string_view lemma) const { return finders_.contains(lemma); }
  // Verbs for naming a source: "asked not to be named".
  bool is_naming(std::string_view lemma) const { return naming_.contains(lemma); }
  // Verbs whose subject utters the noun of reporting that is their object: "issued a warning".
  bool is_maker(std::string_view lemma) const { return makers_.contains(lemma); }
  // Verbs whose infinitive has taken place: "went on to say".
  bool carries_out(std::string_view verb) const { return aspects_.contains(verb); }

 private:
  Status read_words(const Knowledge& knowledge, std::string_view file,
                    std::unordered_map<std::string_view, std::vector<SpeechVerb>>& words);
  Status read_set(const Knowledge& knowledge, std::string_view file, std::unordered_set<std::string_view>& set);
  Status read_phrases(const Knowledge& knowledge);

  std::unordered_map<std::string_view, std::vector<SpeechVerb>> verbs_;
  std::unordered_map<std::string_view, std::vector<SpeechVerb>> nouns_;
  std::unordered_map<std::string_view, std::vector<SpeechVerb>> adjectives_;
  std::vector<std::vector<std::string_view>> phrases_;
  std::unordered_set<std::string_view> sources_;
  std::unordered_set<std::string_view> documents_;
  std::unordered_set<std::string_view> media_;
  std::unordered_set<std::string_view> finders_;
  std::unordered_set<std::string_view> naming_;
  std::unordered_set<std::string_view> makers_;
  std::unordered_set<std::string_view> aspects_;
};

}  // namespace verbale
