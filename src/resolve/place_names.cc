// Three sweeps over the article, each taking only tokens that the sweeps before it left: the dateline, the tagged
// names, and the rest. A last sweep ties names to the names that hold them.
#include "resolve/place_names.h"

#include <algorithm>
#include <unordered_set>

#include "resolve/place_evidence.h"
#include "resolve/place_fold.h"

namespace verbale {
namespace {

constexpr uint32_t kNameTokensMax = 7;
constexpr uint32_t kTownKnownUntagged = 300'000;  // inhabitants from which an untagged name counts by itself

bool is_place_type(std::string_view type) { return type == "GPE" || type == "LOC" || type == "FAC"; }

bool is_number_type(std::string_view type) {
  static constexpr std::string_view kTypes[] = {"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"};
  return std::find(std::begin(kTypes), std::end(kTypes), type) != std::end(kTypes);
}

class NameFinder {
 public:
  NameFinder(const Gazetteer& gazetteer, Document& doc)
      : gazetteer_(gazetteer), doc_(doc), evidence_(gazetteer, doc), taken_(doc.tokens.size()) {}

  std::vector<PlaceName> find(TokenRange dateline) {
    add_dateline(dateline);
    for (const Name& name : doc_.names)
      if (is_place_type(name.type)) add_tagged(name);
    for (int round = 0; round < 2; ++round) {  // the second sees what the first has found to be places
      for (const Name& name : doc_.names)
        if (!is_place_type(name.type)) add_mistyped(name, round == 1);
      for (TokenId t = 0; t < doc_.tokens.size(); ++t) add_untagged(t);
    }
    for (const Name& name : doc_.names) add_town_of(name);
    std::sort(names_.begin(), names_.end(),
              [](const PlaceName& a, const PlaceName& b) { return a.tokens.begin < b.tokens.begin; });
    tie_containers();
    return std::move(names_);
  }

 private:
  std::string_view fold(TokenRange range, PlaceFoldBuffer& buffer) const {
    return fold_place_name(doc_.words(doc_.span_of(range)), buffer);
  }

  bool is_free(TokenRange range) const {
    for (TokenId t = range.begin; t < range.end; ++t)
      if (taken_[t]) return false;
    return range.begin < range.end;
  }

  PlaceName& add(TokenRange range) {
    PlaceFoldBuffer buffer;
    PlaceName name;
    name.tokens = range;
    name.folded = doc_.keep(fold(range, buffer));
    name.has_stops = doc_.words(range.begin).find('.') != std::string_view::npos;
    for (TokenId t = range.begin; t < range.end; ++t) taken_[t] = true;
    names_.push_back(name);
    return names_.back();
  }

  PlaceName& add_certain(TokenRange range) {
    PlaceName& name = add(range);
    said_.insert(name.folded);
    return name;
  }

  void add_dateline(TokenRange dateline) {
    TokenId begin = dateline.begin;
    for (TokenId t = dateline.begin; t <= dateline.end; ++t) {
      if (t < dateline.end && doc_.words(t) != ",") continue;
      if (begin < t && !evidence_.look_up({begin, t}).empty())
        add_certain(evidence_.with_full_stop({begin, t})).in_dateline = true;
      begin = t + 1;
    }
  }

  // A tagged name may hold several: "Pandi, Bulacan".
  void add_tagged(const Name& name) {
    TokenId begin = name.tokens.begin;
    for (TokenId t = name.tokens.begin; t <= name.tokens.end; ++t) {
      const bool is_break =
          t == name.tokens.end || doc_.words(t) == "," || doc_.words(t) == ";" || doc_.words(t) == "/";
      if (!is_break) continue;
      add_tagged_part({begin, t}, name.type);
      begin = t + 1;
    }
  }

  void add_tagged_part(TokenRange range, std::string_view type) {
    range = extended(evidence_.trimmed(range));
    if (!is_free(range) || !begins_capital(doc_.words(range.begin)) || evidence_.is_person(range) ||
        evidence_.is_hyphen_tail(range))
      return;
    if (!evidence_.look_up(range).empty() && is_plausible(range)) {
      add_certain(range);
      return;
    }
    if (const TokenRange core = evidence_.without_direction(range);
        core.size() < range.size() && !evidence_.look_up(core).empty() && is_plausible(core)) {
      add_certain(core);
      return;
    }
    if (!evidence_.is_governed_as_place(range) || evidence_.is_eponym(range)) return;
    if (!mark_site(range) && type != "FAC" && is_plausible(range)) add_certain(range);
  }

  bool is_plausible(TokenRange range) const {
    if (evidence_.is_eponym(range)) return false;
    const std::string_view word = doc_.tokens[range.begin].lower;
    return range.size() > 1 || !(gazetteer_.is(word, WordUse::not_a_place) || gazetteer_.is(word, WordUse::direction));
  }

  // Takes in neighbours where the longer name is known: "South" + "Charleston", "Laurel" + "County".
  TokenRange extended(TokenRange range) const {
    if (range.begin >= range.end) return range;
    TokenRange best = range;
    for (TokenId end = range.end + 1; end <= doc_.tokens.size() && end <= range.end + 2 && may_join(end - 1); ++end)
      if (evidence_.is_own_name({range.begin, end})) best = {range.begin, end};
    if (range.begin > 0 && may_join(range.begin - 1) && evidence_.is_own_name({range.begin - 1, best.end}))
      --best.begin;
    return evidence_.with_full_stop(best);
  }

  bool may_join(TokenId t) const {
    return begins_capital(doc_.words(t)) && !taken_[t] && doc_.tokens[t].pos != Pos::punct &&
           doc_.tokens[t].pos != Pos::det;
  }

  // "Saint Michael's Square", "Obolon district": kept although no gazetteer has it.
  bool mark_site(TokenRange range) {
    const std::string_view last = doc_.tokens[range.end - 1].lower;
    const bool quarter = gazetteer_.is(last, WordUse::quarter);
    const bool site = gazetteer_.is(last, WordUse::site) || gazetteer_.is(last, WordUse::institution);
    if (range.size() < 2 || (!quarter && !site)) return false;
    PlaceName& name = add_certain(range);
    name.is_site = site;
    name.is_quarter = quarter;
    return true;
  }

  // A person or organisation by its tag, a place by the words around it: "in Amsterdam", "Malakal, Sudan".
  void add_mistyped(const Name& name, bool last_round) {
    const TokenRange range = evidence_.trimmed(name.tokens);
    if (!is_free(range) || !begins_capital(doc_.words(range.begin)) || !is_plausible(range) ||
        evidence_.is_person(range))
      return;
    if (is_number_type(name.type) || (name.type == "NORP" && !is_located_noun(range))) return;
    if (is_place_by_context(range) || evidence_.is_unmistakable(range))
      add_certain(range);
    else if (is_site_by_name(range))
      mark_site(range);
    else if (last_round && evidence_.is_own_name(range) && (name.type == "ORG" || range.size() == 1))
      add(range).is_tentative = true;
  }

  // "a market in Omdurman", taken for a people by the tagger.
  bool is_located_noun(TokenRange range) const {
    return doc_.tokens[range.end - 1].tag == "NNP" && evidence_.is_own_name(range) && evidence_.is_located(range);
  }

  bool is_place_by_context(TokenRange range) const {
    return evidence_.is_own_name(range) && (is_said_elsewhere(range) || evidence_.is_located(range));
  }

  // The town in "Richmond Police Department", when the article elsewhere speaks of Richmond as a place. Countries are
  // left alone: their organisations act for them, wherever they are.
  void add_town_of(const Name& name) {
    if (name.type != "ORG") return;
    const TokenRange range = evidence_.trimmed(name.tokens);
    for (TokenId end = range.end - 1; end > range.begin; --end) {
      const TokenRange town{range.begin, end};
      if (!is_free(town) || !begins_capital(doc_.words(range.begin)) || !is_said_elsewhere(town)) continue;
      const auto found = evidence_.look_up(town);
      if (!found.empty() && gazetteer_.kind(found.front().row) != PlaceKind::country) add_certain(town);
      return;
    }
  }

  // The article elsewhere tags the same words as a place.
  bool is_said_elsewhere(TokenRange range) const {
    PlaceFoldBuffer buffer;
    return said_.contains(fold(range, buffer));
  }

  bool is_site_by_name(TokenRange range) const {
    return range.size() >= 2 && gazetteer_.is(doc_.tokens[range.end - 1].lower, WordUse::site) &&
           begins_capital(doc_.words(range.end - 1));
  }

  // Longest known name that begins at an untagged capitalised word.
  void add_untagged(TokenId t) {
    if (!may_begin(t)) return;
    for (uint32_t size = std::min<uint32_t>(kNameTokensMax, uint32_t(doc_.tokens.size() - t)); size > 0; --size) {
      const TokenRange range{t, t + size};
      if (!is_sequence(range) || !is_plausible(range)) continue;
      const auto found = evidence_.look_up(range);
      if (found.empty() || !is_worth(range, found)) continue;
      add_certain(range);
      return;
    }
  }

  bool may_begin(TokenId t) const {
    const Token& token = doc_.tokens[t];
    return !taken_[t] && token.name_type.empty() && token.pos == Pos::propn && begins_capital(doc_.words(t));
  }

  bool is_sequence(TokenRange range) const {
    for (TokenId t = range.begin; t < range.end; ++t)
      if (taken_[t] || !doc_.tokens[t].name_type.empty() || doc_.tokens[t].pos == Pos::punct ||
          doc_.tokens[t].pos == Pos::space)
        return false;
    return begins_capital(doc_.words(range.end - 1)) &&
           doc_.tokens[range.begin].sentence == doc_.tokens[range.end - 1].sentence;
  }

  bool is_worth(TokenRange range, std::span<const GazetteerPosting> found) const {
    const bool said = evidence_.is_own_name(range) && is_said_elsewhere(range);
    if (evidence_.is_hyphen_tail(range) || evidence_.is_person(range) || is_inside_longer_name(range, said))
      return false;
    if (said || (evidence_.is_own_name(range) && evidence_.is_located(range))) return true;
    return std::any_of(found.begin(), found.end(), [&](GazetteerPosting p) {
      if (GazetteerNameKind(p.kind) == GazetteerNameKind::abbreviation) return is_all_capitals(doc_.words(range.begin));
      if (GazetteerNameKind(p.kind) > GazetteerNameKind::alias) return false;
      return gazetteer_.kind(p.row) != PlaceKind::city || gazetteer_.row(p.row).population >= kTownKnownUntagged;
    });
  }

  // "Boston" in "Boston Dynamics": the capitalised neighbours make it something else, except where the article speaks
  // of Boston anyway ("the Boston Fire Chief").
  bool is_inside_longer_name(TokenRange range, bool is_said) const {
    const auto joins = [&](TokenId t) {
      return doc_.tokens[t].pos == Pos::propn && begins_capital(doc_.words(t)) && !taken_[t] &&
             !gazetteer_.is(doc_.tokens[t].lower, WordUse::direction);
    };
    const bool before = range.begin > 0 && joins(range.begin - 1);
    const bool after = !is_said && range.end < doc_.tokens.size() && joins(range.end);
    return before || after;
  }

  void tie_containers() {
    for (uint32_t i = 0; i + 1 < names_.size(); ++i) {
      PlaceName& name = names_[i];
      const TokenId next = names_[i + 1].tokens.begin;
      if (next == name.tokens.end + 1 && doc_.words(name.tokens.end) == ",") {
        name.container = i + 1;
        names_[i + 1].after_comma = true;
      } else if (next >= name.tokens.end + 1 && next <= name.tokens.end + 3 && is_in(name.tokens.end)) {
        if (name.is_site || name.is_quarter || next == name.tokens.end + 1) name.container = i + 1;
      }
    }
  }

  bool is_in(TokenId t) const { return doc_.tokens[t].lower == "in" || doc_.tokens[t].lower == "of"; }

  const Gazetteer& gazetteer_;
  Document& doc_;
  PlaceEvidence evidence_;
  std::vector<char> taken_;
  std::vector<PlaceName> names_;
  std::unordered_set<std::string_view> said_;  // folded names that some mention shows to be places
};

}  // namespace

TokenId head_of(const Document& doc, TokenRange range) {
  for (TokenId t = range.begin; t < range.end; ++t) {
    const TokenId governor = doc.tokens[t].head;
    if (governor == t || !range.contains(governor)) return t;
  }
  return range.begin;
}

std::vector<PlaceName> find_place_names(const Gazetteer& gazetteer, Document& doc, TokenRange dateline) {
  return NameFinder(gazetteer, doc).find(dateline);
}

}  // namespace verbale
