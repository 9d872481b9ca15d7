// Reads a few tokens to the left and right of a name, and its governor in the parse.
#include "resolve/place_evidence.h"

#include <algorithm>

#include "resolve/place_fold.h"
#include "resolve/place_names.h"

namespace verbale {
namespace {

constexpr uint32_t kTownBeforePerson = 100'000;  // inhabitants from which "in" outvotes somebody's surname
constexpr size_t kShortName = 2;                 // letters up to which a name must be an acronym: "US", not "us"
constexpr uint32_t kContainerTokensMax = 3;
constexpr size_t kUnmistakableLetters = 6;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

bool has_lower(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_own(GazetteerPosting posting) { return GazetteerNameKind(posting.kind) <= GazetteerNameKind::alias; }

}  // namespace

bool begins_capital(std::string_view word) {
  return !word.empty() && (is_capital(word.front()) || static_cast<unsigned char>(word.front()) >= 0x80);
}

bool is_all_capitals(std::string_view word) { return word.size() > 2 && is_capital(word.front()) && !has_lower(word); }

bool is_possessive(std::string_view word) { return word == "'s" || word == "’s" || word == "'" || word == "’"; }

PlaceEvidence::PlaceEvidence(const Gazetteer& gazetteer, const Document& doc) : gazetteer_(gazetteer), doc_(doc) {
  gather_surnames();
}

// Words that end a person's full name, or stand behind a first name or a title.
void PlaceEvidence::gather_surnames() {
  for (const Name& name : doc_.names) {
    if (name.type != "PERSON" || name.tokens.size() < 2) continue;
    const TokenId last = name.tokens.end - 1;
    surnames_.insert(doc_.words(is_possessive(doc_.words(last)) ? last - 1 : last));
  }
  for (TokenId t = 1; t < doc_.tokens.size(); ++t) {
    if (!begins_capital(doc_.words(t))) continue;
    const Token& before = doc_.tokens[t - 1];
    const bool behind_first_name = before.name_type == "PERSON" && begins_capital(doc_.words(t - 1));
    if (behind_first_name || gazetteer_.is(before.lower, WordUse::title)) surnames_.insert(doc_.words(t));
  }
}

std::span<const GazetteerPosting> PlaceEvidence::look_up(TokenRange range) const {
  if (range.begin >= range.end) return {};
  PlaceFoldBuffer buffer;
  const std::string_view folded = fold_place_name(doc_.words(doc_.span_of(range)), buffer);
  const std::string_view first = doc_.words(range.begin);
  if (folded.size() <= kShortName && has_lower(first) && first.back() != '.') return {};
  return gazetteer_.lookup_folded(folded);
}

bool PlaceEvidence::is_own_name(TokenRange range) const {
  const auto found = look_up(range);
  return std::any_of(found.begin(), found.end(), is_own);
}

bool PlaceEvidence::follows_locative(TokenRange range) const {
  TokenId before = range.begin;
  if (before > 0 && gazetteer_.is(doc_.tokens[before - 1].lower, WordUse::direction)) --before;
  if (before > 0 && doc_.tokens[before - 1].pos == Pos::det) --before;
  if (before == 0) return false;
  const Token& token = doc_.tokens[before - 1];
  return token.pos == Pos::adp && gazetteer_.is(token.lower, WordUse::locative) && token.lower != "to" &&
         token.lower != "on" && token.lower != "over";
}

bool PlaceEvidence::holds_towns(GazetteerPosting posting) const {
  const PlaceKind kind = gazetteer_.kind(posting.row);
  const bool own = is_own(posting) || GazetteerNameKind(posting.kind) == GazetteerNameKind::abbreviation;
  return own && (kind == PlaceKind::country || kind == PlaceKind::province);
}

bool PlaceEvidence::precedes_container(TokenRange range) const {
  if (range.end + 1 >= doc_.tokens.size() || doc_.words(range.end) != ",") return false;
  for (uint32_t size = kContainerTokensMax; size > 0; --size) {
    const TokenRange next{range.end + 1, range.end + 1 + size};
    if (next.end > doc_.tokens.size() || !begins_capital(doc_.words(next.begin))) continue;
    const auto found = look_up(next);
    if (std::any_of(found.begin(), found.end(), [&](GazetteerPosting p) { return holds_towns(p); })) return true;
  }
  return false;
}

bool PlaceEvidence::is_governed_as_place(TokenRange range) const {
  if (is_located(range)) return true;
  const Token& head = doc_.tokens[head_of(doc_, range)];
  const Token& governor = doc_.tokens[head.head];
  if (head.dep != Dep::pobj) return false;
  if (gazetteer_.is(governor.lower, WordUse::locative)) return true;
  return gazetteer_.is(governor.lower, WordUse::partitive) &&
         gazetteer_.is(doc_.tokens[governor.head].lemma, WordUse::place_noun);
}

bool PlaceEvidence::is_person(TokenRange range) const {
  if (range.size() != 1 || !surnames_.contains(doc_.words(range.begin))) return false;
  const auto found = look_up(range);
  const bool is_city = !found.empty() && gazetteer_.row(found.front().row).population >= kTownBeforePerson;
  if (is_city && follows_locative(range)) return false;
  return std::none_of(found.begin(), found.end(), [&](GazetteerPosting p) { return holds_towns(p); });
}

bool PlaceEvidence::is_hyphen_tail(TokenRange range) const {
  if (range.begin < 2) return false;
  const TokenId hyphen = range.begin - 1, before = range.begin - 2;
  if (doc_.words(hyphen) != "-" || doc_.tokens[hyphen].space_after || doc_.tokens[before].space_after) return false;
  return doc_.words(before).size() > 1 && !is_own_name({before, hyphen});
}

bool PlaceEvidence::is_eponym(TokenRange range) const {
  return range.end < doc_.tokens.size() && gazetteer_.is(doc_.tokens[range.end].lower, WordUse::eponym);
}

bool PlaceEvidence::is_unmistakable(TokenRange range) const {
  const auto found = look_up(range);
  if (found.empty() || !is_own(found.front())) return false;
  const PlaceKind kind = gazetteer_.kind(found.front().row);
  const bool is_wide = kind == PlaceKind::water || kind == PlaceKind::land || kind == PlaceKind::region;
  if (kind == PlaceKind::country) return is_all_capitals(doc_.words(range.begin)) || range.size() > 1;
  return is_wide && range.size() > 1 && doc_.span_of(range).size() >= kUnmistakableLetters;
}

TokenRange PlaceEvidence::trimmed(TokenRange range) const {
  while (range.begin < range.end && is_edge(range.begin)) ++range.begin;
  while (range.begin < range.end && is_edge(range.end - 1)) --range.end;
  if (range.size() > 1 && doc_.tokens[range.begin].lower == "the" && !names_a_city(range)) ++range.begin;
  return range;
}

bool PlaceEvidence::is_edge(TokenId t) const {
  const Token& token = doc_.tokens[t];
  return token.pos == Pos::punct || token.pos == Pos::space || is_possessive(doc_.words(t));
}

bool PlaceEvidence::names_a_city(TokenRange range) const {
  const auto found = look_up(range);
  return !found.empty() && gazetteer_.kind(found.front().row) == PlaceKind::city;
}

TokenRange PlaceEvidence::with_full_stop(TokenRange range) const {
  const bool abbreviated = doc_.words(range.end - 1).find('.') != std::string_view::npos;
  if (abbreviated && range.end < doc_.tokens.size() && doc_.words(range.end) == "." &&
      !doc_.tokens[range.end - 1].space_after && doc_.words(range.end - 1).back() != '.')
    ++range.end;
  return range;
}

TokenRange PlaceEvidence::without_direction(TokenRange range) const {
  while (range.size() > 1 && gazetteer_.is(doc_.tokens[range.begin].lower, WordUse::direction)) ++range.begin;
  return range;
}

}  // namespace verbale
