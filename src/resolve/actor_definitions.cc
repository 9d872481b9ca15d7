// A definition is a name, then the acronym alone between brackets, and the acronym's letters begin words of the name. A
// name that the tables do not know explains, even without brackets, an acronym that they know as somebody else's.
#include "resolve/actor_definitions.h"

#include <algorithm>
#include <optional>
#include <string>

#include "resolve/fold.h"

namespace verbale {
namespace {

class Definitions {
 public:
  Definitions(const Document& doc, ActorScan& scan) : doc_(doc), scan_(scan) {}

  void obey() {
    for (TokenId t = 1; t + 2 < doc_.tokens.size(); ++t) {
      if (doc_.words(t) != "(" || doc_.words(t + 2) != ")" || !is_acronym(doc_.words(t + 1))) continue;
      const std::string acronym = strip_dots(doc_.words(t + 1));
      if (const auto meant = name_before(t, fold_name(acronym))) redefine(acronym, *meant);
    }
    obey_names();
  }

 private:
  // The row of the tables, null for a name that they do not know; nothing when no name is explained.
  std::optional<const NameMatch*> name_before(TokenId bracket, const std::string& letters) const {
    const uint32_t end = scan_.word_of_token[bracket];
    for (const Piece& piece : scan_.pieces) {
      const bool is_body = piece.end == end && piece.name && piece.name->table == NameMatch::Table::body;
      if (is_body && piece.end - piece.begin > 1 && is_initials(letters, piece.begin, piece.end)) return piece.name;
    }
    for (const Name& name : doc_.names)
      if (name.tokens.end == bracket && is_initials(letters, scan_.word_of_token[name.tokens.begin], end))
        return nullptr;
    return std::nullopt;
  }

  // "the Rural Savings Forum" makes a later "RSF" its own, unless whom the tables mean is named in full as well.
  void obey_names() {
    std::vector<std::string> acronyms;
    for (const Piece& piece : scan_.pieces)
      if (is_acronym_of_tables(piece)) acronyms.push_back(strip_dots(scan_.words[piece.begin].surface));
    for (const std::string& acronym : acronyms)
      if (is_unknown_name_of(fold_name(acronym))) redefine(acronym, nullptr);
  }

  bool is_acronym_of_tables(const Piece& piece) const {
    return piece.end - piece.begin == 1 && piece.name && piece.name->exact_case &&
           piece.name->table == NameMatch::Table::body && strip_dots(scan_.words[piece.begin].surface).size() >= 3 &&
           scan_.namings[piece.name->row] != Naming::full;
  }

  bool is_unknown_name_of(const std::string& letters) const {
    return std::any_of(doc_.names.begin(), doc_.names.end(), [&](const Name& name) {
      const WordRange words = scan_.words_of(name.tokens);
      return name.type == "ORG" && words.end - words.begin >= letters.size() && !is_known(words) &&
             are_exact_initials(letters, words);
    });
  }

  bool is_known(WordRange words) const {
    return std::any_of(scan_.pieces.begin(), scan_.pieces.end(), [&](const Piece& piece) {
      return piece.name && piece.begin < words.end && words.begin < piece.end;
    });
  }

  // Every capitalised word gives its letter, and no other does.
  bool are_exact_initials(std::string_view letters, WordRange words) const {
    size_t matched = 0;
    for (uint32_t at = words.begin; at < words.end; ++at) {
      if (!scan_.words[at].upper || scan_.words[at].folded == "the") continue;
      if (matched == letters.size() || scan_.words[at].folded[0] != letters[matched]) return false;
      ++matched;
    }
    return matched == letters.size();
  }

  // Whether every letter begins a word, in their order, and nothing but small words stands before the first.
  bool is_initials(std::string_view letters, uint32_t begin, uint32_t end) const {
    while (begin < end && (scan_.words[begin].folded == "the" || !scan_.words[begin].upper)) ++begin;
    if (letters.size() < 2 || begin == end || scan_.words[begin].folded[0] != letters[0]) return false;
    size_t matched = 0;
    for (uint32_t at = begin; at < end && matched < letters.size(); ++at)
      matched += scan_.words[at].folded[0] == letters[matched];
    return matched == letters.size();
  }

  void redefine(const std::string& acronym, const NameMatch* meant) {
    for (uint32_t at = 0; at < scan_.words.size(); ++at)
      if (scan_.words[at].upper && strip_dots(scan_.words[at].surface) == acronym) redefine_at(at, meant);
    if (!meant) scan_.defined.push_back(acronym);
    std::erase_if(scan_.pieces, [](const Piece& piece) { return !piece.name && !piece.agent; });
  }

  void redefine_at(uint32_t word, const NameMatch* meant) {
    const auto next = std::partition_point(scan_.pieces.begin(), scan_.pieces.end(),
                                           [&](const Piece& piece) { return piece.end <= word; });
    const bool is_inside = next != scan_.pieces.end() && next->begin <= word;
    if (!is_inside && meant) {
      scan_.pieces.insert(next, {word, word + 1, meant, nullptr});
    } else if (is_inside && next->end - next->begin == 1) {
      next->name = meant;
      next->agent = nullptr;
    }
  }

  const Document& doc_;
  ActorScan& scan_;
};

}  // namespace

void obey_definitions(const Document& doc, ActorScan& scan) { Definitions(doc, scan).obey(); }

}  // namespace verbale
