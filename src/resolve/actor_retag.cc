// Titles first, then towns, then names without a tag, and surnames last, because they need everybody's full name.
#include "resolve/actor_retag.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "resolve/actor_words.h"
#include "resolve/fold.h"

namespace verbale {
namespace {

class NameRetagger {
 public:
  NameRetagger(const ActorTables& tables, const Document& doc, std::span<const TokenRange> lines, ActorScan& scan)
      : tables_(tables), doc_(doc), lines_(lines), scan_(scan) {}

  void retag() {
    recognise_titled();
    recognise_towns();
    take_untagged_names();
    recognise_surnames();
  }

 private:
  // "OHF leader Gemechu Tola", "the former minister, Elena Quispe": whoever bears a person's title is a person, tagged
  // as an organisation or not.
  void recognise_titled() {
    for (NameSpan& name : scan_.names) {
      const bool is_open = !name.match && (name.kind == NameKind::organisation || name.kind == NameKind::place);
      if (is_open && is_personal_name(name.tokens) && bears_title(name.tokens)) name.kind = NameKind::person;
    }
  }

  // "the town of Kasindi": a place, tagged as a person or not, there and wherever else the name stands.
  void recognise_towns() {
    std::unordered_set<std::string> towns;
    for (const NameSpan& name : scan_.names)
      if (!name.match && is_called_town(name.tokens)) towns.insert(scan_.folded(name.tokens));
    for (NameSpan& name : scan_.names)
      if (!name.match && name.kind != NameKind::nationality && towns.contains(scan_.folded(name.tokens)))
        name.kind = NameKind::place;
  }

  bool is_called_town(TokenRange name) const {
    constexpr std::array<std::string_view, 7> kTowns{"town",   "city",     "village", "port",
                                                     "suburb", "district", "township"};
    if (name.begin < 2 || doc_.tokens[name.begin - 1].lower != "of") return false;
    return std::find(kTowns.begin(), kTowns.end(), doc_.tokens[name.begin - 2].lower) != kTowns.end();
  }

  // A few capitalised words, none of which says what kind of body it is.
  bool is_personal_name(TokenRange tokens) const {
    const WordRange words = scan_.words_of(tokens);
    if (words.begin == words.end || words.end - words.begin > 4 || is_acronym(doc_.words(doc_.span_of(tokens))))
      return false;
    const auto piece = scan_.first_piece(words.begin);
    const bool tells_kind = piece != scan_.pieces.end() && piece->begin < words.end;
    return !tells_kind && std::all_of(scan_.words.begin() + words.begin, scan_.words.begin() + words.end,
                                      [](const Word& word) { return word.upper; });
  }

  bool bears_title(TokenRange name) const {
    if (name.begin > 0 && ends_title(name.begin - 1)) return true;
    const TokenId head = last_head_of(doc_, name);
    const Token& token = doc_.tokens[head];
    return token.dep == Dep::appos && token.head + 1 < name.begin && name.size() > 1 && ends_title(token.head) &&
           doc_.words(name.begin - 1) == ",";
  }

  // The noun for one person stands there: "minister", "spokeswoman".
  bool ends_title(TokenId t) const {
    if (doc_.tokens[t].tag != "NN" && doc_.tokens[t].tag != "NNP") return false;
    const WordRange words = scan_.words_of({t, t + 1});
    if (words.begin == words.end) return false;
    const auto piece = scan_.first_piece(words.begin);
    return piece != scan_.pieces.end() && piece->begin <= words.begin && piece->end == words.end && piece->agent &&
           piece->agent->kind == "person";
  }

  // Proper nouns that the tagger left out, where they stand for whoever acts or is acted upon ("Gulen", "Oommen
  // Chandy").
  void take_untagged_names() {
    for (TokenId t = 0; t < doc_.tokens.size(); ++t) {
      if (!is_untagged_name(t) || !is_argument(doc_.tokens[t].dep) || !may_be_somebody(t)) continue;
      TokenId begin = t;
      while (begin > 0 && is_untagged_name(begin - 1) && doc_.tokens[begin - 1].head == t) --begin;
      scan_.names.push_back({{begin, t + 1}, NameKind::person, nullptr});
    }
    scan_.index_names(doc_.tokens.size());
  }

  bool is_untagged_name(TokenId t) const {
    const Token& token = doc_.tokens[t];
    if (token.pos != Pos::propn || scan_.name_of_token[t] != kNone || !token.name_type.empty()) return false;
    const WordRange words = scan_.words_of({t, t + 1});
    if (words.begin == words.end || !scan_.words[words.begin].upper || is_acronym(doc_.words(t))) return false;
    const auto piece = scan_.first_piece(words.begin);
    return piece == scan_.pieces.end() || piece->begin > words.begin;
  }

  bool may_be_somebody(TokenId t) const {
    const Token& token = doc_.tokens[t];
    const std::string_view verb = doc_.tokens[token.head].lemma;
    if (token.dep == Dep::nsubj && tables_.is_agentive(verb)) return true;
    if (token.dep == Dep::dobj && tables_.addresses_object(verb)) return true;
    return tables_.people_surnamed(scan_.words[scan_.word_of_token[t]].folded) != nullptr;
  }

  static bool is_argument(Dep dep) {
    return dep == Dep::nsubj || dep == Dep::nsubjpass || dep == Dep::dobj || dep == Dep::conj || dep == Dep::poss;
  }

  // A single capitalised word that ends a person's full name elsewhere is that person, tagged or not.
  void recognise_surnames() {
    std::unordered_set<std::string> surnames;
    for (const NameSpan& name : scan_.names)
      if (name.kind == NameKind::person && name.tokens.size() > 1) surnames.insert(last_word(name.tokens));
    if (surnames.empty()) return;
    for (NameSpan& name : scan_.names)
      if (!name.match && name.tokens.size() == 1 && surnames.contains(last_word(name.tokens)))
        name.kind = NameKind::person;
    for (TokenRange line : lines_) {
      const bool shouted = is_shouted(doc_, scan_, line);
      for (TokenId t = line.begin; t < line.end; ++t) {
        if (scan_.name_of_token[t] != kNone || (!may_be_surname(t) && !shouted)) continue;
        if (surnames.contains(last_word({t, t + 1}))) scan_.names.push_back({{t, t + 1}, NameKind::person, nullptr});
      }
    }
    scan_.index_names(doc_.tokens.size());
  }

  // The tagger takes "Paredes was arrested" for a common noun; a capital says otherwise.
  bool may_be_surname(TokenId t) const {
    const Token& token = doc_.tokens[t];
    return token.pos == Pos::propn ||
           (token.pos == Pos::noun && token.name_type.empty() && starts_upper(doc_.words(t)));
  }

  std::string last_word(TokenRange tokens) const {
    const WordRange words = scan_.words_of(tokens);
    return words.begin == words.end ? std::string{} : scan_.words[words.end - 1].folded;
  }

  const ActorTables& tables_;
  const Document& doc_;
  std::span<const TokenRange> lines_;
  ActorScan& scan_;
};

}  // namespace

void retag_names(const ActorTables& tables, const Document& doc, std::span<const TokenRange> lines, ActorScan& scan) {
  NameRetagger(tables, doc, lines, scan).retag();
}

}  // namespace verbale
