// A name outvotes a tag only with three times as many of its own: fewer would be a guess.
#include "language/news_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace verbale {
namespace {

constexpr std::array<std::string_view, 8> kTypes = {"PERSON", "ORG", "GPE",     "NORP",
                                                    "LOC",    "FAC", "PRODUCT", "WORK_OF_ART"};
constexpr uint32_t kVotesMin = 3;
constexpr uint32_t kTimesAsMany = 3;

using Votes = std::array<uint32_t, kTypes.size()>;

size_t index_of(std::string_view type) { return size_t(std::ranges::find(kTypes, type) - kTypes.begin()); }

// The name without article and possessive.
TokenRange core_of(const Document& doc, TokenRange name) {
  if (name.size() > 1 && doc.tokens[name.begin].lower == "the") ++name.begin;
  const auto is_possessive = [&] {
    const std::string_view word = doc.tokens[name.end - 1].lower;
    return word == "'s" || word == "’s";
  };
  while (name.size() > 1 && is_possessive()) --name.end;
  return name;
}

// What the neighbours say, which no majority outvotes: "in Washington" is a place, "Mr. Washington" a person.
bool neighbours_say(const Document& doc, TokenRange name, std::string_view type) {
  if (name.begin == 0) return false;
  const std::string_view before = doc.tokens[name.begin - 1].lower;
  const auto is_one_of = [&](std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, before) != words.end();
  };
  if (type == "GPE" || type == "LOC" || type == "FAC") return is_one_of({"in", "at", "near", "outside", "inside"});
  if (type == "PERSON") return is_one_of({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "sir", "president"});
  if (type == "NORP") return true;  // a people and its state often share a form
  return false;
}

class NameTypes {
 public:
  explicit NameTypes(Document& doc) : doc_(doc) {}

  void count() {
    for (const Name& name : doc_.names) add(name);
  }

  void settle() {
    for (Name& name : doc_.names)
      if (const std::string_view type = type_by_votes(name); !type.empty()) change(name, type);
  }

 private:
  std::string_view key_of(TokenRange name) const { return doc_.words(doc_.span_of(core_of(doc_, name))); }

  void add(const Name& name) {
    const size_t type = index_of(name.type);
    if (type == kTypes.size()) return;
    ++votes_[key_of(name.tokens)][type];
    const TokenRange core = core_of(doc_, name.tokens);
    if (kTypes[type] == "PERSON" && core.size() > 1) ++votes_[doc_.words(core.end - 1)][type];
  }

  // The type that outvotes the name's own; "" when none does.
  std::string_view type_by_votes(const Name& name) const {
    const size_t own = index_of(name.type);
    if (own == kTypes.size()) return {};
    const Votes& votes = votes_.at(key_of(name.tokens));
    const size_t most = size_t(std::ranges::max_element(votes) - votes.begin());
    if (most == own || votes[most] < kVotesMin || votes[most] < kTimesAsMany * votes[own] || votes[own] > 1) return {};
    return neighbours_say(doc_, name.tokens, name.type) ? std::string_view() : kTypes[most];
  }

  void change(Name& name, std::string_view type) {
    doc_.explain("name", doc_.span_of(name.tokens),
                 [&] { return std::string(type) + " as elsewhere in the article, not " + std::string(name.type); });
    name.type = type;
    for (TokenId at = name.tokens.begin; at < name.tokens.end; ++at) doc_.tokens[at].name_type = type;
  }

  Document& doc_;
  std::unordered_map<std::string_view, Votes> votes_;
};

}  // namespace

void settle_name_types(Document& doc) {
  NameTypes types(doc);
  types.count();
  types.settle();
}

}  // namespace verbale
