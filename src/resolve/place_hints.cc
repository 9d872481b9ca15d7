// Each word or pair of words counts once, however often the article uses it: ten sheriffs are no more American than
// one.
#include "resolve/place_hints.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>

#include "resolve/place_evidence.h"

namespace verbale {
namespace {

struct CountryWord {
  WordUse use;
  std::string_view country;  // folded name in the gazetteer
};

constexpr std::array<CountryWord, 6> kCountryWords{{{WordUse::american, "united states"},
                                                    {WordUse::british, "united kingdom"},
                                                    {WordUse::irish, "ireland"},
                                                    {WordUse::canadian, "canada"},
                                                    {WordUse::australian, "australia"},
                                                    {WordUse::indian, "india"}}};

constexpr uint32_t kDivisionTokensMax = 3;

class HintGatherer {
 public:
  HintGatherer(const Gazetteer& gazetteer, const Document& doc)
      : gazetteer_(gazetteer), doc_(doc), evidence_(gazetteer, doc) {}

  std::vector<PlaceHint> gather() {
    for (const Name& name : doc_.names)
      if (name.type == "ORG") add_division_in(name.tokens);
    for (TokenId t = 0; t < doc_.tokens.size(); ++t)
      if (doc_.tokens[t].pos == Pos::noun || doc_.tokens[t].pos == Pos::propn) add_institution(t);
    return std::move(hints_);
  }

 private:
  // "Kansas" in "Kansas Department of Transportation"; a name that is nothing but the division is a place by itself.
  void add_division_in(TokenRange name) {
    for (TokenId begin = name.begin; begin < name.end; ++begin)
      for (TokenId end = std::min(name.end, begin + kDivisionTokensMax); end > begin; --end)
        if (end - begin < name.size())
          if (const uint32_t row = division_named({begin, end}); row != kNoRow) {
            add(row, doc_.words(doc_.span_of(name)));
            return;
          }
  }

  uint32_t division_named(TokenRange words) const {
    if (!begins_capital(doc_.words(words.begin))) return kNoRow;
    const auto found = evidence_.look_up(words);
    if (found.empty() || GazetteerNameKind(found.front().kind) > GazetteerNameKind::alias) return kNoRow;
    for (GazetteerPosting posting : found)
      if (GazetteerNameKind(posting.kind) <= GazetteerNameKind::alias &&
          gazetteer_.kind(posting.row) == PlaceKind::province)
        return posting.row;
    return kNoRow;
  }

  void add_institution(TokenId t) {
    words_ = doc_.tokens[t].lower;
    add_if_used(words_);
    if (t == 0) return;
    words_.insert(0, std::string(doc_.tokens[t - 1].lower) + " ");
    add_if_used(words_);
  }

  void add_if_used(std::string_view words) {
    for (const CountryWord& country : kCountryWords)
      if (gazetteer_.is(words, country.use)) add(country_row(country.country), words);
  }

  uint32_t country_row(std::string_view folded) const {
    for (GazetteerPosting posting : gazetteer_.lookup_folded(folded))
      if (gazetteer_.kind(posting.row) == PlaceKind::country) return posting.row;
    return kNoRow;
  }

  void add(uint32_t row, std::string_view words) {
    if (row == kNoRow || !seen_.emplace(words).second) return;
    const auto known =
        std::find_if(hints_.begin(), hints_.end(), [&](const PlaceHint& hint) { return hint.row == row; });
    if (known != hints_.end())
      ++known->times;
    else
      hints_.push_back({row, 1});
  }

  const Gazetteer& gazetteer_;
  const Document& doc_;
  PlaceEvidence evidence_;
  std::string words_;
  std::unordered_set<std::string> seen_;
  std::vector<PlaceHint> hints_;
};

}  // namespace

std::vector<PlaceHint> gather_hints(const Gazetteer& gazetteer, const Document& doc) {
  return HintGatherer(gazetteer, doc).gather();
}

}  // namespace verbale
