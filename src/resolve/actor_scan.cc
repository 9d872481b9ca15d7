// Reads the whole article twice: once to see which organisations it names in full, and once more with their short forms
// allowed. Then the tagger's names are laid over the known ones.
#include "resolve/actor_scan.h"

#include <algorithm>

#include "resolve/actor_definitions.h"
#include "resolve/actor_retag.h"
#include "resolve/actor_words.h"
#include "resolve/fold.h"

namespace verbale {
namespace {

NameKind kind_of_type(std::string_view type) {
  if (type == "PERSON") return NameKind::person;
  if (type == "ORG") return NameKind::organisation;
  if (type == "GPE" || type == "LOC" || type == "FAC") return NameKind::place;
  if (type == "NORP") return NameKind::nationality;
  return NameKind::other;
}

class Scanner {
 public:
  Scanner(const ActorTables& tables, const Document& doc) : tables_(tables), doc_(doc) {}

  ActorScan scan() {
    scan_.context.day = doc_.published_day();
    fold_tokens(doc_, scan_);
    lines_ = split_lines(doc_);
    scan_.pieces = pieces_of_lines();
    note_namings();
    if (scan_.context.namings) scan_.pieces = pieces_of_lines();
    scan_.context.namings = nullptr;
    obey_definitions(doc_, scan_);
    for (const Piece& piece : scan_.pieces)
      if (piece.name) known_.push_back({tokens_of(piece), kind_of_match(*piece.name), piece.name});
    for (const Name& name : doc_.names)
      if (!is_measure(name.type)) lay_over(name);
    std::erase_if(known_, [](const NameSpan& known) { return known.tokens.size() == 0; });
    scan_.names.insert(scan_.names.end(), known_.begin(), known_.end());
    scan_.index_names(doc_.tokens.size());
    retag_names(tables_, doc_, lines_, scan_);
    return std::move(scan_);
  }

 private:
  std::vector<Piece> pieces_of_lines() const {
    std::vector<Piece> all;
    for (TokenRange line : lines_) {
      const WordRange range = scan_.words_of(line);
      const std::span<const Word> words(scan_.words.data() + range.begin, range.end - range.begin);
      for (Piece piece : find_pieces(tables_, words, scan_.context)) {
        piece.begin += range.begin;
        piece.end += range.begin;
        all.push_back(piece);
      }
    }
    return all;
  }

  void note_namings() {
    for (const Piece& piece : scan_.pieces) {
      if (!piece.name || piece.name->table != NameMatch::Table::body || piece.name->use != NameUse::name) continue;
      if (scan_.namings.empty()) scan_.namings.resize(tables_.bodies());
      Naming& naming = scan_.namings[piece.name->row];
      naming = std::max(naming, piece.name->exact_case ? Naming::acronym : Naming::full);
    }
    if (!scan_.namings.empty()) scan_.context.namings = &scan_.namings;
  }

  TokenRange tokens_of(const Piece& piece) const {
    return {scan_.words[piece.begin].token, scan_.words[piece.end - 1].token + 1};
  }

  NameKind kind_of_match(const NameMatch& match) const {
    if (match.table == NameMatch::Table::person) return NameKind::person;
    if (match.use == NameUse::adjective || match.use == NameUse::demonym) return NameKind::nationality;
    if (match.use == NameUse::capital) return NameKind::place;
    const EntityKind kind = tables_.body(match.row).entity_kind;
    return kind == EntityKind::state || kind == EntityKind::place ? NameKind::place : NameKind::organisation;
  }

  // Articles before and possessives behind are no part of a name.
  TokenRange trimmed(TokenRange tokens) const {
    while (tokens.begin < tokens.end && (doc_.tokens[tokens.begin].pos == Pos::det || is_edge(tokens.begin)))
      ++tokens.begin;
    while (tokens.begin < tokens.end && is_edge(tokens.end - 1)) --tokens.end;
    return tokens;
  }

  bool is_edge(TokenId t) const {
    const Token& token = doc_.tokens[t];
    return token.pos == Pos::punct || token.pos == Pos::space || token.tag == "POS";
  }

  void lay_over(const Name& tagged) {
    auto line = std::partition_point(lines_.begin(), lines_.end(),
                                     [&](TokenRange range) { return range.end <= tagged.tokens.begin; });
    for (; line != lines_.end() && line->begin < tagged.tokens.end; ++line) {
      if (is_shouted(doc_, scan_, *line)) continue;
      lay_over({std::max(line->begin, tagged.tokens.begin), std::min(line->end, tagged.tokens.end)}, kind_of(tagged));
    }
  }

  // The places were found before: a town that the tagger takes for a people is none.
  NameKind kind_of(const Name& tagged) const {
    const NameKind kind = kind_of_type(tagged.type);
    const auto is_here = [&](const PlaceMention& mention) { return tagged.tokens.contains(mention.head); };
    const bool is_place =
        kind == NameKind::nationality && std::any_of(doc_.place_mentions.begin(), doc_.place_mentions.end(), is_here);
    return is_place ? NameKind::place : kind;
  }

  void lay_over(TokenRange tokens, NameKind kind) {
    tokens = trimmed(tokens);
    if (kind == NameKind::person && is_defined_acronym(tokens)) kind = NameKind::organisation;
    if (kind == NameKind::person) tokens = without_titles(tokens);
    if (tokens.size() == 0 || !has_capital(tokens) || is_covered(tokens, kind)) return;
    NameSpan span{tokens, kind, nullptr};
    const auto first = std::partition_point(known_.begin(), known_.end(),
                                            [&](const NameSpan& known) { return known.tokens.end <= tokens.begin; });
    auto last = first;
    for (; last != known_.end() && last->tokens.begin < tokens.end; ++last) {
      const bool is_inside = tokens.begin <= last->tokens.begin && last->tokens.end <= tokens.end;
      if (last->tokens.size() >= tokens.size() && !is_inside) return;
      if (last->match->table == NameMatch::Table::person && kind == NameKind::person) span.match = last->match;
    }
    for (auto known = first; known != last; ++known) known->tokens.end = known->tokens.begin;
    scan_.names.push_back(span);
  }

  bool is_defined_acronym(TokenRange tokens) const {
    const std::string acronym = strip_dots(doc_.words(doc_.span_of(tokens)));
    return std::find(scan_.defined.begin(), scan_.defined.end(), acronym) != scan_.defined.end();
  }

  bool has_capital(TokenRange tokens) const {
    const WordRange words = scan_.words_of(tokens);
    return std::any_of(scan_.words.begin() + words.begin, scan_.words.begin() + words.end,
                       [](const Word& word) { return word.upper; });
  }

  // "Kremlin spokesman Dmitry Peskov" is tagged as one person now and then.
  TokenRange without_titles(TokenRange tokens) const {
    const WordRange words = scan_.words_of(tokens);
    for (auto piece = scan_.first_piece(words.begin); piece != scan_.pieces.end() && piece->begin < words.end;
         ++piece) {
      const bool is_person = piece->name && piece->name->table == NameMatch::Table::person;
      const TokenRange at = tokens_of(*piece);
      if (is_person || at.begin != tokens.begin || at.end >= tokens.end) continue;
      if (is_name_of_state(*piece) && !precedes_agent(piece) && has_capital({at.end, tokens.end})) break;
      tokens.begin = at.end;
    }
    return tokens;
  }

  // "Chad Johnson", but "Kenya President William Ruto".
  bool is_name_of_state(const Piece& piece) const {
    if (!piece.name || piece.name->table != NameMatch::Table::body || piece.name->use != NameUse::name) return false;
    const EntityKind kind = tables_.body(piece.name->row).entity_kind;
    return !piece.name->exact_case && (kind == EntityKind::state || kind == EntityKind::place);
  }

  bool precedes_agent(std::vector<Piece>::const_iterator piece) const {
    const auto next = piece + 1;
    return next != scan_.pieces.end() && next->agent && next->begin == piece->end;
  }

  // Whether known names and agents leave no word of the tagged name over, so that the tables may stand alone.
  bool is_covered(TokenRange tokens, NameKind kind) const {
    const WordRange words = scan_.words_of(tokens);
    uint32_t at = words.begin;
    bool any_name = false;
    const bool is_several = words.end - words.begin > 1;
    for (auto next = scan_.first_piece(at); next != scan_.pieces.end(); ++next) {
      const Piece& piece = *next;
      if (piece.begin > at || at >= words.end) break;
      const bool is_body = piece.name && piece.name->table == NameMatch::Table::body;
      if (kind == NameKind::person && is_body && is_several) return false;
      any_name |= piece.name != nullptr;
      at = piece.end;
    }
    const bool hyphenated = std::any_of(doc_.tokens.begin() + tokens.begin, doc_.tokens.begin() + tokens.end,
                                        [](const Token& token) { return token.tag == "HYPH"; });
    return any_name && at >= words.end && !(hyphenated && !is_one_piece(words));
  }

  bool is_one_piece(WordRange words) const {
    const auto piece = scan_.first_piece(words.begin);
    return piece != scan_.pieces.end() && piece->name && piece->begin <= words.begin && piece->end >= words.end;
  }

  const ActorTables& tables_;
  const Document& doc_;
  ActorScan scan_;
  std::vector<TokenRange> lines_;
  std::vector<NameSpan> known_;
};

}  // namespace

std::vector<Piece>::const_iterator ActorScan::first_piece(uint32_t word) const {
  return std::partition_point(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.end <= word; });
}

void ActorScan::index_names(size_t tokens) {
  std::sort(names.begin(), names.end(),
            [](const NameSpan& a, const NameSpan& b) { return a.tokens.begin < b.tokens.begin; });
  name_of_token.assign(tokens, kNone);
  for (uint32_t id = 0; id < names.size(); ++id)
    for (TokenId t = names[id].tokens.begin; t < names[id].tokens.end; ++t) name_of_token[t] = id;
}

std::string ActorScan::folded(TokenRange tokens) const {
  std::string folded;
  const WordRange range = words_of(tokens);
  for (uint32_t at = range.begin; at < range.end; ++at) {
    if (words[at].folded == "the" || words[at].folded == "a" || words[at].folded == "an") continue;
    if (!folded.empty()) folded += ' ';
    folded += words[at].folded;
  }
  return folded;
}

TokenId last_head_of(const Document& doc, TokenRange range) {
  for (TokenId t = range.end; t-- > range.begin;)
    if (!range.contains(doc.tokens[t].head) || doc.tokens[t].head == t) return t;
  return range.end - 1;
}

ActorScan scan_actors(const ActorTables& tables, const Document& doc) { return Scanner(tables, doc).scan(); }

}  // namespace verbale
