// The tables of a rule or lookup lemmatizer: for each part of speech a word list, exceptions and suffix rules; and one
// table from forms to lemmas.
//
//   Result<LemmaTables> tables = LemmaTables::open(package, "lemmatizer");
//   tables->read_lists();
//   tables->of(Pos::verb).rules;                            {{"ing", "e"}, …} in the order in which they are tried
//
// Strings are views into the mapped file, which the tables hold.
#pragma once

#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/lexicon.h"
#include "language/lookup_tables.h"
#include "record/token.h"

namespace verbale {

struct SuffixRule {
  std::string_view suffix, replacement;

  // What the rule makes of a form that ends with the suffix; "" of any other, and where nothing would be left.
  std::string apply(std::string_view form) const;
};

// What is known of one part of speech.
struct LemmaLists {
  std::unordered_set<std::string_view> index;
  std::unordered_map<std::string_view, MsgpackValue> exceptions;  // a form's lemmas, a list with at least one
  std::vector<SuffixRule> rules;

  bool empty() const { return index.empty() && exceptions.empty() && rules.empty(); }
};

class LemmaTables {
 public:
  static Result<LemmaTables> open(const Package& package, std::string_view component);

  // An error unless the file has all of these tables.
  Status expect(const Package& package, std::string_view component,
                std::initializer_list<std::string_view> tables) const;

  // Fill what of() and look_up() answer from.
  void read_lists();
  void read_lookup();

  const LemmaLists& of(Pos pos) const { return lists_[size_t(pos)]; }

  // The lemma that the table gives for exactly this form, the first where it lists several; null when it has none.
  const std::string_view* look_up(StringId form) const;

 private:
  static constexpr size_t kPosCount = size_t(Pos::space) + 1;

  explicit LemmaTables(LookupTables tables) : tables_(std::move(tables)) {}
  LemmaLists read_lists_of(std::string_view pos) const;

  LookupTables tables_;
  std::array<LemmaLists, kPosCount> lists_;
  std::unordered_map<StringId, std::string_view> lookup_;
};

}  // namespace verbale
