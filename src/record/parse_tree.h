// The parse as a tree: the words that hang on a word, in text order, without a look at everything below it.
//
//   link_tree(doc);                                       once, when every head is set
//   for (TokenId child : children(doc, verb)) …           all that hang on the verb
//   for (TokenId object : children(doc, verb, Dep::dobj)) … those that hang on it by this relation
//   if (const TokenId subject = first_child(doc, verb, Dep::nsubj); subject != kNone) …
//
// Nothing is allocated: a token names its first child and its next sibling.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>

#include "record/document.h"

namespace verbale {

// Sets every token's left_edge, right_edge, first_child and next_sibling.
// requires: heads are set and hold no circle
void link_tree(Document& doc);

// The children of one token; a range to walk over.
class Children {
 public:
  class Iterator {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = TokenId;

    Iterator() = default;
    Iterator(const Document& doc, TokenId at, std::optional<Dep> wanted) : doc_(&doc), at_(at), wanted_(wanted) {
      skip();
    }

    TokenId operator*() const { return at_; }
    Iterator& operator++() {
      at_ = doc_->tokens[at_].next_sibling;
      skip();
      return *this;
    }
    Iterator operator++(int) {
      Iterator before = *this;
      ++*this;
      return before;
    }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void skip() {
      while (wanted_ && at_ != kNone && doc_->tokens[at_].dep != *wanted_) at_ = doc_->tokens[at_].next_sibling;
    }

    const Document* doc_ = nullptr;
    TokenId at_ = kNone;
    std::optional<Dep> wanted_;
  };

  Children(const Document& doc, TokenId parent, std::optional<Dep> wanted)
      : begin_(doc, doc.tokens[parent].first_child, wanted), end_(doc, kNone, std::nullopt) {}

  Iterator begin() const { return begin_; }
  Iterator end() const { return end_; }
  bool empty() const { return begin_ == end_; }
  TokenId front() const { return *begin_; }  // requires: not empty

 private:
  Iterator begin_;
  Iterator end_;
};

inline Children children(const Document& doc, TokenId token) { return {doc, token, std::nullopt}; }
inline Children children(const Document& doc, TokenId token, Dep dep) { return {doc, token, dep}; }

// kNone when there is none.
inline TokenId first_child(const Document& doc, TokenId token, Dep dep) {
  const Children found(doc, token, dep);
  return found.empty() ? kNone : found.front();
}

// The subject of a verb in the active, else in the passive; kNone when it has none of its own.
inline TokenId subject_of(const Document& doc, TokenId verb) {
  const TokenId subject = first_child(doc, verb, Dep::nsubj);
  return subject != kNone ? subject : first_child(doc, verb, Dep::nsubjpass);
}

}  // namespace verbale
